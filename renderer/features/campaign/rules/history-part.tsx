import { type Channel, channels } from '../../../../core/model/message';
import { periodUnits } from '../../../../core/model/rule';
import { useLibrary } from '../../../state/library';
import { useSession } from '../../../state/session';
import { useText } from '../../../text/use-text';
import { Switch } from '../../../ui/choice';
import { Input, NumberInput } from '../../../ui/field';
import { ProblemNotice } from '../../../ui/problem-notice';
import { Select } from '../../../ui/select';
import { PathSelect } from './attribute-select';
import { PartFrame } from './part-frame';
import type { PartProps } from './part-props';

const events = { sent: 'sent', 'not-sent': 'sent', responded: 'responded', 'not-responded': 'responded' } as const;

/** What a person was sent before, or answered. */
export function HistoryPart({ rule, entity, onChange, onRemove }: PartProps<'history'>) {
  const t = useText();
  const profile = useSession((state) => state.settings?.profile);
  const value = rule.happened ? rule.event : (`not-${rule.event}` as const);
  const options = (['sent', 'not-sent', 'responded', 'not-responded'] as const).map((v) => ({ value: v, label: t.parts.histories[v] }));
  const head = (
    <Select
      label={t.parts.history}
      value={value}
      options={options}
      onChange={(next) => onChange({ ...rule, event: events[next], happened: next === events[next] })}
    />
  );
  return (
    <PartFrame onRemove={onRemove} head={head}>
      {profile && profile.entity !== entity && (
        <PathSelect
          label={t.parts.toPerson}
          entity={entity}
          to={profile.entity}
          value={rule.path ?? []}
          onChange={(path) => onChange({ ...rule, path })}
        />
      )}
      <Narrowed rule={rule} onChange={onChange} />
      <Within rule={rule} onChange={onChange} />
      {!profile?.history && <ProblemNotice problem={{ code: 'rule-no-history', details: {} }} />}
    </PartFrame>
  );
}

type Narrow = Pick<PartProps<'history'>, 'rule' | 'onChange'>;

/** By channel, campaign and message; only what the history table tells can be asked. */
function Narrowed({ rule, onChange }: Narrow) {
  const t = useText();
  const history = useSession((state) => state.settings?.profile?.history);
  const campaigns = useLibrary((state) => state.campaigns) ?? [];
  const ways: { value: Channel | 'any'; label: string }[] = [
    { value: 'any', label: t.parts.anyChannel },
    ...channels.map((channel) => ({ value: channel, label: t.parts.channels[channel] })),
  ];
  const asked = (column: string | undefined, given: unknown) => history === undefined || column !== undefined || given !== undefined;
  return (
    <>
      {asked(history?.channel, rule.channel) && (
        <Select
          label={t.parts.channel}
          value={rule.channel ?? 'any'}
          options={ways}
          onChange={(channel) => onChange({ ...rule, channel: channel === 'any' ? undefined : channel })}
        />
      )}
      {asked(history?.campaign, rule.campaign) && (
        <Input
          label={t.parts.campaign}
          placeholder={t.parts.anyCampaign}
          value={rule.campaign ?? ''}
          suggestions={campaigns.map((c) => c.id)}
          onChange={(campaign) => onChange({ ...rule, campaign: campaign || undefined })}
        />
      )}
      {asked(history?.message, rule.message) && (
        <Input
          label={t.parts.message}
          placeholder={t.parts.anyMessage}
          value={rule.message ?? ''}
          onChange={(message) => onChange({ ...rule, message: message || undefined })}
        />
      )}
    </>
  );
}

function Within({ rule, onChange }: Narrow) {
  const t = useText();
  const { within } = rule;
  const units = periodUnits.map((unit) => ({ value: unit, label: t.rules.units[unit] }));
  return (
    <>
      <Switch
        label={t.parts.within}
        checked={within !== undefined}
        onChange={(on) => onChange({ ...rule, within: on ? { count: 30, unit: 'day' } : undefined })}
      />
      {within && (
        <div className="pair">
          <NumberInput
            label={t.rules.count}
            whole
            min={1}
            value={within.count}
            onChange={(count) => onChange({ ...rule, within: { ...within, count } })}
          />
          <Select
            label={t.rules.unit}
            value={within.unit}
            options={units}
            onChange={(unit) => onChange({ ...rule, within: { ...within, unit } })}
          />
        </div>
      )}
    </>
  );
}
