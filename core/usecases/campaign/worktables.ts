import { worktableSchema } from '../../plan/plan';
import type { Connection } from '../../ports/engine';
import type { Table } from '../../sql/query';
import { ident, textLiteral } from '../../sql/quote';

/**
 * Counts by hash, true for ever, since the hash covers the data. Their rows live in a database of their own in memory, which
 * spills to disk: nothing of them is worth a log or compression, and both cost several times the work itself.
 */
const counts = 'muster.worktables';
const stored = `(SELECT table_name AS name FROM duckdb_tables() WHERE database_name = '${worktableSchema}')`;

/** Cells (rows × columns) of kept worktables beyond which the longest unused are dropped. */
export const cellBudget = 100_000_000;

export interface KnownTable {
  rows: number;
  stored: boolean;
}

export interface CountedTable {
  name: string;
  rows: number;
  columns: number;
}

export async function prepareWorktables(connection: Connection): Promise<void> {
  await connection.run(`ATTACH IF NOT EXISTS ':memory:' AS ${worktableSchema}`);
  await connection.run('CREATE SCHEMA IF NOT EXISTS muster');
  await connection.run(
    `CREATE TABLE IF NOT EXISTS ${counts} (name VARCHAR PRIMARY KEY, row_count BIGINT NOT NULL, cells BIGINT NOT NULL, used_at BIGINT NOT NULL)`,
  );
}

/** What is known of these tables of a plan, also from earlier sessions. */
export async function knownTables(connection: Connection, tables: readonly { table: Table }[]): Promise<Map<string, KnownTable>> {
  const known = new Map<string, KnownTable>();
  if (tables.length === 0) return known;
  const names = tables.map((t) => textLiteral(t.table.name)).join(', ');
  const page = await connection.query(
    `SELECT c.name, c.row_count, s.name IS NOT NULL FROM ${counts} AS c LEFT JOIN ${stored} AS s ON s.name = c.name WHERE c.name IN (${names})`,
    { limit: tables.length },
  );
  for (let r = 0; r < page.rows; r++) {
    known.set(String(page.values[0]?.[r]), { rows: Number(page.values[1]?.[r]), stored: page.values[2]?.[r] === true });
  }
  return known;
}

export async function rememberCounts(connection: Connection, tables: readonly CountedTable[], usedAt: number): Promise<void> {
  if (tables.length === 0) return;
  const values = tables.map((t) => `(${textLiteral(t.name)}, ${t.rows}, ${t.rows * t.columns}, ${usedAt})`);
  await connection.run(`INSERT OR REPLACE INTO ${counts} VALUES ${values.join(', ')}`);
}

/** Rows of a table that is kept, `undefined` when it is not. */
export async function storedRows(connection: Connection, name: string): Promise<number | undefined> {
  const page = await connection.query(`SELECT c.row_count FROM ${counts} AS c JOIN ${stored} AS s ON s.name = c.name WHERE c.name = ?`, {
    parameters: [name],
    limit: 1,
  });
  return page.rows === 0 ? undefined : Number(page.values[0]?.[0]);
}

/** Milliseconds within which a use is not worth another write. */
const sameMoment = 60_000;

export async function touchTables(connection: Connection, names: readonly string[], usedAt: number): Promise<void> {
  if (names.length === 0) return;
  await connection.run(
    `UPDATE ${counts} SET used_at = ? WHERE name IN (${names.map(textLiteral).join(', ')}) AND used_at NOT BETWEEN ? AND ?`,
    { parameters: [usedAt, usedAt - sameMoment, usedAt] },
  );
}

/** Counts remembered of tables that are not kept. */
const countsKept = 20_000;

/** Drops the longest unused tables until the rest fits the budget; `keep` are never dropped. The newest counts stay known. */
export async function evictTables(connection: Connection, keep: ReadonlySet<string>, budget = cellBudget): Promise<void> {
  const page = await connection.query(
    `SELECT c.name, c.cells FROM ${counts} AS c JOIN ${stored} AS s ON s.name = c.name ORDER BY c.used_at DESC, c.name`,
    { limit: 100_000 },
  );
  let cells = 0;
  for (let r = 0; r < page.rows; r++) {
    const name = String(page.values[0]?.[r]);
    cells += Number(page.values[1]?.[r]);
    if (cells > budget && !keep.has(name)) await dropTable(connection, name);
  }
  await connection.run(
    `DELETE FROM ${counts} WHERE name IN (SELECT name FROM ${counts} WHERE name NOT IN ${stored} ORDER BY used_at DESC, name OFFSET ${countsKept})`,
  );
}

export async function dropTable(connection: Connection, name: string): Promise<void> {
  await connection.run(`DROP TABLE IF EXISTS ${worktableSchema}.${ident(name)}`);
}
