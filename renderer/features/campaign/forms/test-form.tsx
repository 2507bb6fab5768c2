import { Trash2 } from 'lucide-react';
import type { Condition } from '../../../../core/model/activity';
import type { Campaign } from '../../../../core/model/campaign';
import type { VariableType } from '../../../../core/model/variable';
import { freshId } from '../../../state/fresh-id';
import { useText } from '../../../text/use-text';
import { AddButton, Button } from '../../../ui/button';
import { Switch } from '../../../ui/choice';
import { Select } from '../../../ui/select';
import { ValueInput } from '../rules/value-input';
import { dataTypeFor, firstLiteral } from '../rules/variable-types';
import { BranchFields } from './branch-fields';
import { CountSelect } from './count-select';
import type { FormProps } from './form-props';

const first: Condition = { left: { kind: 'count' }, op: 'at-least', right: 1 };

export function TestForm({ activity, campaign, onChange }: FormProps<'test'>) {
  const t = useText();
  const taken = activity.branches.map((b) => b.id);
  return (
    <>
      <p className="field-hint">{t.steer.testHint}</p>
      <BranchFields
        label={t.steer.branches}
        step="branches"
        branches={activity.branches}
        least={1}
        nameLabel={t.steer.branchName}
        nameOf={t.steer.branch}
        addLabel={t.steer.addBranch}
        onAdd={() => ({ id: freshId(`branch-${taken.length + 1}`, taken), all: [first] })}
        onChange={(branches, squash) => onChange({ ...activity, branches }, squash)}
      >
        {(branch, change) => (
          <Conditions all={branch.all} self={activity.id} campaign={campaign} onChange={(all) => change({ ...branch, all })} />
        )}
      </BranchFields>
      <div className="field">
        <Switch
          label={t.steer.withOtherwise}
          checked={activity.default === true}
          onChange={(on) => onChange({ ...activity, default: on || undefined })}
        />
        {!activity.default && <span className="field-hint">{t.steer.withoutOtherwise}</span>}
      </div>
    </>
  );
}

function Conditions({
  all,
  self,
  campaign,
  onChange,
}: {
  all: readonly Condition[];
  self: string;
  campaign: Campaign;
  onChange: (all: Condition[]) => void;
}) {
  const t = useText();
  return (
    <div className="column tight" role="group" aria-label={t.steer.conditions}>
      <span className="field-hint">{t.steer.conditions}</span>
      {all.map((condition, i) => (
        <div className="condition" key={i} role="group" aria-label={`${t.steer.condition} ${i + 1}`}>
          <ConditionFields
            condition={condition}
            self={self}
            campaign={campaign}
            onChange={(next) => onChange(all.map((was, j) => (j === i ? next : was)))}
          />
          <Button
            label={t.common.remove}
            icon={Trash2}
            iconOnly
            size="small"
            disabled={all.length === 1}
            onClick={() => onChange(all.filter((_, j) => j !== i))}
          />
        </div>
      ))}
      <AddButton label={t.steer.addCondition} onClick={() => onChange([...all, first])} />
    </div>
  );
}

const ordered = ['at-least', 'greater', 'at-most', 'less', 'equals', 'not-equals'] as const;
const equality = ['equals', 'not-equals'] as const;

function ConditionFields({
  condition,
  self,
  campaign,
  onChange,
}: {
  condition: Condition;
  self: string;
  campaign: Campaign;
  onChange: (condition: Condition) => void;
}) {
  const t = useText();
  const { left, op, right } = condition;
  const typeOf = (side: Condition['left']): VariableType =>
    side.kind === 'count' ? 'number' : (campaign.variables?.find((v) => v.name === side.variable)?.type ?? 'text');
  const type = typeOf(left);
  const ops = (type === 'boolean' || type === 'list' ? equality : ordered).map((value) => ({ value, label: t.steer.comparisons[value] }));
  const turn = (next: Condition['left']) => {
    const same = typeOf(next) === type;
    onChange(same ? { ...condition, left: next } : { left: next, op: 'equals', right: firstLiteral(dataTypeFor(typeOf(next))) });
  };
  return (
    <div className="column tight grow">
      <CountSelect label={t.steer.left} campaign={campaign} self={self} variables value={left} onChange={turn} />
      <div className="pair">
        <Select label={t.steer.op} value={op} options={ops} onChange={(next) => onChange({ ...condition, op: next })} />
        <ValueInput
          label={t.steer.right}
          type={dataTypeFor(type)}
          value={right}
          onChange={(next) => onChange({ ...condition, right: next })}
        />
      </div>
    </div>
  );
}
