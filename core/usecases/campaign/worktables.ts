import type { Registry } from '../../plan/optimise/stored';
import { worktableSchema } from '../../plan/plan';
import type { Connection } from '../../ports/engine';
import { type Table, tablesOf } from '../../sql/query';
import { ident, textLiteral } from '../../sql/quote';
import type { Context } from '../context';

type Worktables = Pick<Context['worktables'], 'registry' | 'held'>;

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
  /** Whether its rows are at hand: in a table of their own, or read from others. */
  stored: 'table' | 'view' | undefined;
}

export interface CountedTable {
  name: string;
  rows: number;
  columns: number;
}

/** Is there as long as the worktables are; an engine that had to start again lost both. */
const alive = `${worktableSchema}.alive`;

async function arePrepared(connection: Connection): Promise<boolean> {
  const sql = `SELECT 1 FROM duckdb_tables() WHERE database_name = '${worktableSchema}' AND table_name = 'alive'`;
  return (await connection.query(sql, { limit: 1 })).rows === 1;
}

/** Two at once would be in each other's way: whoever prepares holds the worktables. */
export async function prepareWorktables(connection: Connection, registry: Registry): Promise<void> {
  await connection.run(`ATTACH IF NOT EXISTS ':memory:' AS ${worktableSchema}`);
  if (await arePrepared(connection)) return;
  registry.kept.clear();
  await connection.run('CREATE SCHEMA IF NOT EXISTS muster');
  await connection.run(
    `CREATE TABLE IF NOT EXISTS ${counts} (name VARCHAR PRIMARY KEY, row_count BIGINT NOT NULL, cells BIGINT NOT NULL, used_at BIGINT NOT NULL)`,
  );
  await connection.run(`CREATE TABLE ${alive} (nothing BOOLEAN)`);
}

/** What is known of these tables of a plan, also from earlier sessions. */
export async function knownTables(
  connection: Connection,
  tables: readonly { table: Table }[],
  registry: Registry,
): Promise<Map<string, KnownTable>> {
  const known = new Map<string, KnownTable>();
  if (tables.length === 0) return known;
  const names = tables.map((t) => textLiteral(t.table.name)).join(', ');
  const page = await connection.query(`SELECT name, row_count FROM ${counts} WHERE name IN (${names})`, { limit: tables.length });
  for (let r = 0; r < page.rows; r++) {
    const name = String(page.values[0]?.[r]);
    const kept = registry.kept.get(name);
    known.set(name, { rows: Number(page.values[1]?.[r]), stored: kept && (kept.reading ? 'view' : 'table') });
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

/** Those of the tables that have at least so many cells. */
export async function tablesFrom(connection: Connection, names: readonly string[], cells: number): Promise<string[]> {
  if (names.length === 0) return [];
  const sql = `SELECT name FROM ${counts} WHERE cells >= ${cells} AND name IN (${names.map(textLiteral).join(', ')})`;
  const page = await connection.query(sql, { limit: names.length });
  return (page.values[0] ?? []).map(String);
}

export interface Kept {
  worktables: number;
  worktableRows: number;
  worktableCells: number;
}

/** How many worktables are kept, and what is in them. Only looks, so that it need not wait for who makes some. */
export async function measureKept(connection: Connection): Promise<Kept> {
  if (!(await arePrepared(connection))) return { worktables: 0, worktableRows: 0, worktableCells: 0 };
  const page = await connection.query(
    `SELECT count(*), coalesce(sum(c.row_count), 0), coalesce(sum(c.cells), 0) FROM ${counts} AS c JOIN ${stored} AS s ON s.name = c.name`,
    { limit: 1 },
  );
  const [worktables = 0, worktableRows = 0, worktableCells = 0] = page.values.map((v) => Number(v[0]));
  return { worktables, worktableRows, worktableCells };
}

/** Milliseconds within which a use is not worth another write. */
const sameMoment = 60_000;

/** Says that these, and what they are read from, are used now. */
export async function touchTables(connection: Connection, registry: Registry, names: readonly string[], usedAt: number): Promise<void> {
  if (names.length === 0) return;
  const used = [...withSources(registry, new Set(names))].map(textLiteral).join(', ');
  await connection.run(`UPDATE ${counts} SET used_at = ? WHERE name IN (${used}) AND used_at NOT BETWEEN ? AND ?`, {
    parameters: [usedAt, usedAt - sameMoment, usedAt],
  });
}

/** Counts remembered of tables that are not kept. */
const countsKept = 20_000;

/** Lets nobody drop these before the connection is closed. */
export function holdTables({ held }: Worktables, connection: Connection, names: readonly string[]): void {
  held.set(connection, new Set([...(held.get(connection) ?? []), ...names]));
}

export function heldTables({ held }: Pick<Worktables, 'held'>): Set<string> {
  return new Set([...held.values()].flatMap((names) => [...names]));
}

/** Drops the longest unused tables that nobody holds until the rest fits the budget. The newest counts stay known. */
export async function evictTables(connection: Connection, { registry, held }: Worktables, budget = cellBudget): Promise<void> {
  const needed = withSources(registry, heldTables({ held }));
  const page = await connection.query(
    `SELECT c.name, c.cells, (SELECT count(*) FROM ${counts}) FROM ${counts} AS c JOIN ${stored} AS s ON s.name = c.name
    ORDER BY c.used_at DESC, c.name`,
    { limit: 100_000 },
  );
  let cells = 0;
  for (let r = 0; r < page.rows; r++) {
    const name = String(page.values[0]?.[r]);
    cells += Number(page.values[1]?.[r]);
    if (cells > budget && !needed.has(name)) await dropTable(connection, registry, name);
  }
  if (Number(page.values[2]?.[0] ?? 0) <= countsKept) return;
  await connection.run(
    `DELETE FROM ${counts} WHERE name IN (SELECT name FROM ${counts} WHERE name NOT IN ${stored} ORDER BY used_at DESC, name OFFSET ${countsKept})`,
  );
}

/** Drops a table, whatever reads it, and what was made for it alone. */
export async function dropTable(connection: Connection, registry: Registry, name: string): Promise<void> {
  for (const [view, { reading, readBy }] of registry.kept) {
    if (!reading) continue;
    if (readBy === name || tablesOf(reading).some((t) => t.schema === worktableSchema && t.name === name))
      await dropTable(connection, registry, view);
  }
  const kind = registry.kept.get(name)?.reading ? 'VIEW' : 'TABLE';
  await connection.run(`DROP ${kind} IF EXISTS ${worktableSchema}.${ident(name)}`);
  registry.kept.delete(name);
}

/** The tables, and those they are read from. */
export function withSources(registry: Registry, names: ReadonlySet<string>): Set<string> {
  const found = new Set<string>();
  const add = (name: string): void => {
    if (found.has(name)) return;
    found.add(name);
    const reading = registry.kept.get(name)?.reading;
    if (reading) for (const table of tablesOf(reading)) add(table.name);
  };
  names.forEach(add);
  return found;
}
