import { AppError } from '../../base/errors';
import type { Field, PopulationChoice } from '../../model/population';
import type { BinMethod, Histogram } from '../../model/report';
import type { Cell } from '../../model/value';
import type { Connection, StatementOptions } from '../../ports/engine';
import type { Context } from '../context';
import { withConnection } from '../with-connection';
import { beginnings, equalEnds, finite, isOrdered, type Ordered, type Place, placeFrom, placeLiteral, placeOf, valueAt } from './bins';
import { chosenMembers } from './choose';
import { fieldValues, measuredSql, valueName } from './field-values';
import type { AtMoment } from './members';

export interface HistogramRequest extends AtMoment {
  population: PopulationChoice;
  field: Field;
  /** At most this many: equal values, and whole units, stay together. */
  bins: number;
  method: BinMethod;
}

/** Exact rows of bins of equal width, or of about equal rows. @throws AppError `rule-wrong-type` for values without an order */
export function countHistogram(ctx: Context, request: HistogramRequest): Promise<Histogram> {
  return withConnection(ctx, async (connection) => {
    const members = await chosenMembers(ctx, connection, request.population, request);
    const values = await fieldValues(ctx, connection, members, [request.field], request);
    const [column] = values.columns;
    if (!column || !isOrdered(column))
      throw new AppError('rule-wrong-type', { attribute: request.field.attribute, type: column?.type ?? '', op: 'histogram' });
    const binned = await countBins(connection, { from: measuredSql(values), value: valueName(0), column }, request);
    return { field: request.field, type: column.type, ...binned };
  });
}

/** A column of something that stands in FROM. */
interface Line {
  from: string;
  value: string;
  column: Ordered;
}

/** How many rows there are, and from where to where those lie that have a place on the line. */
export interface Extent {
  rows: number;
  filled: number;
  placed: number;
  low: Cell;
  high: Cell;
}

export async function countBins(
  connection: Connection,
  line: Line,
  { bins, method, signal }: { bins: number; method: BinMethod; signal?: StatementOptions['signal'] },
): Promise<Omit<Histogram, 'field' | 'type'>> {
  const { from, value, column } = line;
  const place = placeOf(value, column);
  const placedOnes = `FILTER (WHERE ${finite(value, column)})`;
  const shares = Array.from({ length: bins }, (_, i) => (i + 1) / bins).join(', ');
  const quantiles = method === 'quantile' ? `, quantile_disc(${place}, [${shares}]) ${placedOnes}` : '';
  const found = await connection.query(
    `SELECT count(*), count(${value}), count(${value}) ${placedOnes}, min(${place}) ${placedOnes}, max(${place}) ${placedOnes}${quantiles} FROM ${from}`,
    { limit: 1, ...(signal ? { signal } : {}) },
  );
  const [rows = 0, filled = 0, placed = 0, low = null, high = null, ranks = null] = found.values.map((v) => v[0] ?? null);
  const extent = { rows: Number(rows), filled: Number(filled), placed: Number(placed), low, high };
  return countBinsWithin(connection, line, extent, { bins, ...(Array.isArray(ranks) ? { ranks } : {}), signal });
}

/** Bins that end at `ranks`, or of equal width. */
export async function countBinsWithin(
  connection: Connection,
  { from, value, column }: Line,
  { rows, filled, placed, low, high }: Extent,
  { bins, ranks, signal }: { bins: number; ranks?: readonly Cell[]; signal?: StatementOptions['signal'] },
): Promise<Omit<Histogram, 'field' | 'type'>> {
  const counted = { rows, empty: rows - filled, others: filled - placed };
  if (low === null || high === null) return { ...counted, bars: [] };
  const ends = ranks ? [...new Set(ranks.map((rank) => placeFrom(rank, column)))] : equalEnds(low, high, bins, column);
  const list = (places: readonly Place[], as: (p: Place) => string) => `[${places.map(as).join(', ')}]`;
  const inBins = `map_values(histogram(${placeOf(value, column)}, ${list(ends, (p) => placeLiteral(p, column))}) FILTER (WHERE ${finite(value, column)}))`;
  const found = await connection.query(
    `SELECT ${list(beginnings(placeFrom(low, column), ends), (p) => valueAt(p, column))}, ${list(ends, (p) => valueAt(p, column))}, ${inBins} FROM ${from}`,
    { limit: 1, ...(signal ? { signal } : {}) },
  );
  const [froms, tos, counts] = found.values.map((v) => (Array.isArray(v[0]) ? v[0] : []));
  return { ...counted, bars: (counts ?? []).map((n, i) => ({ from: froms?.[i] ?? null, to: tos?.[i] ?? null, rows: Number(n) })) };
}
