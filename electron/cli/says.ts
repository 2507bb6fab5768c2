import { type Code, codes, wordsFor } from '../../core/base/codes';
import type { Details } from '../../core/base/errors';
import type { Problem } from '../../core/base/problems';

export interface Said {
  code: Code;
  details: Details;
  says: string;
  hint?: string;
}

/** A code with its words, as it is printed and as `--json` carries it. */
export function said(code: Code, details: Details): Said {
  return { code, details, ...wordsFor(code, details, 'en') };
}

/** A problem with its words. */
export function saidProblem({ code, severity, place, details }: Problem) {
  return { severity, place, ...said(code, details) };
}

/** `error at activities › a3: says` and the hint below. */
export function problemLines(problem: Problem): string[] {
  const { says, hint } = said(problem.code, problem.details);
  const place = problem.place.length === 0 ? '' : ` at ${problem.place.join(' › ')}`;
  return [`${problem.severity}${place} (${problem.code}): ${says}`, ...(hint === undefined ? [] : [`  ${hint}`])];
}

/** Words of a code that may not exist, such as one made from data. */
export function wordsOf(code: string): string | undefined {
  const known = codes.find((c) => c === code);
  return known && wordsFor(known, {}, 'en').says.replace(/\.$/, '');
}
