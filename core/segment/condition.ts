import { unreachable } from '../base/never';
import { and, type Expression, isNotTrue, or } from '../sql/expression';
import type { Join } from '../sql/query';

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
