import { isAppError } from '../../../core/base/errors';
import { tokens } from '../../../core/sql/tokens';
import type { Fault } from '../../ui/sql/sql-editor';

/**
 * Where an error of a statement is in the text it stands in: the place the error tells, else the name it speaks of.
 * @param start where the statement begins in the text
 */
export function faultOf(error: unknown, text: string, statement: { sql: string; start: number }, says: string): Fault | undefined {
  if (!isAppError(error)) return undefined;
  const { line, position } = error.details;
  if (typeof line === 'number') {
    const first = lineOf(text, statement.start);
    const column = typeof position !== 'number' ? undefined : line === 1 ? columnOf(text, statement.start) + position - 1 : position;
    return { line: first + line - 1, column, says };
  }
  const at = namedPlace(error.details, statement.sql);
  if (at === undefined) return undefined;
  const place = statement.start + at;
  return { line: lineOf(text, place), column: columnOf(text, place), says };
}

function namedPlace({ table, what, variable }: Readonly<Record<string, unknown>>, sql: string): number | undefined {
  const name = [table, what, variable].find((n) => typeof n === 'string');
  if (name === undefined) return undefined;
  const last = String(name).split('.').at(-1)?.toLowerCase();
  return tokens(sql).find((token) => token.value.toLowerCase() === last)?.start;
}

const lineOf = (text: string, at: number) => text.slice(0, at).split('\n').length;
const columnOf = (text: string, at: number) => at - text.lastIndexOf('\n', at - 1);
