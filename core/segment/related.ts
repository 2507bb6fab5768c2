import type { Place } from '../base/problems';
import type { Rule } from '../model/rule';
import { and, type Expression, exists, integer, isNotTrue } from '../sql/expression';
import type { Join, Select } from '../sql/query';
import { entityTable, findHop, joinOn } from './population';
import { entityScope, type RuleCompiler, type Scope, unknownLink } from './scope';

/** Rows reached by a path, as the pieces of a SELECT that is correlated with the outer row. */
export interface Reached {
  scope: Scope;
  /** From the first entity reached; the rest are joins. */
  from: Select['from'];
  joins: Join[];
  /** Ties the first entity reached to the outer row. */
  tie: Expression;
  /** Columns of the outer row and of the first entity reached that the tie compares. */
  pairs: { outer: Expression; inner: string }[];
  firstAlias: string;
}

/** Walks a path of any links from the scope's row; every row reached is seen once per way that leads to it. */
export function reach(scope: Scope, path: readonly string[], place: Place): Reached | undefined {
  const { compilation } = scope;
  let here = { entity: scope.entity, alias: scope.alias };
  let start: Omit<Reached, 'scope' | 'joins'> | undefined;
  const joins: Join[] = [];
  for (const name of path) {
    const hop = findHop(compilation.model, here.entity.name, name);
    if (!hop) return unknownLink(scope, here.entity, name, place);
    if (hop.single) compilation.walks.push({ entity: here.entity.name, hop, single: false, place });
    const alias = compilation.nextAlias();
    const source = { relation: entityTable(hop.target.name), alias };
    const on = joinOn(here.alias, alias, hop);
    if (start) joins.push({ type: 'inner', source, on });
    else {
      const outer = here.alias;
      const pairs = hop.on.map((pair) => ({ outer: { kind: 'column' as const, table: outer, name: pair.here }, inner: pair.there }));
      start = { from: source, tie: on, pairs, firstAlias: alias };
    }
    here = { entity: hop.target, alias };
  }
  return start && { ...start, joins, scope: entityScope(compilation, here.entity, here.alias) };
}

/** Some / none / every related row: all inner conditions hold for the same related row. `every` is true where there are none. */
export function relatedTest(
  rule: Extract<Rule, { kind: 'related' }>,
  scope: Scope,
  place: Place,
  compile: RuleCompiler,
): Expression | undefined {
  const reached = reach(scope, rule.path, place);
  const where = reached && compile(rule.where, reached.scope, [...place, 'where']);
  if (!reached || !where) return undefined;
  const wanted = rule.quantifier === 'every' ? isNotTrue(where) : where;
  const some = exists({
    kind: 'select',
    columns: [{ name: 'one', is: integer(1) }],
    from: reached.from,
    joins: [...reached.joins, ...reached.scope.joins],
    where: and([reached.tie, wanted]),
  });
  return rule.quantifier === 'some' ? some : { kind: 'not', inner: some };
}
