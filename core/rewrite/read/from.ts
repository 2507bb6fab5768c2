import { unreachable } from '../../base/never';
import { sameName } from '../../base/same-name';
import type { Entity } from '../../model/entity';
import { andOf, columnOf, compared, conjuncts, type FromTree, notOf, numberOf, type QueryTree, type Term } from '../tree/term';
import type { Names, Source } from './here';
import { attributeOf, sourceOf, sourcesOf, tableNamed } from './names';
import { refuse } from './refuse';

/** A table of a FROM. `left`: rows stay that have no counterpart in it; `on` then says which counterpart. */
export interface Joined {
  source: Source;
  left?: { on: Term[] };
  /** A query in the place of a table: the first row of a table in an order. */
  first?: QueryTree;
  from: FromTree;
}

export interface Tables {
  joined: Joined[];
  /** Conditions of inner joins, which might as well stand in WHERE, and what semi and anti joins ask for. */
  conditions: Term[];
}

/** The tables of a FROM, side by side. @throws AppError `rewrite-table`, `rewrite-clause` */
export function tablesOf(from: FromTree, names: Names): Tables {
  switch (from.kind) {
    case 'table':
      return { joined: [{ source: tableNamed(from, names), from }], conditions: [] };
    case 'query':
      return { joined: [{ source: sourceOf(entityOf(from, names), from.as), first: from.query, from }], conditions: [] };
    case 'join':
      return joinOf(from, names);
    default:
      return unreachable(from);
  }
}

/** The entity of which a query returns whole rows. */
function entityOf(from: Extract<FromTree, { kind: 'query' }>, names: Names): Entity {
  const { query } = from;
  const [column, ...more] = query.kind === 'select' ? query.columns : [];
  const sources = query.kind === 'select' ? sourcesOf(query.from, names) : [];
  const named = column && 'star' in column ? column.star : '';
  const found = sources.filter((s) => named === undefined || sameName(s.name, named));
  const [source] = found;
  return source && found.length === 1 && more.length === 0 ? source.entity : refuse('rewrite-table', { table: '(SELECT …)' }, from);
}

function joinOf(join: Extract<FromTree, { kind: 'join' }>, names: Names): Tables {
  const left = tablesOf(join.left, names);
  const right = tablesOf(join.right, names);
  const on = [...conjuncts(join.on), ...(join.using ?? []).map((name) => sameIn(name, left, right))];
  switch (join.type) {
    case 'inner':
      return { joined: [...left.joined, ...right.joined], conditions: [...left.conditions, ...right.conditions, ...on] };
    case 'left': {
      const [only, ...more] = right.joined;
      if (!only || more.length > 0 || right.conditions.length > 0) return refuse('rewrite-clause', { clause: 'LEFT JOIN (… JOIN …)' });
      return { joined: [...left.joined, { ...only, left: { on } }], conditions: left.conditions };
    }
    case 'semi':
    case 'anti': {
      const query: QueryTree = { kind: 'select', columns: [{ is: numberOf(1) }], from: join.right, where: andOf(on) };
      const exists: Term = { kind: 'exists', query };
      return { ...left, conditions: [...left.conditions, join.type === 'semi' ? exists : notOf(exists)] };
    }
    default:
      return unreachable(join.type);
  }
}

/** What `USING (name)` compares. */
function sameIn(name: string, left: Tables, right: Tables): Term {
  const [here, there] = [left, right].map((side) => side.joined.filter((j) => attributeOf(j.source.entity, name)));
  if (here?.length !== 1 || there?.length !== 1 || !here[0] || !there[0]) return refuse('rewrite-clause', { clause: `USING (${name})` });
  return compared(columnOf(there[0].source.name, name), '=', columnOf(here[0].source.name, name));
}
