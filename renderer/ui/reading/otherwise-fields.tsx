import type { FileParts } from '../../../core/model/data-report';
import type { ReadAs } from '../../../core/model/recipe';
import { useText } from '../../text/use-text';
import { DialectFields } from './dialect-fields';
import { FileFields } from './file-fields';

interface Props {
  parts: FileParts | undefined;
  how: ReadAs;
  onChange: (how: ReadAs) => void;
}

/** What can be said of a file that could not be read as it was found. */
export function OtherwiseFields({ parts, how, onChange }: Props) {
  const t = useText();
  const { format, dialect, member, sheet } = how;
  return (
    <section className="section">
      <h2>{t.import.otherwise}</h2>
      <FileFields file={{ format, members: parts?.members, member, sheets: parts?.sheets ?? [], sheet }} how={how} onChange={onChange} />
      <DialectFields
        format={format ?? parts?.format ?? 'csv'}
        dialect={dialect ?? {}}
        onChange={(next) => onChange({ ...how, dialect: next })}
      />
    </section>
  );
}
