import { type Problem, warning } from '../../base/problems';
import type { Connection } from '../../ports/engine';

/** So many rows rule out nearly all columns of numbers, without asking the engine about each. */
const first = 50;
/** Columns the engine is asked about at once. */
const together = 100;

/**
 * Columns of whole numbers that may be days without marks between their parts, like 20240131 (the basic format of ISO 8601): each
 * is a day of this century or the last, and not all are the same. They stay numbers, and that is told.
 */
export async function daysAsNumbers(
  connection: Connection,
  table: string,
  columns: readonly { index: number; source: string }[],
): Promise<Problem[]> {
  if (columns.length === 0) return [];
  const begin = await connection.query(`SELECT ${columns.map(({ index }) => `c${index}`).join(', ')} FROM ${table} LIMIT ${first}`, {
    limit: first,
  });
  const likely = columns.filter((_, n) => (begin.values[n] ?? []).every((v) => v === null || /^\s*((19|20)\d{6})?\s*$/.test(String(v))));
  const problems: Problem[] = [];
  for (let n = 0; n < likely.length; n += together) {
    const asked = likely.slice(n, n + together);
    const page = await connection.query(`SELECT ${asked.map(({ index }) => firstDay(`c${index}`)).join(', ')} FROM ${table}`, { limit: 1 });
    for (const [k, { index, source }] of asked.entries()) {
      const example = page.values[k]?.[0];
      if (typeof example === 'string') problems.push(warning('import-days-as-numbers', ['columns', index], { column: source, example }));
    }
  }
  return problems;
}

/** The least value where all are days and several; else NULL. */
function firstDay(column: string): string {
  const v = `nullif(trim(${column}), '')`;
  const isDay = `regexp_full_match(${v}, '(19|20)\\d{6}') AND try_strptime(${v}, '%Y%m%d') IS NOT NULL`;
  return `CASE WHEN bool_and(${isDay}) FILTER (${v} IS NOT NULL) AND min(${v}) < max(${v}) THEN min(${v}) END`;
}
