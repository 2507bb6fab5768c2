import { tokens } from './tokens';

/** One of the statements of a text: from its first token to its last, without the semicolon. */
export interface StatementAt {
  sql: string;
  start: number;
  end: number;
}

/** The statements of a text; empty ones are left out. */
export function statementsIn(text: string): StatementAt[] {
  const found: StatementAt[] = [];
  let start: number | undefined;
  let end = 0;
  const take = () => {
    if (start !== undefined) found.push({ sql: text.slice(start, end), start, end });
    start = undefined;
  };
  for (const token of tokens(text)) {
    if (token.kind === 'sign' && token.value === ';') take();
    else {
      start ??= token.start;
      end = Math.min(token.end, text.length);
    }
  }
  take();
  return found;
}

/** The statement a place is in, or the one before it where it is between two. */
export function statementAt(text: string, at: number): StatementAt | undefined {
  const all = statementsIn(text);
  return all.findLast((s) => s.start <= at) ?? all[0];
}
