import type { Connection } from '../../ports/engine';
import { textLiteral } from '../../sql/quote';
import type { Context } from '../context';
import { countsTable, dropTable, heldTables, withSources } from './worktables';

/** Cells from which on the room of a table that nobody asks for any more is worth more than its rows. */
const largeTable = 1_000_000;

/** Says what a campaign is now; what it asked for before and does not any more is superseded. */
export function ask({ asked, superseded }: Context['worktables'], campaign: string, names: readonly string[]): void {
  for (const name of asked.get(campaign) ?? []) superseded.add(name);
  for (const name of names) superseded.delete(name);
  asked.set(campaign, names);
}

/**
 * Drops large tables that no campaign asks for any more, but for those that are read to make what is missing, so that this takes
 * their room: memory that nobody held before costs about as much as what is computed into it. Grouped rows stay, since other rules
 * ask them too.
 */
export async function dropSuperseded(connection: Connection, worktables: Context['worktables'], reading: Iterable<string>): Promise<void> {
  const { registry, asked, superseded } = worktables;
  const needed = withSources(registry, new Set([...[...asked.values()].flat(), ...reading, ...heldTables(worktables)]));
  const given = [...withSources(registry, superseded)].filter((name) => {
    const kept = registry.kept.get(name);
    return kept && !kept.reading && !kept.measures && !needed.has(name);
  });
  if (given.length === 0) return;
  const page = await connection.query(
    `SELECT name FROM ${countsTable} WHERE cells >= ${largeTable} AND name IN (${given.map(textLiteral).join(', ')})`,
    { limit: given.length },
  );
  for (const name of page.values[0] ?? []) await dropTable(connection, registry, String(name));
  for (const name of superseded) if (!registry.kept.has(name)) superseded.delete(name);
}
