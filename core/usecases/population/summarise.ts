import type { CancelSignal } from '../../base/cancellation';
import type { ColumnProfile } from '../../model/report';
import type { Cell } from '../../model/value';
import type { Connection } from '../../ports/engine';
import type { Column } from '../../segment/population';
import { isOrdered } from './bins';
import { countBins } from './histogram';

const bars = 12;
const bins = 20;
/** Columns measured by one scan: the first are told while the others are measured. */
const atOnce = 4;

/** A column of what stands in FROM. */
export interface Summarised {
  name: string;
  /** SQL of its value, NULL where empty. */
  value: string;
  column: Column;
}

export interface SummariseOptions {
  signal?: CancelSignal | undefined;
  onColumn?: ((profile: ColumnProfile) => void) | undefined;
}

interface Facts {
  rows: number;
  empty: number;
  distinct: number;
  min: Cell;
  max: Cell;
}

/** Exact figures of columns, told one by one. @throws AppError `cancelled` */
export async function summarise(
  connection: Connection,
  from: string,
  columns: readonly Summarised[],
  options: SummariseOptions = {},
): Promise<ColumnProfile[]> {
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

async function measure(connection: Connection, from: string, columns: readonly Summarised[], signal?: CancelSignal): Promise<Facts[]> {
  const asked = columns.map(({ value: c }) => `count(${c}), count(DISTINCT ${c}), min(${c}), max(${c})`);
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
  { name, value, column }: Summarised,
  facts: Facts,
  signal?: CancelSignal,
): Promise<ColumnProfile> {
  const base = { name, type: column.type, ...facts };
  const options = signal ? { signal } : {};
  if (facts.distinct > bars && isOrdered(column)) {
    const { bars: found, others } = await countBins(connection, { from, value, column }, { bins, method: 'width', ...options });
    return { ...base, kind: 'histogram', bars: found, others };
  }
  const page = await connection.query(
    `SELECT ${value}, count(*) AS n FROM ${from} WHERE ${value} IS NOT NULL GROUP BY 1 ORDER BY n DESC, 1 LIMIT ${bars}`,
    { limit: bars, ...options },
  );
  const [values = [], counts = []] = page.values;
  const found = values.map((v, r) => ({ from: v, to: v, rows: Number(counts[r]) }));
  return { ...base, kind: 'values', bars: found, others: facts.rows - facts.empty - found.reduce((sum, b) => sum + b.rows, 0) };
}
