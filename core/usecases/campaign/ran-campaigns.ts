import type { RanCampaign } from '../../model/report';
import type { Context } from '../context';

/** The campaigns that froze something or ran to their end, with how often they did and when last. */
export function ranCampaigns(ctx: Context): RanCampaign[] {
  const ran = new Map<string, RanCampaign>();
  for (const { campaign, state, startedAt, deliveries, exports } of ctx.store.list('run')) {
    if (state !== 'done' && deliveries.length === 0 && exports.length === 0) continue;
    const { runs, last } = ran.get(campaign) ?? { runs: 0, last: startedAt };
    ran.set(campaign, { campaign, runs: runs + 1, last: startedAt > last ? startedAt : last });
  }
  return [...ran.values()];
}
