import { evictTables, prepareWorktables } from '../campaign/worktables';
import type { Context } from '../context';
import { withConnection } from '../with-connection';

/** Drops every kept worktable that nobody reads at this moment, once nobody makes one. What was counted stays known; rows are made again when they are asked for. */
export async function freeWorktables(ctx: Context): Promise<void> {
  await ctx.worktables.run(() =>
    withConnection(ctx, async (connection) => {
      await prepareWorktables(connection, ctx.worktables.registry);
      await evictTables(connection, ctx.worktables, -1);
    }),
  );
}
