import type { Context } from '../context';
import { findDocument } from '../find-document';
import { withConnection } from '../with-connection';
import { dropLook } from './look';
import { dropMemory } from './memory';
import { unfinishedRuns } from './run-document';

/**
 * Removes a campaign, and with it what its incremental queries remember and the run it did not finish; what was frozen stays.
 * @throws AppError `not-found`
 */
export async function removeCampaign(ctx: Context, id: string): Promise<void> {
  findDocument(ctx, 'campaign', id);
  const unfinished = unfinishedRuns(ctx, id);
  const queries = ctx.store.read('memory', id)?.queries ?? [];
  const tables = [...queries, ...unfinished.flatMap((r) => r.memory ?? [])].flatMap((q) => (q.table === undefined ? [] : [q.table]));
  await ctx.store.commit([
    { kind: 'campaign', id, document: null },
    { kind: 'memory', id, document: null },
    ...unfinished.map((r) => ({ kind: 'run' as const, id: r.id, document: null })),
  ]);
  await dropLook(ctx, id);
  if (tables.length > 0) await withConnection(ctx, (connection) => dropMemory(connection, new Set(tables)));
}
