import { unreachable } from '../../base/never';
import type { ColumnMapping } from '../../model/recipe';
import { duckdb } from '../../sql/dialect/duckdb';
import { textLiteral } from '../../sql/quote';

/** What surrounds an amount: blanks, no-break spaces and signs of currency. */
const around = '[\\s\\x{00A0}\\x{202F}€$£]+';
const shortened = '-?[1-9](\\.\\d{1,16})?e[+]?\\d{1,2}';
const isoDay = '\\d{4}-\\d{2}-\\d{2}';
const isoTimestamp = `${isoDay}[ T]\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,6})?)?`;

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
      const { pattern, value } = amount(column, v, `\\d{0,${column.scale ?? 0}}0*`, '');
      const quick = column.decimalComma ? '' : `WHEN ${plain}::VARCHAR = ${v} THEN ${plain} `;
      return `CASE ${quick}WHEN ${matches(bare(v), pattern)} THEN TRY_CAST(${value} AS ${type}) END`;
    }
    case 'number': {
      const { pattern, value } = amount(column, v, '\\d*', '([eE][+-]?\\d+)?');
      const double = `TRY_CAST(${value} AS DOUBLE)`;
      return `CASE WHEN ${matches(bare(v), pattern)} AND isfinite(${double}) THEN ${double} END`;
    }
    case 'boolean':
      return `CASE WHEN lower(${trimmed}) IN ('true', 't', 'yes', 'y', '1', 'sí', 'si', 's') THEN TRUE WHEN lower(${trimmed}) IN ('false', 'f', 'no', 'n', '0') THEN FALSE END`;
    case 'date':
    case 'timestamp': {
      if (column.dateFormat !== undefined) {
        return `CASE WHEN ${matches(trimmed, formatPattern(column.dateFormat))} THEN CAST(try_strptime(${trimmed}, ${textLiteral(column.dateFormat)}) AS ${type}) END`;
      }
      const iso = column.type === 'date' ? isoDay : isoTimestamp;
      return `CASE WHEN ${plain}::VARCHAR = ${v} AND isfinite(${plain}) THEN ${plain} WHEN ${matches(trimmed, iso)} THEN TRY_CAST(${trimmed} AS ${type}) END`;
    }
    default:
      return unreachable(column.type);
  }
}

function bare(v: string): string {
  return `regexp_replace(${v}, '^${around}|${around}$', '', 'g')`;
}

function amount(column: ColumnMapping, v: string, fraction: string, exponent: string) {
  const [point, group] = column.decimalComma ? [',', '.'] : ['.', ','];
  const pattern = `[+-]?(\\d+|\\d{1,3}([${group}]\\d{3})+)?([${point}]${fraction})?${exponent}`;
  const value = `replace(replace(${bare(v)}, '${group}', ''), '${point}', '.')`;
  return { pattern, value };
}

const digits: Readonly<Record<string, string>> = {
  Y: '\\d{4}',
  y: '\\d{2}',
  m: '\\d{1,2}',
  d: '\\d{1,2}',
  H: '\\d{1,2}',
  M: '\\d{2}',
  S: '\\d{2}',
};

/** strptime takes years of any length; this holds them to the digits they should have. */
function formatPattern(format: string): string {
  return format.replace(/%(.)|([.\\+*?()[\]{}|^$])/g, (_, field: string | undefined, special: string | undefined) =>
    special === undefined ? (digits[field ?? ''] ?? '.+') : `\\${special}`,
  );
}
