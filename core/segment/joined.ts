import { and, column, compare, isNull } from '../sql/expression';
import type { Expression, Join, Query, Select } from '../sql/query';
import { keyColumns } from './population';
import type { Reached } from './reach';
import type { Scope } from './scope';

/** A column of a query, and the value of the row at hand that it equals. */
export interface Tie {
  name: string;
  outer: Expression;
}

/**
 * Whether a query has the ties of the row at hand; it must have each of them once. The query is joined and stands alone,
 * since engines are slow with queries that look at the row around them.
 */
export function isJoined(scope: Scope, query: Query, ties: readonly Tie[]): Expression {
  const alias = scope.compilation.nextAlias();
  const on = and(ties.map((t) => compare('=', column(alias, t.name), t.outer)));
  scope.joins.push({ type: 'left', source: { relation: query, alias }, on });
  return { kind: 'not', inner: isNull(column(alias, ties[0]?.name ?? '')) };
}

/** What ties rows of the same entity, whose alias is `inner`, to the row at hand. */
export function keyTies(scope: Scope, inner: string): (Tie & { is: Expression })[] {
  return keyColumns(scope.entity).map((k, i) => ({ name: `key_${i + 1}`, is: column(inner, k.name), outer: column(scope.alias, k.name) }));
}

/** What ties the rows a path reaches to the row at hand, with where each tie is read. */
export function pathTies(reached: Reached): (Tie & { is: Expression })[] {
  return reached.pairs.map(({ outer, inner }, i) => ({ name: `tie_${i + 1}`, is: column(reached.firstAlias, inner), outer }));
}

/** Whether a condition holds for some row that a path reaches. */
export function someReached(scope: Scope, reached: Reached, where: Expression, more: readonly Join[] = []): Expression {
  const ties = pathTies(reached);
  const query: Select = {
    kind: 'select',
    distinct: true,
    columns: ties.map(({ name, is }) => ({ name, is })),
    from: reached.from,
    joins: [...reached.joins, ...reached.scope.joins, ...more],
    where,
  };
  return isJoined(scope, query, ties);
}
