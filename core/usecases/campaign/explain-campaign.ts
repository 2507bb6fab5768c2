import type { Campaign } from '../../model/campaign';
import type { StepSql } from '../../model/report';
import { scriptOf, stepsOf } from '../../plan/explain';
import type { Context } from '../context';
import { withConnection } from '../with-connection';
import { type Basis, planFor } from './plan-for';

/** Every step of a campaign, and a script of them that runs as it stands and counts every transition. */
export function explainCampaign(ctx: Context, campaign: Campaign, basis: Basis): Promise<{ steps: StepSql[]; script: string }> {
  return withConnection(ctx, async (connection) => {
    const plan = await planFor(ctx, connection, campaign, basis);
    return { steps: stepsOf(plan), script: scriptOf(plan) };
  });
}
