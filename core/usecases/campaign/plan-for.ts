import type { Audience } from '../../model/audience';
import type { Campaign } from '../../model/campaign';
import type { DataModel } from '../../model/entity';
import type { Filter } from '../../model/filter';
import type { Plan } from '../../plan/plan';
import { planCampaign } from '../../plan/plan-campaign';
import type { Connection } from '../../ports/engine';
import type { Context } from '../context';
import { describeSql } from '../sql/describe-sql';
import { onlyWorkspace } from '../workspace/only-workspace';
import { readMemory } from './memory';

export function modelOf(ctx: Context): DataModel {
  return { entities: ctx.store.list('entity'), links: ctx.store.list('link') };
}

/** The plan of a campaign over the workspace's data as it is now. */
export async function planFor(
  ctx: Context,
  connection: Connection,
  campaign: Campaign,
  asOf: string,
  audiences: readonly Audience[] = ctx.store.list('audience'),
  filters: readonly Filter[] = ctx.store.list('filter'),
): Promise<Plan> {
  return planCampaign({
    campaign,
    workspace: onlyWorkspace(ctx),
    model: modelOf(ctx),
    audiences,
    filters,
    memory: await readMemory(ctx, connection, campaign.id),
    asOf,
    describe: (sql, tables, preface) => describeSql(connection, sql, tables, preface),
    stamp: (path) => ctx.sources.stat(path),
  });
}
