import type { Connection } from '../ports/engine';
import type { Context } from './context';

/** Runs work on a connection of its own and closes it, whatever happens. */
export async function withConnection<T>(ctx: Context, work: (connection: Connection) => Promise<T>): Promise<T> {
  const connection = await ctx.connection();
  try {
    return await work(connection);
  } finally {
    ctx.worktables.held.delete(connection);
    await connection.close();
  }
}
