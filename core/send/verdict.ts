import type { DataType } from '../model/entity';
import { call, compare, isNull, text } from '../sql/expression';
import type { Expression } from '../sql/query';
import type { Reason } from './reasons';

/** One way to leave: rows where `when` is TRUE leave for that reason, if no check before took them. */
export interface Check {
  when: Expression;
  reason: Reason;
  detail: Expression | string;
}

/** The first check that takes a row, as `reason:detail`; NULL when none does. Reasons hold no colon. */
export function verdict(checks: readonly Check[], before?: Expression): Expression {
  const earlier = before ? [{ when: notNull(before), gives: before }] : [];
  const branches = [...earlier, ...checks.map((c) => ({ when: c.when, gives: said(c) }))];
  return branches.length === 0 ? { kind: 'null', type: 'text' } : { kind: 'case', branches };
}

function said({ reason, detail }: Check): Expression {
  return typeof detail === 'string' ? text(`${reason}:${detail}`) : call('concat', text(`${reason}:`), detail);
}

export const notNull = (e: Expression): Expression => ({ kind: 'not', inner: isNull(e) });

/** Text without spaces around it, NULL when nothing is left; other types as they are. */
export function present(e: Expression, type: DataType | 'list'): Expression {
  return type === 'text' ? call('nullif', call('trim', e), text('')) : e;
}

export const matches = (e: Expression, pattern: string): Expression => call('matches-regex', e, text(`^(${pattern})$`));
export const longer = (e: Expression, characters: number): Expression =>
  compare('>', call('length', e), { kind: 'literal', type: 'integer', value: characters });
