import { isFields } from '../../base/fields';
import type { Term } from './term';

/** Whether two terms are written alike. */
export function sameTerm(a: Term, b: Term): boolean {
  return JSON.stringify(a, inOrder) === JSON.stringify(b, inOrder);
}

function inOrder(_: string, value: unknown): unknown {
  if (!isFields(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
