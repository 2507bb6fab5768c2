import type { Test } from '../../../core/model/rule';
import type { Literal, VariableReference } from '../../../core/model/value';
import type { Column } from './columns';
import { anniversary, inLast, inNext, momentOf, moved } from './dates';
import { folded, isEmpty, type Value, type World } from './rows';

export type Logic = boolean | null;
type Type = Column['type'];

/** What a test whose variables are filled in says of one value. */
export function holds(world: World, test: Test, value: Value, type: Type): Logic {
  switch (test.op) {
    case 'equals':
    case 'less':
    case 'at-most':
    case 'greater':
    case 'at-least':
      return compared(test.op, value, plain(test.value), type, test.exact);
    case 'not-equals':
      return negated(compared('equals', value, plain(test.value), type, test.exact), value, test.excludeEmpty);
    case 'between':
      return both(
        compared('at-least', value, plain(test.from), type, test.exact),
        compared('at-most', value, plain(test.to), type, test.exact),
      );
    case 'one-of':
      return oneOf(test.values.map(plain), value, type, test.exact);
    case 'none-of':
      return negated(oneOf(test.values.map(plain), value, type, test.exact), value, test.excludeEmpty);
    case 'empty':
      return isEmpty(value);
    case 'not-empty':
      return !isEmpty(value);
    case 'true':
      return value === null ? null : value === true;
    case 'false':
      return value === null ? null : value === false;
    case 'contains':
    case 'starts-with':
    case 'ends-with':
    case 'matches':
      return like(test.op, value, String(plain(test.value)), test.exact);
    case 'not-contains':
    case 'not-starts-with':
    case 'not-ends-with':
    case 'not-matches':
      return negated(like(positive[test.op], value, String(plain(test.value)), test.exact), value, test.excludeEmpty);
    case 'in-last':
      return value === null ? null : inLast(world, String(value), Number(plain(test.count)), test.unit);
    case 'in-next':
      return value === null ? null : inNext(world, String(value), Number(plain(test.count)), test.unit, type);
    case 'not-in-last':
      return negated(holds(world, { op: 'in-last', count: test.count, unit: test.unit }, value, type), value, test.excludeEmpty);
    case 'not-in-next':
      return negated(holds(world, { op: 'in-next', count: test.count, unit: test.unit }, value, type), value, test.excludeEmpty);
    case 'before':
    case 'after':
    case 'on': {
      if (value === null) return null;
      const { moment } = test;
      const at = moment.kind === 'day' ? String(plain(moment.day)) : moved(world.today, moment.offset, moment.unit);
      const day = String(value).slice(0, 10);
      return test.op === 'before' ? day < at : test.op === 'after' ? day > at : day === at;
    }
    case 'anniversary':
      return value === null ? null : anniversary(world, String(value), test.from, test.to);
  }
}

const positive = {
  'not-contains': 'contains',
  'not-starts-with': 'starts-with',
  'not-ends-with': 'ends-with',
  'not-matches': 'matches',
} as const;

function plain(value: Literal | VariableReference): Literal {
  if (typeof value === 'object') throw new Error(`$${value.variable} stands for nothing`);
  return value;
}

function negated(yes: Logic, value: Value, excludeEmpty = false): Logic {
  if (excludeEmpty && isEmpty(value)) return false;
  return yes !== true;
}

function both(a: Logic, b: Logic): Logic {
  return a === false || b === false ? false : a === null || b === null ? null : true;
}

/** A literal in the form that values of the type have here. */
export function typed(value: Literal, type: Type): string | number | boolean {
  if (type === 'decimal') return Math.round(Number(value) * 100);
  if (type === 'integer' || type === 'number') return Number(value);
  if (type === 'timestamp') return momentOf(String(value));
  return type === 'boolean' ? value : String(value);
}

export function compared(
  op: 'equals' | 'less' | 'at-most' | 'greater' | 'at-least',
  value: Value,
  asked: Literal,
  type: Type,
  exact = false,
): Logic {
  if (value === null) return null;
  const fold = (v: string | number | boolean) => (type === 'text' && !exact ? folded(String(v)) : v);
  const [mine, other] = [fold(value), fold(typed(asked, type))];
  if (op === 'equals') return mine === other;
  if (op === 'less') return mine < other;
  if (op === 'at-most') return mine <= other;
  return op === 'greater' ? mine > other : mine >= other;
}

function oneOf(values: readonly Literal[], value: Value, type: Type, exact = false): Logic {
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
