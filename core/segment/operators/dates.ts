import type { Moment, PeriodUnit } from '../../model/rule';
import type { VariableReference } from '../../model/value';
import { and, call, compare, integer } from '../../sql/expression';
import type { Expression } from '../../sql/query';
import { anniversariesBetween, moveDay } from '../as-of';
import { report } from '../scope';
import { type Tested, typedLiteral, wrongType } from './tested';
import { plainCount, plainDay } from './values';

const isDated = (tested: Tested) => tested.type === 'date' || tested.type === 'timestamp';
const timestamp = (value: string): Expression => ({ kind: 'literal', type: 'timestamp', value });
const day = (value: string): Expression => ({ kind: 'literal', type: 'date', value });

/** About 1,900 years: every day within has a year of four digits. */
const longest: Readonly<Record<PeriodUnit, number>> = { day: 700_000, week: 100_000, month: 23_000, year: 1_900 };

/** In the last n: `[today − n, now)`. In the next n: `[now, today + n]`, the last day whole; a date of today belongs to it. */
export function periodTest(
  tested: Tested,
  op: 'in-last' | 'in-next',
  written: number | VariableReference,
  unit: PeriodUnit,
): Expression | undefined {
  if (!isDated(tested)) return wrongType(tested, op);
  const count = plainCount(tested, written);
  if (count === undefined || !isNear(tested, count, unit)) return undefined;
  const { asOf } = tested.scope.compilation;
  if (op === 'in-last')
    return and([compare('>=', tested.is, day(moveDay(asOf.today, -count, unit))), compare('<', tested.is, timestamp(asOf.now))]);
  const end = moveDay(moveDay(asOf.today, count, unit), 1, 'day');
  const start = tested.type === 'date' ? day(asOf.today) : timestamp(asOf.now);
  return and([compare('>=', tested.is, start), compare('<', tested.is, day(end))]);
}

/** Whole days: for timestamps, from midnight to the last microsecond. */
export function momentTest(tested: Tested, op: 'before' | 'after' | 'on', moment: Moment): Expression | undefined {
  if (!isDated(tested)) return wrongType(tested, op);
  const at = dayOf(tested, moment);
  const start = at === undefined ? undefined : typedLiteral({ ...tested, type: 'date' }, at);
  if (at === undefined || !start) return undefined;
  const end = tested.type === 'date' ? start : timestamp(`${at} 23:59:59.999999`);
  switch (op) {
    case 'before':
      return compare('<', tested.is, start);
    case 'after':
      return compare('>', tested.is, end);
    case 'on':
      return tested.type === 'date'
        ? compare('=', tested.is, start)
        : and([compare('>=', tested.is, start), compare('<=', tested.is, end)]);
  }
}

/** Birthdays and the like: the day of the year falls within `from` to `to` days after as-of. */
export function anniversaryTest(tested: Tested, from: number, to: number): Expression | undefined {
  if (!isDated(tested)) return wrongType(tested, 'anniversary');
  if (to < from) return badPeriod(tested, `${from}…${to}`);
  if (!isNear(tested, from, 'day')) return undefined;
  const ofYear: Expression = {
    kind: 'arithmetic',
    op: '+',
    left: { kind: 'arithmetic', op: '*', left: call('month', tested.is), right: integer(100) },
    right: call('day-of-month', tested.is),
  };
  return { kind: 'in', inner: ofYear, list: anniversariesBetween(tested.scope.compilation.asOf, from, to).map(integer) };
}

function dayOf(tested: Tested, moment: Moment): string | undefined {
  if (moment.kind === 'day') return plainDay(tested, moment.day);
  const { offset, unit } = moment;
  return isNear(tested, offset, unit) ? moveDay(tested.scope.compilation.asOf.today, offset, unit) : undefined;
}

function isNear(tested: Tested, count: number, unit: PeriodUnit): boolean {
  if (Math.abs(count) <= longest[unit]) return true;
  badPeriod(tested, `${count} ${unit}`);
  return false;
}

function badPeriod(tested: Tested, value: string): undefined {
  return report(tested.scope, 'rule-bad-value', tested.place, { value, type: 'period', attribute: tested.attribute });
}
