import type { VariableReference } from '../../model/value';
import { callOf, type Term, textOf, variableOf } from '../tree/term';
import { fold } from './value';

export type TextOp = 'contains' | 'starts-with' | 'ends-with' | 'matches';

const functions = { contains: 'contains', 'starts-with': 'starts_with', 'ends-with': 'ends_with' } as const;

/** A text test. What a variable holds may have any sign in it, so that a function says it; only a pattern stays one. */
export function textCondition(is: Term, op: TextOp, value: string | VariableReference, exact: boolean): Term {
  const side = (t: Term) => (exact ? t : fold(t));
  if (typeof value === 'object' && op !== 'matches') return callOf(functions[op], side(is), side(variableOf(value.variable)));
  const pattern = typeof value === 'object' ? variableOf(value.variable) : textOf(likePattern(op, value));
  const escaped = typeof value === 'string' && op !== 'matches' && /[%_]/.test(value);
  return { kind: 'like', inner: side(is), pattern: side(pattern), ...(escaped ? { escape: '!' } : {}) };
}

/** Signs that stand for others are escaped with `!` where there are any. */
function likePattern(op: TextOp, value: string): string {
  if (op === 'matches') return value;
  const plain = /[%_]/.test(value) ? value.replaceAll(/[!%_]/g, '!$&') : value;
  return `${op === 'starts-with' ? '' : '%'}${plain}${op === 'ends-with' ? '' : '%'}`;
}
