import type { Moment, Test } from '../../../core/model/rule';
import type { Literal, VariableReference } from '../../../core/model/value';
import type { VariableType } from '../../../core/model/variable';
import type { Column } from '../evaluator/columns';
import type { Choose } from './choose';
import { anyValue, daysAround, timesAround, words } from './data';

export interface Asking {
  today: string;
  now: string;
  /** Variables that may stand in place of a value, by type. */
  variables: Readonly<Partial<Record<VariableType, string>>>;
  /** Variables that are numbers of rows, known only when the flow runs. */
  counts: readonly string[];
}

const units = ['day', 'week', 'month', 'year'] as const;
const wordsAsked = [...words, '0%', '_', '%', '!', 'strasse', 'a%', '%b', 'fr', 'FR', 'web', 'tea', 'sent'];

/** Something to ask of a value of a type. */
export function randomTest(c: Choose, type: Column['type'], asking: Asking): Test {
  if (c.chance(12)) return { op: c.one(['empty', 'not-empty'] as const) };
  switch (type) {
    case 'text':
      return c.chance(55) ? textTest(c, asking) : comparison(c, type, asking);
    case 'boolean':
      return c.chance(70) ? { op: c.one(['true', 'false'] as const) } : equality(c, type, asking);
    case 'date':
    case 'timestamp':
      return c.chance(75) ? dateTest(c, asking) : comparison(c, type, asking);
    case 'list':
      return { op: 'empty' };
    default:
      return comparison(c, type, asking);
  }
}

const variableType = {
  text: 'text',
  integer: 'number',
  decimal: 'number',
  number: 'number',
  boolean: 'boolean',
  date: 'date',
  timestamp: 'date',
} as const;

function operand(c: Choose, type: Exclude<Column['type'], 'list'>, asking: Asking): Literal | VariableReference {
  const variable = asking.variables[variableType[type]];
  if (variable !== undefined && c.chance(25)) return { variable };
  if (variableType[type] === 'number' && asking.counts.length > 0 && c.chance(30)) return { variable: c.one(asking.counts) };
  if (type === 'text') return c.one(wordsAsked);
  if (type === 'decimal') return c.one(['0', '9.99', '10', '10.5', '123.45', '0.01']);
  if (type === 'number') return c.one([-2, 0, 0.5, 3, 5.001, 7.25]);
  if (type === 'date') return c.one(daysAround(asking.today));
  if (type === 'timestamp') return c.one([...daysAround(asking.today), ...timesAround(asking.today, asking.now)]);
  return anyValue(c, type, asking);
}

const exactly = (c: Choose, type: Column['type']) => (type === 'text' ? c.perhaps(30, () => ({ exact: c.chance(80) })) : {});
const emptyOut = (c: Choose) => c.perhaps(40, () => ({ excludeEmpty: c.chance(80) }));

type Comparable = Exclude<Column['type'], 'list'>;

function comparison(c: Choose, type: Comparable, asking: Asking): Test {
  const value = () => operand(c, type, asking);
  return c.of<Test>(
    () => ({ op: c.one(['less', 'at-most', 'greater', 'at-least'] as const), value: value(), ...exactly(c, type) }),
    () => ({ op: 'between', from: value(), to: value(), ...exactly(c, type) }),
    () => ({ op: 'one-of', values: options(c, type, asking), ...exactly(c, type) }),
    () => ({ op: 'none-of', values: options(c, type, asking), ...exactly(c, type), ...emptyOut(c) }),
    () => equality(c, type, asking),
  );
}

function options(c: Choose, type: Comparable, asking: Asking): (Literal | VariableReference)[] {
  const list = asking.variables.list;
  const values = c.list(1, 3, () => operand(c, type, asking));
  return list !== undefined && type === 'text' && c.chance(30) ? [...values, { variable: list }] : values;
}

function equality(c: Choose, type: Comparable, asking: Asking): Test {
  const value = operand(c, type, asking);
  return c.of<Test>(
    () => ({ op: 'equals', value, ...exactly(c, type) }),
    () => ({ op: 'not-equals', value, ...exactly(c, type), ...emptyOut(c) }),
  );
}

function textTest(c: Choose, asking: Asking): Test {
  const text = asking.variables.text;
  const value = text !== undefined && c.chance(25) ? { variable: text } : c.one(wordsAsked);
  return c.of<Test>(
    () => ({ op: c.one(['contains', 'starts-with', 'ends-with', 'matches'] as const), value, ...exactly(c, 'text') }),
    () => ({
      op: c.one(['not-contains', 'not-starts-with', 'not-ends-with', 'not-matches'] as const),
      value,
      ...exactly(c, 'text'),
      ...emptyOut(c),
    }),
  );
}

function dateTest(c: Choose, asking: Asking): Test {
  const number = asking.variables.number;
  const count = number !== undefined && c.chance(20) ? { variable: number } : c.chance(70) ? c.int(1, 3) : c.int(1, 400);
  const unit = c.one(units);
  return c.of<Test>(
    () => ({ op: c.one(['in-last', 'in-next'] as const), count, unit }),
    () => ({ op: c.one(['not-in-last', 'not-in-next'] as const), count, unit, ...emptyOut(c) }),
    () => ({ op: c.one(['before', 'after', 'on'] as const), moment: moment(c, asking) }),
    () => {
      const from = c.int(-80, 5);
      return { op: 'anniversary', from, to: from + c.int(0, c.chance(80) ? 20 : 400) };
    },
  );
}

function moment(c: Choose, asking: Asking): Moment {
  const date = asking.variables.date;
  if (date !== undefined && c.chance(20)) return { kind: 'day', day: { variable: date } };
  return c.of<Moment>(
    () => ({ kind: 'day', day: c.one(daysAround(asking.today)) }),
    () => ({ kind: 'as-of', offset: c.int(-3, 2), unit: c.one(units) }),
  );
}
