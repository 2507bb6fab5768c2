import type { HistoryTable, ProfileSettings } from '../../../core/model/workspace';
import { useData } from '../../state/data';
import { entityNamed } from '../../state/reach';
import { useText } from '../../text/use-text';
import { Field } from '../../ui/field';
import { plainOptions, Select } from '../../ui/select';
import { WordsInput } from '../../ui/words-input';
import { AttributePick, OptionalPick } from './attribute-picks';
import { likelyPerson } from './bound';
import { PersonPick } from './person-pick';
import { TableCounts } from './table-counts';

/** What statuses mean until somebody says otherwise. */
const usual = { unsent: ['planned', 'cancelled', 'failed'], responded: ['clicked', 'replied', 'responded', 'converted'] };

/** A history table to fill in: attributes of the usual names are taken for what they are called. */
export function startHistory(entity: string, attributes: readonly string[], person: string[]): HistoryTable {
  const own = (...names: string[]) => names.find((name) => attributes.includes(name));
  const optional = Object.entries({
    channel: own('channel'),
    campaign: own('campaign', 'campaign_id'),
    message: own('message', 'message_id'),
    status: own('status'),
  }).filter(([, name]) => name !== undefined);
  return {
    entity,
    profile: person,
    at: own('sent_at', 'at') ?? '',
    ...Object.fromEntries(optional),
    ...usual,
  };
}

/** Which entity says what people were sent before, and what became of it. */
export function HistoryForm({
  profile,
  history,
  onChange,
}: {
  profile: ProfileSettings;
  history: NonNullable<ProfileSettings['history']>;
  onChange: (history: HistoryTable) => void;
}) {
  const t = useText();
  const model = useData((state) => state.model);
  const key = entityNamed(model, profile.entity)?.key ?? [];
  const { entity } = history;
  const set = (part: Partial<HistoryTable>) => onChange({ ...history, ...part });
  const move = (next: string) => {
    const attributes = entityNamed(model, next)?.attributes.map((a) => a.name) ?? [];
    onChange(startHistory(next, attributes, likelyPerson(profile, key, next, attributes)));
  };
  return (
    <div className="settings-part column">
      <div className="row top">
        <Field label={t.settings.historyEntity}>
          {(id) => (
            <Select
              id={id}
              value={entity || undefined}
              placeholder={t.common.choose}
              options={plainOptions(model.entities.map((e) => e.name))}
              onChange={move}
            />
          )}
        </Field>
        <PersonPick profile={profile} entity={entity} value={history.profile} onChange={(person) => set({ profile: person })} />
        <AttributePick label={t.settings.historyAt} entity={entity} value={history.at} onChange={(at) => set({ at })} />
      </div>
      <div className="row top">
        <OptionalPick label={t.settings.historyChannel} entity={entity} value={history.channel} onChange={(channel) => set({ channel })} />
        <OptionalPick
          label={t.settings.historyCampaign}
          entity={entity}
          value={history.campaign}
          onChange={(campaign) => set({ campaign })}
        />
        <OptionalPick label={t.settings.historyMessage} entity={entity} value={history.message} onChange={(message) => set({ message })} />
      </div>
      <OptionalPick label={t.settings.historyStatus} entity={entity} value={history.status} onChange={(status) => set({ status })} />
      {history.status !== undefined && (
        <div className="row top">
          <Field label={t.settings.unsent} hint={t.settings.statusHint}>
            {(id) => <WordsInput id={id} words={history.unsent} onChange={(unsent) => set({ unsent })} />}
          </Field>
          <Field label={t.settings.responded} hint={t.settings.statusHint}>
            {(id) => <WordsInput id={id} words={history.responded} onChange={(responded) => set({ responded })} />}
          </Field>
        </div>
      )}
      <p className="field-hint">{t.settings.historyHint}</p>
      <TableCounts kind="history" table={history} />
    </div>
  );
}
