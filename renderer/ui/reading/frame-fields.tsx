import type { Dialect } from '../../../core/model/recipe';
import { useText } from '../../text/use-text';
import { Switch } from '../choice';
import { Field, NumberInput } from '../field';

interface Props {
  dialect: Partial<Dialect>;
  onChange: (dialect: Partial<Dialect>) => void;
}

/** What of the file is no record: lines before the table, rows of names, lines after it. */
export function FrameFields({ dialect, onChange }: Props) {
  const t = useText();
  const { header } = dialect;
  const names = header === undefined ? undefined : header ? (dialect.headerRows ?? 1) : 0;
  return (
    <>
      <div className="row top">
        <Field label={t.import.skip}>
          {(id) => (
            <NumberInput
              id={id}
              whole
              min={0}
              placeholder={t.import.found}
              value={dialect.skip}
              onChange={(skip) => onChange({ ...dialect, skip })}
            />
          )}
        </Field>
        <Field label={t.import.footer}>
          {(id) => (
            <NumberInput
              id={id}
              whole
              min={0}
              max={1000}
              placeholder={t.import.found}
              value={dialect.footer ?? (dialect.skip === undefined ? undefined : 0)}
              onChange={(footer) => onChange({ ...dialect, footer: footer || undefined })}
            />
          )}
        </Field>
      </div>
      <Field label={t.import.headerRows} hint={names === 0 ? t.import.noHeaderHint : undefined}>
        {(id) => (
          <NumberInput
            id={id}
            whole
            min={0}
            max={8}
            placeholder={t.import.found}
            value={names}
            onChange={(rows) => onChange({ ...dialect, header: rows > 0, headerRows: rows > 1 ? rows : undefined })}
          />
        )}
      </Field>
      {names === 1 && (
        <Switch
          label={t.import.rowNames}
          checked={dialect.rowNames ?? false}
          onChange={(on) => onChange({ ...dialect, rowNames: on || undefined })}
        />
      )}
    </>
  );
}
