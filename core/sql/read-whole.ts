import { type Splice, splice } from './splice';
import { type TableAt, tablesIn } from './tables-in-sql';
import { isName, isSign, isWord, type Token, tokens } from './tokens';

/**
 * SQL that people wrote, as DuckDB 1.5 answers it right. Where IS DISTINCT FROM a value, IS NOT TRUE and the like stand beside other
 * conditions on the same column, each of which is enough, it passes over parts of a table that have no value in that column, though
 * they fit. It does not look into tables behind OFFSET. Lines and names of columns stay the same.
 */
export function readWhole(sql: string): string {
  if (!passesOver(sql)) return sql;
  const all = tokens(sql);
  const tables = tablesIn(all);
  const wholes = tables.map(({ first, last, aliased }): Splice => {
    const name = aliased ? '' : ` AS ${sql.slice(last.start, last.end)}`;
    return { start: first.start, end: last.end, text: `${wholeTable(sql.slice(first.start, last.end))}${name}` };
  });
  return splice(
    sql,
    [...wholes, ...schemasOfColumns(all, tables)].toSorted((a, b) => a.start - b.start),
  ).text;
}

/** A table with all of its rows, to read from. */
export const wholeTable = (table: string): string => `(SELECT * FROM ${table} OFFSET 0)`;

/** Whether SQL has such conditions. Columns that others read are stored before they do. */
export function passesOver(sql: string): boolean {
  if (!/\bis\b/i.test(sql) || !/\bor\b/i.test(sql)) return false;
  const all = tokens(sql);
  const isTold = (i: number) => isWord(all[isWord(all[i], /^not$/i) ? i + 1 : i], /^(distinct|true|false)$/i);
  return all.some((token) => isWord(token, /^or$/i)) && all.some((token, i) => isWord(token, /^is$/i) && isTold(i + 1));
}

/** `main.` before the table of a column: a table that is read whole has its name alone. */
function schemasOfColumns(all: readonly Token[], tables: readonly TableAt[]): Splice[] {
  const read = new Set(tables.map((table) => table.first));
  return all.flatMap((schema, i) => {
    const [before, table, column] = [all[i - 1], all[i + 2], all[i + 4]];
    if (!isName(schema) || schema.value.toLowerCase() !== 'main' || read.has(schema) || isSign(before, '.')) return [];
    if (!table || !isSign(all[i + 1], '.') || !isName(table) || !isSign(all[i + 3], '.')) return [];
    return isName(column) || isSign(column, '*') ? [{ start: schema.start, end: table.start, text: '' }] : [];
  });
}
