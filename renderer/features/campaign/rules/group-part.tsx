import { BookmarkPlus, Code, Ellipsis, Trash2, Ungroup } from 'lucide-react';
import { type ComponentType, Fragment, memo, type ReactNode, useMemo, useRef, useState } from 'react';
import type { Place } from '../../../../core/base/problems';
import type { Rule } from '../../../../core/model/rule';
import { useSteady } from '../../../state/use-steady';
import { useText } from '../../../text/use-text';
import { Button } from '../../../ui/button';
import { Segmented } from '../../../ui/choice';
import { Menu, MenuItem } from '../../../ui/menu';
import { SaveFilterDialog } from '../filters/save-filter-dialog';
import { At, ProblemsHere, useHere } from '../problems-here';
import { AddPart } from './add-part';
import { Grip } from './grip';
import { type GroupRule, pack, unpack } from './group';
import { Movable } from './movable';
import { useRuleMoves } from './rule-moves';
import { RuleSqlDialog } from './rule-sql-dialog';
import { failsMissing } from './rule-words';
import { useLanding } from './use-landing';

interface PartOfGroup {
  rule: Rule;
  entity: string;
  onChange: (rule: Rule) => void;
  onRemove: () => void;
}

type Part = ComponentType<PartOfGroup & { onReplace: (rules: Rule[]) => void }>;

/** Conditions that go together: all, any or none of them. */
export function GroupPart({
  rule,
  entity,
  onChange,
  onRemove,
  onReplace,
  lone = false,
  tools,
  part: Part,
}: {
  rule: GroupRule;
  entity: string;
  onChange: (rule: Rule) => void;
  onRemove?: () => void;
  /** Puts others into its place in the group around. */
  onReplace?: (rules: Rule[]) => void;
  /** It is not in the document: what it holds stands where it stands. */
  lone?: boolean;
  /** What can be done with the rule as a whole. */
  tools?: ReactNode;
  part: Part;
}) {
  const t = useText();
  const { kind, rules, steps } = unpack(rule);
  const kinds = (['all', 'any', 'not'] as const).map((value) => ({ value, label: t.rules.groups[value] }));
  const set = (next: Rule[]) => onChange(pack(kind, next));
  const replace = useSteady((index: number, next: Rule[]) => set(rules.toSpliced(index, 1, ...next)));
  const element = useRef<HTMLDivElement>(null);
  const group = useGroupPlace(lone);
  const landing = useLanding(element, group, entity);
  return (
    <div ref={element} className="rule-group" data-kind={kind}>
      <div className="rule-head">
        <Grip />
        <Segmented label={t.rules.groupKind} value={kind} options={kinds} onChange={(next) => onChange(pack(next, rules))} />
        <span className="rule-acts">
          <AddPart entity={entity} onAdd={(part) => set([...rules, part])} />
          {tools}
          <GroupMenu
            rule={rule}
            entity={entity}
            empty={rules.length === 0}
            onChange={onChange}
            asSql={tools === undefined}
            onRemove={onRemove}
            onUngroup={onReplace && kind !== 'not' ? () => onReplace(rules) : undefined}
          />
        </span>
      </div>
      {rules.length === 0 && <p className="field-hint">{kind === 'any' ? t.rules.nobody(entity) : t.rules.everyone(entity)}</p>}
      {kind === 'not' && rules.some(failsMissing) && <p className="field-hint">{t.rules.missingToo}</p>}
      {!lone && <ProblemsHere />}
      {rules.map((part, i) => (
        <Fragment key={i}>
          {landing === i && <div className="rule-landing" />}
          <At steps={lone ? [] : steps(i)}>
            <Member rule={part} entity={entity} group={group} index={i} part={Part} onReplace={replace} />
          </At>
        </Fragment>
      ))}
      {landing === rules.length && <div className="rule-landing" />}
    </div>
  );
}

/** One of the parts: drawn again when it changes itself, not when another does. */
const Member = memo(function Member({
  rule,
  entity,
  group,
  index,
  part: Part,
  onReplace,
}: {
  rule: Rule;
  entity: string;
  group: Place;
  index: number;
  part: Part;
  onReplace: (index: number, rules: Rule[]) => void;
}) {
  return (
    <Movable rule={rule} entity={entity} group={group} index={index}>
      <Part
        rule={rule}
        entity={entity}
        onChange={(next) => onReplace(index, [next])}
        onRemove={() => onReplace(index, [])}
        onReplace={(next) => onReplace(index, next)}
      />
    </Movable>
  );
});

/** Where the group is in the rule; the same as long as it stays there. */
function useGroupPlace(lone: boolean): Place {
  const moves = useRuleMoves();
  const here = useHere();
  return useMemo(() => moves.placeOf(here, lone), [moves, here, lone]);
}

function GroupMenu({
  rule,
  entity,
  empty,
  asSql,
  onChange,
  onRemove,
  onUngroup,
}: {
  rule: Rule;
  entity: string;
  empty: boolean;
  /** Nothing else beside it shows the SQL. */
  asSql: boolean;
  onChange: (rule: Rule) => void;
  onRemove: (() => void) | undefined;
  onUngroup: (() => void) | undefined;
}) {
  const t = useText();
  const [saving, setSaving] = useState(false);
  const [written, setWritten] = useState(false);
  return (
    <>
      <Menu align="end" trigger={<Button label={t.parts.more} icon={Ellipsis} iconOnly size="small" />}>
        <MenuItem label={t.parts.saveAsFilter} icon={BookmarkPlus} disabled={empty} onPick={() => setSaving(true)} />
        {asSql && <MenuItem label={t.ruleSql.open} icon={Code} onPick={() => setWritten(true)} />}
        {onUngroup && <MenuItem label={t.parts.ungroup} icon={Ungroup} onPick={onUngroup} />}
        {onRemove && <MenuItem label={t.rules.removePart} icon={Trash2} look="danger" onPick={onRemove} />}
      </Menu>
      {written && <RuleSqlDialog rule={rule} entity={entity} onChange={onChange} onClose={() => setWritten(false)} />}
      {saving && (
        <SaveFilterDialog
          rule={rule}
          entity={entity}
          onClose={() => setSaving(false)}
          onSaved={(use) => {
            setSaving(false);
            onChange(use);
          }}
        />
      )}
    </>
  );
}
