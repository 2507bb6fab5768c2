import type { Moment, PeriodUnit } from '../../model/rule';
import { and, call, compare, type Expression, integer } from '../../sql/expression';
import { anniversariesBetween, dayOf, moveDay } from '../as-of';
import { report } from '../scope';
import { type Tested, typedLiteral, wrongType } from './tested';

const isDated = (tested: Tested) => tested.type === 'date' || tested.type === 'timestamp';
const timestamp = (value: string): Expression => ({ kind: 'literal', type: 'timestamp', value });
const day = (value: string): Expression => ({ kind: 'literal', type: 'date', value });

/** In the last n: `[today − n, now)`. In the next n: `[now, today + n]`, the last day whole; a date of today belongs to it. */
export function periodTest(tested: Tested, op: 'in-last' | 'in-next', count: number, unit: PeriodUnit): Expression | undefined {
  if (!isDated(tested)) return wrongType(tested, op);
  const { asOf } = tested.scope.compilation;
  if (op === 'in-last')
    return and([compare('>=', tested.is, day(moveDay(asOf.today, -count, unit))), compare('<', tested.is, timestamp(asOf.now))]);
  const end = moveDay(moveDay(asOf.today, count, unit), 1, 'day');
  const start = tested.type === 'date' ? day(asOf.today) : timestamp(asOf.now);
  return and([compare('>=', tested.is, start), compare('<', tested.is, day(end))]);
}

export function momentTest(tested: Tested, op: 'before' | 'after' | 'on', moment: Moment): Expression | undefined {
  if (!isDated(tested)) return wrongType(tested, op);
  const at = dayOf(moment, tested.scope.compilation.asOf);
  const start = typedLiteral({ ...tested, type: 'date' }, at);
  if (!start) return undefined;
  const next = day(moveDay(at, 1, 'day'));
  switch (op) {
    case 'before':
      return compare('<', tested.is, start);
    case 'after':
      return compare('>=', tested.is, next);
    case 'on':
      return and([compare('>=', tested.is, start), compare('<', tested.is, next)]);
  }
}

/** Birthdays and the like: the day of the year falls within `from` to `to` days after as-of. */
export function anniversaryTest(tested: Tested, from: number, to: number): Expression | undefined {
  if (!isDated(tested)) return wrongType(tested, 'anniversary');
  if (to < from)
    return report(tested.scope, 'rule-bad-value', tested.place, { value: `${from}…${to}`, type: 'period', attribute: tested.attribute });
  const ofYear: Expression = {
    kind: 'arithmetic',
    op: '+',
    left: { kind: 'arithmetic', op: '*', left: call('month', tested.is), right: integer(100) },
    right: call('day-of-month', tested.is),
  };
  return { kind: 'in', inner: ofYear, list: anniversariesBetween(tested.scope.compilation.asOf, from, to).map(integer) };
}
