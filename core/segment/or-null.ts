import { call, text } from '../sql/expression';
import type { Expression } from '../sql/query';
import type { Found } from './scope';

/** The value, where empty text counts as none. */
export function orNull(found: Found): Expression {
  return found.column.type === 'text' ? call('nullif', found.is, text('')) : found.is;
}
