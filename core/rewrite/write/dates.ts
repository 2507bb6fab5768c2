import type { Moment, PeriodUnit } from '../../model/rule';
import type { VariableReference } from '../../model/value';
import { andOf, callOf, castOf, compared, infix, numberOf, orOf, type Term } from '../tree/term';
import { fromToday, momentTerm, moved, now, today } from './moment';
import type { Asked } from './value';

/** In the last n: `[today − n, now)`. In the next n: from now, or from today where there is no time of day, the last day whole. */
export function periodCondition(asked: Asked, op: 'in-last' | 'in-next', count: number | VariableReference, unit: PeriodUnit): Term {
  if (op === 'in-last') return andOf([compared(asked.is, '>=', moved('-', count, unit)), compared(asked.is, '<', now)]);
  const start = asked.type === 'date' ? today : now;
  return andOf([compared(asked.is, '>=', start), compared(dayOf(asked), '<=', moved('+', count, unit))]);
}

export function momentCondition(asked: Asked, op: 'before' | 'after' | 'on', moment: Moment): Term {
  const at = momentTerm(moment);
  if (op === 'before') return compared(asked.is, '<', at);
  return compared(dayOf(asked), op === 'on' ? '=' : '>', at);
}

/**
 * The latest anniversary that is not after the last day asked for falls on or after the first. It is in the year of that
 * last day or in the one before; adding years puts 29 February on the 28th in common years.
 */
export function anniversaryCondition(asked: Asked, from: number, to: number): Term {
  const [first, last] = [fromToday(from, 'day'), fromToday(to, 'day')];
  const day = dayOf(asked);
  const years = infix(callOf('year', last), '-', callOf('year', day));
  const falls = (count: Term): Term => ({
    kind: 'between',
    inner: infix(day, '+', { kind: 'interval', count, unit: 'year' }),
    from: first,
    to: last,
  });
  return orOf([falls(years), falls(infix(years, '-', numberOf(1)))]);
}

export function dayOf(asked: Asked): Term {
  return asked.type === 'date' ? asked.is : castOf(asked.is, 'DATE');
}
