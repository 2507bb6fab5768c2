import type { Place } from '../base/problems';
import type { Expression, Join, Select } from '../sql/query';
import { entityTable, findHop, joinOn } from './population';
import { entityScope, type Scope, unknownLink } from './scope';

/** Rows reached by a path, as the pieces of a SELECT. */
export interface Reached {
  scope: Scope;
  /** From the first entity reached; the rest are joins. */
  from: Select['from'];
  joins: Join[];
  /** Columns of the outer row and of the first entity reached that are equal. */
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
    if (start) joins.push({ type: 'inner', source, on: joinOn(here.alias, alias, hop) });
    else {
      const outer = here.alias;
      const pairs = hop.on.map((pair) => ({ outer: { kind: 'column' as const, table: outer, name: pair.here }, inner: pair.there }));
      start = { from: source, pairs, firstAlias: alias };
    }
    here = { entity: hop.target, alias };
  }
  return start && { ...start, joins, scope: entityScope(compilation, here.entity, here.alias) };
}
