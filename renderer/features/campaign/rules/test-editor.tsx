import type { Attribute, DataType } from '../../../../core/model/entity';
import { type Moment, periodUnits, type Test } from '../../../../core/model/rule';
import type { Literal } from '../../../../core/model/value';
import { useText } from '../../../text/use-text';
import { Switch } from '../../../ui/choice';
import { Input, NumberInput } from '../../../ui/field';
import { Select } from '../../../ui/select';
import { changeOperator, isNegated, operatorsFor } from './operators';

/** Says what is asked of one value of a type. */
export function TestEditor({ test, type, onChange }: { test: Test; type: Attribute['type']; onChange: (test: Test) => void }) {
  const t = useText();
  const operators = operatorsFor(type).map((op) => ({ value: op, label: t.rules.operators[op] }));
  const isText = type === 'text' && 'value' in test;
  return (
    <div className="test">
      <Select label={t.rules.operator} value={test.op} options={operators} onChange={(op) => onChange(changeOperator(test, op, type))} />
      <Operand test={test} type={type} onChange={onChange} />
      {(isNegated(test) || isText) && (
        <div className="test-switches">
          {isNegated(test) && (
            <Switch
              label={t.rules.withEmpty}
              checked={!test.excludeEmpty}
              onChange={(withEmpty) => onChange({ ...test, excludeEmpty: withEmpty ? undefined : true })}
            />
          )}
          {isText && (
            <Switch
              label={t.rules.exact}
              checked={test.exact === true}
              onChange={(exact) => onChange({ ...test, exact: exact || undefined })}
            />
          )}
        </div>
      )}
    </div>
  );
}

function Operand({ test, type, onChange }: { test: Test; type: DataType; onChange: (test: Test) => void }) {
  const t = useText();
  const units = periodUnits.map((unit) => ({ value: unit, label: t.rules.units[unit] }));
  if ('moment' in test) return <MomentEditor moment={test.moment} onChange={(moment) => onChange({ ...test, moment })} />;
  if ('unit' in test) {
    return (
      <div className="row">
        <NumberInput label={t.rules.count} whole min={1} value={test.count} onChange={(count) => onChange({ ...test, count })} />
        <Select label={t.rules.unit} value={test.unit} options={units} onChange={(unit) => onChange({ ...test, unit })} />
      </div>
    );
  }
  if ('values' in test) {
    const take = (text: string) => {
      const parts = text.split(',').map((part) => part.trim());
      const values = parts.map((part) => toLiteral(part, type));
      onChange({ ...test, values: values.length > 0 ? values : [''] });
    };
    return <Input label={t.rules.values} placeholder={t.rules.values} value={test.values.join(', ').replace(/, $/, ',')} onChange={take} />;
  }
  if (test.op === 'between') {
    return (
      <div className="row">
        <LiteralInput label={t.rules.from} value={test.from} type={type} onChange={(from) => onChange({ ...test, from })} />
        <span className="muted">{t.rules.and}</span>
        <LiteralInput label={t.rules.to} value={test.to} type={type} onChange={(to) => onChange({ ...test, to })} />
      </div>
    );
  }
  if (test.op === 'anniversary') {
    return (
      <div className="row">
        <NumberInput label={t.rules.from} whole value={test.from} onChange={(from) => onChange({ ...test, from })} />
        <span className="muted">{t.rules.and}</span>
        <NumberInput label={t.rules.to} whole value={test.to} onChange={(to) => onChange({ ...test, to })} />
        <span className="muted">{t.rules.anniversaryDays}</span>
      </div>
    );
  }
  if (!('value' in test)) return null;
  return <LiteralInput label={t.rules.value} value={test.value} type={type} onChange={(value) => onChange(withValue(test, value))} />;
}

function withValue(test: Extract<Test, { value: unknown }>, value: Literal): Test {
  switch (test.op) {
    case 'equals':
    case 'less':
    case 'at-most':
    case 'greater':
    case 'at-least':
      return { ...test, value };
    case 'not-equals':
      return { ...test, value };
    default:
      return { ...test, value: String(value) };
  }
}

/** Decimals and dates stay text, so that no digit is lost. */
function toLiteral(text: string, type: DataType): Literal {
  const number = Number(text);
  const numeric = (type === 'integer' || type === 'number') && text.trim() !== '' && Number.isFinite(number);
  return numeric && (type === 'number' || Number.isSafeInteger(number)) ? number : text;
}

export function LiteralInput({
  label,
  value,
  type,
  onChange,
}: {
  label: string;
  value: Literal;
  type: DataType;
  onChange: (value: Literal) => void;
}) {
  if (type === 'date') return <Input label={label} type="date" value={String(value)} onChange={onChange} />;
  if (type === 'integer' || type === 'number') {
    return (
      <NumberInput
        label={label}
        whole={type === 'integer'}
        step={type === 'integer' ? 1 : 'any'}
        value={Number(value)}
        onChange={onChange}
      />
    );
  }
  return <Input label={label} inputMode={type === 'decimal' ? 'decimal' : undefined} value={String(value)} onChange={onChange} />;
}

function MomentEditor({ moment, onChange }: { moment: Moment; onChange: (moment: Moment) => void }) {
  const t = useText();
  const kinds = [
    { value: 'as-of', label: t.rules.momentKinds['as-of'] },
    { value: 'day', label: t.rules.momentKinds.day },
  ] as const;
  const units = periodUnits.map((unit) => ({ value: unit, label: t.rules.units[unit] }));
  const today = new Date().toISOString().slice(0, 10);
  return (
    <div className="column tight">
      <Select
        label={t.rules.moment}
        value={moment.kind}
        options={kinds}
        onChange={(kind) => onChange(kind === 'day' ? { kind, day: today } : { kind, offset: 0, unit: 'day' })}
      />
      {moment.kind === 'day' ? (
        <Input label={t.rules.momentKinds.day} type="date" value={moment.day} onChange={(day) => day && onChange({ ...moment, day })} />
      ) : (
        <div className="row">
          <NumberInput
            label={t.rules.offset}
            title={t.rules.offset}
            whole
            value={moment.offset}
            onChange={(offset) => onChange({ ...moment, offset })}
          />
          <Select label={t.rules.unit} value={moment.unit} options={units} onChange={(unit) => onChange({ ...moment, unit })} />
        </div>
      )}
    </div>
  );
}
