import { call, column, compare, text } from '../sql/expression';
import type { Expression } from '../sql/query';
import type { Column } from './population';

/**
 * The draw of a row: lower-case hex of sha256(salt ':' key), key attributes as text joined with ':'.
 * Ordering rows by it shuffles them the same way on every engine and machine.
 */
export function draw(salt: string, alias: string, key: readonly Column[]): Expression {
  const parts = key.flatMap((k): Expression[] => [text(':'), { kind: 'cast', inner: column(alias, k.name), type: 'text' }]);
  return call('sha256-hex', call('concat', text(salt), ...parts));
}

/** Whether a row falls into a share: its first 8 hex digits are below the share of 2^32, whoever else is there. */
export function inShare(drawn: Expression, share: number): Expression {
  const limit = Math.round(share * 2 ** 32);
  if (limit >= 2 ** 32) return { kind: 'literal', type: 'boolean', value: true };
  return compare('<', call('left', drawn, { kind: 'literal', type: 'integer', value: 8 }), text(limit.toString(16).padStart(8, '0')));
}
