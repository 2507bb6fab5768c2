import type { Campaign } from '../../model/campaign';
import type { StepSql } from '../../model/report';
import { stepsOf } from '../../plan/explain';
import type { Context } from '../context';
import { withConnection } from '../with-connection';
import { type Basis, planFor } from './plan-for';

/** The SQL of every step in the order it runs, formatted and runnable as it stands once the steps before it are kept. */
export function campaignSql(ctx: Context, campaign: Campaign, basis: Basis): Promise<StepSql[]> {
  return withConnection(ctx, async (connection) => stepsOf(await planFor(ctx, connection, campaign, basis)));
}
