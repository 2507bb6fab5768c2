import { unreachable } from '../../../core/base/never';
import { type Parameter, variableTypes } from '../../../core/model/variable';
import { useText } from '../../text/use-text';
import { Switch } from '../../ui/choice';
import { DateInput } from '../../ui/date-input';
import { Input } from '../../ui/field';
import { Select } from '../../ui/select';
import { WordsInput } from '../../ui/words-input';

/** A typed field for every `$name` of the query. */
export function ParameterBar({ parameters, onChange }: { parameters: readonly Parameter[]; onChange: (parameter: Parameter) => void }) {
  const t = useText();
  if (parameters.length === 0) return null;
  return (
    <fieldset className="sql-parameters" aria-label={t.sql.parameters.label}>
      {parameters.map((parameter) => (
        <div key={parameter.name} className="sql-parameter">
          <code>${parameter.name}</code>
          <Select
            bare
            label={t.sql.parameters.type(parameter.name)}
            value={parameter.type}
            options={variableTypes.map((value) => ({ value, label: t.sql.parameters.types[value] }))}
            onChange={(type) => onChange({ name: parameter.name, type, ...(type === 'boolean' ? { value: false } : {}) })}
          />
          <ValueField parameter={parameter} onChange={(value) => onChange({ ...parameter, value })} />
        </div>
      ))}
    </fieldset>
  );
}

type Value = NonNullable<Parameter['value']>;

function ValueField({ parameter: { name, type, value }, onChange }: { parameter: Parameter; onChange: (value: Value) => void }) {
  const t = useText();
  const label = t.sql.parameters.value(name);
  const text = value === undefined || typeof value === 'object' ? '' : String(value);
  switch (type) {
    case 'text':
      return <Input label={label} value={text} onChange={onChange} />;
    case 'number':
      return <Input label={label} inputMode="decimal" value={text} onChange={onChange} />;
    case 'date':
      return <DateInput label={label} value={text} onChange={onChange} />;
    case 'boolean':
      return <Switch label={value === true ? t.common.yes : t.common.no} checked={value === true} onChange={onChange} />;
    case 'list':
      return (
        <WordsInput
          label={label}
          placeholder={t.sql.parameters.list}
          words={Array.isArray(value) ? value.map(String) : []}
          onChange={onChange}
        />
      );
    default:
      return unreachable(type);
  }
}
