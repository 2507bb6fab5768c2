import { encodings, fileFormats, type ReadAs } from '../../../core/model/recipe';
import { useText } from '../../text/use-text';
import { Field } from '../field';
import { plainOptions, Select } from '../select';
import { DelimiterField } from './delimiter-field';

/** What can be said of a file that could not be read as it was found. */
export function OtherwiseFields({ how, onChange }: { how: ReadAs; onChange: (how: ReadAs) => void }) {
  const t = useText();
  const { format, dialect } = how;
  const formats = fileFormats.map((value) => ({ value, label: t.import.formats[value] }));
  return (
    <section className="section reading-otherwise">
      <h2>{t.import.otherwise}</h2>
      <Field label={t.import.format}>
        {(id) => (
          <Select
            id={id}
            value={format}
            placeholder={t.import.found}
            options={formats}
            onChange={(next) => onChange({ ...how, format: next })}
          />
        )}
      </Field>
      <Field label={t.import.encoding}>
        {(id) => (
          <Select
            id={id}
            value={dialect?.encoding}
            placeholder={t.import.found}
            options={plainOptions(encodings)}
            onChange={(encoding) => onChange({ ...how, dialect: { ...dialect, encoding } })}
          />
        )}
      </Field>
      <DelimiterField delimiter={dialect?.delimiter} onChange={(delimiter) => onChange({ ...how, dialect: { ...dialect, delimiter } })} />
    </section>
  );
}
