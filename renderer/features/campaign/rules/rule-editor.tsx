import { memo, type ReactNode } from 'react';
import { unreachable } from '../../../../core/base/never';
import type { Rule } from '../../../../core/model/rule';
import { useSteady } from '../../../state/use-steady';
import { useText } from '../../../text/use-text';
import { AggregatePart } from './aggregate-part';
import { AttributePart } from './attribute-part';
import { AudiencePart } from './audience-part';
import { FilterPart } from './filter-part';
import { type GroupRule, isGroup, unpack } from './group';
import { GroupPart } from './group-part';
import { HistoryPart } from './history-part';
import { Fixed } from './movable';
import { OrderedPart } from './ordered-part';
import { RelatedPart } from './related-part';
import { RuleMoves, useMoves } from './rule-moves';
import { RuleSqlButton } from './rule-sql-button';
import './rules.css';
import { SqlPart } from './sql-part';
import { TopPart } from './top-part';

interface Props {
  rule: Rule;
  entity: string;
  onChange: (rule: Rule) => void;
}

/** A rule as nested frames. Only what changes of it is drawn again. */
export function RuleEditor({ rule, entity, onChange }: Props) {
  return <Rooted rule={rule} entity={entity} onChange={useSteady(onChange)} />;
}

const Rooted = memo(function Rooted({ rule, entity, onChange }: Props) {
  const t = useText();
  const { moves, said } = useMoves(rule, onChange);
  return (
    <RuleMoves.Provider value={moves}>
      <Whole rule={rule} entity={entity} onChange={onChange} tools={<RuleSqlButton rule={rule} entity={entity} onChange={onChange} />} />
      {isGroup(rule) && unpack(rule).rules.length > 1 && <p className="field-hint">{t.rules.moveHint}</p>}
      <span className="visually-hidden" role="status">
        {said}
      </span>
    </RuleMoves.Provider>
  );
});

/** A rule that is no group is shown as the only part of one, and becomes one when it is changed. */
const Whole = memo(function Whole({ rule, entity, onChange, tools }: Props & { tools?: ReactNode }) {
  const t = useText();
  const group: GroupRule = isGroup(rule) ? rule : { kind: 'all', rules: [rule] };
  return (
    <Fixed>
      <section className="rule" data-tour="rule" aria-label={t.rules.rule}>
        <GroupPart rule={group} entity={entity} onChange={onChange} lone={!isGroup(rule)} tools={tools} part={Part} />
      </section>
    </Fixed>
  );
});

function Inner({ rule, entity, onChange }: Props) {
  return <Whole rule={rule} entity={entity} onChange={useSteady(onChange)} />;
}

interface PartProps extends Props {
  onRemove: () => void;
  onReplace: (rules: Rule[]) => void;
}

function Part({ onReplace, ...props }: PartProps) {
  const { rule, ...rest } = props;
  const inner = { ...rest, editor: Inner };
  switch (rule.kind) {
    case 'all':
    case 'any':
    case 'not':
      return <GroupPart rule={rule} {...rest} onReplace={onReplace} part={Part} />;
    case 'attribute':
      return <AttributePart rule={rule} {...inner} />;
    case 'related':
      return <RelatedPart rule={rule} {...inner} />;
    case 'aggregate':
      return <AggregatePart rule={rule} {...inner} />;
    case 'ordered':
      return <OrderedPart rule={rule} {...inner} />;
    case 'top':
      return <TopPart rule={rule} {...inner} />;
    case 'audience':
      return <AudiencePart rule={rule} {...inner} />;
    case 'history':
      return <HistoryPart rule={rule} {...inner} />;
    case 'filter':
      return <FilterPart rule={rule} {...rest} editor={RuleEditor} />;
    case 'sql':
      return <SqlPart rule={rule} {...inner} />;
    default:
      return unreachable(rule);
  }
}
