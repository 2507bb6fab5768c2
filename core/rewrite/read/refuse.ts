import type { Code } from '../../base/codes';
import { AppError, type Details } from '../../base/errors';
import { printTerm } from '../tree/print';
import { startOf } from '../tree/start';
import type { FromTree, Term } from '../tree/term';

/** Says why a SELECT stays SQL. @param where what stands in the way: `at` tells how many bytes of the SQL come before it */
export function refuse(code: Code, details: Details, where?: Term | FromTree): never {
  const at = where && startOf(where);
  throw new AppError(code, at === undefined ? details : { ...details, at });
}

export function refusePart(term: Term): never {
  return refuse('rewrite-part', { part: excerpt(term) }, term);
}

const clocks =
  /^(now|today|(get_)?current_(date|time|timestamp)|current_local(time|timestamp)|local(time|timestamp)|transaction_timestamp)$/i;

/** Whether a function, or a name without a table, is the clock of the machine. */
export function isClock(name: string): boolean {
  return clocks.test(name);
}

/** A part that is long is cut. */
export function excerpt(term: Term): string {
  const text = printTerm(term).replaceAll(/\s+/g, ' ');
  return text.length <= 120 ? text : `${text.slice(0, 119)}…`;
}
