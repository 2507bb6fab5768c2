import type { Attribute, DataType } from '../../../../core/model/entity';
import { periodUnits, type Test } from '../../../../core/model/rule';
import type { Literal, VariableReference } from '../../../../core/model/value';
import { useText } from '../../../text/use-text';
import { Switch } from '../../../ui/choice';
import { NumberInput } from '../../../ui/field';
import { Select } from '../../../ui/select';
import { MomentEditor } from './moment-editor';
import { changeOperator, isEmptyRange, isNegated, operatorsFor } from './operators';
import { ValueInput } from './value-input';
import { ValuesInput } from './values-input';
import { isReference } from './variable-types';

/** Says what is asked of one value of a type. */
export function TestEditor({ test, type, onChange }: { test: Test; type: Attribute['type']; onChange: (test: Test) => void }) {
  const t = useText();
  const operators = operatorsFor(type, test.op).map((op) => ({ value: op, label: t.rules.operators[op] }));
  const isText = type === 'text' && ('value' in test || 'values' in test);
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
  if ('moment' in test) return <MomentEditor moment={test.moment} onChange={(moment) => onChange({ ...test, moment })} />;
  if ('unit' in test) return <Period test={test} onChange={onChange} />;
  if ('values' in test) {
    return (
      <>
        <ValuesInput values={test.values} type={type} onChange={(values) => onChange({ ...test, values })} />
        {test.values.length === 0 && <p className="field-hint">{t.rules.noValues}</p>}
      </>
    );
  }
  if (test.op === 'between') {
    return (
      <>
        <div className={type === 'timestamp' ? 'column tight' : 'pair'}>
          <ValueInput label={t.rules.from} value={test.from} type={type} onChange={(from) => onChange({ ...test, from })} />
          <ValueInput label={t.rules.to} value={test.to} type={type} isEnd onChange={(to) => onChange({ ...test, to })} />
        </div>
        {isEmptyRange(test, type) && <p className="field-hint">{t.rules.nothingBetween}</p>}
      </>
    );
  }
  if (test.op === 'anniversary') {
    return (
      <div className="row">
        <NumberInput label={t.rules.from} whole value={test.from} onChange={(from) => onChange({ ...test, from })} />
        <span className="muted">{t.rules.anniversaryTo}</span>
        <NumberInput label={t.rules.to} whole value={test.to} onChange={(to) => onChange({ ...test, to })} />
        <span className="muted nowrap">{t.rules.anniversaryDays}</span>
      </div>
    );
  }
  if (!('value' in test)) return null;
  return (
    <>
      <ValueInput label={t.rules.value} value={test.value} type={type} onChange={(value) => onChange(withValue(test, value))} />
      {(test.op === 'matches' || test.op === 'not-matches') && <p className="field-hint">{t.rules.patternHint}</p>}
    </>
  );
}

function Period({ test, onChange }: { test: Extract<Test, { unit: unknown }>; onChange: (test: Test) => void }) {
  const t = useText();
  const units = periodUnits.map((unit) => ({ value: unit, label: t.rules.units[unit] }));
  const count = (value: Literal | VariableReference) => {
    if (isReference(value) || typeof value === 'number') onChange({ ...test, count: value });
  };
  return (
    <div className="pair">
      <ValueInput label={t.rules.count} value={test.count} type="integer" min={1} onChange={count} />
      <Select label={t.rules.unit} value={test.unit} options={units} onChange={(unit) => onChange({ ...test, unit })} />
    </div>
  );
}

function withValue(test: Extract<Test, { value: unknown }>, value: Literal | VariableReference): Test {
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
      return { ...test, value: isReference(value) ? value : String(value) };
  }
}
