import { evictTables, prepareWorktables } from '../campaign/worktables';
import type { Context } from '../context';
import { withConnection } from '../with-connection';

/** Drops every kept worktable, once nobody makes one. What was counted stays known; rows are made again when they are asked for. */
export async function freeWorktables(ctx: Context): Promise<void> {
  const { registry } = ctx.worktables;
  await ctx.worktables.run(() =>
    withConnection(ctx, async (connection) => {
      await prepareWorktables(connection, registry);
      await evictTables(connection, registry, new Set(), -1);
    }),
  );
}
