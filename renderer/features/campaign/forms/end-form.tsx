import type { Campaign } from '../../../../core/model/campaign';
import type { Argument } from '../../../../core/model/value';
import type { Parameter } from '../../../../core/model/variable';
import { useLibrary } from '../../../state/library';
import { useText } from '../../../text/use-text';
import { Switch } from '../../../ui/choice';
import { Field } from '../../../ui/field';
import { Select } from '../../../ui/select';
import { ArgumentField } from '../variables/argument-field';
import type { FormProps } from './form-props';

/** The variables a campaign takes from a signal. */
function takenBy(campaign: Campaign | undefined): Parameter[] {
  const names = campaign?.flow.activities.flatMap((a) => (a.type === 'start' && a.by.kind === 'signal' ? a.by.variables : [])) ?? [];
  return campaign?.variables?.filter((v) => names.includes(v.name)) ?? [];
}

export function EndForm({ activity, campaign, onChange }: FormProps<'end'>) {
  const t = useText();
  const others = (useLibrary((state) => state.campaigns) ?? []).filter((c) => c.id !== campaign.id);
  const { signal } = activity;
  const target = others.find((c) => c.id === signal?.campaign);
  const taken = takenBy(target);
  const first = others[0];
  const set = (name: string, value: Argument | undefined) => {
    if (!signal) return;
    const { [name]: _was, ...rest } = signal.parameters;
    onChange({ ...activity, signal: { ...signal, parameters: value === undefined ? rest : { ...rest, [name]: value } } }, `value/${name}`);
  };
  return (
    <>
      <div className="field">
        <Switch
          label={t.steer.signals}
          checked={signal !== undefined}
          disabled={!first && !signal}
          onChange={(on) => onChange({ ...activity, signal: on && first ? { campaign: first.id, parameters: {} } : undefined })}
        />
        <span className="field-hint">{first ? t.steer.signalHint : t.steer.noCampaigns}</span>
      </div>
      {signal && (
        <Field label={t.steer.campaign}>
          {(id) => (
            <Select
              id={id}
              value={signal.campaign}
              options={others.map((c) => ({ value: c.id, label: c.name }))}
              onChange={(next) => onChange({ ...activity, signal: { campaign: next, parameters: {} } })}
            />
          )}
        </Field>
      )}
      {target && (
        <div className="field" role="group" aria-label={t.steer.brings}>
          <span className="field-label">{t.steer.brings}</span>
          {taken.length === 0 && <span className="field-hint">{t.steer.bringsNothing}</span>}
          {taken.map((parameter) => (
            <ArgumentField
              key={parameter.name}
              parameter={parameter}
              value={signal?.parameters[parameter.name]}
              otherwise={t.steer.keepsOwn}
              onChange={(value) => set(parameter.name, value)}
            />
          ))}
        </div>
      )}
    </>
  );
}
