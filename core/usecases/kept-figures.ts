import type { z } from 'zod';
import { isAppError } from '../base/errors';
import { canonicalJson, sha256Hex } from '../base/hashing';
import type { Connection } from '../ports/engine';
import type { Context } from './context';
import { inTransaction } from './in-transaction';
import { withConnection } from './with-connection';

/** Beside the data, so that what one session measured the next one knows. */
export const figuresTable = 'muster.figures';

/** Raised when the same data gives other figures than before. */
const meaning = 1;

/** Those that were measured longest ago go first. */
const most = 500;

const noRoom: ReadonlySet<string> = new Set(['disk-full', 'engine-memory']);

/** Figures of one sort, which have one shape. */
export interface Sort<T> {
  name: string;
  schema: z.ZodType<T>;
}

/** Figures that rows, keys and attributes of these entities settle, and nothing else that `key` does not say. */
export interface Asked<T> {
  sort: Sort<T>;
  key: string;
  entities: readonly string[];
}

/** Measures once for each state of the data. */
export async function keptFigures<T>(ctx: Context, asked: Asked<T>, measure: () => Promise<T>): Promise<T> {
  const state = stateOf(ctx, asked.entities);
  const kept = await find(ctx, asked, state);
  if (kept !== undefined) return kept;
  const value = await measure();
  await keepFigures(ctx, asked, state, value);
  return value;
}

/** Keeps figures that were measured by the way. @param state what `stateOf` said before they were */
export async function keepFigures<T>(ctx: Context, asked: Asked<T>, state: string, value: T): Promise<void> {
  const kept = [nameOf(asked), asked.sort.name, JSON.stringify(asked.entities), state, ctx.clock.now(), JSON.stringify(value)];
  try {
    await alone(ctx, async (connection) => {
      await prepare(connection);
      await inTransaction(connection, async () => {
        await drop(connection, [nameOf(asked), ...(await passed(ctx, connection))]);
        await connection.run(`INSERT INTO ${figuresTable} VALUES (?, ?, ?, ?, ?, ?)`, { parameters: kept });
      });
    });
  } catch (error) {
    // Figures that there is no room for are as true, and measured again when they are asked for.
    if (!isAppError(error) || !noRoom.has(error.code)) throw error;
  }
}

/** Changes whenever rows, key or attributes of one of these entities do. */
export function stateOf(ctx: Context, entities: readonly string[]): string {
  const states = entities.map((name) => {
    const found = ctx.store.read('entity', name);
    return [name, found?.dataVersion ?? 0, found?.loadedAt ?? '', found?.key ?? [], found?.attributes ?? []];
  });
  return sha256Hex(canonicalJson(states));
}

/** Figures tell values, which must not outlive the data for long. */
export function dropPassedFigures(ctx: Context): Promise<void> {
  return alone(ctx, async (connection) => {
    if (!(await isMade(connection))) return;
    await inTransaction(connection, async () => drop(connection, await passed(ctx, connection)));
  });
}

const nameOf = ({ sort, key }: Asked<unknown>): string => sha256Hex(canonicalJson([meaning, sort.name, key]));

/** One at a time, since two that change the same row would be in each other's way. */
function alone<T>(ctx: Context, work: (connection: Connection) => Promise<T>): Promise<T> {
  return ctx.figures.run(() => withConnection(ctx, work));
}

/** Not before something is kept, nor after an engine that keeps nothing had to start again. */
async function isMade(connection: Connection): Promise<boolean> {
  const sql = "SELECT 1 FROM duckdb_tables() WHERE schema_name || '.' || table_name = ?";
  const page = await connection.query(sql, { parameters: [figuresTable], limit: 1 });
  return page.rows > 0;
}

async function prepare(connection: Connection): Promise<void> {
  await connection.run('CREATE SCHEMA IF NOT EXISTS muster');
  await connection.run(
    `CREATE TABLE IF NOT EXISTS ${figuresTable} (name VARCHAR, sort VARCHAR, entities VARCHAR, state VARCHAR, measured_at BIGINT, value VARCHAR)`,
  );
}

async function find<T>(ctx: Context, asked: Asked<T>, state: string): Promise<T | undefined> {
  const found = await alone(ctx, async (connection) => {
    if (!(await isMade(connection))) return undefined;
    const sql = `SELECT value FROM ${figuresTable} WHERE name = ? AND state = ?`;
    const page = await connection.query(sql, { parameters: [nameOf(asked), state], limit: 1 });
    return page.values[0]?.[0];
  });
  if (typeof found !== 'string') return undefined;
  // Another version of the app may have kept another shape.
  return asked.sort.schema.safeParse(JSON.parse(found)).data;
}

/** Names of figures of data that is not there any more, and of those beyond what is kept. */
async function passed(ctx: Context, connection: Connection): Promise<string[]> {
  const page = await connection.query(`SELECT name, entities, state FROM ${figuresTable} ORDER BY measured_at DESC`, { limit: 2 * most });
  const [names = [], entities = [], states = []] = page.values;
  return names.map(String).filter((_, r) => r >= most - 1 || stateOf(ctx, JSON.parse(String(entities[r]))) !== states[r]);
}

async function drop(connection: Connection, names: readonly string[]): Promise<void> {
  if (names.length === 0) return;
  await connection.run(`DELETE FROM ${figuresTable} WHERE name IN (${names.map(() => '?').join(', ')})`, { parameters: names });
}
