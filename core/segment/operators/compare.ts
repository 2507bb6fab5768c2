import { and, compare, truth } from '../../sql/expression';
import type { Comparison, Expression } from '../../sql/query';
import { fold, type Tested, wrongType } from './tested';
import { type Value, valueOf, valuesOf } from './values';

const operators: Readonly<Record<'equals' | 'less' | 'at-most' | 'greater' | 'at-least', Comparison>> = {
  equals: '=',
  less: '<',
  'at-most': '<=',
  greater: '>',
  'at-least': '>=',
};

export function compareTest(tested: Tested, op: keyof typeof operators, value: Value, exact = false): Expression | undefined {
  if (tested.type === 'boolean' && op !== 'equals') return wrongType(tested, op);
  const found = valueOf(tested, value);
  return found && compare(operators[op], comparable(tested, tested.is, exact), comparable(tested, found, exact));
}

/** Both ends belong to it. */
export function betweenTest(tested: Tested, from: Value, to: Value, exact = false): Expression | undefined {
  if (tested.type === 'boolean') return wrongType(tested, 'between');
  const [low, high] = [valueOf(tested, from), valueOf(tested, to)];
  if (!low || !high) return undefined;
  const value = comparable(tested, tested.is, exact);
  return and([compare('>=', value, comparable(tested, low, exact)), compare('<=', value, comparable(tested, high, exact))]);
}

/** A list in a variable may be empty: then nothing is one of it. */
export function listTest(tested: Tested, values: readonly Value[], exact = false): Expression | undefined {
  const found = valuesOf(tested, values);
  if (!found) return undefined;
  if (found.length === 0) return truth(false);
  return { kind: 'in', inner: comparable(tested, tested.is, exact), list: found.map((value) => comparable(tested, value, exact)) };
}

function comparable(tested: Tested, is: Expression, exact: boolean): Expression {
  return tested.type === 'text' && !exact ? fold(is) : is;
}
