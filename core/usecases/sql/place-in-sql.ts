import type { AppError, Details } from '../../base/errors';
import { findWritten } from '../../sql/find-written';
import { ident } from '../../sql/quote';
import { statementsIn } from '../../sql/statements';

/**
 * Details of what is wrong with SQL, with `line` and `position` in what the person wrote, both from 1, where it can be told.
 * @param error with `at`, the bytes before a part of the parsed SQL; or else with what is refused by name, a `clause`, a `table`, `what`
 * may not be used, and the bytes before what it is `within`
 * @param sql as written, of which what is blank at its start was not parsed
 */
export function placeInSql({ code, details: { at, within, ...details } }: AppError, sql: string): Details {
  const blank = sql.length - sql.trimStart().length;
  const after = (bytes: Details[string] | undefined) =>
    typeof bytes === 'number' ? blank + charactersIn(sql.trimStart(), bytes) : undefined;
  const refused = code === 'sql-not-select' ? statementsIn(sql)[0]?.start : refusedIn(details, sql, after(within));
  const start = after(at) ?? refused ?? after(within);
  if (start === undefined) return details;
  const before = sql.slice(0, start);
  return { ...details, line: before.split('\n').length, position: before.length - before.lastIndexOf('\n') };
}

/** Where what is named as refused stands, from a part of the SQL on that has it. */
function refusedIn({ clause, table, what, count }: Details, sql: string, from = 0): number | undefined {
  if (typeof clause === 'string') return findWritten(sql, clause, from);
  const named = table ?? what;
  if (typeof named === 'string') return findWritten(sql, named.split('.').map(ident).join('.'), from);
  return typeof count === 'number' ? statementsIn(sql)[1]?.start : undefined;
}

/** How many UTF-16 units the first bytes of a text are. */
function charactersIn(text: string, bytes: number): number {
  let units = 0;
  for (let left = bytes; left > 0 && units < text.length; ) {
    const point = text.codePointAt(units) ?? 0;
    left -= point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    units += point < 0x10000 ? 1 : 2;
  }
  return units;
}
