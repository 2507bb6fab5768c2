import type { EngineState } from '../../model/report';
import { cellBudget, measureKept } from '../campaign/worktables';
import type { Context } from '../context';
import { withConnection } from '../with-connection';

const settings = `SELECT current_setting('threads'), current_setting('memory_limit'), (SELECT coalesce(sum(size), 0) FROM duckdb_temporary_files())`;

/** What the engine has and holds at this moment. */
export async function engineState(ctx: Context): Promise<EngineState> {
  const { memoryBytes, databaseBytes } = await ctx.engine.stats();
  return withConnection(ctx, async (connection) => {
    const [threads, memoryLimit, spilled] = (await connection.query(settings, { limit: 1 })).values.map((column) => column[0]);
    const kept = await measureKept(connection);
    return {
      threads: Number(threads),
      memoryLimit: String(memoryLimit),
      memoryBytes,
      databaseBytes,
      spilledBytes: Number(spilled),
      ...kept,
      worktableBudget: cellBudget,
    };
  });
}
