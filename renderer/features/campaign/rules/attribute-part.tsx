import { Trash2 } from 'lucide-react';
import type { Rule } from '../../../../core/model/rule';
import { useData } from '../../../state/data';
import { useText } from '../../../text/use-text';
import { Button } from '../../../ui/button';
import { AttributeSelect, attributeAt } from './attribute-select';
import { firstTest, operatorsFor } from './operators';
import { TestEditor } from './test-editor';

type AttributeRule = Extract<Rule, { kind: 'attribute' }>;

export function AttributePart({
  rule,
  entity,
  onChange,
  onRemove,
}: {
  rule: AttributeRule;
  entity: string;
  onChange: (rule: Rule) => void;
  onRemove: () => void;
}) {
  const t = useText();
  const model = useData((state) => state.model);
  const type = attributeAt(model, entity, rule.path, rule.attribute)?.type ?? 'text';
  const move = (reached: { path?: string[]; attribute: string }) => {
    const next = attributeAt(model, entity, reached.path, reached.attribute)?.type ?? 'text';
    const test = next === type && operatorsFor(next).includes(rule.test.op) ? rule.test : firstTest(next);
    onChange({ kind: 'attribute', ...reached, test });
  };
  return (
    <div className="rule-part">
      <div className="row">
        <AttributeSelect entity={entity} value={{ attribute: rule.attribute, ...(rule.path ? { path: rule.path } : {}) }} onChange={move} />
        <Button label={t.rules.removePart} icon={Trash2} iconOnly size="small" onClick={onRemove} />
      </div>
      <TestEditor test={rule.test} type={type} onChange={(test) => onChange({ ...rule, test })} />
    </div>
  );
}
