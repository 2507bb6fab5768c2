import type { Cell } from '../../model/value';
import type { Connection, StatementOptions } from '../../ports/engine';
import type { Column } from '../../segment/population';
import { beginnings, finite, isOrdered, type Ordered, placeOf, valueAt } from './bins';

/** Ranges of about equal rows in the base. */
const ranges = 10;
/** A number or a day with at most this many values is told by value. */
const fewValues = 20;
/** A text with more values than this, by estimate, tells nothing about groups. */
const manyValues = 100_000;

/** How a field is cut into groups. */
export type Cut =
  | { kind: 'skip'; reason: 'many' | 'list' }
  | { kind: 'values' }
  | { kind: 'ranges'; column: Ordered; low: Place; ends: Place[] };
export type Place = number | bigint;

/** A field to be cut: its column, and whether it is one that names rows. */
export interface Cuttable {
  value: string;
  column: Column;
  identifier: boolean;
  /** It was asked for by name and is not left out. */
  chosen: boolean;
  /** Rows of the entity it is an attribute of: it has no more values than that, and as many where it is the key. */
  most: number;
  isKey: boolean;
}

/**
 * Finds how to cut each field from the rows of the base, `from`, in one scan. The number of different values is estimated where it is not
 * known, which decides how a field is cut but is never told.
 */
export async function cutFields(
  connection: Connection,
  from: string,
  fields: readonly Cuttable[],
  signal?: StatementOptions['signal'],
): Promise<Cut[]> {
  const shares = Array.from({ length: ranges + 1 }, (_, i) => i / ranges).join(', ');
  const asked = fields.flatMap((field) => [
    isEstimated(field) ? `approx_count_distinct(${field.value})` : 'NULL',
    isRanked(field)
      ? `quantile_disc(${placeOf(field.value, field.column)}, [${shares}]) FILTER (WHERE ${finite(field.value, field.column)})`
      : 'NULL',
  ]);
  const page = await connection.query(`SELECT ${asked.join(', ')} FROM ${from}`, {
    limit: 1,
    ...(signal ? { signal } : {}),
  });
  return fields.map((field, i) => {
    const distinct = isEstimated(field) ? Number(page.values[2 * i]?.[0] ?? 0) : field.most;
    return cutOf(field, distinct, page.values[2 * i + 1]?.[0]);
  });
}

function isRanked(field: Cuttable): field is Cuttable & { column: Ordered } {
  return isOrdered(field.column) && !field.identifier;
}

/** Fewer values than matter need not be counted. */
function isEstimated(field: Cuttable): boolean {
  if (field.isKey || field.column.type === 'list' || field.column.type === 'boolean') return false;
  return field.most > (isRanked(field) ? fewValues : manyValues);
}

function cutOf({ column, chosen }: Cuttable, distinct: number, found: Cell | undefined): Cut {
  if (column.type === 'list') return { kind: 'skip', reason: 'list' };
  if (Array.isArray(found) && isOrdered(column) && distinct > fewValues) {
    const places = found.map((p) => (column.type === 'number' ? Number(p) : BigInt(String(p))));
    const [low = 0] = places;
    return { kind: 'ranges', column, low, ends: [...new Set(places.slice(1))] };
  }
  return distinct > manyValues && column.type !== 'boolean' && !chosen ? { kind: 'skip', reason: 'many' } : { kind: 'values' };
}

/** The ends of every range of every field, as values. */
export async function rangeEnds(
  connection: Connection,
  cuts: readonly Extract<Cut, { kind: 'ranges' }>[],
): Promise<{ from: Cell; to: Cell }[][]> {
  if (cuts.length === 0) return [];
  const list = (places: readonly Place[], column: Ordered) => `[${places.map((p) => valueAt(p, column)).join(', ')}]`;
  const asked = cuts.flatMap(({ column, low, ends }) => [list(beginnings(low, ends), column), list(ends, column)]);
  const page = await connection.query(`SELECT ${asked.join(', ')}`, { limit: 1 });
  return cuts.map(({ ends }, i) => {
    const [froms, tos] = [page.values[2 * i]?.[0], page.values[2 * i + 1]?.[0]];
    return ends.map((_, n) => ({
      from: (Array.isArray(froms) ? froms[n] : null) ?? null,
      to: (Array.isArray(tos) ? tos[n] : null) ?? null,
    }));
  });
}
