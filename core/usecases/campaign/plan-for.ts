import type { Audience } from '../../model/audience';
import type { Campaign } from '../../model/campaign';
import type { DataModel } from '../../model/entity';
import type { Filter } from '../../model/filter';
import type { Given } from '../../model/variable';
import type { Plan } from '../../plan/plan';
import { planCampaign } from '../../plan/plan-campaign';
import { signalProblems } from '../../plan/signals';
import type { Connection } from '../../ports/engine';
import type { Context } from '../context';
import { describeSql } from '../sql/describe-sql';
import { onlyWorkspace } from '../workspace/only-workspace';
import { readMemory } from './memory';

export function modelOf(ctx: Context): DataModel {
  return { entities: ctx.store.list('entity'), links: ctx.store.list('link') };
}

/** What a campaign is looked at with. */
export interface Basis {
  /** UTC instant taken for now. */
  asOf: string;
  /** Values given for its variables. */
  variables?: Given | undefined;
}

/** The plan of a campaign over the workspace's data as it is now. */
export async function planFor(
  ctx: Context,
  connection: Connection,
  campaign: Campaign,
  { asOf, variables = {} }: Basis,
  audiences: readonly Audience[] = ctx.store.list('audience'),
  filters: readonly Filter[] = ctx.store.list('filter'),
): Promise<Plan> {
  const plan = await planCampaign({
    campaign,
    workspace: onlyWorkspace(ctx),
    model: modelOf(ctx),
    audiences,
    filters,
    given: variables,
    memory: await readMemory(ctx, connection, campaign.id),
    asOf,
    parse: (sql) => connection.parseSelect(sql),
    describe: (sql, tables, preface) => describeSql(connection, sql, tables, preface),
    stamp: (path) => ctx.sources.stat(path),
  });
  return { ...plan, problems: [...plan.problems, ...signalProblems(campaign, ctx.store.list('campaign'))] };
}
