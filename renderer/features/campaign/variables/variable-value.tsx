import type { Argument, Literal } from '../../../../core/model/value';
import type { Parameter } from '../../../../core/model/variable';
import { useText } from '../../../text/use-text';
import { DateInput } from '../../../ui/date-input';
import { Input } from '../../../ui/field';
import { Select } from '../../../ui/select';
import { WordsInput } from '../../../ui/words-input';

/** The value of a variable; empty is none. */
export function VariableValue({
  variable,
  placeholder,
  onChange,
}: {
  variable: Pick<Parameter, 'name' | 'type'> & { value?: Argument | undefined };
  /** What an empty value means. */
  placeholder?: string;
  onChange: (value: Literal | Literal[] | undefined) => void;
}) {
  const t = useText();
  const label = t.variables.valueOf(variable.name);
  const { type, value } = variable;
  const hint = placeholder ?? t.variables.noValue;
  switch (type) {
    case 'boolean': {
      const options = (['none', 'yes', 'no'] as const).map((v) => ({ value: v, label: v === 'none' ? hint : t.common[v] }));
      const shown = value === undefined ? 'none' : value === true ? 'yes' : 'no';
      return <Select label={label} value={shown} options={options} onChange={(v) => onChange(v === 'none' ? undefined : v === 'yes')} />;
    }
    case 'list': {
      const items = Array.isArray(value) ? value : [];
      return (
        <WordsInput
          label={label}
          placeholder={hint}
          words={items.map(String)}
          onChange={(words) => onChange(words.length > 0 ? words : undefined)}
        />
      );
    }
    case 'number':
      return (
        <Input
          label={label}
          type="number"
          step="any"
          placeholder={hint}
          value={value === undefined ? '' : String(value)}
          onChange={(text) => onChange(text === '' || !Number.isFinite(Number(text)) ? undefined : Number(text))}
        />
      );
    case 'date':
      return <DateInput label={label} value={value === undefined ? '' : String(value)} onChange={(v) => onChange(v || undefined)} />;
    case 'text':
      return (
        <Input
          label={label}
          placeholder={hint}
          value={value === undefined ? '' : String(value)}
          onChange={(v) => onChange(v || undefined)}
        />
      );
  }
}
