import { aggregateFunctions } from '../../../../core/model/rule';
import { useData } from '../../../state/data';
import { entityNamed, walk } from '../../../state/reach';
import { useText } from '../../../text/use-text';
import { Select } from '../../../ui/select';
import { AttributeSelect, attributeAt, PathSelect } from './attribute-select';
import { OptionalRule } from './optional-rule';
import { PartFrame } from './part-frame';
import type { PartProps } from './part-props';
import { TestEditor } from './test-editor';

export function AggregatePart({ rule, entity, onChange, onRemove, editor }: PartProps<'aggregate'>) {
  const t = useText();
  const model = useData((state) => state.model);
  const there = walk(model, entity, rule.path)?.entity;
  const functions = aggregateFunctions.map((value) => ({ value, label: t.rules.functions[value] }));
  const whole = rule.function === 'count' || rule.function === 'count-distinct';
  const type = whole ? 'integer' : (attributeAt(model, entity, rule.path, rule.attribute)?.type ?? 'number');
  const turn = (fn: typeof rule.function) => {
    const attribute = fn === 'count' ? undefined : (rule.attribute ?? entityNamed(model, there)?.attributes[0]?.name);
    onChange({ ...rule, function: fn, attribute });
  };
  return (
    <PartFrame
      framed
      onRemove={onRemove}
      head={<Select label={t.rules.function} value={rule.function} options={functions} onChange={turn} />}
    >
      <PathSelect
        entity={entity}
        value={rule.path}
        onChange={(path) => onChange({ ...rule, path, attribute: undefined, where: undefined, function: 'count' })}
      />
      {rule.function !== 'count' && there && (
        <AttributeSelect
          own
          entity={there}
          value={{ attribute: rule.attribute ?? '' }}
          onChange={({ attribute }) => onChange({ ...rule, attribute })}
        />
      )}
      <TestEditor test={rule.test} type={type} onChange={(test) => onChange({ ...rule, test })} />
      {there && (
        <OptionalRule
          label={t.rules.addWhere}
          step="where"
          rule={rule.where}
          entity={there}
          editor={editor}
          onChange={(where) => onChange({ ...rule, where })}
        />
      )}
    </PartFrame>
  );
}
