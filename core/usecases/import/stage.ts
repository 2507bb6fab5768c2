import type { CancelSignal } from '../../base/cancellation';
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
  options: { signal?: CancelSignal | undefined; onProgress: (share: number) => void },
): Promise<Staged> {
  if (recipe.key.length === 0) throw new AppError('import-no-key', { file: source.file });
  const { columns, selected } = bind(source, recipe);
  const raw = selected.map(({ index, native }) => (native ? `(c${index} IS NOT NULL)` : `(trim(v${index}) <> '')`));
  const failed = columns.map((c, n) => (c.type === 'text' ? 'FALSE' : `(a${n} IS NULL AND ${raw[n]})`));
  const anyFailed = failed.filter((f) => f !== 'FALSE').join(' OR ') || 'FALSE';
  const change = changeIndex(source, recipe);
  const kept = [...columns.map((_, n) => `a${n}`), ...(change < 0 ? [] : ['change'])];
  const texts = source.types.map((type, c) => `${textOf(type, `c${c}`)} AS v${c}`);
  const casts = columns.map((c, n) => `${castOf(c, selected[n]?.index ?? 0, selected[n]?.native ?? false)} AS a${n}`);
  if (change >= 0) casts.push(`lower(trim(v${change})) AS change`);
  const keepText = `CASE WHEN ${anyFailed} THEN [${selected.map(({ index }) => `v${index}`).join(', ')}] END AS bad`;
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE ${stageTable} AS SELECT ${kept.join(', ')}, ${keepText}
     FROM (SELECT *, ${casts.join(', ')} FROM (SELECT *, ${texts.join(', ')} FROM ${source.fromRefusing}))`,
    { ...(options.signal ? { signal: options.signal } : {}), onProgress: options.onProgress },
  );
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE ${badTable} (record BIGINT, place BIGINT, col VARCHAR, value VARCHAR, reason VARCHAR)`,
  );
  await noteFailedCasts(connection, columns);
  const refused = source.text ? await noteRefused(connection, source, columns) : 0;
  await noteKeys(connection, columns, recipe);
  if (change >= 0) await noteChanges(connection);
  const staged = await number(connection, `SELECT count(*) FROM ${stageTable}`);
  const bad = await number(connection, `SELECT count(DISTINCT record) FROM ${badTable}`);
  return { columns, read: staged + refused, rejected: bad + refused };
}

function bind(source: OpenSource, recipe: Recipe) {
  const columns = recipe.columns.filter((c) => !c.ignore);
  const known = recipe.mode === 'changes' ? source.names.filter((n) => n !== changeColumn) : source.names;
  const change = headerChange(recipe.columns, known);
  if (change) throw new AppError('import-header-changed', change);
  const selected = columns.map((c) => {
    const index = source.names.indexOf(c.source);
    const type = source.types[index] ?? 'VARCHAR';
    const natural = nativeMapping(c.source, type);
    return { index, native: type !== 'VARCHAR' && natural.type === c.type && (natural.scale ?? 0) === (c.scale ?? 0) && c.type !== 'text' };
  });
  return { columns, selected };
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

function castOf(column: ColumnMapping, index: number, native: boolean): string {
  return native ? `TRY_CAST(c${index} AS ${sqlType(column)})` : castText(column, `v${index}`);
}

async function noteFailedCasts(connection: Connection, columns: readonly ColumnMapping[]): Promise<void> {
  for (const [n, column] of columns.entries()) {
    if (column.type === 'text') continue;
    await connection.run(
      `INSERT INTO ${badTable} SELECT rowid, NULL, ${textLiteral(column.attribute)}, bad[${n + 1}], ${textLiteral(castReason(column))}
       FROM ${stageTable} WHERE bad IS NOT NULL AND a${n} IS NULL AND trim(bad[${n + 1}]) <> ''`,
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
  const key = recipe.key.map((name) => {
    const n = columns.findIndex((c) => c.attribute === name);
    if (n < 0) throw new AppError('import-key-unknown', { key: name, known: columns.map((c) => c.attribute).join(', ') });
    return `a${n}`;
  });
  const name = textLiteral(recipe.key.join(', '));
  const empty = key.map((k) => `${k} IS NULL`).join(' OR ');
  await connection.run(
    `INSERT INTO ${badTable} SELECT rowid, NULL, ${name}, NULL, 'empty-key' FROM ${stageTable} WHERE bad IS NULL AND (${empty})`,
  );
  const value = key.length === 1 ? `${key[0]}` : `(${key.join(', ')})`;
  const twice = await number(
    connection,
    `SELECT count(*) - count(DISTINCT ${value}) FROM ${stageTable} WHERE bad IS NULL AND NOT (${empty})`,
  );
  if (twice === 0) return;
  const shown = key.map((k) => `${k}::VARCHAR`).join(` || ', ' || `);
  await connection.run(
    `INSERT INTO ${badTable} SELECT r, NULL, ${name}, shown, 'duplicate-key' FROM (
       SELECT rowid AS r, ${shown} AS shown, row_number() OVER (PARTITION BY ${key.join(', ')} ORDER BY rowid) AS n
       FROM ${stageTable} WHERE bad IS NULL AND NOT (${empty})) WHERE n > 1`,
  );
}

async function noteChanges(connection: Connection): Promise<void> {
  await connection.run(
    `INSERT INTO ${badTable} SELECT rowid, NULL, '${changeColumn}', change, 'bad-change-type' FROM ${stageTable}
     WHERE change IS NULL OR change NOT IN ('u', 'd')`,
  );
}

/** The staged records that stand, under their attributes' names. */
export function goodRows(columns: readonly ColumnMapping[], rejected: boolean, extra = ''): string {
  const names = columns.map((c, n) => `a${n} AS ${ident(c.attribute)}`);
  const where = rejected ? ` WHERE rowid NOT IN (SELECT record FROM ${badTable} WHERE record IS NOT NULL)` : '';
  return `SELECT ${names.join(', ')}${extra} FROM ${stageTable}${where}`;
}

export async function number(connection: Connection, sql: string): Promise<number> {
  return Number((await connection.query(sql, { limit: 1 })).values[0]?.[0] ?? 0);
}
