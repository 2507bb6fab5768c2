import { unreachable } from '../../base/never';
import type { ColumnMapping } from '../../model/recipe';
import { duckdb } from '../../sql/dialect/duckdb';
import { textLiteral } from '../../sql/quote';
import { amountValue, readAmount } from './amounts';
import { formatPattern } from './date-formats';
import { instantInUtc, instantPattern, wallTime } from './instants';

const shortened = '-?[1-9](\\.\\d{1,16})?e[+]?\\d{1,2}';
const isoDay = '\\d{4}-\\d{2}-\\d{2}';
const isoTimestamp = `${isoDay}([ T]\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,6})?)?)?`;

export function sqlType(column: Pick<ColumnMapping, 'type' | 'scale'>): string {
  return duckdb.typeName(column.type, column.scale ?? 0);
}

/**
 * SQL that tells whether `v` is a whole number that a program has shortened without loss, as R writes 1e+05. With a capital E,
 * as spreadsheets write, digits may be gone.
 */
export function wholeExponent(v: string): string {
  // Guarded by CASE, since a cast that fails is slow.
  return `CASE WHEN regexp_full_match(${v}, '${shortened}') THEN ${isWhole(v)} ELSE FALSE END`;
}

function isWhole(v: string): string {
  return `TRY_CAST(${v} AS DECIMAL(38, 18)) = TRY_CAST(${v} AS BIGINT)`;
}

/** Why a value was refused, by the type it should have had. */
export function castReason(column: ColumnMapping): string {
  return `not-${column.type}`;
}

/**
 * SQL for the text `v` as the column's type; NULL where it is empty or not a value of the type. Nothing is rounded or guessed:
 * DuckDB's own cast would take 1.5 for an integer and cut decimals.
 */
export function castText(column: ColumnMapping, v: string): string {
  const type = sqlType(column);
  const plain = `TRY_CAST(${v} AS ${type})`;
  const trimmed = `trim(${v})`;
  const matches = (text: string, pattern: string) => `regexp_full_match(${text}, ${textLiteral(pattern)})`;
  switch (column.type) {
    case 'text':
      return `nullif(${v}, '')`;
    case 'integer':
      return `CASE WHEN ${plain}::VARCHAR = ${v} THEN ${plain} WHEN ${matches(trimmed, `[+-]?\\d{1,40}|${shortened}`)} AND ${isWhole(trimmed)} THEN TRY_CAST(${trimmed} AS BIGINT) END`;
    case 'decimal': {
      const comma = column.decimalComma ?? false;
      const fraction = `\\d{0,${column.scale ?? 0}}0*`;
      const quick = comma ? '' : `WHEN ${plain}::VARCHAR = ${v} OR ${matches(v, `[+-]?\\d+(\\.${fraction})?`)} THEN ${plain} `;
      return `CASE ${quick}WHEN ${matches(v, readAmount(comma, fraction))} THEN TRY_CAST(${amountValue(comma, v)} AS ${type}) END`;
    }
    case 'number': {
      const comma = column.decimalComma ?? false;
      const point = comma ? ',' : '\\.';
      const bare = `TRY_CAST(${comma ? `replace(${trimmed}, ',', '.')` : trimmed} AS DOUBLE)`;
      const amount = `TRY_CAST(${amountValue(comma, v)} AS DOUBLE)`;
      const finite = (double: string) => `CASE WHEN isfinite(${double}) THEN ${double} END`;
      return `CASE WHEN ${matches(trimmed, `[+-]?(\\d+(${point}\\d*)?|${point}\\d+)([eE][+-]?\\d+)?`)} THEN ${finite(bare)} WHEN ${matches(v, readAmount(comma, '\\d*'))} THEN ${finite(amount)} END`;
    }
    case 'boolean':
      return `CASE WHEN lower(${trimmed}) IN ('true', 't', 'yes', 'y', '1', 'sí', 'si', 's') THEN TRUE WHEN lower(${trimmed}) IN ('false', 'f', 'no', 'n', '0') THEN FALSE END`;
    case 'date':
    case 'timestamp': {
      if (column.dateFormat !== undefined) {
        const read = `try_strptime(${trimmed}, ${textLiteral(column.dateFormat)})`;
        const moment = column.dateFormat.includes('%z') ? wallTime(`make_timestamp(epoch_us(${read}))`, column.zone ?? 'UTC') : read;
        return `CASE WHEN ${matches(trimmed, formatPattern(column.dateFormat))} THEN CAST(${moment} AS ${type}) END`;
      }
      if (column.zone !== undefined && column.type === 'timestamp')
        return `CASE WHEN ${matches(trimmed, instantPattern)} THEN ${wallTime(instantInUtc(trimmed), column.zone)} END`;
      const iso = column.type === 'date' ? isoDay : isoTimestamp;
      return `CASE WHEN ${plain}::VARCHAR = ${v} AND isfinite(${plain}) THEN ${plain} WHEN ${matches(trimmed, iso)} THEN TRY_CAST(${trimmed} AS ${type}) END`;
    }
    default:
      return unreachable(column.type);
  }
}
