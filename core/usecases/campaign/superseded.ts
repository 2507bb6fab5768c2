import type { Connection } from '../../ports/engine';
import type { Context } from '../context';
import { dropTable, heldTables, tablesFrom, withSources } from './worktables';

/** Cells from which on the room of a table that nobody asks for any more is worth more than its rows. */
const largeTable = 1_000_000;

/** Says what a campaign is now; what it asked for before and does not any more is superseded. */
export function supersede({ asked, superseded }: Context['worktables'], campaign: string, names: readonly string[]): void {
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
  for (const name of await tablesFrom(connection, given, largeTable)) await dropTable(connection, registry, name);
  for (const name of superseded) if (!registry.kept.has(name)) superseded.delete(name);
}
