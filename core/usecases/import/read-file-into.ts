import type { CancelSignal } from '../../base/cancellation';
import { AppError } from '../../base/errors';
import type { FileColumn, FileSource } from '../../model/recipe';
import type { Connection } from '../../ports/engine';
import type { LineRun, Sources } from '../../ports/sources';
import { ident } from '../../sql/quote';
import { cancellable } from './cancellable';
import { sqlType } from './cast';
import { requireColumns } from './header-change';
import { type OpenSource, openSource } from './open-source';
import { badTable, number, numbers, stageRecords, stageTable } from './stage-records';

export interface FileIntoRequest {
  source: FileSource;
  columns: readonly FileColumn[];
  tolerate?: number;
  /** As it is written in SQL. */
  table: string;
  refusal: { column: string; value: string; reason: string; refused: string };
}

/**
 * Makes a table of a file: `line`, the columns, and about a refused record the first thing refused in it and how many there are.
 * Of a refused record the columns are empty. @returns rows, one per record
 * @throws AppError `import-*`, `load-too-many-refused`, `cancelled`
 */
export async function readFileInto(
  plain: Connection,
  sources: Sources,
  request: FileIntoRequest,
  signal: CancelSignal | undefined,
): Promise<number> {
  const connection = cancellable(plain, signal);
  const source = await openSource(connection, sources, request.source, signal);
  try {
    const columns = request.columns.filter((c) => !c.ignore);
    requireColumns(columns, source.names);
    await stageRecords(connection, source, columns, [], () => undefined);
    await locate(connection, sources, source);
    await refusals(connection);
    await requireFewRefused(connection, request);
    return await connection.run(`CREATE OR REPLACE TABLE ${request.table} AS ${records(columns, request.refusal)}`);
  } finally {
    await source.release();
  }
}

/** Lines of records, by runs of records that follow each other line by line, and of what the reader refused. */
async function locate(connection: Connection, sources: Sources, source: OpenSource): Promise<void> {
  const places = await numbers(connection, `SELECT DISTINCT place FROM ${badTable} WHERE place IS NOT NULL ORDER BY place`);
  const { text } = source;
  const found = text
    ? await sources.lineRuns(text.path, { ...text, sheet: source.format === 'xlsx', refused: places })
    : { refused: [], runs: [{ record: 0, line: 1 }] };
  await fill(
    connection,
    'muster_places (place BIGINT, line BIGINT)',
    places.map((place, n) => `(${place}, ${found.refused[n]})`),
  );
  await fill(
    connection,
    'muster_runs (record BIGINT, line BIGINT)',
    found.runs.map((r: LineRun) => `(${r.record}, ${r.line})`),
  );
}

async function fill(connection: Connection, table: string, rows: readonly string[]): Promise<void> {
  await connection.run(`CREATE OR REPLACE TEMP TABLE ${table}`);
  const name = table.slice(0, table.indexOf(' '));
  for (let start = 0; start < rows.length; start += 5000) {
    await connection.run(`INSERT INTO ${name} VALUES ${rows.slice(start, start + 5000).join(', ')}`);
  }
}

/** One row per refused record, with the first thing refused in it. */
async function refusals(connection: Connection): Promise<void> {
  const first = (name: string) => `first(${name} ORDER BY rowid) AS ${name}`;
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE muster_refusals AS
     SELECT record, place, ${['col', 'value', 'reason'].map(first).join(', ')}, count(*) AS refused FROM ${badTable} GROUP BY record, place`,
  );
}

const lineOfRecord = `FROM ${stageTable} s ASOF JOIN muster_runs r ON s.rowid >= r.record`;
const line = 'r.line + s.rowid - r.record';

function records(columns: readonly FileColumn[], names: FileIntoRequest['refusal']): string {
  const good = columns.map(
    (c, n) => `${c.generated ? 's.rowid + 1' : `CASE WHEN b.record IS NULL THEN s.a${n} END`} AS ${ident(c.attribute)}`,
  );
  const none = columns.map((c) => `CAST(NULL AS ${sqlType(c)})`);
  const why = `b.col AS ${ident(names.column)}, b.value AS ${ident(names.value)}, b.reason AS ${ident(names.reason)}, b.refused AS ${ident(names.refused)}`;
  return `SELECT ${[`${line} AS line`, ...good].join(', ')}, ${why} ${lineOfRecord} LEFT JOIN muster_refusals b ON b.record = s.rowid
    UNION ALL SELECT ${['p.line', ...none].join(', ')}, b.col, b.value, b.reason, b.refused FROM muster_refusals b JOIN muster_places p ON p.place = b.place
    ORDER BY line`;
}

async function requireFewRefused(connection: Connection, { source, tolerate }: FileIntoRequest): Promise<void> {
  const refused = await number(connection, 'SELECT count(*) FROM muster_refusals');
  if (tolerate === undefined || refused <= tolerate) return;
  const page = await connection.query(
    `SELECT * FROM (SELECT ${line} AS line, b.reason ${lineOfRecord} JOIN muster_refusals b ON b.record = s.rowid
       UNION ALL SELECT p.line, b.reason FROM muster_refusals b JOIN muster_places p ON p.place = b.place) ORDER BY 1`,
    { limit: 1 },
  );
  const [first, reason] = page.values.map((v) => v[0] ?? null);
  throw new AppError('load-too-many-refused', { file: source.path, refused, tolerate, line: Number(first), reason: String(reason) });
}
