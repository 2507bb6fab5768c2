import { PenLine } from 'lucide-react';
import { useState } from 'react';
import type { EmailMessage } from '../../../../core/model/message';
import { useText } from '../../../text/use-text';
import { Button } from '../../../ui/button';
import { Field, Input } from '../../../ui/field';
import { FieldProblems } from '../problems-here';
import { EmailContent, PreviewFrame } from './email-content';
import type { FormProps } from './form-props';
import { MessageFields } from './message-fields';

export function EmailForm({ activity, dimension, added, onChange }: FormProps<'email'>) {
  const t = useText();
  const [writing, setWriting] = useState(false);
  const { message } = activity;
  const change = (part: Partial<EmailMessage>, squash?: string) => onChange({ ...activity, message: { ...message, ...part } }, squash);
  return (
    <>
      <Field label={t.forms.subject}>
        {(id) => <Input id={id} value={message.subject} onChange={(subject) => change({ subject }, 'subject')} />}
      </Field>
      <FieldProblems steps={['message', 'subject']} />
      <Field label={t.forms.preheader}>
        {(id) => (
          <Input
            id={id}
            value={message.preheader ?? ''}
            onChange={(preheader) => change({ preheader: preheader || undefined }, 'preheader')}
          />
        )}
      </Field>
      <FieldProblems steps={['message', 'preheader']} />
      <div className="row top">
        <Field label={t.forms.fromName}>
          {(id) => (
            <Input id={id} value={message.from.name} onChange={(name) => change({ from: { ...message.from, name } }, 'from-name')} />
          )}
        </Field>
        <Field label={t.forms.fromAddress}>
          {(id) => (
            <Input
              id={id}
              type="email"
              value={message.from.address}
              onChange={(address) => change({ from: { ...message.from, address } }, 'from-address')}
            />
          )}
        </Field>
      </div>
      <FieldProblems steps={['message', 'from']} />
      <Field label={t.forms.replyTo}>
        {(id) => (
          <Input
            id={id}
            type="email"
            value={message.replyTo ?? ''}
            onChange={(replyTo) => change({ replyTo: replyTo || undefined }, 'reply-to')}
          />
        )}
      </Field>
      <FieldProblems steps={['message', 'replyTo']} />
      <div className="field">
        <div className="row">
          <span className="field-label grow">{t.forms.content}</span>
          <Button label={t.forms.editContent} icon={PenLine} size="small" look="plain" onClick={() => setWriting(true)} />
        </div>
        {message.html.trim() === '' ? (
          <p className="form-empty">{t.forms.noContent}</p>
        ) : (
          <div className="email-thumb">
            <PreviewFrame html={message.html} />
          </div>
        )}
      </div>
      <FieldProblems steps={['message', 'html']} />
      <FieldProblems steps={['message', 'text']} />
      <h3 className="form-line">{t.forms.delivery}</h3>
      <MessageFields message={message} dimension={dimension} added={added} onChange={change} />
      {writing && <EmailContent message={message} onChange={change} onClose={() => setWriting(false)} />}
    </>
  );
}
