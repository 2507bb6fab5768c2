import type { Dialect } from '../../../core/model/recipe';
import { useText } from '../../text/use-text';
import { Switch } from '../choice';
import { Field, Input } from '../field';
import { Select } from '../select';
import { DelimiterField } from './delimiter-field';
import { StartsField } from './starts-field';

interface Props {
  dialect: Partial<Dialect>;
  onChange: (dialect: Partial<Dialect>) => void;
}

const layouts = ['delimited', 'columns', 'blanks', 'boxed', 'open'] as const;
type LayoutKind = (typeof layouts)[number];

const tolerances = ['none', 'quotes', 'all'] as const;
const bent: Readonly<Record<(typeof tolerances)[number], Dialect['tolerant']>> = { none: undefined, quotes: 'quotes', all: true };
const toleranceOf = ({ tolerant }: Partial<Dialect>) => (tolerant === 'quotes' ? tolerant : tolerant ? 'all' : 'none');

/** What stands between values, and what ends a record. A new kind of layout has the rest found anew. */
export function LayoutFields({ dialect, onChange }: Props) {
  const t = useText();
  const { encoding } = dialect;
  const kind: LayoutKind = dialect.starts ? 'columns' : dialect.aligned ? 'blanks' : (dialect.ruled ?? 'delimited');
  const begin: Readonly<Record<LayoutKind, Partial<Dialect>>> = {
    delimited: { encoding, delimiter: ',' },
    columns: { encoding, starts: [0, 8] },
    blanks: { encoding, aligned: true },
    boxed: { encoding, ruled: 'boxed' },
    open: { encoding, ruled: 'open' },
  };
  return (
    <>
      <Field label={t.import.layout}>
        {(id) => (
          <Select
            id={id}
            value={kind}
            options={layouts.map((value) => ({ value, label: t.import.layouts[value] }))}
            onChange={(next) => onChange(begin[next])}
          />
        )}
      </Field>
      {kind === 'delimited' && <DelimiterField delimiter={dialect.delimiter} onChange={(delimiter) => onChange({ encoding, delimiter })} />}
      {dialect.starts && <StartsField starts={dialect.starts} onChange={(starts) => onChange({ ...dialect, starts })} />}
      <Field label={t.import.terminator}>
        {(id) => (
          <Input
            id={id}
            maxLength={8}
            placeholder={t.import.lineEnd}
            value={dialect.terminator ?? ''}
            onChange={(terminator) => onChange({ ...dialect, terminator: terminator || undefined })}
          />
        )}
      </Field>
      {kind === 'delimited' && (
        <Switch
          label={t.import.trimBlanks}
          checked={dialect.trim ?? false}
          onChange={(on) => onChange({ ...dialect, trim: on ? true : undefined })}
        />
      )}
      <Field label={t.import.crookedRecords}>
        {(id) => (
          <Select
            id={id}
            value={toleranceOf(dialect)}
            options={tolerances.map((value) => ({ value, label: t.import.tolerances[value] }))}
            onChange={(next) => onChange({ ...dialect, tolerant: bent[next] })}
          />
        )}
      </Field>
    </>
  );
}
