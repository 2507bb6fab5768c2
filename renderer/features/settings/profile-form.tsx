import { channels } from '../../../core/model/message';
import type { ProfileSettings } from '../../../core/model/workspace';
import { useData } from '../../state/data';
import { entityNamed } from '../../state/reach';
import { useText } from '../../text/use-text';
import { Segmented, Switch } from '../../ui/choice';
import { Field } from '../../ui/field';
import { plainOptions, Select } from '../../ui/select';
import { OptionalPick } from './attribute-picks';
import { withIdentities } from './bound';
import { ConsentForm, startConsent } from './consent-form';
import { HistoryForm, startHistory } from './history-form';
import { IdentitiesForm } from './identities-form';
import { likelyPostal, likelyReach } from './likely-attributes';
import { PostalForm } from './postal-form';
import { ProblemLines } from './problem-lines';
import { Reconciled } from './reconciled';
import type { SettingsProblem } from './settings-problems';
import { SuppressionForm } from './suppression-form';

/** Unknown consent when nobody has said otherwise: mail may go, everything else may not. */
const unknown: ProfileSettings['unknownConsent'] = { email: 'deny', sms: 'deny', push: 'deny', postal: 'allow' };

interface Props {
  profile: ProfileSettings | undefined;
  problems: readonly SettingsProblem[];
  onChange: (profile: ProfileSettings) => void;
}

/** Who messages go to: the entity, how its rows are addressed, what they agreed to and who must never be contacted. */
export function ProfileForm({ profile, problems, onChange }: Props) {
  const t = useText();
  const model = useData((state) => state.model);
  const start = (entity: string) =>
    onChange({
      entity,
      ...likelyReach(entityNamed(model, entity)?.attributes ?? []),
      unknownConsent: profile?.unknownConsent ?? unknown,
      suppression: profile?.suppression ?? [],
    });
  return (
    <>
      <div className="card card-body column">
        <Field label={t.settings.profile} hint={model.entities.length === 0 ? t.settings.noEntities : t.settings.profileHint}>
          {(id) => (
            <Select
              id={id}
              value={profile?.entity}
              placeholder={t.common.choose}
              options={plainOptions(model.entities.map((e) => e.name))}
              onChange={start}
              disabled={model.entities.length === 0}
            />
          )}
        </Field>
        {profile && <Addresses profile={profile} onChange={onChange} />}
        <ProblemLines problems={problems} part="profile" />
        <ProblemLines problems={problems} part="postal" />
      </div>
      {profile && (
        <Reconciled>
          <Identities profile={profile} problems={problems} onChange={onChange} />
          <Agreement profile={profile} problems={problems} onChange={onChange} />
        </Reconciled>
      )}
    </>
  );
}

interface PartProps {
  profile: ProfileSettings;
  onChange: (profile: ProfileSettings) => void;
}

function Addresses({ profile, onChange }: PartProps) {
  const t = useText();
  const attributes = useData((state) => entityNamed(state.model, profile.entity)?.attributes) ?? [];
  const { entity, postal } = profile;
  const set = (part: Partial<ProfileSettings>) => onChange({ ...profile, ...part });
  return (
    <>
      <div className="row top">
        <OptionalPick label={t.settings.email} entity={entity} value={profile.email} onChange={(email) => set({ email })} />
        <OptionalPick label={t.settings.phone} entity={entity} value={profile.phone} onChange={(phone) => set({ phone })} />
        <OptionalPick
          label={t.settings.languageAttribute}
          entity={entity}
          value={profile.language}
          onChange={(language) => set({ language })}
        />
      </div>
      <Switch
        label={t.settings.postal}
        checked={postal !== undefined}
        onChange={(on) => set({ postal: on ? likelyPostal(attributes) : undefined })}
      />
      {postal && <PostalForm entity={entity} postal={postal} onChange={(next) => set({ postal: next })} />}
    </>
  );
}

function Identities({ profile, problems, onChange }: PartProps & { problems: readonly SettingsProblem[] }) {
  const t = useText();
  return (
    <>
      <h3>{t.settings.identities}</h3>
      <div className="card card-body column">
        <p className="field-hint">{t.settings.identitiesHint}</p>
        <IdentitiesForm profile={profile} onChange={(identities) => onChange(withIdentities(profile, identities))} />
        <ProblemLines problems={problems} part="identities" />
      </div>
    </>
  );
}

function Agreement({ profile, problems, onChange }: PartProps & { problems: readonly SettingsProblem[] }) {
  const t = useText();
  const model = useData((state) => state.model);
  const { consent } = profile;
  const set = (part: Partial<ProfileSettings>) => onChange({ ...profile, ...part });
  const begin = () =>
    startConsent(
      '',
      [],
      (entityNamed(model, profile.entity)?.key ?? []).map(() => ''),
    );
  const choices = (['allow', 'deny'] as const).map((value) => ({ value, label: t.settings[value] }));
  return (
    <>
      <h3>{t.settings.consent}</h3>
      <div className="card card-body column">
        <Switch
          label={t.settings.consentTable}
          checked={consent !== undefined}
          onChange={(on) => set({ consent: on ? begin() : undefined })}
        />
        {consent && <ConsentForm profile={profile} consent={consent} onChange={(next) => set({ consent: next })} />}
        <ProblemLines problems={problems} part="consent" />
        <span className="field-label">{t.settings.unknownConsent}</span>
        {channels.map((channel) => (
          <div className="row" key={channel}>
            <span className="grow">{t.delivery.channels[channel]}</span>
            <Segmented
              label={`${t.settings.unknownConsent}: ${t.delivery.channels[channel]}`}
              value={profile.unknownConsent[channel]}
              options={choices}
              onChange={(next) => set({ unknownConsent: { ...profile.unknownConsent, [channel]: next } })}
            />
          </div>
        ))}
      </div>
      <h3>{t.settings.history}</h3>
      <div className="card card-body column">
        <Switch
          label={t.settings.historyTable}
          checked={profile.history !== undefined}
          onChange={(on) =>
            set({
              history: on
                ? startHistory(
                    '',
                    [],
                    (entityNamed(model, profile.entity)?.key ?? []).map(() => ''),
                  )
                : undefined,
            })
          }
        />
        {profile.history && <HistoryForm profile={profile} history={profile.history} onChange={(history) => set({ history })} />}
        <ProblemLines problems={problems} part="history" />
      </div>
      <h3>{t.settings.suppression}</h3>
      <div className="card card-body column">
        <p className="field-hint">{t.settings.suppressionHint}</p>
        <SuppressionForm profile={profile} onChange={(suppression) => set({ suppression })} />
        <ProblemLines problems={problems} part="suppression" />
      </div>
    </>
  );
}
