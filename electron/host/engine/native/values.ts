import type { DuckDBValue } from '@duckdb/node-api';
import type { Cell } from '../../../../core/model/value';
import { library } from './library';

/** A value of the database as a cell. Nothing is rounded: what a number cannot hold exactly becomes text. */
export function toCell(value: DuckDBValue): Cell {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return numberCell(value);
  if (typeof value === 'bigint') return bigintCell(value);
  if (value instanceof library.DuckDBListValue || value instanceof library.DuckDBArrayValue) return value.items.map(toCell);
  if (value instanceof library.DuckDBStructValue) {
    return Object.fromEntries(Object.entries(value.entries).map(([field, inner]) => [field, toCell(inner)]));
  }
  if (value instanceof library.DuckDBMapValue)
    return value.entries.map((entry) => ({ key: toCell(entry.key), value: toCell(entry.value) }));
  if (value instanceof library.DuckDBUnionValue || value instanceof library.DuckDBVariantValue) return toCell(value.value);
  return value.toString();
}

/** JSON has no infinities, so they are written as DuckDB writes them. */
export function numberCell(value: number): Cell {
  if (Number.isFinite(value)) return value;
  return Number.isNaN(value) ? 'nan' : value > 0 ? 'inf' : '-inf';
}

export function bigintCell(value: bigint): Cell {
  return value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : value.toString();
}
