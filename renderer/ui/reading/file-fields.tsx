import { type FileSource, fileFormats, type ReadAs } from '../../../core/model/recipe';
import { useText } from '../../text/use-text';
import { Switch } from '../choice';
import { Field } from '../field';
import { plainOptions, Select } from '../select';

interface Props {
  /** As it was read; what is not known of one that was not is found. */
  file: {
    format?: FileSource['format'] | undefined;
    members?: readonly string[] | undefined;
    member?: string | undefined;
    sheets: readonly string[];
    sheet?: string | undefined;
  };
  how: ReadAs;
  onChange: (how: ReadAs) => void;
}

/** Which file of an archive, as what, and which part of it. */
export function FileFields({ file, how, onChange }: Props) {
  const t = useText();
  const { format, members = [], member, sheets, sheet } = file;
  const formats = fileFormats.map((value) => ({ value, label: t.import.formats[value] }));
  return (
    <>
      {members.length > 0 && (
        <Field label={t.import.member}>
          {(id) => (
            <Select
              id={id}
              value={member}
              placeholder={t.import.found}
              options={plainOptions(members)}
              onChange={(next) => onChange({ member: next })}
            />
          )}
        </Field>
      )}
      <Field label={t.import.format}>
        {(id) => (
          <Select
            id={id}
            value={format}
            placeholder={t.import.found}
            options={formats}
            onChange={(next) => onChange({ format: next, ...(member === undefined ? {} : { member }) })}
          />
        )}
      </Field>
      {sheets.length > 0 && (
        <Field label={format === 'json' ? t.import.list : t.import.sheet}>
          {(id) => (
            <Select
              id={id}
              value={sheet}
              placeholder={t.import.found}
              options={plainOptions(sheets)}
              onChange={(next) => onChange({ ...how, sheet: next, dialect: undefined, only: undefined })}
            />
          )}
        </Field>
      )}
      {(format === 'json' || format === 'ndjson') && (
        <>
          <Switch
            label={t.import.flatten}
            checked={how.flatten ?? false}
            onChange={(on) => onChange({ ...how, flatten: on || undefined })}
          />
          <Switch
            label={t.import.allFields}
            checked={how.allFields ?? false}
            onChange={(on) => onChange({ ...how, allFields: on || undefined })}
          />
        </>
      )}
    </>
  );
}
