import { AppError } from '../../base/errors';
import { type Memory, memoryFormat } from '../../model/memory';
import type { Context } from '../context';
import { findDocument } from '../find-document';
import { withConnection } from '../with-connection';
import { deleteUpTo } from './memory';

/**
 * Lets the incremental queries of a campaign, or one of them, begin anew: what confirmed runs passed on counts as never passed.
 * @throws AppError `not-found` when there is no such campaign, or the activity remembers nothing
 */
export async function forgetPassed(ctx: Context, id: string, activity?: string): Promise<void> {
  findDocument(ctx, 'campaign', id);
  const queries = ctx.store.read('memory', id)?.queries ?? [];
  const forgotten = activity === undefined ? queries : queries.filter((q) => q.activity === activity);
  if (activity !== undefined && forgotten.length === 0) {
    const known = queries.map((q) => q.activity).join(', ') || '–';
    throw new AppError('not-found', { kind: 'memory', name: activity, known });
  }
  const kept = queries.filter((q) => !forgotten.includes(q));
  const document = kept.length > 0 ? ({ format: memoryFormat, id, queries: kept } satisfies Memory) : null;
  await ctx.store.commit([{ kind: 'memory', id, document }]);
  // What a run that is not confirmed has written stays: it may still count.
  await withConnection(ctx, async (connection) => {
    for (const { table, version } of forgotten) if (table !== undefined) await deleteUpTo(connection, table, version);
  });
}
