import type { CancelSignal } from '../../base/cancellation';
import { AppError } from '../../base/errors';
import type { FileColumn, FileSource } from '../../model/recipe';
import type { Connection } from '../../ports/engine';
import type { LineRun, Sources } from '../../ports/sources';
import { ident } from '../../sql/quote';
import { cancellable } from './cancellable';
import { sqlType } from './cast';
import { requireColumns } from './header-change';
import type { OpenSource } from './open-source';
import { badTable, numbers, stageRecords, stageTable } from './stage-records';
import { withSource } from './with-source';

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
  const columns = request.columns.filter((c) => !c.ignore);
  const stage = (source: OpenSource) => {
    requireColumns(columns, source.names);
    return stageRecords(connection, source, columns, [], () => undefined);
  };
  return withSource({ connection, sources, request: readPast(request.source, columns), signal }, stage, async (source) => {
    const lines = await locate(connection, sources, source);
    const refused = await gatherRefusals(connection);
    await requireFewRefused(connection, request, refused, lines);
    return connection.run(`CREATE OR REPLACE TABLE ${request.table} AS ${recordsOf(columns, request.refusal, refused, lines)}`);
  });
}

/** Of an object only the fields that are columns matter. */
function readPast(source: FileSource, columns: readonly FileColumn[]): FileSource {
  if (source.only || (source.format !== 'json' && source.format !== 'ndjson')) return source;
  const only = columns.filter((c) => c.generated === undefined).map((c) => c.source);
  return only.length === 0 ? source : { ...source, only };
}

/** Records of the stage, called `s`, and SQL for the line of each. */
interface Located {
  from: string;
  line: string;
  /** They come in the order of the file. */
  ordered: boolean;
}

/** So many runs of lines are told apart faster in the statement itself than by a join. */
const fewRuns = 50;

/** Notes on which lines the records begin that the reader refused, and tells the lines of the others. */
async function locate(connection: Connection, sources: Sources, source: OpenSource): Promise<Located> {
  if (source.lined) {
    await fill(connection, 'muster_places', 'place', []);
    return { from: `${stageTable} s`, line: 's.line', ordered: true };
  }
  const places = await numbers(connection, `SELECT DISTINCT place FROM ${badTable} WHERE place IS NOT NULL ORDER BY place`);
  const { text } = source;
  const { refused, runs } = text
    ? await sources.lineRuns(text.path, { ...text, sheet: source.format === 'xlsx', refused: places })
    : { refused: [], runs: [] };
  const lines = places.map((place, n) => `(${place}, ${refused[n]})`);
  await fill(connection, 'muster_places', 'place', lines);
  if (runs.length <= fewRuns) return { from: `${stageTable} s`, line: lineAmong(runs), ordered: true };
  const starts = runs.map((r) => `(${r.record}, ${r.line})`);
  await fill(connection, 'muster_runs', 'record', starts);
  return { from: `${stageTable} s ASOF JOIN muster_runs r ON s.rowid >= r.record`, line: 's.rowid + r.line - r.record', ordered: false };
}

/** Without a run the record's number is its line. */
function lineAmong(runs: readonly LineRun[]): string {
  const [first = { record: 0, line: 1 }, ...later] = runs;
  const past = (r: LineRun) => r.line - r.record;
  const cases = later.reverse().map((r) => `WHEN s.rowid >= ${r.record} THEN ${past(r)}`);
  return `s.rowid + ${cases.length === 0 ? past(first) : `CASE ${cases.join(' ')} ELSE ${past(first)} END`}`;
}

async function fill(connection: Connection, table: string, by: string, rows: readonly string[]): Promise<void> {
  await connection.run(`CREATE OR REPLACE TEMP TABLE ${table} (${by} BIGINT, line BIGINT)`);
  for (let start = 0; start < rows.length; start += 5000) {
    await connection.run(`INSERT INTO ${table} VALUES ${rows.slice(start, start + 5000).join(', ')}`);
  }
}

/** One row per refused record, with the first thing refused in it. @returns how many there are */
function gatherRefusals(connection: Connection): Promise<number> {
  const first = (name: string) => `first(${name} ORDER BY rowid) AS ${name}`;
  return connection.run(
    `CREATE OR REPLACE TEMP TABLE muster_refusals AS
     SELECT record, place, ${['col', 'value', 'reason'].map(first).join(', ')}, count(*) AS refused FROM ${badTable} GROUP BY record, place`,
  );
}

const refusedByReader = 'FROM muster_refusals b JOIN muster_places p ON p.place = b.place';

function recordsOf(columns: readonly FileColumn[], names: FileIntoRequest['refusal'], refused: number, lines: Located): string {
  const why = [
    { from: 'b.col', type: 'VARCHAR', as: ident(names.column) },
    { from: 'b.value', type: 'VARCHAR', as: ident(names.value) },
    { from: 'b.reason', type: 'VARCHAR', as: ident(names.reason) },
    { from: 'b.refused', type: 'BIGINT', as: ident(names.refused) },
  ];
  const values = columns.map((c, n) => ({ is: c.generated ? 's.rowid + 1' : `s.a${n}`, as: ident(c.attribute), type: sqlType(c) }));
  const order = lines.ordered ? '' : ' ORDER BY line';
  const line = `${lines.line} AS line`;
  if (refused === 0) {
    const nothing = why.map((w) => `CAST(NULL AS ${w.type}) AS ${w.as}`);
    return `SELECT ${[line, ...values.map((v) => `${v.is} AS ${v.as}`), ...nothing].join(', ')} FROM ${lines.from}${order}`;
  }
  const good = values.map((v) => `CASE WHEN b.record IS NULL THEN ${v.is} END AS ${v.as}`);
  const none = values.map((v) => `CAST(NULL AS ${v.type})`);
  return `SELECT ${[line, ...good, ...why.map((w) => `${w.from} AS ${w.as}`)].join(', ')}
    FROM ${lines.from} LEFT JOIN muster_refusals b ON b.record = s.rowid
    UNION ALL SELECT ${['p.line', ...none, ...why.map((w) => w.from)].join(', ')} ${refusedByReader}${order}`;
}

async function requireFewRefused(
  connection: Connection,
  { source, tolerate }: FileIntoRequest,
  refused: number,
  lines: Located,
): Promise<void> {
  if (tolerate === undefined || refused <= tolerate) return;
  const page = await connection.query(
    `SELECT * FROM (SELECT ${lines.line} AS line, b.reason FROM ${lines.from} JOIN muster_refusals b ON b.record = s.rowid
       UNION ALL SELECT p.line, b.reason ${refusedByReader}) ORDER BY 1`,
    { limit: 1 },
  );
  const [line, reason] = page.values.map((v) => v[0] ?? null);
  throw new AppError('load-too-many-refused', { file: source.path, refused, tolerate, line: Number(line), reason: String(reason) });
}
