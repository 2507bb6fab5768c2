import type { Code } from './codes';
import type { Details } from './errors';

export type Severity = 'error' | 'warning';

/** Where a problem is, from the document inwards: `['activities', 'a3', 'rule', 0]`. */
export type Place = readonly (string | number)[];

/** One thing wrong with a document, found by a check. */
export interface Problem {
  code: Code;
  severity: Severity;
  place: Place;
  details: Details;
}

export function problem(code: Code, place: Place, details: Details = {}): Problem {
  return { code, severity: 'error', place, details };
}

export function warning(code: Code, place: Place, details: Details = {}): Problem {
  return { code, severity: 'warning', place, details };
}

export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((p) => p.severity === 'error');
}
