import { aggregateFunctions } from '../../../../core/model/rule';
import { useData } from '../../../state/data';
import { entityNamed, walk } from '../../../state/reach';
import { useText } from '../../../text/use-text';
import { Select } from '../../../ui/select';
import { AttributeSelect, attributeAt, PathSelect } from './attribute-select';
import { likelyFigure } from './new-part';
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
  const turn = (fn: typeof rule.function) =>
    onChange({
      ...rule,
      function: fn,
      attribute: fn === 'count' ? undefined : (rule.attribute ?? likelyFigure(entityNamed(model, there))),
    });
  const lead = (path: string[]) => {
    const attribute = rule.function === 'count' ? undefined : likelyFigure(entityNamed(model, walk(model, entity, path)?.entity));
    onChange({ ...rule, path, attribute, where: undefined });
  };
  return (
    <PartFrame
      framed
      onRemove={onRemove}
      head={<Select label={t.rules.function} value={rule.function} options={functions} onChange={turn} />}
    >
      <PathSelect entity={entity} value={rule.path} onChange={lead} />
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
