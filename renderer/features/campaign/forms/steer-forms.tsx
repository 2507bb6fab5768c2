import type { ActivityOf } from '../../../../core/model/activity';
import { freshId } from '../../../state/fresh-id';
import { useText } from '../../../text/use-text';
import { Segmented, Switch } from '../../../ui/choice';
import { Field, Input, NumberInput, TextArea } from '../../../ui/field';
import { Select } from '../../../ui/select';
import { BranchFields } from './branch-fields';
import type { FormProps } from './form-props';
import { InputSelect } from './input-select';
import { InstantField } from './instant-field';

export function ForkForm({ activity, onChange }: FormProps<'fork'>) {
  const t = useText();
  const taken = activity.branches.map((b) => b.id);
  return (
    <>
      <p className="field-hint">{t.steer.forkHint}</p>
      <BranchFields
        label={t.steer.branches}
        step="branches"
        branches={activity.branches}
        least={2}
        nameLabel={t.steer.branchName}
        nameOf={t.steer.branch}
        addLabel={t.steer.addBranch}
        onAdd={() => ({ id: freshId(`branch-${taken.length + 1}`, taken) })}
        onChange={(branches, squash) => onChange({ ...activity, branches }, squash)}
      />
    </>
  );
}

export function AndJoinForm({ activity, campaign, onChange }: FormProps<'and-join'>) {
  const t = useText();
  return (
    <InputSelect
      label={t.steer.joinPrimary}
      hint={t.steer.joinHint}
      activity={activity}
      campaign={campaign}
      value={activity.primary ?? 0}
      onChange={(primary) => onChange({ ...activity, primary: primary || undefined })}
    />
  );
}

const waitUnits = ['minute', 'hour', 'day', 'week'] as const;

export function WaitForm({ activity, onChange }: FormProps<'wait'>) {
  const t = useText();
  const { until } = activity;
  const kinds = (['duration', 'instant'] as const).map((value) => ({ value, label: t.steer.waits[value] }));
  const units = waitUnits.map((value) => ({ value, label: t.steer.units[value] }));
  const set = (next: ActivityOf<'wait'>['until'], squash?: string) => onChange({ ...activity, until: next }, squash);
  const turn = (kind: typeof until.kind) =>
    set(
      kind === 'duration'
        ? { kind, amount: 1, unit: 'day' }
        : { kind, at: new Date(Date.now() + 864e5).toISOString().replace(/:\d\d\.\d+Z$/, ':00Z') },
    );
  return (
    <>
      <div>
        <Segmented label={t.steer.waitLabel} value={until.kind} options={kinds} onChange={turn} />
      </div>
      {until.kind === 'duration' ? (
        <div className="field" role="group" aria-label={t.steer.amount}>
          <span className="field-label">{t.steer.amount}</span>
          <div className="pair">
            <NumberInput
              label={t.steer.amount}
              whole
              min={1}
              value={until.amount}
              onChange={(amount) => set({ ...until, amount }, 'amount')}
            />
            <Select label={t.steer.unit} value={until.unit} options={units} onChange={(unit) => set({ ...until, unit })} />
          </div>
        </div>
      ) : (
        <InstantField label={t.steer.until} instant={until.at} onChange={(at) => set({ ...until, at }, 'at')} />
      )}
    </>
  );
}

export function AlertForm({ activity, onChange }: FormProps<'alert'>) {
  const t = useText();
  return (
    <>
      <Field label={t.steer.title} hint={t.steer.alertHint}>
        {(id) => (
          <Input id={id} maxLength={200} value={activity.title} onChange={(title) => title && onChange({ ...activity, title }, 'title')} />
        )}
      </Field>
      <Field label={t.steer.message}>
        {(id) => (
          <TextArea id={id} rows={5} value={activity.message} onChange={(message) => onChange({ ...activity, message }, 'message')} />
        )}
      </Field>
    </>
  );
}

export function StartForm({ activity, campaign, onChange }: FormProps<'start'>) {
  const t = useText();
  const { by } = activity;
  const kinds = (['manual', 'schedule', 'signal'] as const).map((value) => ({ value, label: t.steer.bys[value] }));
  const turn = (kind: typeof by.kind) => onChange({ ...activity, by: kind === 'signal' ? { kind, variables: [] } : { kind } });
  const variables = campaign.variables ?? [];
  return (
    <>
      <Field label={t.steer.begins} hint={t.steer.byHints[by.kind]}>
        {(id) => <Select id={id} value={by.kind} options={kinds} onChange={turn} />}
      </Field>
      {by.kind === 'signal' && (
        <div className="field" role="group" aria-label={t.steer.takes}>
          <span className="field-label">{t.steer.takes}</span>
          {variables.map(({ name, type }) => (
            <div className="row" key={name}>
              <Switch
                label={`$${name}`}
                checked={by.variables.includes(name)}
                onChange={(on) =>
                  onChange({
                    ...activity,
                    by: { ...by, variables: variables.map((v) => v.name).filter((n) => (n === name ? on : by.variables.includes(n))) },
                  })
                }
              />
              <span className="field-hint push">{t.variables.types[type]}</span>
            </div>
          ))}
          {variables.length === 0 && <span className="field-hint">{t.steer.noVariables}</span>}
        </div>
      )}
    </>
  );
}
