import { AppError } from '../base/errors';
import type { RowsPage } from '../model/report';
import type { Connection, StatementOptions } from '../ports/engine';
import type { Table } from '../sql/query';
import { ident } from '../sql/quote';
import { inTransaction } from './in-transaction';
import { orderOf, sortedRows } from './sorted-rows';

export interface PageRequest {
  table: Table;
  /** Those that are shown; all when absent. */
  columns?: readonly string[];
  offset: number;
  limit: number;
  /** Rows that are equal in it stay as stored. */
  sort?: { column: string; descending: boolean } | undefined;
  /** Exact number of rows of the table. */
  total: number;
  /** The table was written once and never changed, so that its rows are numbered without a gap. */
  unchanged: boolean;
  signal?: StatementOptions['signal'];
}

/** Rows of a stored table from any offset, in stored order or sorted; empties last. @throws AppError `not-found` for an unknown sort column, `cancelled` */
export async function readPage(connection: Connection, request: PageRequest): Promise<RowsPage> {
  const { table, columns, sort, offset, limit, total } = request;
  const from = `${ident(table.schema)}.${ident(table.name)}`;
  const type = sort ? await typeOf(connection, from, sort.column) : '';
  const shown = columns?.map(ident).join(', ') ?? '*';
  const asked = { limit, ...(request.signal ? { signal: request.signal } : {}) };
  const read = (window: string) => connection.query(`SELECT ${shown} FROM ${from} ${window}`, asked);
  const page = await (sort && offset === 0
    ? read(`ORDER BY ${orderOf(sort)} LIMIT ${limit}`)
    : request.unchanged && !sort
      ? read(numbered(offset, offset + limit))
      : inTransaction(connection, async () => read(await windowAt(connection, from, type, request))));
  return { columns: page.columns, values: page.values, rows: page.rows, offset, total };
}

const numbered = (first: number, end: number) => `WHERE rowid >= ${first} AND rowid < ${end} ORDER BY rowid`;

/** Rows are chosen by their numbers and only then read, since to order them with all their columns costs many times as much. */
async function windowAt(connection: Connection, from: string, type: string, request: PageRequest): Promise<string> {
  const { sort, offset, limit, total, signal } = request;
  const asked = { limit, ...(signal ? { signal } : {}) };
  if (sort) {
    const rows = await sortedRows(connection, from, type, { ...sort, offset, limit, total, signal });
    return rows.length === 0 ? 'LIMIT 0' : `WHERE rowid IN (${rows.join(', ')}) ORDER BY ${orderOf(sort)}`;
  }
  const all = await connection.query(`SELECT count(*), min(rowid), max(rowid) FROM ${from}`, { ...asked, limit: 1 });
  const [rows = 0, first = 0, last = -1] = all.values.map((v) => Number(v[0]));
  if (last - first + 1 === rows) return numbered(first + offset, first + offset + limit);
  // Rows that were removed left gaps.
  const shown = `SELECT rowid AS r FROM ${from} ORDER BY rowid LIMIT ${limit} OFFSET ${offset}`;
  const page = await connection.query(`SELECT coalesce(min(r), 0), coalesce(max(r), -1) FROM (${shown})`, { ...asked, limit: 1 });
  const [start = 0, end = -1] = page.values.map((v) => Number(v[0]));
  return numbered(start, end + 1);
}

async function typeOf(connection: Connection, from: string, name: string): Promise<string> {
  const columns = await connection.describe(`SELECT * FROM ${from}`);
  const found = columns.find((c) => c.name === name);
  if (found) return found.type;
  throw new AppError('not-found', { kind: 'column', name, known: columns.map((c) => c.name).join(', ') });
}
