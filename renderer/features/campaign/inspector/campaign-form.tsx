import type { Campaign } from '../../../../core/model/campaign';
import { edit } from '../../../state/campaign';
import { useText } from '../../../text/use-text';
import { Field, Input, TextArea } from '../../../ui/field';
import { ShareField } from '../../../ui/share-field';
import { ActivityList } from './activity-list';
import { VariablesSection } from './variables-section';

/** The campaign itself, and its activities as a list that reads from top to bottom. */
export function CampaignForm({ campaign }: { campaign: Campaign }) {
  const t = useText();
  const names = {
    name: t.campaign.campaignName,
    description: t.campaign.description,
    control: t.campaign.campaignControl,
    seed: t.campaign.salt,
  };
  const change = (part: Partial<Campaign>, key: keyof typeof names) =>
    edit(t.campaign.edits.change(names[key]), (c) => ({ ...c, ...part }), `campaign/${key}`);
  return (
    <div className="inspector-body">
      <Field label={t.campaign.campaignName}>
        {(id) => <Input id={id} value={campaign.name} maxLength={120} onChange={(name) => name && change({ name }, 'name')} />}
      </Field>
      <Field label={t.campaign.description}>
        {(id) => (
          <TextArea
            id={id}
            rows={3}
            value={campaign.description ?? ''}
            onChange={(description) => change({ description: description || undefined }, 'description')}
          />
        )}
      </Field>
      <ShareField
        label={t.campaign.campaignControl}
        hint={t.campaign.campaignControlHint}
        share={campaign.control?.share}
        onChange={(share) => change({ control: share === undefined ? undefined : { share } }, 'control')}
      />
      <Field label={t.campaign.salt} hint={t.campaign.saltHint}>
        {(id) => <Input id={id} value={campaign.seed} maxLength={120} onChange={(seed) => seed && change({ seed }, 'seed')} />}
      </Field>
      <VariablesSection campaign={campaign} />
      {campaign.flow.activities.length > 0 && <h3 className="form-line">{t.campaign.outline}</h3>}
      <ActivityList activities={campaign.flow.activities} />
    </div>
  );
}
