import { useState } from 'react';
import { channels } from '../../../core/model/message';
import type { ProfileSettings, Workspace } from '../../../core/model/workspace';
import { useData } from '../../state/data';
import { attempt, useSayings } from '../../state/failures';
import { entityNamed } from '../../state/reach';
import { saveSettings } from '../../state/session';
import { useText } from '../../text/use-text';
import { Button } from '../../ui/button';
import { Segmented } from '../../ui/choice';
import { Field, Input } from '../../ui/field';
import { plainOptions, Select } from '../../ui/select';

const unknown: ProfileSettings['unknownConsent'] = { email: 'deny', sms: 'deny', push: 'deny', postal: 'allow' };

export function WorkspaceForm({ settings }: { settings: Workspace }) {
  const t = useText();
  const model = useData((state) => state.model);
  const [draft, setDraft] = useState(settings);
  const { profile } = draft;
  const setProfile = (part: Partial<ProfileSettings>) => profile && setDraft({ ...draft, profile: { ...profile, ...part } });
  const choices = (['allow', 'deny'] as const).map((value) => ({ value, label: t.settings[value] }));
  const save = async () => {
    await saveSettings(draft);
    useSayings.getState().say({ tone: 'success', text: t.settings.saved });
  };
  const attributes = ['-', ...(entityNamed(model, profile?.entity)?.attributes.map((a) => a.name) ?? [])].map((value) => ({
    value,
    label: value === '-' ? t.settings.none : value,
  }));
  const read = (value: string) => (value === '-' ? undefined : value);
  return (
    <section className="section">
      <div className="section-head">
        <h2 className="grow">{t.settings.workspace}</h2>
        <Button label={t.common.save} look="primary" disabled={draft === settings || draft.name === ''} onClick={() => attempt(save)} />
      </div>
      <div className="card card-body column">
        <Field label={t.common.name}>
          {(id) => <Input id={id} value={draft.name} maxLength={120} onChange={(name) => setDraft({ ...draft, name })} />}
        </Field>
        <Field label={t.settings.zone} hint={t.settings.zoneHint}>
          {(id) => (
            <Select
              id={id}
              value={draft.zone}
              options={plainOptions([...new Set([draft.zone, 'UTC', ...Intl.supportedValuesOf('timeZone')])])}
              onChange={(zone) => setDraft({ ...draft, zone })}
            />
          )}
        </Field>
        <Field label={t.settings.profile} hint={t.settings.profileHint}>
          {(id) => (
            <Select
              id={id}
              value={profile?.entity}
              placeholder={t.common.choose}
              options={plainOptions(model.entities.map((e) => e.name))}
              onChange={(entity) =>
                setDraft({
                  ...draft,
                  profile: { entity, unknownConsent: profile?.unknownConsent ?? unknown, suppression: profile?.suppression ?? [] },
                })
              }
            />
          )}
        </Field>
        {profile && (
          <>
            <div className="row top">
              <Field label={t.settings.email}>
                {(id) => (
                  <Select
                    id={id}
                    value={profile.email ?? '-'}
                    options={attributes}
                    onChange={(next) => setProfile({ email: read(next) })}
                  />
                )}
              </Field>
              <Field label={t.settings.phone}>
                {(id) => (
                  <Select
                    id={id}
                    value={profile.phone ?? '-'}
                    options={attributes}
                    onChange={(next) => setProfile({ phone: read(next) })}
                  />
                )}
              </Field>
              <Field label={t.settings.languageAttribute}>
                {(id) => (
                  <Select
                    id={id}
                    value={profile.language ?? '-'}
                    options={attributes}
                    onChange={(next) => setProfile({ language: read(next) })}
                  />
                )}
              </Field>
            </div>
            <h3>{t.settings.unknownConsent}</h3>
            {channels.map((channel) => (
              <div className="row" key={channel}>
                <span className="grow">{t.delivery.channels[channel]}</span>
                <Segmented
                  label={`${t.settings.unknownConsent}: ${t.delivery.channels[channel]}`}
                  value={profile.unknownConsent[channel]}
                  options={choices}
                  onChange={(next) => setProfile({ unknownConsent: { ...profile.unknownConsent, [channel]: next } })}
                />
              </div>
            ))}
          </>
        )}
      </div>
    </section>
  );
}
