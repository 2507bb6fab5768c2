import type { CancelSignal } from '../../base/cancellation';
import { AppError } from '../../base/errors';
import type { ColumnProfile } from '../../model/report';
import type { Cell } from '../../model/value';
import type { Connection, EngineColumn } from '../../ports/engine';
import type { Table } from '../../sql/query';
import { ident } from '../../sql/quote';
import type { Context } from '../context';
import { findDocument } from '../find-document';
import { withConnection } from '../with-connection';

const bars = 12;
const bins = 20;
/** Columns measured by one scan. */
const atOnce = 50;

interface Facts {
  rows: number;
  empty: number;
  distinct: number;
  min: Cell;
  max: Cell;
}

/** Exact figures of every column of an entity, told one by one. @throws AppError `not-found`, `cancelled` */
export async function profileColumns(
  ctx: Context,
  entity: string,
  options: { signal?: CancelSignal | undefined; onColumn?: ((profile: ColumnProfile) => void) | undefined } = {},
): Promise<ColumnProfile[]> {
  findDocument(ctx, 'entity', entity);
  return withConnection(ctx, (connection) => profile(connection, { kind: 'table', schema: 'main', name: entity }, undefined, options));
}

/** Exact figures of one column of any stored table. @throws AppError `not-found`, `cancelled` */
export async function profileTable(connection: Connection, table: Table, column: string, signal?: CancelSignal): Promise<ColumnProfile> {
  const [found] = await profile(connection, table, column, { signal });
  if (found === undefined) throw new AppError('not-found', { kind: 'column', name: column, known: '' });
  return found;
}

async function profile(
  connection: Connection,
  table: Table,
  only: string | undefined,
  options: { signal?: CancelSignal | undefined; onColumn?: ((profile: ColumnProfile) => void) | undefined },
): Promise<ColumnProfile[]> {
  const from = `${ident(table.schema)}.${ident(table.name)}`;
  const all = await connection.describe(`SELECT * FROM ${from}`);
  const columns = only === undefined ? all : all.filter((c) => c.name === only);
  if (columns.length === 0) throw new AppError('not-found', { kind: 'column', name: only ?? '', known: all.map((c) => c.name).join(', ') });
  const done: ColumnProfile[] = [];
  for (let start = 0; start < columns.length; start += atOnce) {
    const part = columns.slice(start, start + atOnce);
    const facts = await measure(connection, from, part, options.signal);
    for (const [n, column] of part.entries()) {
      const f = facts[n];
      if (f === undefined) continue;
      const found = await distribution(connection, from, column, f, options.signal);
      options.onColumn?.(found);
      done.push(found);
    }
  }
  return done;
}

async function measure(connection: Connection, from: string, columns: readonly EngineColumn[], signal?: CancelSignal): Promise<Facts[]> {
  const asked = columns.map(({ name }) => ident(name)).map((c) => `count(${c}), count(DISTINCT ${c}), min(${c}), max(${c})`);
  const page = await connection.query(`SELECT count(*), ${asked.join(', ')} FROM ${from}`, { limit: 1, ...(signal ? { signal } : {}) });
  const at = (n: number) => page.values[n]?.[0] ?? null;
  const rows = Number(at(0));
  return columns.map((_, n) => ({
    rows,
    empty: rows - Number(at(n * 4 + 1)),
    distinct: Number(at(n * 4 + 2)),
    min: at(n * 4 + 3),
    max: at(n * 4 + 4),
  }));
}

async function distribution(
  connection: Connection,
  from: string,
  column: EngineColumn,
  facts: Facts,
  signal?: CancelSignal,
): Promise<ColumnProfile> {
  const base = { name: column.name, type: column.type, ...facts };
  const asked = { limit: 1000, ...(signal ? { signal } : {}) };
  const c = ident(column.name);
  if (facts.distinct > bars && /^(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT|DOUBLE|FLOAT|DECIMAL.*|DATE|TIMESTAMP)$/.test(column.type)) {
    const page = await connection.query(histogram(from, c, column.type), asked);
    const [froms = [], tos = [], counts = []] = page.values;
    const found = froms.map((low, r) => ({ from: low, to: tos[r] ?? null, rows: Number(counts[r]) }));
    return { ...base, kind: 'histogram', bars: found, others: 0 };
  }
  const page = await connection.query(
    `SELECT ${c}, count(*) AS n FROM ${from} WHERE ${c} IS NOT NULL GROUP BY 1 ORDER BY n DESC, 1 LIMIT ${bars}`,
    asked,
  );
  const [values = [], counts = []] = page.values;
  const found = values.map((value, r) => ({ from: value, to: value, rows: Number(counts[r]) }));
  return { ...base, kind: 'values', bars: found, others: facts.rows - facts.empty - found.reduce((sum, b) => sum + b.rows, 0) };
}

/** Bins of equal width between the smallest and the largest value; a bar's ends are the values really found in it. */
function histogram(from: string, c: string, type: string): string {
  const place = type === 'DATE' || type === 'TIMESTAMP' ? `epoch(${c})` : `CAST(${c} AS DOUBLE)`;
  return `WITH placed AS (SELECT ${c} AS v, ${place} AS p FROM ${from} WHERE ${c} IS NOT NULL), ends AS (SELECT min(p) AS low, max(p) AS high FROM placed)
    SELECT min(v), max(v), count(*) FROM placed, ends GROUP BY CASE WHEN high > low THEN least(${bins - 1}, floor((p - low) / (high - low) * ${bins})) ELSE 0 END ORDER BY 1`;
}
