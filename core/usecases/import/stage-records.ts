import type { ColumnMapping, FileColumn } from '../../model/recipe';
import type { Connection } from '../../ports/engine';
import { textLiteral } from '../../sql/quote';
import { castText, sqlType } from './cast';
import { changesText, type Fault, faultsOf, readText, withDefault } from './column-value';
import { instantType, nativeMapping } from './detect';
import { requireRead } from './misread';
import type { OpenSource } from './open-source';
import { refusedTable } from './read-csv';

export const stageTable = 'muster_stage';
/** One row per refused value: record number in the stage (NULL for records the reader refused), place in bytes, column, value, reason. */
export const badTable = 'muster_bad';

/** A column of the file to be kept in the stage under `as`, by SQL over its text. */
export interface Extra {
  source: string;
  as: string;
  of(text: string): string;
}

/**
 * Reads and casts the file in one pass into a temporary table, then notes what must be refused: `a<n>` is column n of those
 * given. Temporary tables spill to disk and vanish with the connection, so nothing is left by a cancel or a kill.
 * @returns records the reader refused, which are not in the stage
 */
export async function stageRecords(
  connection: Connection,
  source: OpenSource,
  columns: readonly FileColumn[],
  extras: readonly Extra[],
  onProgress: (share: number) => void,
): Promise<number> {
  const bound = bind(source, columns);
  const zoned = new Set(bound.filter((b) => b.column.zone !== undefined).map((b) => b.index));
  const texts = source.types.map((type, c) => `${textOf(type, `c${c}`, zoned.has(c))} AS v${c}`);
  const reads = bound.filter((b) => b.changed).map((b) => `${readText(b.column, `v${b.index}`)} AS t${b.n}`);
  const added = extras.map((e) => `${e.of(`v${source.names.indexOf(e.source)}`)} AS ${e.as}`);
  const casts = [...bound.map((b) => `${valueOf(b)} AS a${b.n}`), ...added];
  const kept = [
    ...bound.map((b) => `a${b.n}`),
    ...extras.map((e) => e.as),
    ...(source.lined ? ['line', 'flaw', 'lacks', 'malformed'] : []),
  ];
  const refusing = bound.flatMap((b) => b.faults.map((f) => quickly(b, f)));
  const broken = source.lined ? 'WHEN flaw IS NOT NULL THEN [] ' : '';
  const keepText = `CASE ${broken}WHEN ${refusing.join(' OR ') || 'FALSE'} THEN [${bound.map((b) => `v${b.index}`).join(', ')}] END AS bad`;
  const asText = `SELECT *, ${texts.join(', ')} FROM ${source.fromRefusing}`;
  const asRead = reads.length === 0 ? asText : `SELECT *, ${reads.join(', ')} FROM (${asText})`;
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE ${stageTable} AS SELECT ${kept.join(', ')}, ${keepText} FROM (SELECT *, ${casts.join(', ')} FROM (${asRead}))`,
    { onProgress },
  );
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE ${badTable} (record BIGINT, place BIGINT, col VARCHAR, value VARCHAR, reason VARCHAR)`,
  );
  if (source.lined) await noteFlawed(connection, source, columns);
  await noteFaults(connection, bound);
  if (!source.text) return 0;
  await requireRead(connection, source);
  return noteRefused(connection, source, columns);
}

export async function number(connection: Connection, sql: string): Promise<number> {
  return Number((await connection.query(sql, { limit: 1 })).values[0]?.[0] ?? 0);
}

/** Numbers fetched at a time. */
const atOnce = 100_000;

/** The only column of an ordered SELECT. */
export async function numbers(connection: Connection, sql: string): Promise<number[]> {
  const found: number[] = [];
  for (;;) {
    const page = await connection.query(`${sql} LIMIT ${atOnce} OFFSET ${found.length}`, { limit: atOnce });
    for (const value of page.values[0] ?? []) found.push(Number(value));
    if (page.rows < atOnce) return found;
  }
}

/** Column `index` of the file, which is attribute `n` of those loaded. */
interface Bound {
  n: number;
  column: FileColumn;
  index: number;
  native: boolean;
  /** What is read is not the text in the file. */
  changed: boolean;
  faults: Fault[];
}

function bind(source: OpenSource, columns: readonly FileColumn[]): Bound[] {
  const bound = columns.map((column, n) => {
    const index = source.names.indexOf(column.source);
    const type = source.types[index] ?? 'VARCHAR';
    const natural = nativeMapping(column.source, type);
    const same = natural.type === column.type && (natural.scale ?? 0) === (column.scale ?? 0);
    const changed = changesText(column);
    return {
      n,
      column,
      index,
      changed,
      native: type !== 'VARCHAR' && type !== instantType && same && column.type !== 'text' && !changed,
      faults: faultsOf(column),
    };
  });
  return bound.filter((b) => b.column.generated === undefined);
}

/** SQL for a value of this type as text. @param zoned moments are to be told from wall time */
export function textOf(type: string, column: string, zoned: boolean): string {
  if (type === 'VARCHAR') return column;
  // In UTC, without asking for the machine's zone.
  if (type === instantType) return `CAST(make_timestamp(epoch_us(${column})) AS VARCHAR)${zoned ? " || 'Z'" : ''}`;
  return `CAST(${column} AS VARCHAR)`;
}

const readOf = (b: Bound) => (b.changed ? `t${b.n}` : `v${b.index}`);

function valueOf(b: Bound): string {
  const cast = b.native ? castNative(b) : castText(b.column, readOf(b));
  return withDefault(b.column, `v${b.index}`, readOf(b), cast);
}

/** What is no number, or no moment that comes, is refused of values as it is of texts. */
function castNative({ index, column }: Bound): string {
  const cast = `TRY_CAST(c${index} AS ${sqlType(column)})`;
  const endless = column.type === 'number' || column.type === 'date' || column.type === 'timestamp';
  return endless ? `CASE WHEN isfinite(${cast}) THEN ${cast} END` : cast;
}

/** Over what the pass has at hand. A value the engine knows is only there or not: its text is not asked for. */
function quickly(b: Bound, fault: Fault): string {
  const text = b.native ? `CASE WHEN c${b.index} IS NOT NULL THEN 'x' END` : undefined;
  return fault.when(text ?? `v${b.index}`, text ?? readOf(b), `a${b.n}`);
}

async function noteFlawed(connection: Connection, source: OpenSource, columns: readonly ColumnMapping[]): Promise<void> {
  await connection.run(
    `INSERT INTO ${badTable} SELECT rowid, NULL, CASE lacks ${attributesOf(source, columns, (c) => String(c))} END, malformed, flaw
     FROM ${stageTable} WHERE flaw IS NOT NULL`,
  );
}

/** Branches that give the attribute of a column of the file. */
function attributesOf(source: OpenSource, columns: readonly ColumnMapping[], mark: (column: number) => string): string {
  return source.names
    .map((name, c) => `WHEN ${mark(c)} THEN ${textLiteral(columns.find((m) => m.source === name)?.attribute ?? name)}`)
    .join(' ');
}

async function noteFaults(connection: Connection, bound: readonly Bound[]): Promise<void> {
  const held = 'bad IS NOT NULL AND len(bad) > 0';
  const all = bound.flatMap((b, at) =>
    b.faults.map((f) => {
      const raw = `bad[${at + 1}]`;
      return { b, raw, reason: f.reason, when: f.when(raw, b.changed ? readText(b.column, raw) : raw, `a${b.n}`) };
    }),
  );
  if (all.length === 0 || (await number(connection, `SELECT count(*) FROM ${stageTable} WHERE ${held}`)) === 0) return;
  const counts = all.map((f) => `count_if(${f.when})`);
  const page = await connection.query(`SELECT ${counts.join(', ')} FROM ${stageTable} WHERE ${held}`, { limit: 1 });
  for (const f of all.filter((_, c) => Number(page.values[c]?.[0]) > 0)) {
    await connection.run(
      `INSERT INTO ${badTable} SELECT rowid, NULL, ${textLiteral(f.b.column.attribute)}, ${f.raw}, ${textLiteral(f.reason)}
       FROM ${stageTable} WHERE ${held} AND ${f.when}`,
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
  return connection.run(
    `INSERT INTO ${badTable} SELECT NULL, line_byte_position - 1, CASE column_name ${attributesOf(source, columns, (c) => `'c${c}'`)} END, csv_line,
       CASE error_type::VARCHAR ${reasons.join(' ')} ELSE lower(error_type::VARCHAR) END
     FROM ${refusedTable} QUALIFY row_number() OVER (PARTITION BY line_byte_position ORDER BY byte_position) = 1`,
  );
}
