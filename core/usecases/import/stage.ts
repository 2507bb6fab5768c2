import { AppError } from '../../base/errors';
import type { ColumnMapping, Recipe } from '../../model/recipe';
import type { Connection } from '../../ports/engine';
import { ident, textLiteral } from '../../sql/quote';
import { castReason, castText, sqlType } from './cast';
import { nativeMapping } from './detect';
import type { OpenSource } from './open-source';
import { headerChange } from './preview-import';
import { refusedTable } from './read-csv';

export const stageTable = 'muster_stage';
/** One row per refused value: record number in the stage (NULL for records the reader refused), place in bytes, column, value, reason. */
export const badTable = 'muster_bad';

export const changeColumn = '_change_request_type';

export interface Staged {
  columns: ColumnMapping[];
  read: number;
  rejected: number;
}

/**
 * Reads and casts the file in one pass into a temporary table, then notes what must be refused.
 * Temporary tables spill to disk and vanish with the connection, so nothing is left by a cancel or a kill.
 * @throws AppError `import-header-changed`, `import-change-column`
 */
export async function stage(
  connection: Connection,
  source: OpenSource,
  recipe: Recipe,
  onProgress: (share: number) => void,
): Promise<Staged> {
  if (recipe.key.length === 0) throw new AppError('import-no-key', { file: source.file });
  const columns = recipe.columns.filter((c) => !c.ignore);
  const bound = bind(source, recipe, columns);
  const raw = (b: Bound) => (b.native ? `c${b.index} IS NOT NULL` : `trim(v${b.index}) <> ''`);
  const failed = bound.filter((b) => b.column.type !== 'text').map((b) => `(a${b.n} IS NULL AND ${raw(b)})`);
  const change = changeIndex(source, recipe);
  const kept = [...bound.map((b) => `a${b.n}`), ...(change < 0 ? [] : ['change']), ...(source.malformed ? ['malformed'] : [])];
  const texts = source.types.map((type, c) => `${textOf(type, `c${c}`)} AS v${c}`);
  const casts = bound.map((b) => `${castOf(b)} AS a${b.n}`);
  if (change >= 0) casts.push(`lower(trim(v${change})) AS change`);
  const broken = source.malformed ? 'WHEN malformed IS NOT NULL THEN [] ' : '';
  const keepText = `CASE ${broken}WHEN ${failed.join(' OR ') || 'FALSE'} THEN [${bound.map((b) => `v${b.index}`).join(', ')}] END AS bad`;
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE ${stageTable} AS SELECT ${kept.join(', ')}, ${keepText}
     FROM (SELECT *, ${casts.join(', ')} FROM (SELECT *, ${texts.join(', ')} FROM ${source.fromRefusing}))`,
    { onProgress },
  );
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE ${badTable} (record BIGINT, place BIGINT, col VARCHAR, value VARCHAR, reason VARCHAR)`,
  );
  if (source.malformed) await noteMalformed(connection);
  await noteFailedCasts(connection, bound);
  const refused = source.text ? await noteRefused(connection, source, columns) : 0;
  await noteKeys(connection, columns, recipe);
  if (change >= 0) await noteChanges(connection);
  const staged = await number(connection, `SELECT count(*) FROM ${stageTable}`);
  const bad = await number(connection, `SELECT count(DISTINCT record) FROM ${badTable}`);
  return { columns, read: staged + refused, rejected: bad + refused };
}

/** Column `index` of the file, which is attribute `n` of those loaded. */
interface Bound {
  n: number;
  column: ColumnMapping;
  index: number;
  native: boolean;
}

function bind(source: OpenSource, recipe: Recipe, columns: readonly ColumnMapping[]): Bound[] {
  const known = recipe.mode === 'changes' ? source.names.filter((n) => n !== changeColumn) : source.names;
  const change = headerChange(recipe.columns, known);
  if (change) throw new AppError('import-header-changed', change);
  const bound = columns.map((column, n) => {
    const index = source.names.indexOf(column.source);
    const type = source.types[index] ?? 'VARCHAR';
    const natural = nativeMapping(column.source, type);
    const same = natural.type === column.type && (natural.scale ?? 0) === (column.scale ?? 0);
    return { n, column, index, native: type !== 'VARCHAR' && same && column.type !== 'text' };
  });
  return bound.filter((b) => b.column.generated === undefined);
}

function changeIndex(source: OpenSource, recipe: Recipe): number {
  if (recipe.mode !== 'changes') return -1;
  const index = source.names.indexOf(changeColumn);
  if (index < 0) throw new AppError('import-change-column', { file: source.path, column: changeColumn });
  return index;
}

function textOf(type: string, column: string): string {
  if (type === 'VARCHAR') return column;
  // Wall time in UTC, without asking for the machine's zone.
  if (type === 'TIMESTAMP WITH TIME ZONE') return `CAST(make_timestamp(epoch_us(${column})) AS VARCHAR)`;
  return `CAST(${column} AS VARCHAR)`;
}

function castOf({ column, index, native }: Bound): string {
  return native ? `TRY_CAST(c${index} AS ${sqlType(column)})` : castText(column, `v${index}`);
}

async function noteMalformed(connection: Connection): Promise<void> {
  await connection.run(
    `INSERT INTO ${badTable} SELECT rowid, NULL, NULL, malformed, 'not-json' FROM ${stageTable} WHERE malformed IS NOT NULL`,
  );
}

async function noteFailedCasts(connection: Connection, bound: readonly Bound[]): Promise<void> {
  const typed = bound.map((b, at) => ({ ...b, at: at + 1 })).filter((b) => b.column.type !== 'text');
  if (typed.length === 0 || (await number(connection, `SELECT count(*) FROM ${stageTable} WHERE bad IS NOT NULL`)) === 0) return;
  const failed = ({ n, at }: { n: number; at: number }) => `a${n} IS NULL AND trim(bad[${at}]) <> ''`;
  const counts = typed.map((b) => `count_if(${failed(b)})`);
  const page = await connection.query(`SELECT ${counts.join(', ')} FROM ${stageTable} WHERE bad IS NOT NULL`, { limit: 1 });
  for (const b of typed.filter((_, c) => Number(page.values[c]?.[0]) > 0)) {
    await connection.run(
      `INSERT INTO ${badTable} SELECT rowid, NULL, ${textLiteral(b.column.attribute)}, bad[${b.at}], ${textLiteral(castReason(b.column))}
       FROM ${stageTable} WHERE bad IS NOT NULL AND ${failed(b)}`,
    );
  }
}

const refusals: Readonly<Record<string, string>> = {
  'MISSING COLUMNS': 'missing-columns',
  'TOO MANY COLUMNS': 'too-many-columns',
  'UNQUOTED VALUE': 'bad-quotes',
  'LINE SIZE OVER MAXIMUM': 'line-too-long',
  'INVALID ENCODING': 'bad-encoding',
  'INVALID STATE': 'bad-quotes',
};

async function noteRefused(connection: Connection, source: OpenSource, columns: readonly ColumnMapping[]): Promise<number> {
  const reasons = Object.entries(refusals).map(([type, reason]) => `WHEN '${type}' THEN '${reason}'`);
  const names = source.names.map(
    (name, c) => `WHEN 'c${c}' THEN ${textLiteral(columns.find((m) => m.source === name)?.attribute ?? name)}`,
  );
  return connection.run(
    `INSERT INTO ${badTable} SELECT NULL, line_byte_position - 1, CASE column_name ${names.join(' ')} END, csv_line,
       CASE error_type::VARCHAR ${reasons.join(' ')} ELSE lower(error_type::VARCHAR) END
     FROM ${refusedTable} QUALIFY row_number() OVER (PARTITION BY line_byte_position ORDER BY byte_position) = 1`,
  );
}

/** A key must be whole, and the first record of a key in the file is the one that counts. */
async function noteKeys(connection: Connection, columns: readonly ColumnMapping[], recipe: Recipe): Promise<void> {
  const parts = recipe.key.map((name) => {
    const n = columns.findIndex((c) => c.attribute === name);
    if (n < 0) throw new AppError('import-key-unknown', { key: name, known: columns.map((c) => c.attribute).join(', ') });
    return { n, numbered: columns[n]?.generated !== undefined };
  });
  // A number of its own makes any key unique.
  const numbered = parts.some((p) => p.numbered);
  const key = parts.filter((p) => !p.numbered).map((p) => `a${p.n}`);
  if (key.length === 0) return;
  const name = textLiteral(recipe.key.join(', '));
  const empty = key.map((k) => `${k} IS NULL`).join(' OR ');
  await connection.run(
    `INSERT INTO ${badTable} SELECT rowid, NULL, ${name}, NULL, 'empty-key' FROM ${stageTable} WHERE bad IS NULL AND (${empty})`,
  );
  if (numbered) return;
  const value = key.length === 1 ? `${key[0]}` : `(${key.join(', ')})`;
  const sound = `FROM ${stageTable} WHERE bad IS NULL AND NOT (${empty})`;
  if ((await number(connection, `SELECT count(*) - count(DISTINCT ${value}) ${sound}`)) === 0) return;
  const shown = key.map((k) => `${k}::VARCHAR`).join(` || ', ' || `);
  await connection.run(
    `INSERT INTO ${badTable} SELECT r, NULL, ${name}, shown, 'duplicate-key' FROM (
       SELECT rowid AS r, ${shown} AS shown, row_number() OVER (PARTITION BY ${key.join(', ')} ORDER BY rowid) AS n ${sound}) WHERE n > 1`,
  );
}

async function noteChanges(connection: Connection): Promise<void> {
  await connection.run(
    `INSERT INTO ${badTable} SELECT rowid, NULL, '${changeColumn}', change, 'bad-change-type' FROM ${stageTable}
     WHERE change IS NULL OR change NOT IN ('u', 'd')`,
  );
}

/** The staged records that stand, under their attributes' names. @param staged `firstNumber` is where records begin to be numbered */
export function goodRows({ columns, rejected, firstNumber = 1 }: Staged & { firstNumber?: number }, extra = ''): string {
  const names = columns.map((c, n) => `${c.generated ? `rowid + ${firstNumber}` : `a${n}`} AS ${ident(c.attribute)}`);
  const where = rejected > 0 ? ` WHERE rowid NOT IN (SELECT record FROM ${badTable} WHERE record IS NOT NULL)` : '';
  return `SELECT ${names.join(', ')}${extra} FROM ${stageTable}${where}`;
}

export async function number(connection: Connection, sql: string): Promise<number> {
  return Number((await connection.query(sql, { limit: 1 })).values[0]?.[0] ?? 0);
}
