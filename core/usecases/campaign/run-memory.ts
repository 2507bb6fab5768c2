import { memoryTable, remembersKeys } from '../../flow/remembered';
import type { Campaign } from '../../model/campaign';
import { type Memory, memoryFormat, type Remembered } from '../../model/memory';
import type { Run } from '../../model/run';
import { outputOf } from '../../plan/plan';
import type { Connection } from '../../ports/engine';
import type { Write } from '../../ports/meta-store';
import { findEntity } from '../../segment/population';
import type { Context } from '../context';
import type { ComputedCampaign } from './compute-campaign';
import { keepKeys, rowsUpTo } from './memory';

/** The versions of its memory that a run is going to make, one for each incremental query it comes to. */
export function versionsToMake(ctx: Context, campaign: Campaign, { plan, outcome }: ComputedCampaign): NonNullable<Run['memory']> {
  const before = ctx.store.read('memory', campaign.id)?.queries ?? [];
  return campaign.flow.activities.flatMap((activity) => {
    if (activity.type !== 'incremental-query' || !outcome.reached.activity(activity.id)) return [];
    const version = (before.find((q) => q.activity === activity.id)?.version ?? 0) + 1;
    const entity = remembersKeys(activity) ? findEntity(plan.compilation.model, activity.dimension) : undefined;
    const table = entity && memoryTable(campaign.id, activity.id, entity).name;
    return [{ activity: activity.id, version, ...(table === undefined ? {} : { table }) }];
  });
}

/** Keeps the keys a run passes on. They count when the run is confirmed; doing it again changes nothing. */
export async function keepPassed(connection: Connection, run: Run, { plan }: ComputedCampaign): Promise<void> {
  for (const { activity, version, table } of run.memory ?? []) {
    const population = outputOf(plan, activity, 'out');
    if (population && table !== undefined) await keepKeys(connection, table, population, { version, asOf: run.asOf });
  }
}

/** The document that makes what a run passed on count. */
export async function confirmMemory(ctx: Context, connection: Connection, run: Run): Promise<Write[]> {
  if (!run.memory || run.memory.length === 0) return [];
  const before = ctx.store.read('memory', run.campaign)?.queries ?? [];
  const queries = new Map(before.map((q) => [q.activity, q]));
  for (const made of run.memory) queries.set(made.activity, await confirmed(connection, run, made, queries.get(made.activity)));
  const document: Memory = { format: memoryFormat, id: run.campaign, queries: [...queries.values()] };
  return [{ kind: 'memory', id: run.campaign, document }];
}

async function confirmed(
  connection: Connection,
  run: Run,
  { activity, version, table }: NonNullable<Run['memory']>[number],
  before: Remembered | undefined,
): Promise<Remembered> {
  const made = { activity, version, run: run.id, asOf: run.asOf };
  if (table !== undefined) return { ...made, table, rows: await rowsUpTo(connection, table, version) };
  // Keys stay known while the query goes by date for a time.
  return before?.table === undefined ? made : { ...made, table: before.table, rows: before.rows };
}
