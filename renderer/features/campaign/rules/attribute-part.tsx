import { useData } from '../../../state/data';
import { AttributeSelect, attributeAt } from './attribute-select';
import { firstTest, operatorsFor } from './operators';
import { PartFrame } from './part-frame';
import type { PartProps } from './part-props';
import { TestEditor } from './test-editor';
import { ValuesInDataOf } from './values-in-data';

export function AttributePart({ rule, entity, onChange, onRemove }: PartProps<'attribute'>) {
  const model = useData((state) => state.model);
  const type = attributeAt(model, entity, rule.path, rule.attribute)?.type ?? 'text';
  const move = (reached: { path?: string[]; attribute: string }) => {
    const next = attributeAt(model, entity, reached.path, reached.attribute)?.type ?? 'text';
    const test = next === type && operatorsFor(next).includes(rule.test.op) ? rule.test : firstTest(next);
    onChange({ kind: 'attribute', ...reached, test });
  };
  const value = { attribute: rule.attribute, ...(rule.path ? { path: rule.path } : {}) };
  const values = { population: { kind: 'entity' as const, entity }, field: value };
  return (
    <PartFrame onRemove={onRemove} head={<AttributeSelect entity={entity} value={value} onChange={move} />}>
      <ValuesInDataOf value={values}>
        <TestEditor test={rule.test} type={type} onChange={(test) => onChange({ ...rule, test })} />
      </ValuesInDataOf>
    </PartFrame>
  );
}
