import { type Problem, warning } from '../../base/problems';
import type { Connection } from '../../ports/engine';

/** So many rows rule out nearly all columns of numbers. */
const first = 1000;

/**
 * Columns of whole numbers that may be days without marks between their parts, like 20240131 (the basic format of ISO 8601): each
 * is a day of this century or the last, and not all are the same. They stay numbers, and that is told.
 */
export async function daysAsNumbers(
  connection: Connection,
  table: string,
  columns: readonly { index: number; source: string }[],
): Promise<Problem[]> {
  const likely = await withDays(connection, `(FROM ${table} LIMIT ${first})`, columns);
  const found = await withDays(connection, table, likely);
  return found.map(({ index, source, example }) => warning('import-days-as-numbers', ['columns', index], { column: source, example }));
}

async function withDays<C extends { index: number; source: string }>(
  connection: Connection,
  from: string,
  columns: readonly C[],
): Promise<(C & { example: string })[]> {
  if (columns.length === 0) return [];
  const asked = columns.map(({ index }) => {
    const v = `nullif(trim(c${index}), '')`;
    const day = `regexp_full_match(${v}, '(19|20)\\d{6}') AND try_strptime(${v}, '%Y%m%d') IS NOT NULL`;
    return `CASE WHEN bool_and(${day}) FILTER (${v} IS NOT NULL) AND min(${v}) < max(${v}) THEN min(${v}) END`;
  });
  const page = await connection.query(`SELECT ${asked.join(', ')} FROM ${from}`, { limit: 1 });
  return columns.flatMap((column, n) => {
    const example = page.values[n]?.[0];
    return typeof example === 'string' ? [{ ...column, example }] : [];
  });
}
