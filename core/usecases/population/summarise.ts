import type { CancelSignal } from '../../base/cancellation';
import type { ColumnProfile } from '../../model/report';
import type { Cell } from '../../model/value';
import type { Connection } from '../../ports/engine';
import type { Column } from '../../segment/population';
import { finite, isOrdered, placeOf } from './bins';
import { filledSql } from './field-values';
import { countBins, countBinsWithin } from './histogram';

const bars = 12;
const bins = 20;

export interface Summarised {
  name: string;
  /** SQL that can stand in FROM. */
  from: string;
  /** SQL of its value; a text without a letter is empty like NULL. */
  value: string;
  column: Column;
  /** No two rows have the same value, as a key has it. */
  unique?: boolean;
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
  columns: readonly Summarised[],
  options: SummariseOptions = {},
): Promise<ColumnProfile[]> {
  const done: ColumnProfile[] = [];
  for (const column of columns) {
    const found = await profileOf(connection, column, options.signal);
    options.onColumn?.(found);
    done.push(found);
  }
  return done;
}

async function profileOf(connection: Connection, summarised: Summarised, signal?: CancelSignal): Promise<ColumnProfile> {
  const { name, from, value, column } = summarised;
  const options = signal ? { signal } : {};
  const page = await connection.query(factsSql(summarised), { limit: bars, ...options });
  const [rows, empty, distinct, min, max, low = null, high = null, once] = page.values.map((v) => v[0] ?? null);
  const facts: Facts = { rows: Number(rows), empty: Number(empty), distinct: Number(distinct), min: min ?? null, max: max ?? null };
  const base = { name, type: column.type, ...facts };
  if (facts.distinct > bars && isOrdered(column)) {
    const line = { from, value, column };
    const filled = facts.rows - facts.empty;
    const { bars: found, others } =
      low === null || high === null
        ? await countBins(connection, line, { bins, method: 'width', ...options })
        : await countBinsWithin(connection, line, { rows: facts.rows, filled, placed: filled, low, high }, { bins, ...options });
    return { ...base, kind: 'histogram', bars: found, others };
  }
  const [values = [], counts = []] = page.values.slice(8);
  const repeated = values.flatMap((v, r) => (v === null ? [] : [{ from: v, to: v, rows: Number(counts[r]) }]));
  const single = Array.isArray(once) ? once.map((v) => ({ from: v, to: v, rows: 1 })) : [];
  const found = [...repeated, ...single].slice(0, bars);
  return { ...base, kind: 'values', bars: found, others: facts.rows - facts.empty - found.reduce((sum, b) => sum + b.rows, 0) };
}

/**
 * A line for each of the most frequent values that occur several times, which all begin with the facts of the column: its values are
 * grouped once for both. The first of those that occur once are among the facts, since where nearly all do they would all be ranked.
 */
function factsSql({ from, value, unique, column }: Summarised): string {
  const v = filledSql('v', column);
  const grouped = unique
    ? `NOT MATERIALIZED (SELECT ${filledSql(value, column)} AS v, 1 AS n FROM ${from})`
    : `MATERIALIZED (SELECT ${v} AS v, n FROM (SELECT ${value} AS v, count(*) AS n FROM ${from} GROUP BY 1))`;
  // Where the least and the greatest have a place, all have one.
  const placed = (end: string) =>
    isOrdered(column) ? `CASE WHEN ${finite('min(v)', column)} AND ${finite('max(v)', column)} THEN ${placeOf(end, column)} END` : 'NULL';
  return `WITH g AS ${grouped},
facts AS (SELECT coalesce(sum(n), 0), coalesce(sum(n) FILTER (v IS NULL), 0), count(v), min(v), max(v), ${placed('min(v)')}, ${placed('max(v)')},
  min(v, ${bars}) FILTER (n = 1) FROM g),
most AS (SELECT v, n FROM g WHERE n > 1 AND v IS NOT NULL ORDER BY n DESC, v LIMIT ${bars})
SELECT facts.*, most.v, most.n FROM facts LEFT JOIN most ON TRUE ORDER BY most.n DESC, most.v`;
}
