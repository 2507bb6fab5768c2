import { AppError } from '../base/errors';
import type { RowsPage } from '../model/report';
import type { Connection } from '../ports/engine';
import type { Table } from '../sql/query';
import { ident } from '../sql/quote';

export interface PageRequest {
  table: Table;
  /** Those that are shown; all when absent. */
  columns?: readonly string[];
  offset: number;
  limit: number;
  sort?: { column: string; descending: boolean } | undefined;
  /** Columns that make the order certain. */
  tie: readonly string[];
  /** Exact number of rows of the table. */
  total: number;
  /** The table was written once and never changed, so that its rows are numbered without a gap. */
  unchanged: boolean;
}

/** Rows of a stored table from any offset, in stored order or sorted; empties last. @throws AppError `not-found` for an unknown sort column */
export async function readPage(connection: Connection, request: PageRequest): Promise<RowsPage> {
  const from = `${ident(request.table.schema)}.${ident(request.table.name)}`;
  const { sort } = request;
  if (sort) await requireColumn(connection, from, sort.column);
  const page = await connection.query(`SELECT ${request.columns?.map(ident).join(', ') ?? '*'} FROM ${from} ${windowOf(request)}`, {
    limit: request.limit,
  });
  return { columns: page.columns, values: page.values, rows: page.rows, offset: request.offset, total: request.total };
}

function windowOf({ sort, tie, offset, limit, unchanged }: PageRequest): string {
  // A range of row numbers is found at once; an offset reads everything before it.
  if (!sort && unchanged) return `WHERE rowid >= ${offset} AND rowid < ${offset + limit} ORDER BY rowid`;
  const direction = sort?.descending ? 'DESC' : 'ASC';
  const terms = sort ? [`${ident(sort.column)} ${direction} NULLS LAST`, ...tie.filter((t) => t !== sort.column).map(ident)] : ['rowid'];
  return `ORDER BY ${terms.join(', ')} LIMIT ${limit} OFFSET ${offset}`;
}

async function requireColumn(connection: Connection, from: string, name: string): Promise<void> {
  const columns = await connection.describe(`SELECT * FROM ${from}`);
  if (columns.some((c) => c.name === name)) return;
  throw new AppError('not-found', { kind: 'column', name, known: columns.map((c) => c.name).join(', ') });
}
