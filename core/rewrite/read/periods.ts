import type { Test } from '../../model/rule';
import { andOf } from '../tree/term';
import type { Cond } from './cond';
import { sameValue, type Value } from './value';

type Compare = Extract<Cond, { kind: 'compare' }>;

/** Puts the two ends of a period together again: `x >= $today - INTERVAL 30 DAY AND x < $now` is one test. */
export function withPeriods(all: readonly Cond[]): Cond[] {
  const taken = new Set<Cond>();
  const found = all.map((start): Cond => {
    if (start.kind !== 'compare' || start.sign !== '>=' || taken.has(start)) return start;
    for (const end of all) {
      if (end.kind !== 'compare' || taken.has(end)) continue;
      const test = periodBetween(start, end);
      if (!test) continue;
      taken.add(start).add(end);
      return { kind: 'test', value: start.value, test, term: andOf([start.term, end.term]) };
    }
    return start;
  });
  return found.filter((cond) => !taken.has(cond));
}

function periodBetween(start: Compare, end: Compare): Test | undefined {
  if (plainDate(start.value) === undefined) return undefined;
  if (end.sign === '<' && end.operand.kind === 'now' && sameValue(start.value, end.value)) {
    const period = periodOf(start, '-');
    return period && { op: 'in-last', ...period };
  }
  const begins = start.value.type === 'date' ? start.operand.kind === 'today' && start.operand.offset === 0 : start.operand.kind === 'now';
  if (
    !begins ||
    end.sign !== '<=' ||
    !sameValue(dayOf(start.value), dayOf(end.value)) ||
    (end.value.type === 'timestamp' && !end.value.day)
  )
    return undefined;
  const period = periodOf(end, '+');
  return period && { op: 'in-next', ...period };
}

function periodOf({ operand }: Compare, way: '-' | '+') {
  if (operand.kind === 'moved') return operand.way === way ? { count: { variable: operand.count }, unit: operand.unit } : undefined;
  if (operand.kind !== 'today' || operand.offset === 0 || operand.offset < 0 !== (way === '-')) return undefined;
  return { count: Math.abs(operand.offset), unit: operand.unit };
}

function plainDate(value: Value): Value | undefined {
  return (value.type === 'date' || value.type === 'timestamp') && !value.day && value.orElse === undefined ? value : undefined;
}

function dayOf(value: Value): Value {
  return { ...value, day: true };
}
