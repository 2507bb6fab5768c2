import type { ImportPreview } from '../../../core/model/data-report';
import { fileFormats, type ReadAs } from '../../../core/model/recipe';
import { useText } from '../../text/use-text';
import { Switch } from '../choice';
import { Field } from '../field';
import { plainOptions, Select } from '../select';

interface Props {
  preview: ImportPreview;
  how: ReadAs;
  onChange: (how: ReadAs) => void;
}

/** Which file of an archive, as what, and which part of it. */
export function FileFields({ preview, how, onChange }: Props) {
  const t = useText();
  const { format, members = [], member, sheets, sheet } = preview;
  const formats = fileFormats.map((value) => ({ value, label: t.import.formats[value] }));
  return (
    <>
      {members.length > 0 && (
        <Field label={t.import.member}>
          {(id) => <Select id={id} value={member} options={plainOptions(members)} onChange={(next) => onChange({ member: next })} />}
        </Field>
      )}
      <Field label={t.import.format}>
        {(id) => (
          <Select
            id={id}
            value={format}
            options={formats}
            onChange={(next) => onChange({ format: next, ...(member === undefined ? {} : { member }) })}
          />
        )}
      </Field>
      {sheets.length > 0 && (
        <Field label={t.import.sheet}>
          {(id) => (
            <Select
              id={id}
              value={sheet}
              options={plainOptions(sheets)}
              onChange={(next) => onChange({ ...how, sheet: next, dialect: undefined })}
            />
          )}
        </Field>
      )}
      {(format === 'json' || format === 'ndjson') && (
        <Switch label={t.import.flatten} checked={how.flatten ?? false} onChange={(on) => onChange({ ...how, flatten: on || undefined })} />
      )}
    </>
  );
}
