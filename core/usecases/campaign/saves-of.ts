import type { Campaign } from '../../model/campaign';
import type { Save } from '../audience/plan-saves';
import type { ComputedCampaign } from './compute-campaign';

/** What a campaign saves of the populations that were computed and that a run comes to, in the order of its plan. */
export function savesOf(
  campaign: Campaign,
  { plan, counts, outcome }: Pick<ComputedCampaign, 'plan' | 'counts' | 'outcome'>,
): (Save & { activity: string })[] {
  return plan.outputs.flatMap(({ activity: id, output, population }) => {
    const activity = campaign.flow.activities.find((a) => a.id === id);
    const counted = counts.find((c) => c.activity === id && c.output === output);
    if (activity?.type !== 'save-audience' || output !== 'out' || !counted || !outcome.reached.activity(id)) return [];
    const { audience, mode, columns, label } = activity;
    return [{ activity: id, audience, mode, columns, name: label, population, rows: counted.rows }];
  });
}
