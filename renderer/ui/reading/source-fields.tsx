import type { ImportPreview } from '../../../core/model/data-report';
import type { ReadAs } from '../../../core/model/recipe';
import { useFormats, useText } from '../../text/use-text';
import { Button } from '../button';
import { EncodingField } from './encoding-field';
import { FileFields } from './file-fields';
import { FrameFields } from './frame-fields';
import { LayoutFields } from './layout-fields';
import { QuoteFields } from './quote-fields';

interface Props {
  preview: ImportPreview;
  how: ReadAs;
  onChange: (how: ReadAs) => void;
}

/** How the file was read; each guess can be changed, which reads it again. */
export function SourceFields({ preview, how, onChange }: Props) {
  const t = useText();
  const f = useFormats();
  const { format, confidence } = preview;
  // What was changed a moment ago counts before it was read.
  const dialect = preview.dialect && (how.dialect?.skip === undefined ? preview.dialect : { ...preview.dialect, ...how.dialect });
  const set = (next: ReadAs['dialect']) => onChange({ ...how, format, dialect: next });
  return (
    <section className="section">
      <div className="section-head">
        <h2 className="grow">{t.import.source}</h2>
        <span className="badge">{f.bytes(preview.bytes)}</span>
      </div>
      {confidence && (
        <div>
          <span className="badge" data-tone={confidence === 'strict' ? 'success' : 'warning'}>
            {t.import[confidence]}
          </span>
        </div>
      )}
      <FileFields preview={preview} how={how} onChange={onChange} />
      {dialect && format !== 'xlsx' && <EncodingField encoding={dialect.encoding} onChange={(encoding) => set({ encoding })} />}
      {dialect && format === 'csv' && (
        <>
          <LayoutFields dialect={dialect} onChange={set} />
          {!dialect.starts && !dialect.aligned && <QuoteFields dialect={dialect} onChange={set} />}
        </>
      )}
      {dialect && (format === 'csv' || format === 'xlsx') && <FrameFields dialect={dialect} onChange={set} />}
      <div>
        <Button label={t.import.detect} look="plain" size="small" onClick={() => onChange({})} />
      </div>
    </section>
  );
}
