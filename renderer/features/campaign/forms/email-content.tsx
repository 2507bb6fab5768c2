import { useState } from 'react';
import type { EmailMessage } from '../../../../core/model/message';
import { useText } from '../../../text/use-text';
import { Segmented } from '../../../ui/choice';
import { Dialog } from '../../../ui/dialog';
import { Field, Input, TextArea } from '../../../ui/field';

// Even if a shell's own policy were looser, the preview could load nothing: neither pictures from outside nor scripts.
const guard = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">`;

/** The email as written, in a frame without scripts, forms, links out or network. */
export function PreviewFrame({ html, width }: { html: string; width?: number }) {
  const t = useText();
  return (
    <iframe
      className="email-frame"
      title={t.forms.previewFrame}
      sandbox=""
      srcDoc={`<!doctype html>${guard}${html}`}
      style={width ? { width } : undefined}
      tabIndex={-1}
    />
  );
}

export function EmailContent({
  message,
  onChange,
  onClose,
}: {
  message: EmailMessage;
  onChange: (part: Partial<EmailMessage>, squash?: string) => void;
  onClose: () => void;
}) {
  const t = useText();
  const [part, setPart] = useState<'html' | 'text'>('html');
  const [screen, setScreen] = useState<'wide' | 'narrow'>('wide');
  const parts = (['html', 'text'] as const).map((value) => ({ value, label: t.forms[value] }));
  const screens = (['wide', 'narrow'] as const).map((value) => ({ value, label: t.forms[value] }));
  return (
    <Dialog title={t.forms.editContent} size="wide" onClose={onClose}>
      <div className="email-editor">
        <div className="column">
          <Field label={t.forms.subject}>
            {(id) => <Input id={id} value={message.subject} onChange={(subject) => onChange({ subject }, 'subject')} />}
          </Field>
          <Segmented label={t.forms.content} value={part} options={parts} onChange={setPart} />
          {part === 'html' ? (
            <TextArea label={t.forms.html} mono rows={20} value={message.html} onChange={(html) => onChange({ html }, 'html')} />
          ) : (
            <TextArea
              label={t.forms.text}
              rows={20}
              value={message.text ?? ''}
              onChange={(text) => onChange({ text: text || undefined }, 'text')}
            />
          )}
        </div>
        <div className="column">
          <div className="row">
            <h2 className="grow">{t.forms.preview}</h2>
            <Segmented label={t.forms.preview} value={screen} options={screens} onChange={setScreen} />
          </div>
          <div className="email-stage">
            <PreviewFrame html={message.html} width={screen === 'narrow' ? 375 : undefined} />
          </div>
        </div>
      </div>
    </Dialog>
  );
}
