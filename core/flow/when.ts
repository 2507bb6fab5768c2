import { and, or } from '../sql/expression';
import type { Expression } from '../sql/query';

/** Whether something happens in a run: known before, or a condition over counts, which is never NULL. */
export type When = boolean | Expression;

export function allOf(parts: readonly When[]): When {
  if (parts.includes(false)) return false;
  const open = parts.filter((p): p is Expression => typeof p !== 'boolean');
  return open.length === 0 ? true : and(open);
}

export function anyOf(parts: readonly When[]): When {
  if (parts.includes(true)) return true;
  const open = parts.filter((p): p is Expression => typeof p !== 'boolean');
  return open.length === 0 ? false : or(open);
}

export function not(when: When): When {
  return typeof when === 'boolean' ? !when : { kind: 'not', inner: when };
}
