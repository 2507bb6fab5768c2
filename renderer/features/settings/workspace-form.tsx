import type { Workspace } from '../../../core/model/workspace';
import { useData } from '../../state/data';
import { attempt, useSayings } from '../../state/failures';
import { draftSettings, saveSettings, useSession } from '../../state/session';
import { useText } from '../../text/use-text';
import { Button } from '../../ui/button';
import { Field, Input } from '../../ui/field';
import { plainOptions, Select } from '../../ui/select';
import { ShareField } from '../../ui/share-field';
import { ProfileForm } from './profile-form';
import { settingsProblems } from './settings-problems';

export function WorkspaceForm({ settings }: { settings: Workspace }) {
  const t = useText();
  const model = useData((state) => state.model);
  const draft = useSession((state) => state.draft) ?? settings;
  const problems = settingsProblems(draft, model);
  const changed = draft !== settings;
  const save = async () => {
    await saveSettings(draft);
    useSayings.getState().say({ tone: 'success', text: t.settings.saved });
  };
  return (
    <section className="section">
      <div className="section-head settings-head">
        <h2 className="grow">{t.settings.workspace}</h2>
        {changed && <span className="field-hint">{problems.length > 0 ? t.settings.fixFirst : t.settings.unsaved}</span>}
        <Button
          label={t.common.save}
          look="primary"
          disabled={!changed || draft.name === '' || problems.length > 0}
          onClick={() => attempt(save)}
        />
      </div>
      <div className="card card-body column">
        <Field label={t.common.name}>
          {(id) => <Input id={id} value={draft.name} maxLength={120} onChange={(name) => draftSettings({ ...draft, name })} />}
        </Field>
        <div className="row top">
          <Field label={t.settings.zone} hint={t.settings.zoneHint}>
            {(id) => (
              <Select
                id={id}
                value={draft.zone}
                options={plainOptions([...new Set([draft.zone, 'UTC', ...Intl.supportedValuesOf('timeZone')])])}
                onChange={(zone) => draftSettings({ ...draft, zone })}
              />
            )}
          </Field>
          <ShareField
            label={t.settings.control}
            hint={t.settings.controlHint}
            share={draft.control?.share}
            onChange={(share) => draftSettings({ ...draft, control: share === undefined ? undefined : { share } })}
          />
        </div>
      </div>
      <h2>{t.settings.people}</h2>
      <ProfileForm profile={draft.profile} problems={problems} onChange={(profile) => draftSettings({ ...draft, profile })} />
    </section>
  );
}
