import type { Desk } from '../../model/desk';
import type { Context } from '../context';

/** The id of the only one. */
const only = 'sql';

/** What lies open where SQL is written; null in a workspace where nothing ever was. */
export function readDesk(ctx: Context): Desk | null {
  return ctx.store.read('desk', only) ?? null;
}

export async function saveDesk(ctx: Context, desk: Desk): Promise<void> {
  await ctx.store.commit([{ kind: 'desk', id: only, document: desk }]);
}
