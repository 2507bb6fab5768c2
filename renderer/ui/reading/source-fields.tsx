import { type Dialect, encodings } from '../../../core/model/recipe';
import type { ImportPreview } from '../../../core/model/report';
import { useFormats, useText } from '../../text/use-text';
import { Switch } from '../choice';
import { Field, NumberInput } from '../field';
import { plainOptions, Select } from '../select';

/** How the file was read; each guess can be changed, which reads it again. */
export function SourceFields({
  preview,
  onChange,
}: {
  preview: Omit<ImportPreview, 'columns'>;
  onChange: (change: { dialect?: Dialect; sheet?: string }) => void;
}) {
  const t = useText();
  const f = useFormats();
  const { dialect } = preview;
  const set = (part: Partial<Dialect>) => dialect && onChange({ dialect: { ...dialect, ...part } });
  const between = (delimiter: string) => {
    if (!dialect) return;
    const { starts: _, aligned: __, ...rest } = dialect;
    onChange({ dialect: { ...rest, delimiter } });
  };
  const delimiters = [...new Set([',', ';', '\t', '|', ' ', dialect?.delimiter ?? ','])].map((value) => ({
    value,
    label: value === '\t' ? t.import.tab : value === ' ' ? t.import.space : value,
  }));
  // A select cannot hold an empty value, so "none" stands for it.
  const quotes = ['"', "'", 'none'].map((value) => ({ value, label: value === 'none' ? t.import.noneQuote : value }));
  return (
    <section className="section">
      <div className="section-head">
        <h2 className="grow">{t.import.source}</h2>
        <span className="badge">
          {preview.format} · {f.bytes(preview.bytes)}
        </span>
      </div>
      {preview.confidence && (
        <span className="badge" data-tone={preview.confidence === 'strict' ? 'success' : 'warning'}>
          {t.import[preview.confidence]}
        </span>
      )}
      {preview.sheets.length > 0 && (
        <Field label={t.import.sheet}>
          {(id) => (
            <Select id={id} value={preview.sheet} options={plainOptions(preview.sheets)} onChange={(sheet) => onChange({ sheet })} />
          )}
        </Field>
      )}
      {dialect && (
        <>
          <Field label={t.import.encoding}>
            {(id) => (
              <Select id={id} value={dialect.encoding} options={plainOptions(encodings)} onChange={(encoding) => set({ encoding })} />
            )}
          </Field>
          <div className="row top">
            <Field label={t.import.delimiter}>
              {(id) => <Select id={id} value={dialect.delimiter} options={delimiters} onChange={between} />}
            </Field>
            <Field label={t.import.quote}>
              {(id) => (
                <Select
                  id={id}
                  value={dialect.quote || 'none'}
                  options={quotes}
                  onChange={(next) => set(next === 'none' ? { quote: '', escape: '' } : { quote: next, escape: next })}
                />
              )}
            </Field>
          </div>
          <Field label={t.import.skip}>
            {(id) => <NumberInput id={id} whole min={0} value={dialect.skip} onChange={(skip) => set({ skip })} />}
          </Field>
          <Switch label={t.import.header} checked={dialect.header} onChange={(header) => set({ header })} />
        </>
      )}
    </section>
  );
}
