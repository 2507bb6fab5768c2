import type { Details } from '../../base/errors';

/**
 * Details with `at`, the bytes before a part of the parsed SQL, told as `line` and `position` in what the person wrote: both from 1.
 * @param sql as written, of which what is blank at its start was not parsed
 */
export function placeInSql({ at, ...details }: Details, sql: string): Details {
  if (typeof at !== 'number') return details;
  const before = sql.slice(0, sql.length - sql.trimStart().length + charactersIn(sql.trimStart(), at));
  return { ...details, line: before.split('\n').length, position: before.length - before.lastIndexOf('\n') };
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
