import type { Literal } from '../../model/value';
import { and, type Comparison, compare, type Expression } from '../../sql/expression';
import { fold, type Tested, typedLiteral, wrongType } from './tested';

const operators: Readonly<Record<'equals' | 'less' | 'at-most' | 'greater' | 'at-least', Comparison>> = {
  equals: '=',
  less: '<',
  'at-most': '<=',
  greater: '>',
  'at-least': '>=',
};

export function compareTest(tested: Tested, op: keyof typeof operators, value: Literal, exact = false): Expression | undefined {
  if (tested.type === 'boolean' && op !== 'equals') return wrongType(tested, op);
  const literal = typedLiteral(tested, value);
  return literal && compare(operators[op], comparable(tested, exact), comparableValue(tested, literal, exact));
}

/** Both ends belong to it. */
export function betweenTest(tested: Tested, from: Literal, to: Literal): Expression | undefined {
  if (tested.type === 'boolean') return wrongType(tested, 'between');
  const [low, high] = [typedLiteral(tested, from), typedLiteral(tested, to)];
  if (!low || !high) return undefined;
  const value = comparable(tested, false);
  return and([compare('>=', value, comparableValue(tested, low, false)), compare('<=', value, comparableValue(tested, high, false))]);
}

export function listTest(tested: Tested, values: readonly Literal[], exact = false): Expression | undefined {
  const literals = values.map((v) => typedLiteral(tested, v));
  const good = literals.filter((l): l is Expression => l !== undefined);
  if (good.length < literals.length) return undefined;
  return { kind: 'in', inner: comparable(tested, exact), list: good.map((l) => comparableValue(tested, l, exact)) };
}

function comparable(tested: Tested, exact: boolean): Expression {
  return tested.type === 'text' && !exact ? fold(tested.is) : tested.is;
}

function comparableValue(tested: Tested, literal: Expression, exact: boolean): Expression {
  return tested.type === 'text' && !exact ? fold(literal) : literal;
}
