import type { Plan, Step } from '../../plan/plan';
import { worktableSchema } from '../../plan/plan';
import type { Connection } from '../../ports/engine';
import { ident, textLiteral } from '../../sql/quote';

/**
 * Results kept by hash, and the counts of those that were evicted. A count is true for as long as it is known, since the
 * hash covers the data; only rows cost memory. They live in a database of their own in memory, which spills to disk:
 * nothing of them is worth a log or compression, and both cost several times the work itself.
 */
const registry = `${worktableSchema}.worktables`;

/** Cells (rows × columns) of kept worktables beyond which the longest unused are dropped. */
export const cellBudget = 100_000_000;

export interface KnownTable {
  rows: number;
  stored: boolean;
}

export async function prepareWorktables(connection: Connection): Promise<void> {
  await connection.run(`ATTACH IF NOT EXISTS ':memory:' AS ${worktableSchema}`);
  await connection.run(
    `CREATE TABLE IF NOT EXISTS ${registry} (name VARCHAR PRIMARY KEY, row_count BIGINT NOT NULL, cells BIGINT NOT NULL, stored BOOLEAN NOT NULL, used_at BIGINT NOT NULL)`,
  );
}

/** What is known of the plan's tables from earlier runs. */
export async function knownTables(connection: Connection, plan: Plan): Promise<Map<string, KnownTable>> {
  const known = new Map<string, KnownTable>();
  if (plan.steps.length === 0) return known;
  const names = plan.steps.map((s) => textLiteral(s.table.name)).join(', ');
  const page = await connection.query(`SELECT name, row_count, stored FROM ${registry} WHERE name IN (${names})`, {
    limit: plan.steps.length,
  });
  for (let r = 0; r < page.rows; r++) {
    known.set(String(page.values[0]?.[r]), { rows: Number(page.values[1]?.[r]), stored: page.values[2]?.[r] === true });
  }
  return known;
}

/** Notes a computed step, in the same transaction as its rows where they are `stored`. */
export function rememberTable(connection: Connection, step: Step, rows: number, how: { stored: boolean; usedAt: number }): Promise<void> {
  const columns = step.population.key.length + step.population.columns.length;
  return rememberRows(connection, { name: step.table.name, rows, columns }, how);
}

export async function rememberRows(
  connection: Connection,
  table: { name: string; rows: number; columns: number },
  { stored, usedAt }: { stored: boolean; usedAt: number },
): Promise<void> {
  await connection.run(`INSERT OR REPLACE INTO ${registry} VALUES (?, ?, ?, ?, ?)`, {
    parameters: [table.name, table.rows, table.rows * table.columns, stored, usedAt],
  });
}

/** Rows of a table that is kept, `undefined` when it is not. */
export async function storedRows(connection: Connection, name: string): Promise<number | undefined> {
  const page = await connection.query(`SELECT row_count FROM ${registry} WHERE name = ? AND stored`, { parameters: [name], limit: 1 });
  return page.rows === 0 ? undefined : Number(page.values[0]?.[0]);
}

/** Milliseconds within which a use is not worth another write. */
const sameMoment = 60_000;

export async function touchTables(connection: Connection, names: readonly string[], usedAt: number): Promise<void> {
  if (names.length === 0) return;
  await connection.run(
    `UPDATE ${registry} SET used_at = ? WHERE name IN (${names.map(textLiteral).join(', ')}) AND used_at NOT BETWEEN ? AND ?`,
    { parameters: [usedAt, usedAt - sameMoment, usedAt] },
  );
}

/** Counts remembered of tables that are not kept. */
const countsKept = 20_000;

/** Drops the longest unused tables until the rest fits the budget; `keep` are never dropped. The newest counts stay known. */
export async function evictTables(connection: Connection, keep: ReadonlySet<string>, budget = cellBudget): Promise<void> {
  const page = await connection.query(`SELECT name, cells FROM ${registry} WHERE stored ORDER BY used_at DESC, name`, { limit: 100_000 });
  let cells = 0;
  for (let r = 0; r < page.rows; r++) {
    const name = String(page.values[0]?.[r]);
    cells += Number(page.values[1]?.[r]);
    if (cells > budget && !keep.has(name)) await dropTable(connection, name);
  }
  await connection.run(
    `DELETE FROM ${registry} WHERE name IN (SELECT name FROM ${registry} WHERE NOT stored ORDER BY used_at DESC, name OFFSET ${countsKept})`,
  );
}

export async function dropTable(connection: Connection, name: string): Promise<void> {
  await connection.run(`DROP TABLE IF EXISTS ${worktableSchema}.${ident(name)}`);
  await connection.run(`UPDATE ${registry} SET stored = FALSE WHERE name = ?`, { parameters: [name] });
}
