import { keyPart, memoryColumns, memorySchema } from '../../flow/remembered';
import type { FoundMemory } from '../../model/memory';
import type { Connection } from '../../ports/engine';
import { utcText } from '../../segment/as-of';
import type { Population } from '../../segment/population';
import { ident, textLiteral } from '../../sql/quote';
import type { Context } from '../context';

const version = ident(memoryColumns.version);
const passedAt = ident(memoryColumns.passedAt);
const named = (table: string) => `${memorySchema}.${ident(table)}`;

/** What confirmed runs of a campaign left for its incremental queries, and how much of it is still there. */
export async function readMemory(ctx: Context, connection: Connection, campaign: string): Promise<FoundMemory[]> {
  const found: FoundMemory[] = [];
  for (const query of ctx.store.read('memory', campaign)?.queries ?? []) {
    if (query.table === undefined) found.push(query);
    else found.push({ ...query, found: await rowsUpTo(connection, query.table, query.version) });
  }
  return found;
}

/**
 * Keeps the keys of a population as those of one version; doing it again changes nothing. Nobody reads them before a
 * memory document says that the version is confirmed.
 */
export async function keepKeys(
  connection: Connection,
  table: string,
  population: Population,
  stamp: { version: number; asOf: string },
): Promise<void> {
  const from = `${population.table.schema}.${ident(population.table.name)}`;
  const keys = population.key.map((k, i) => `${ident(k.name)} AS ${ident(keyPart(i))}`).join(', ');
  const rows = `SELECT ${keys}, ${stamp.version} AS ${version}, TIMESTAMP ${textLiteral(utcText(stamp.asOf))} AS ${passedAt} FROM ${from}`;
  await connection.run(`CREATE SCHEMA IF NOT EXISTS ${memorySchema}`);
  await connection.run(`CREATE TABLE IF NOT EXISTS ${named(table)} AS ${rows} LIMIT 0`);
  await connection.run(`DELETE FROM ${named(table)} WHERE ${version} >= ${stamp.version}`);
  await connection.run(`INSERT INTO ${named(table)} ${rows}`);
}

/** Rows of a memory table up to a version; 0 when the table is gone. */
export async function rowsUpTo(connection: Connection, table: string, last: number): Promise<number> {
  if (!(await exists(connection, table))) return 0;
  const page = await connection.query(`SELECT count(*) FROM ${named(table)} WHERE ${version} <= ${last}`, { limit: 1 });
  return Number(page.values[0]?.[0]);
}

export async function deleteUpTo(connection: Connection, table: string, last: number): Promise<void> {
  if (await exists(connection, table)) await connection.run(`DELETE FROM ${named(table)} WHERE ${version} <= ${last}`);
}

export async function dropMemory(connection: Connection, tables: ReadonlySet<string>): Promise<void> {
  for (const table of tables) await connection.run(`DROP TABLE IF EXISTS ${named(table)}`);
}

async function exists(connection: Connection, table: string): Promise<boolean> {
  const page = await connection.query('SELECT 1 FROM duckdb_tables() WHERE schema_name = ? AND table_name = ?', {
    parameters: [memorySchema, table],
    limit: 1,
  });
  return page.rows > 0;
}
