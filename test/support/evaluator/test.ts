import type { DataType } from '../../../core/model/entity';
import type { PeriodUnit, Test } from '../../../core/model/rule';
import type { Literal } from '../../../core/model/value';
import { folded, type Value, type World } from './rows';

export type Logic = boolean | null;

/** What a test says of one value. */
export function holds(world: World, test: Test, value: Value, type: DataType): Logic {
  switch (test.op) {
    case 'equals':
    case 'less':
    case 'at-most':
    case 'greater':
    case 'at-least':
      return compared(test.op, value, test.value, type, test.exact);
    case 'not-equals':
      return negated(compared('equals', value, test.value, type, test.exact), value, test.excludeEmpty);
    case 'between':
      return both(compared('at-least', value, test.from, type), compared('at-most', value, test.to, type));
    case 'one-of':
      return oneOf(test.values, value, type, test.exact);
    case 'none-of':
      return negated(oneOf(test.values, value, type, test.exact), value, test.excludeEmpty);
    case 'empty':
      return value === null || value === '';
    case 'not-empty':
      return value !== null && value !== '';
    case 'true':
      return value === null ? null : value === true;
    case 'false':
      return value === null ? null : value === false;
    case 'contains':
    case 'starts-with':
    case 'ends-with':
    case 'matches':
      return like(test.op, value, test.value, test.exact);
    case 'not-contains':
      return negated(like('contains', value, test.value, test.exact), value, test.excludeEmpty);
    case 'not-starts-with':
      return negated(like('starts-with', value, test.value, test.exact), value, test.excludeEmpty);
    case 'not-ends-with':
      return negated(like('ends-with', value, test.value, test.exact), value, test.excludeEmpty);
    case 'not-matches':
      return negated(like('matches', value, test.value, test.exact), value, test.excludeEmpty);
    case 'in-last':
      return inLast(world, value, test.count, test.unit);
    case 'in-next':
      return inNext(world, value, test.count, test.unit, type);
    case 'not-in-last':
      return negated(inLast(world, value, test.count, test.unit), value, test.excludeEmpty);
    case 'not-in-next':
      return negated(inNext(world, value, test.count, test.unit, type), value, test.excludeEmpty);
    case 'before':
    case 'after':
    case 'on': {
      if (value === null) return null;
      const at = test.moment.kind === 'day' ? test.moment.day : moved(world.today, test.moment.offset, test.moment.unit);
      const day = String(value).slice(0, 10);
      return test.op === 'before' ? day < at : test.op === 'after' ? day > at : day === at;
    }
    case 'anniversary':
      return anniversary(world, value, test.from, test.to);
  }
}

function negated(positive: Logic, value: Value, excludeEmpty = false): Logic {
  if (excludeEmpty && (value === null || value === '')) return false;
  return positive !== true;
}

function both(a: Logic, b: Logic): Logic {
  return a === false || b === false ? false : a === null || b === null ? null : true;
}

function comparable(value: Literal, type: DataType, exact: boolean): string | number {
  if (type === 'text') return exact ? String(value) : folded(String(value));
  if (type === 'decimal') return Math.round(Number(value) * 100);
  if (type === 'integer' || type === 'number' || type === 'boolean') return Number(value);
  return type === 'timestamp' && String(value).length === 10 ? `${value} 00:00:00` : String(value);
}

function compared(
  op: 'equals' | 'less' | 'at-most' | 'greater' | 'at-least',
  value: Value,
  asked: Literal,
  type: DataType,
  exact = false,
): Logic {
  if (value === null) return null;
  const mine = type === 'decimal' ? Number(value) : comparable(value, type, exact);
  const other = comparable(asked, type, exact);
  if (op === 'equals') return mine === other;
  if (op === 'less') return mine < other;
  if (op === 'at-most') return mine <= other;
  return op === 'greater' ? mine > other : mine >= other;
}

function oneOf(values: readonly Literal[], value: Value, type: DataType, exact = false): Logic {
  if (value === null) return null;
  return values.some((v) => compared('equals', value, v, type, exact) === true);
}

function like(op: 'contains' | 'starts-with' | 'ends-with' | 'matches', value: Value, asked: string, exact = false): Logic {
  if (value === null) return null;
  const [text, pattern] = exact ? [String(value), asked] : [folded(String(value)), folded(asked)];
  if (op === 'contains') return text.includes(pattern);
  if (op === 'starts-with') return text.startsWith(pattern);
  if (op === 'ends-with') return text.endsWith(pattern);
  const source = [...pattern].map((c) => (c === '%' ? '.*' : c === '_' ? '.' : c.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))).join('');
  return new RegExp(`^${source}$`, 'su').test(text);
}

/** Days as people count them: the 31st of a shorter month is its last day. */
function moved(day: string, count: number, unit: PeriodUnit): string {
  const date = new Date(`${day}T00:00:00Z`);
  if (unit === 'day' || unit === 'week') date.setUTCDate(date.getUTCDate() + count * (unit === 'week' ? 7 : 1));
  else {
    const wanted = date.getUTCDate();
    date.setUTCDate(1);
    date.setUTCMonth(date.getUTCMonth() + count * (unit === 'year' ? 12 : 1));
    const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
    date.setUTCDate(Math.min(wanted, last));
  }
  return date.toISOString().slice(0, 10);
}

const instant = (value: Value) => (String(value).length === 10 ? `${value} 00:00:00` : String(value));

function inLast(world: World, value: Value, count: number, unit: PeriodUnit): Logic {
  if (value === null) return null;
  return instant(value) >= `${moved(world.today, -count, unit)} 00:00:00` && instant(value) < world.now;
}

function inNext(world: World, value: Value, count: number, unit: PeriodUnit, type: DataType): Logic {
  if (value === null) return null;
  const end = moved(moved(world.today, count, unit), 1, 'day');
  const start = type === 'date' ? `${world.today} 00:00:00` : world.now;
  return instant(value) >= start && instant(value) < `${end} 00:00:00`;
}

function anniversary(world: World, value: Value, from: number, to: number): Logic {
  if (value === null) return null;
  for (let i = from; i <= to; i++) {
    const day = moved(world.today, i, 'day');
    const leap = new Date(Date.UTC(Number(day.slice(0, 4)), 2, 0)).getUTCDate() === 29;
    const born = String(value).slice(5, 10);
    if (day.slice(5) === born || (born === '02-29' && !leap && day.slice(5) === '02-28')) return true;
  }
  return false;
}
