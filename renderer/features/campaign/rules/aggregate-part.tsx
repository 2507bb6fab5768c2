import { Plus, Trash2 } from 'lucide-react';
import { aggregateFunctions, type Rule } from '../../../../core/model/rule';
import { useData } from '../../../state/data';
import { entityNamed, walk } from '../../../state/reach';
import { useText } from '../../../text/use-text';
import { Button } from '../../../ui/button';
import { Select } from '../../../ui/select';
import { AttributeSelect, attributeAt, PathSelect } from './attribute-select';
import type { Editor } from './related-part';
import { TestEditor } from './test-editor';

type AggregateRule = Extract<Rule, { kind: 'aggregate' }>;

interface Props {
  rule: AggregateRule;
  entity: string;
  onChange: (rule: Rule) => void;
  onRemove: () => void;
  editor: Editor;
}

export function AggregatePart({ rule, entity, onChange, onRemove, editor: Inner }: Props) {
  const t = useText();
  const model = useData((state) => state.model);
  const there = walk(model, entity, rule.path)?.entity;
  const functions = aggregateFunctions.map((value) => ({ value, label: t.rules.functions[value] }));
  const whole = rule.function === 'count' || rule.function === 'count-distinct';
  const type = whole ? 'integer' : (attributeAt(model, entity, rule.path, rule.attribute)?.type ?? 'number');
  const turn = (fn: AggregateRule['function']) => {
    const attribute = fn === 'count' ? undefined : (rule.attribute ?? entityNamed(model, there)?.attributes[0]?.name);
    onChange({ ...rule, function: fn, attribute });
  };
  return (
    <div className="rule-frame">
      <div className="row">
        <Select label={t.rules.function} value={rule.function} options={functions} onChange={turn} />
        <Button label={t.rules.removePart} icon={Trash2} iconOnly size="small" onClick={onRemove} />
      </div>
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
      {rule.where && there ? (
        <Inner rule={rule.where} entity={there} onChange={(where) => onChange({ ...rule, where })} />
      ) : (
        <div>
          <Button
            label={t.rules.addWhere}
            icon={Plus}
            size="small"
            onClick={() => onChange({ ...rule, where: { kind: 'all', rules: [] } })}
          />
        </div>
      )}
    </div>
  );
}
