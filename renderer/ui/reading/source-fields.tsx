import { Columns3 } from 'lucide-react';
import type { ImportPreview } from '../../../core/model/data-report';
import type { ReadAs } from '../../../core/model/recipe';
import { useFormats, useText } from '../../text/use-text';
import { Button } from '../button';
import { DialectFields } from './dialect-fields';
import { FileFields } from './file-fields';

interface Props {
  preview: ImportPreview;
  how: ReadAs;
  onChange: (how: ReadAs) => void;
  /** Asks which columns are taken. */
  onPick: () => void;
}

/** So many columns are worth a choice. */
const many = 50;

/** How the file was read; each guess can be changed, which reads it again. */
export function SourceFields({ preview, how, onChange, onPick }: Props) {
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
      <FileFields file={preview} how={how} onChange={onChange} />
      {dialect && <DialectFields format={format} dialect={dialect} onChange={set} />}
      {(how.only !== undefined || preview.columns.length > many) && (
        <div className="row">
          <span className="grow muted">
            {t.import.columnsTaken(f.number(preview.columns.filter((c) => c.generated === undefined).length))}
          </span>
          <Button label={t.import.chooseColumns} icon={Columns3} size="small" onClick={onPick} />
        </div>
      )}
      <div>
        <Button label={t.import.detect} look="plain" size="small" onClick={() => onChange(how.only ? { only: how.only } : {})} />
      </div>
    </section>
  );
}
