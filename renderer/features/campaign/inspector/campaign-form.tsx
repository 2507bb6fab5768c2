import type { Campaign } from '../../../../core/model/campaign';
import { edit, select } from '../../../state/campaign';
import { countKey, useCounts } from '../../../state/counts';
import { outputsOf } from '../../../state/outputs';
import { useFormats, useText } from '../../../text/use-text';
import { Field, Input, TextArea } from '../../../ui/field';
import { ShareField } from '../../../ui/share-field';
import { kinds } from '../kinds';
import { labelOf, outputLabel } from '../sentence';
import { VariablesSection } from './variables-section';

/** The campaign itself, and its activities as a list that reads from top to bottom. */
export function CampaignForm({ campaign }: { campaign: Campaign }) {
  const t = useText();
  const f = useFormats();
  const rows = useCounts((state) => state.rows);
  const change = (part: Partial<Campaign>, key: string) =>
    edit(t.campaign.edits.change(t.campaign.title), (c) => ({ ...c, ...part }), `campaign/${key}`);
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
      <h3 className="form-line">{t.campaign.outline}</h3>
      <ul className="outline">
        {campaign.flow.activities.map((activity) => {
          const { icon: Icon, family } = kinds[activity.type];
          const outputs = outputsOf(activity).map((output): [string, string] => {
            const n = rows.get(countKey(activity.id, output));
            return [outputLabel(activity, output, t), n === undefined ? t.common.unknown : f.number(n)];
          });
          return (
            <li key={activity.id} data-family={family}>
              <button type="button" className="outline-item" onClick={() => select({ activities: [activity.id] })}>
                <span className="node-icon small">
                  <Icon aria-hidden />
                </span>
                <span className="truncate grow">{labelOf(activity, t)}</span>
                <span className="muted number" title={outputs.map(([label, n]) => `${label} ${n}`.trim()).join(' · ')}>
                  {outputs.map(([, n]) => n).join(' · ')}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
