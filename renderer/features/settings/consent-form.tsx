import type { ProfileSettings } from '../../../core/model/workspace';
import { useData } from '../../state/data';
import { entityNamed } from '../../state/reach';
import { useText } from '../../text/use-text';
import { Field } from '../../ui/field';
import { plainOptions, Select } from '../../ui/select';
import { AttributePick, OptionalPick } from './attribute-picks';
import { likelyPerson } from './bound';
import { PersonPick } from './person-pick';
import { TableCounts } from './table-counts';

export type ConsentTable = NonNullable<ProfileSettings['consent']>;

/** A consent table to fill in: attributes of the usual names are taken for what they are called. */
export function startConsent(entity: string, attributes: readonly string[], person: string[]): ConsentTable {
  const own = (name: string) => (attributes.includes(name) ? name : '');
  return { entity, profile: person, channel: own('channel'), value: own('value'), at: own('at') };
}

/** Which entity says who agreed to what, and in which attributes. */
export function ConsentForm({
  profile,
  consent,
  onChange,
}: {
  profile: ProfileSettings;
  consent: ConsentTable;
  onChange: (consent: ConsentTable) => void;
}) {
  const t = useText();
  const model = useData((state) => state.model);
  const key = entityNamed(model, profile.entity)?.key ?? [];
  const { entity } = consent;
  const set = (part: Partial<ConsentTable>) => onChange({ ...consent, ...part });
  const move = (next: string) => {
    const attributes = entityNamed(model, next)?.attributes.map((a) => a.name) ?? [];
    onChange(startConsent(next, attributes, likelyPerson(profile, key, next, attributes)));
  };
  return (
    <div className="settings-part column">
      <div className="row top">
        <Field label={t.settings.consentEntity}>
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
        <PersonPick profile={profile} entity={entity} value={consent.profile} onChange={(person) => set({ profile: person })} />
      </div>
      <div className="row top">
        <AttributePick label={t.settings.consentChannel} entity={entity} value={consent.channel} onChange={(channel) => set({ channel })} />
        <OptionalPick label={t.settings.consentPurpose} entity={entity} value={consent.purpose} onChange={(purpose) => set({ purpose })} />
      </div>
      <div className="row top">
        <AttributePick label={t.settings.consentValue} entity={entity} value={consent.value} onChange={(value) => set({ value })} />
        <AttributePick label={t.settings.consentAt} entity={entity} value={consent.at} onChange={(at) => set({ at })} />
      </div>
      <p className="field-hint">{t.settings.consentHint}</p>
      <TableCounts kind="consent" table={consent} />
    </div>
  );
}
