import { type Problem, warning } from '../../base/problems';
import { ident } from '../../sql/quote';
import type { Context } from '../context';
import { withConnection } from '../with-connection';

/**
 * Lets go of members that no audience names, which a run that was cut off leaves behind.
 * @returns audiences whose members are gone, as warnings
 */
export function settleMembers(ctx: Context): Promise<Problem[]> {
  return withConnection(ctx, async (connection) => {
    const page = await connection.query("SELECT table_name FROM duckdb_tables() WHERE schema_name = 'audience'", { limit: 1_000_000 });
    const stored = new Set((page.values[0] ?? []).map(String));
    const snapshots = ctx.store
      .list('audience')
      .flatMap(({ id, name, definition }) => (definition.kind === 'snapshot' ? [{ id, name, table: definition.table }] : []));
    for (const table of stored)
      if (!snapshots.some((s) => s.table === table)) await connection.run(`DROP TABLE IF EXISTS audience.${ident(table)}`);
    const lost = snapshots.filter((s) => !stored.has(s.table));
    return lost.map(({ id, name }) => warning('audience-lost', ['audiences', id], { audience: name }));
  });
}
