import { unreachable } from '../../base/never';
import type { Cell } from '../../model/value';
import type { Column } from '../../segment/population';
import { textLiteral } from '../../sql/quote';

/** Types whose values lie on a line. */
export const orderedTypes = ['integer', 'decimal', 'number', 'date', 'timestamp'] as const;
export type OnLine = { type: (typeof orderedTypes)[number]; scale?: number | undefined };
export type Ordered = Column & OnLine;

export function isOrdered(column: Column): column is Ordered {
  switch (column.type) {
    case 'integer':
    case 'decimal':
    case 'number':
    case 'date':
    case 'timestamp':
      return true;
    case 'text':
    case 'boolean':
    case 'list':
      return false;
    default:
      return unreachable(column.type);
  }
}

/** SQL that tells whether `value`, which is not empty, has a place on the line. */
export function finite(value: string, { type }: OnLine): string {
  return type === 'integer' || type === 'decimal' ? 'TRUE' : `isfinite(${value})`;
}

/** SQL for the place of a value: whole units of the type, days, microseconds; a double is its own. */
export function placeOf(value: string, { type, scale = 0 }: OnLine): string {
  switch (type) {
    case 'integer':
      return value;
    case 'decimal':
      return `CAST(${value} * ${10n ** BigInt(scale)} AS BIGINT)`;
    case 'number':
      return value;
    case 'date':
      return `CAST(${value} - DATE '1970-01-01' AS BIGINT)`;
    case 'timestamp':
      return `epoch_us(${value})`;
    default:
      return unreachable(type);
  }
}

/** A place on the line: whole, or a double for what is itself one. */
export type Place = number | bigint;

/** A place as the engine gives it. */
export function placeFrom(cell: Cell, { type }: OnLine): Place {
  return type === 'number' ? Number(cell) : BigInt(String(cell));
}

/** SQL for a place. */
export function placeLiteral(place: Place, { type }: OnLine): string {
  return `CAST('${place}' AS ${type === 'number' ? 'DOUBLE' : 'BIGINT'})`;
}

/** SQL for the value at a place. */
export function valueAt(place: Place, { type, scale = 0 }: OnLine): string {
  switch (type) {
    case 'integer':
      return `CAST(${place} AS BIGINT)`;
    case 'decimal':
      return `CAST(${textLiteral(decimalText(BigInt(place), scale))} AS DECIMAL(18, ${scale}))`;
    case 'number':
      return `CAST(${textLiteral(String(place))} AS DOUBLE)`;
    case 'date':
      return `(DATE '1970-01-01' + CAST(${place} AS INTEGER))`;
    case 'timestamp':
      return `make_timestamp(CAST(${place} AS BIGINT))`;
    default:
      return unreachable(type);
  }
}

function decimalText(units: bigint, scale: number): string {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  return `${units < 0n ? '-' : ''}${whole}${scale > 0 ? `.${digits.slice(-scale)}` : ''}`;
}

/** Of microseconds; bins longer than a minute are whole seconds. */
const second = 1_000_000n;

/**
 * Upper ends of bins of equal width from `low` to `high`, each end in its bin. Whole units are never parted, so there may be
 * fewer than asked for.
 */
export function equalEnds(low: Cell, high: Cell, bins: number, { type }: OnLine): Place[] {
  if (type === 'number') {
    const [from, to] = [Number(low), Number(high)];
    const range = (to - from) * bins;
    // The plain sum gives the rounder ends, unless the range is more than a double can hold.
    const endOf = (n: number) => (Number.isFinite(range) ? from + ((to - from) * n) / bins : from * (1 - n / bins) + to * (n / bins));
    const ends = Array.from({ length: bins }, (_, i) => (i === bins - 1 ? to : endOf(i + 1)));
    return ends.filter((end, i) => end > (ends[i - 1] ?? Number.NEGATIVE_INFINITY) && end <= to);
  }
  const [from, to] = [BigInt(String(low)), BigInt(String(high))];
  const exact = (to - from) / BigInt(bins) + 1n;
  const width = type === 'timestamp' && exact > 60n * second ? (exact / second + 1n) * second : exact;
  const ends: bigint[] = [];
  for (let end = from + width - 1n; end < to; end += width) ends.push(end);
  return [...ends, to];
}

/** Where each bin begins: right after the end before it. For doubles the end itself, which is not in the bin. */
export function beginnings(low: Place, ends: readonly Place[]): Place[] {
  return ends.map((_, i) => {
    const before = ends[i - 1];
    if (before === undefined) return low;
    return typeof before === 'bigint' ? before + 1n : before;
  });
}
