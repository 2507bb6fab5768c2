import type { Cell } from '../model/value';
import type { Connection, StatementOptions } from '../ports/engine';
import { ident } from '../sql/quote';
import { oneRowOf } from './one-row-of';

export interface SortedWindow {
  column: string;
  descending: boolean;
  offset: number;
  limit: number;
  /** Rows of the table. */
  total: number;
  signal?: StatementOptions['signal'];
}

/** Rows beyond which it costs less to look for those between two values than to sort them all. */
export const manyRows = 100_000;
/** Rows of the sample that tells between which values they are. */
const sampled = 4000;
/** How far from its place in the sample a row may be: many times as far as it ever is by chance. */
const spread = 2.5 / Math.sqrt(sampled);
/** Engine types whose values are compared as they are sorted, and come back as they are from a text of them. */
const comparable = /^(VARCHAR|BOOLEAN|DATE|TIMESTAMP|DOUBLE|FLOAT|DECIMAL\(.*\)|U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER)$/;

export const orderOf = ({ column, descending }: Pick<SortedWindow, 'column' | 'descending'>) =>
  `${ident(column)} ${descending ? 'DESC' : 'ASC'} NULLS LAST, rowid`;

/** The numbers of the rows of a window of a stored table in its sorted order; rows that are equal stay as stored, empties are last. */
export async function sortedRows(connection: Connection, from: string, type: string, window: SortedWindow): Promise<Cell[]> {
  const between = window.total > manyRows && comparable.test(type) ? await rowsBetween(connection, from, type, window) : undefined;
  if (between) return between;
  const { offset, limit, signal } = window;
  const sql = `SELECT rowid FROM ${from} ORDER BY ${orderOf(window)} LIMIT ${limit} OFFSET ${offset}`;
  const page = await connection.query(sql, { limit, ...(signal ? { signal } : {}) });
  return page.values[0] ?? [];
}

/** A value of the column and the number of a row: where a row stands in the order. */
interface Bound {
  value: Cell;
  row: Cell;
}

/**
 * The window among the rows between two of a sample. Where it is not wholly between them, which is known from how many rows come before,
 * there is no answer.
 */
async function rowsBetween(connection: Connection, from: string, type: string, window: SortedWindow): Promise<Cell[] | undefined> {
  const { offset, limit, signal } = window;
  const [low, high] = await boundsOf(connection, from, window);
  const asked = { ...(signal ? { signal } : {}) };
  const before = low ? side(window, type, low).before : undefined;
  const counted = before
    ? await connection.query(`SELECT count(*) FROM ${from} WHERE ${before.sql}`, { limit: 1, parameters: before.parameters, ...asked })
    : undefined;
  const skipped = counted ? Number(counted.values[0]?.[0]) : 0;
  if (skipped > offset) return undefined;
  const parts = [...(low ? [side(window, type, low).from] : []), ...(high ? [side(window, type, high).before] : [])];
  const where = parts.length === 0 ? '' : `WHERE ${parts.map((p) => p.sql).join(' AND ')}`;
  const page = await connection.query(
    `SELECT rowid FROM ${from} ${where} ORDER BY ${orderOf(window)} LIMIT ${limit} OFFSET ${offset - skipped}`,
    { limit, parameters: parts.flatMap((p) => p.parameters), ...asked },
  );
  return high && page.rows < limit ? undefined : (page.values[0] ?? []);
}

/** Rows of the sample that the window is most likely between; none where it begins or ends with the table. */
async function boundsOf(connection: Connection, from: string, window: SortedWindow): Promise<(Bound | undefined)[]> {
  const { column, offset, limit, total, signal } = window;
  const shares = [offset / total - spread, (offset + limit) / total + spread];
  const [first = 0, last = 1] = shares;
  const places = [`floor(found * ${first})`, `ceil(found * ${last})`].map((p) => `CAST(${p} AS BIGINT)`);
  const sql = `SELECT place <= ${places[0]}, value, row FROM (
    SELECT ${ident(column)} AS value, rowid AS row, row_number() OVER (ORDER BY ${orderOf(window)}) AS place, count(*) OVER () AS found
    FROM ${from} WHERE ${oneRowOf(Math.ceil(total / sampled))}
  ) WHERE place IN (${places.join(', ')})`;
  const page = await connection.query(sql, { limit: 2, ...(signal ? { signal } : {}) });
  const boundOf = (isLow: boolean): Bound | undefined => {
    const at = (page.values[0] ?? []).indexOf(isLow);
    return at < 0 ? undefined : { value: page.values[1]?.[at] ?? null, row: page.values[2]?.[at] ?? null };
  };
  return [first <= 0 ? undefined : boundOf(true), last >= 1 ? undefined : boundOf(false)];
}

interface Condition {
  sql: string;
  parameters: (string | number | boolean | null)[];
}

/** The rows that come before a place in the order, and all others. */
function side({ column, descending }: SortedWindow, type: string, { value, row }: Bound): { before: Condition; from: Condition } {
  const name = ident(column);
  const number = Number(row);
  if (value === null)
    return {
      before: { sql: `(${name} IS NOT NULL OR rowid < ${number})`, parameters: [] },
      from: { sql: `(${name} IS NULL AND rowid >= ${number})`, parameters: [] },
    };
  const [less, more] = descending ? ['>', '<'] : ['<', '>'];
  const given = `CAST(? AS ${type})`;
  const parameters = [String(value), String(value)];
  return {
    before: { sql: `(${name} ${less} ${given} OR (${name} = ${given} AND rowid < ${number}))`, parameters },
    from: { sql: `(${name} IS NULL OR ${name} ${more} ${given} OR (${name} = ${given} AND rowid >= ${number}))`, parameters },
  };
}
