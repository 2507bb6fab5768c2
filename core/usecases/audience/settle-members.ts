import { type Problem, warning } from '../../base/problems';
import type { Audience } from '../../model/audience';
import { ident } from '../../sql/quote';
import type { Context } from '../context';
import { documentsInReach } from '../undo/in-reach';
import { withConnection } from '../with-connection';

/**
 * Lets go of members that no audience names, not even one that undo can bring back; a run that was cut off leaves such behind.
 * @returns audiences whose members are gone, as warnings
 */
export function settleMembers(ctx: Context): Promise<Problem[]> {
  return withConnection(ctx, async (connection) => {
    const page = await connection.query("SELECT table_name FROM duckdb_tables() WHERE schema_name = 'audience'", { limit: 1_000_000 });
    const stored = new Set((page.values[0] ?? []).map(String));
    const snapshots = ctx.store.list('audience').flatMap(snapshotOf);
    const removed = (await documentsInReach(ctx, 'audience')).flatMap(snapshotOf);
    for (const table of stored)
      if (![...snapshots, ...removed].some((s) => s.table === table)) await connection.run(`DROP TABLE IF EXISTS audience.${ident(table)}`);
    const lost = snapshots.filter((s) => !stored.has(s.table));
    return lost.map(({ id, name }) => warning('audience-lost', ['audiences', id], { audience: name }));
  });
}

function snapshotOf({ id, name, definition }: Audience): { id: string; name: string; table: string }[] {
  return definition.kind === 'snapshot' ? [{ id, name, table: definition.table }] : [];
}
