import { Group, Plus, Sigma, Trash2, Waypoints } from 'lucide-react';
import type { Rule } from '../../../../core/model/rule';
import { useData } from '../../../state/data';
import { entityNamed, pathsFrom } from '../../../state/reach';
import { useText } from '../../../text/use-text';
import { Button } from '../../../ui/button';
import { Segmented } from '../../../ui/choice';
import { Menu, MenuItem } from '../../../ui/menu';
import { AggregatePart } from './aggregate-part';
import { AttributePart } from './attribute-part';
import { firstTest } from './operators';
import { RelatedPart } from './related-part';
import './rules.css';

interface Props {
  rule: Rule;
  entity: string;
  onChange: (rule: Rule) => void;
}

/** A rule as nested frames: groups, conditions, related rows and aggregates. */
export function RuleEditor({ rule, entity, onChange }: Props) {
  const t = useText();
  const whole = rule.kind === 'all' || rule.kind === 'any' || rule.kind === 'not' ? rule : { kind: 'all' as const, rules: [rule] };
  return (
    <section className="rule" aria-label={t.rules.rule}>
      <GroupPart rule={whole} entity={entity} onChange={onChange} />
    </section>
  );
}

type GroupRule = Extract<Rule, { kind: 'all' | 'any' | 'not' }>;
type GroupKind = 'all' | 'any' | 'not';

/** "None of" is written as not(any(…)), so that every group holds a list. */
function unpack(rule: GroupRule): { kind: GroupKind; rules: Rule[] } {
  if (rule.kind !== 'not') return rule;
  return { kind: 'not', rules: rule.rule.kind === 'any' ? rule.rule.rules : [rule.rule] };
}

function pack(kind: GroupKind, rules: Rule[]): Rule {
  return kind === 'not' ? { kind, rule: { kind: 'any', rules } } : { kind, rules };
}

function GroupPart({
  rule,
  entity,
  onChange,
  onRemove,
}: {
  rule: GroupRule;
  entity: string;
  onChange: (rule: Rule) => void;
  onRemove?: () => void;
}) {
  const t = useText();
  const { kind, rules } = unpack(rule);
  const kinds = (['all', 'any', 'not'] as const).map((value) => ({ value, label: t.rules.groups[value] }));
  const set = (next: Rule[]) => onChange(pack(kind, next));
  return (
    <div className="rule-group" data-kind={kind}>
      <div className="row">
        <Segmented label={t.rules.groupKind} value={kind} options={kinds} onChange={(next) => onChange(pack(next, rules))} />
        <span className="push" />
        <AddPart entity={entity} onAdd={(part) => set([...rules, part])} />
        {onRemove && <Button label={t.rules.removePart} icon={Trash2} iconOnly size="small" onClick={onRemove} />}
      </div>
      {rules.length === 0 && <p className="field-hint">{t.rules.everyone}</p>}
      {rules.map((part, i) => (
        <Part
          key={i}
          rule={part}
          entity={entity}
          onChange={(next) => set(rules.map((was, j) => (j === i ? next : was)))}
          onRemove={() => set(rules.filter((_, j) => j !== i))}
        />
      ))}
    </div>
  );
}

function Part(props: Props & { onRemove: () => void }) {
  const { rule, ...rest } = props;
  switch (rule.kind) {
    case 'all':
    case 'any':
    case 'not':
      return <GroupPart rule={rule} {...rest} />;
    case 'attribute':
      return <AttributePart rule={rule} {...rest} />;
    case 'related':
      return <RelatedPart rule={rule} {...rest} editor={RuleEditor} />;
    case 'aggregate':
      return <AggregatePart rule={rule} {...rest} editor={RuleEditor} />;
  }
}

function AddPart({ entity, onAdd }: { entity: string; onAdd: (rule: Rule) => void }) {
  const t = useText();
  const model = useData((state) => state.model);
  const attribute = entityNamed(model, entity)?.attributes.at(0);
  const path = pathsFrom(model, entity, 1, false).find((p) => p.many)?.path ?? pathsFrom(model, entity, 1, false)[0]?.path;
  return (
    <Menu align="end" trigger={<Button label={t.common.add} icon={Plus} size="small" />}>
      <MenuItem
        label={t.rules.addCondition}
        icon={Plus}
        disabled={!attribute}
        onPick={() => attribute && onAdd({ kind: 'attribute', attribute: attribute.name, test: firstTest(attribute.type) })}
      />
      <MenuItem label={t.rules.addGroup} icon={Group} onPick={() => onAdd({ kind: 'any', rules: [] })} />
      <MenuItem
        label={t.rules.addRelated}
        icon={Waypoints}
        disabled={!path}
        onPick={() => path && onAdd({ kind: 'related', quantifier: 'some', path, where: { kind: 'all', rules: [] } })}
      />
      <MenuItem
        label={t.rules.addAggregate}
        icon={Sigma}
        disabled={!path}
        onPick={() => path && onAdd({ kind: 'aggregate', path, function: 'count', test: { op: 'at-least', value: 1 } })}
      />
    </Menu>
  );
}
