import { Trash2 } from 'lucide-react';
import type { ComponentType } from 'react';
import type { Rule } from '../../../../core/model/rule';
import { useData } from '../../../state/data';
import { walk } from '../../../state/reach';
import { useText } from '../../../text/use-text';
import { Button } from '../../../ui/button';
import { Select } from '../../../ui/select';
import { PathSelect } from './attribute-select';

type RelatedRule = Extract<Rule, { kind: 'related' }>;
export type Editor = ComponentType<{ rule: Rule; entity: string; onChange: (rule: Rule) => void }>;

interface Props {
  rule: RelatedRule;
  entity: string;
  onChange: (rule: Rule) => void;
  onRemove: () => void;
  editor: Editor;
}

/** Everything inside the frame is asked of one and the same related row. */
export function RelatedPart({ rule, entity, onChange, onRemove, editor: Inner }: Props) {
  const t = useText();
  const model = useData((state) => state.model);
  const there = walk(model, entity, rule.path)?.entity;
  const quantifiers = (['some', 'none', 'every'] as const).map((value) => ({ value, label: t.rules.quantifiers[value] }));
  return (
    <div className="rule-frame">
      <div className="row">
        <Select
          label={t.rules.quantifier}
          value={rule.quantifier}
          options={quantifiers}
          onChange={(quantifier) => onChange({ ...rule, quantifier })}
        />
        <Button label={t.rules.removePart} icon={Trash2} iconOnly size="small" onClick={onRemove} />
      </div>
      <PathSelect entity={entity} value={rule.path} onChange={(path) => onChange({ ...rule, path, where: { kind: 'all', rules: [] } })} />
      <span className="field-hint">{rule.quantifier === 'every' ? t.rules.everyHint : t.rules.relatedWhere}</span>
      {there && <Inner rule={rule.where} entity={there} onChange={(where) => onChange({ ...rule, where })} />}
    </div>
  );
}
