import type { Moment, PeriodUnit } from '../../model/rule';
import type { VariableReference } from '../../model/value';
import { nowName, todayName } from '../../segment/as-of';
import { infix, numberOf, type Term, variableOf } from '../tree/term';
import { operand } from './value';

export const today = variableOf(todayName);
export const now = variableOf(nowName);

/** Today moved by a number of periods. */
export function fromToday(offset: number, unit: PeriodUnit): Term {
  return offset === 0 ? today : moved(offset < 0 ? '-' : '+', Math.abs(offset), unit);
}

/** Today moved back or ahead by a number of periods that a variable may hold. */
export function moved(way: '-' | '+', count: number | VariableReference, unit: PeriodUnit): Term {
  const periods = typeof count === 'number' ? numberOf(count) : variableOf(count.variable);
  return infix(today, way, { kind: 'interval', count: periods, unit });
}

export function momentTerm(moment: Moment): Term {
  return moment.kind === 'day' ? operand('date', moment.day) : fromToday(moment.offset, moment.unit);
}
