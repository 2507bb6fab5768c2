import { unreachable } from '../base/never';
import type { DataType } from '../model/entity';
import { and, isNotTrue, or } from '../sql/expression';
import type { Expression, Join } from '../sql/query';

/** What one rule asks of a row of an entity, whose alias is `row`, with the joins it needs. */
export interface Leaf {
  kind: 'leaf';
  where: Expression;
  joins: Join[];
}

/** Rules over rows of one entity, and how a flow puts them together. A leaf that is not TRUE counts as FALSE. */
export type Condition = Leaf | { kind: 'all' | 'any'; of: Condition[] } | { kind: 'not'; of: Condition };

/** The alias of the entity's rows in every leaf. */
export const rowAlias = 'row';

export function leavesOf(condition: Condition): Leaf[] {
  switch (condition.kind) {
    case 'leaf':
      return [condition];
    case 'all':
    case 'any':
      return [...new Set(condition.of.flatMap(leavesOf))];
    case 'not':
      return leavesOf(condition.of);
    default:
      return unreachable(condition);
  }
}

/** @param leaf what stands for each leaf */
export function expressionOf(condition: Condition, leaf: (leaf: Leaf) => Expression = (l) => l.where): Expression {
  switch (condition.kind) {
    case 'leaf':
      return leaf(condition);
    case 'all':
      return and(condition.of.map((c) => expressionOf(c, leaf)));
    case 'any':
      return or(condition.of.map((c) => expressionOf(c, leaf)));
    case 'not':
      return isNotTrue(expressionOf(condition.of, leaf));
    default:
      return unreachable(condition);
  }
}

/** Whether a row of which no leaf is TRUE is selected. */
export function holdsForNone(condition: Condition): boolean {
  switch (condition.kind) {
    case 'leaf':
      return false;
    case 'all':
      return condition.of.every(holdsForNone);
    case 'any':
      return condition.of.some(holdsForNone);
    case 'not':
      return !holdsForNone(condition.of);
    default:
      return unreachable(condition);
  }
}

/** What a population adds to a row: read beside it, or the first of several that applies, else nothing. */
export type Value =
  | { kind: 'read'; is: Expression; joins: Join[] }
  | { kind: 'first'; of: { when: Condition; value: Value | undefined }[]; type: DataType };

/** What is asked of one row, or read beside it. */
export type Read = Leaf | Extract<Value, { kind: 'read' }>;

/** Rows of an entity that a condition selects, with what is added to them. */
export interface Gathered {
  condition: Condition;
  values: { name: string; value: Value }[];
}

export function valueExpression(
  value: Value,
  read: (value: Extract<Value, { kind: 'read' }>) => Expression = (v) => v.is,
  leaf?: (leaf: Leaf) => Expression,
): Expression {
  if (value.kind === 'read') return read(value);
  const branches = value.of.map((part) => ({
    when: expressionOf(part.when, leaf),
    gives: part.value ? valueExpression(part.value, read, leaf) : ({ kind: 'null', type: value.type } as const),
  }));
  return { kind: 'case', branches };
}

/** What is read beside the row, each once. */
export function readsOf(value: Value): Extract<Value, { kind: 'read' }>[] {
  return value.kind === 'read' ? [value] : value.of.flatMap((part) => (part.value ? readsOf(part.value) : []));
}

/** Every rule that decides which rows there are and what is added to them. */
export function allLeaves({ condition, values }: Gathered): Leaf[] {
  const inValue = (value: Value): Leaf[] =>
    value.kind === 'read' ? [] : value.of.flatMap((part) => [...leavesOf(part.when), ...(part.value ? inValue(part.value) : [])]);
  return [...new Set([...leavesOf(condition), ...values.flatMap((v) => inValue(v.value))])];
}

/** The joins of several parts, each once. */
export function joinsOf(parts: readonly Read[]): Join[] {
  const joins = parts.flatMap((part) => part.joins);
  return joins.filter((join, i) => joins.findIndex((j) => j.source.alias === join.source.alias) === i);
}
