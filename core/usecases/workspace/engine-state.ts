import type { EngineState } from '../../model/report';
import { measureKept } from '../campaign/worktables';
import type { Context } from '../context';
import { withConnection } from '../with-connection';

/** What the engine holds at this moment. */
export async function engineState(ctx: Context): Promise<EngineState> {
  const { memoryBytes, databaseBytes } = await ctx.engine.stats();
  const kept = await withConnection(ctx, async (connection) => {
    const spilled = await connection.query('SELECT coalesce(sum(size), 0) FROM duckdb_temporary_files()', { limit: 1 });
    return { ...(await measureKept(connection, ctx.worktables.registry)), spilledBytes: Number(spilled.values[0]?.[0] ?? 0) };
  });
  return { memoryBytes, databaseBytes, ...kept };
}
