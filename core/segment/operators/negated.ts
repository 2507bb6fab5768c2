import { and, compare, isNotTrue, isNull, text } from '../../sql/expression';
import type { Expression } from '../../sql/query';
import type { Tested } from './tested';

/** The opposite of a test. Rows without a value belong to it, unless they are excluded. */
export function negate(tested: Tested, positive: Expression | undefined, excludeEmpty = false): Expression | undefined {
  if (!positive) return undefined;
  if (!excludeEmpty) return isNotTrue(positive);
  const present: Expression = tested.type === 'text' ? compare('<>', tested.is, text('')) : { kind: 'not', inner: isNull(tested.is) };
  return and([present, isNotTrue(positive)]);
}
