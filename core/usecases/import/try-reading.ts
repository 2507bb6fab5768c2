import type { CancelSignal } from '../../base/cancellation';
import type { TriedReading } from '../../model/data-report';
import type { FileColumn, FileSource } from '../../model/recipe';
import type { RowsPage } from '../../model/report';
import type { Connection } from '../../ports/engine';
import type { Sources } from '../../ports/sources';
import { ident, textLiteral } from '../../sql/quote';
import type { Context } from '../context';
import { withConnection } from '../with-connection';
import { cancellable } from './cancellable';
import { faultsOf } from './column-value';
import { requireColumns } from './header-change';
import type { OpenSource } from './open-source';
import { recordLines } from './record-lines';
import { rowsLooked } from './rows-looked';
import { noteKeys } from './stage';
import { badTable, number, stageRecords, stageTable } from './stage-records';
import { withSource } from './with-source';

export interface TryRequest {
  source: FileSource;
  columns: readonly FileColumn[];
  /** May be empty. */
  key: readonly string[];
}

const shownRows = 50;
/** More than any value can be refused for. */
const reasonsEach = 10;

/**
 * Reads the beginning of a file as its columns and key say, as a load would: what it would give and what it would refuse. Writes
 * nothing. @throws AppError `import-*`, `sql-error` for a date format that is none, `cancelled`
 */
export async function tryReading(
  ctx: Context,
  sources: Sources,
  { source: request, columns, key }: TryRequest,
  signal?: CancelSignal,
): Promise<TriedReading> {
  const taken = columns.filter((c) => !c.ignore);
  return withConnection(ctx, async (plain) => {
    const connection = cancellable(plain, signal);
    await ctx.engine.registerFile(request.path);
    const read = async (source: OpenSource) => {
      requireColumns(taken, source.names);
      const start = `(SELECT * FROM ${source.fromRefusing} LIMIT ${rowsLooked(source.names.length)})`;
      await stageRecords(connection, { ...source, fromRefusing: start }, taken, [], () => undefined);
      if (key.length > 0) await noteKeys(connection, taken, key);
    };
    return withSource({ connection, sources, request: { ...request, look: true }, signal }, read, async (source) => {
      const staged = await number(connection, `SELECT count(*) FROM ${stageTable}`);
      const flawed = source.lined ? await number(connection, `SELECT count(*) FROM ${stageTable} WHERE flaw IS NOT NULL`) : 0;
      return {
        rows: staged - flawed,
        // The reader tells of those that it did not even give as rows by their place.
        broken: flawed + (await number(connection, `SELECT count(*) FROM ${badTable} WHERE record IS NULL`)),
        whole: staged < rowsLooked(source.names.length) && !source.cut,
        columns: await refusals(connection, sources, source, taken),
        key: await keyFaults(connection),
        ...(await sampled(connection, source, taken)),
      };
    });
  });
}

/** Of every column how many values are refused, and the first of them with its line. */
async function refusals(connection: Connection, sources: Sources, source: OpenSource, columns: readonly FileColumn[]) {
  const page = await connection.query(
    `SELECT col, reason, count(*), min(record), arg_min(value, record) FROM ${badTable}
     WHERE record IS NOT NULL AND col IS NOT NULL GROUP BY ALL ORDER BY min(record)`,
    { limit: columns.length * reasonsEach },
  );
  const at = (column: number, row: number) => page.values[column]?.[row] ?? null;
  const all = Array.from({ length: page.rows }, (_, r) => ({
    attribute: String(at(0, r)),
    reason: String(at(1, r)),
    refused: Number(at(2, r)),
    record: Number(at(3, r)),
    value: at(4, r),
  }));
  const found = columns.flatMap((column) => {
    const reasons = column.generated ? [] : faultsOf(column).map((f) => f.reason);
    const of = all.filter((a) => a.attribute === column.attribute && reasons.includes(a.reason));
    const [first] = of;
    return first ? [{ ...first, refused: of.reduce((sum, a) => sum + a.refused, 0) }] : [];
  });
  const records = [...new Set(found.map((f) => f.record))].toSorted((a, b) => a - b);
  const lines = await recordLines(connection, sources, source, stageTable, records);
  return found.map(({ attribute, refused, record, value }) => ({
    attribute,
    refused,
    first: { line: lines[records.indexOf(record)] ?? 0, value: value === null ? null : String(value) },
  }));
}

async function keyFaults(connection: Connection): Promise<TriedReading['key']> {
  const count = (reason: string) => number(connection, `SELECT count(*) FROM ${badTable} WHERE reason = ${textLiteral(reason)}`);
  return { empty: await count('empty-key'), repeated: await count('duplicate-key') };
}

async function sampled(connection: Connection, source: OpenSource, columns: readonly FileColumn[]) {
  const values = columns.map((c, n) => `${c.generated ? 's.rowid + 1' : `s.a${n}`} AS ${ident(c.attribute)}`);
  const sound = source.lined ? 'WHERE flaw IS NULL' : '';
  const shown = `(SELECT rowid FROM ${stageTable} ${sound} ORDER BY rowid LIMIT ${shownRows})`;
  const page = await connection.query(`SELECT ${values.join(', ')} FROM ${stageTable} s WHERE s.rowid IN ${shown} ORDER BY s.rowid`, {
    limit: shownRows,
  });
  const sample: RowsPage = { columns: page.columns, values: page.values, rows: page.rows, offset: 0, total: null };
  const bad = await connection.query(
    `SELECT nth, col, value FROM (SELECT rowid AS record, row_number() OVER (ORDER BY rowid) - 1 AS nth FROM ${shown})
     JOIN ${badTable} USING (record) WHERE reason NOT IN ('empty-key', 'duplicate-key') ORDER BY nth, col`,
    { limit: shownRows * columns.length + 1 },
  );
  const refused = Array.from({ length: bad.rows }, (_, r) => {
    const [row, attribute, value] = bad.values.map((v) => v[r] ?? null);
    return { row: Number(row), attribute: String(attribute), value: value === null || value === undefined ? null : String(value) };
  });
  return { sample, refused };
}
