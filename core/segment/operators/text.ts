import type { VariableReference } from '../../model/value';
import { text } from '../../sql/expression';
import type { Expression } from '../../sql/query';
import { fold, type Tested, wrongType } from './tested';
import { plainText } from './values';

export function patternTest(
  tested: Tested,
  op: 'contains' | 'starts-with' | 'ends-with' | 'matches',
  written: string | VariableReference,
  exact = false,
): Expression | undefined {
  if (tested.type !== 'text') return wrongType(tested, op);
  const value = plainText(tested, written);
  if (value === undefined) return undefined;
  const pattern = text(likePattern(op, value));
  return { kind: 'like', inner: exact ? tested.is : fold(tested.is), pattern: exact ? pattern : fold(pattern) };
}

/** LIKE pattern with `!` as its escape. In `matches`, `%` stands for any text and `_` for one character. */
function likePattern(op: 'contains' | 'starts-with' | 'ends-with' | 'matches', value: string): string {
  if (op === 'matches') return value.replaceAll('!', '!!');
  const plain = value.replaceAll(/[!%_]/g, '!$&');
  return `${op === 'starts-with' ? '' : '%'}${plain}${op === 'ends-with' ? '' : '%'}`;
}
