import { canonicalJson, sha256Hex } from '../../base/hashing';
import type { Entity } from '../../model/entity';
import { renameAliases, withPlainAliases } from '../../sql/aliases';
import { column, compare, integer, isNotTrue } from '../../sql/expression';
import { mapNodes, visitNodes } from '../../sql/nodes';
import { type Expression, type Join, type Output, type Query, type Select, tablesOf } from '../../sql/query';
import { entityVersions } from '../entity-versions';
import { worktableSchema } from '../plan';
import type { Node } from './node';
import type { Registry } from './stored';

/** Related rows grouped by what ties them to an outer row, as a join reads them; `some`: only whether there are any. */
interface Grouping {
  some: boolean;
  /** What rows are grouped and by what, whatever is measured of them, and which data that is. */
  family: string;
  ties: Output[];
  measures: { name: string; key: string; is: Expression }[];
  source: Pick<Select, 'from' | 'joins' | 'groupBy'>;
}

interface Shared {
  table: string;
  ties: string[];
  columns: Map<string, string>;
}

/**
 * Related rows that several queries group in the same way are grouped once, with all that is measured of them, and the result is
 * kept: later edits that ask about the same aggregates do not read the rows again.
 */
export function shareMeasures(nodes: Node[], registry: Registry, entities: readonly Entity[]): Node[] {
  const groupings = new Map<string, { times: number; grouping: Grouping; measures: Map<string, Expression> }>();
  for (const grouping of nodes.flatMap((n) => groupingsIn(n.query, entities))) {
    const known = groupings.get(grouping.family) ?? { times: 0, grouping, measures: new Map() };
    known.times++;
    for (const m of grouping.measures) known.measures.set(m.key, m.is);
    groupings.set(grouping.family, known);
  }
  const shared = new Map<string, Shared>();
  const made: Node[] = [];
  for (const [family, { times, grouping, measures }] of groupings) {
    const kept = keptFor(registry, family, [...measures.keys()]);
    if (kept) shared.set(family, kept);
    else if (times > 1) {
      const node = tableOf(registry.fresh('g'), grouping, measures);
      made.push(node);
      if (node.measures) shared.set(family, { table: node.name, ties: node.measures.ties, columns: new Map(node.measures.columns) });
    }
  }
  for (const node of nodes) node.query = reading(node.query, shared, entities);
  return made;
}

function keptFor(registry: Registry, family: string, wanted: readonly string[]): Shared | undefined {
  for (const [table, { measures }] of registry.kept) {
    if (measures?.family !== family || !wanted.every((key) => measures.columns.has(key))) continue;
    return { table, ties: measures.ties, columns: new Map(measures.columns) };
  }
  return undefined;
}

function groupingsIn(query: Query, entities: readonly Entity[]): Grouping[] {
  const found: Grouping[] = [];
  visitNodes(query, (node) => {
    if (node.kind !== 'select' || !Array.isArray(node.joins)) return;
    found.push(...(node.joins as Join[]).flatMap((join) => groupingOf(join, entities) ?? []));
  });
  return found;
}

/** A condition on all rows of a group becomes one on each aggregate, so that groups differing in it alone are of one family. */
function groupingOf(join: Join, entities: readonly Entity[]): Grouping | undefined {
  const { relation } = join.source;
  if (join.type !== 'left' || relation.kind !== 'select' || relation.having || relation.orderBy || relation.limit !== undefined)
    return undefined;
  if (tablesOf(relation).some((t) => t.schema !== 'main')) return undefined;
  const some = relation.distinct === true;
  if (some === (relation.groupBy !== undefined)) return undefined;
  const outer = [relation.from.alias, ...(relation.joins ?? []).map((j) => j.source.alias)];
  const plain = renameAliases(relation, (alias) => (outer.includes(alias) ? `related_${outer.indexOf(alias) + 1}` : alias));
  const groupBy = plain.groupBy ?? plain.columns.map((c) => c.is);
  if (groupBy.some((g) => g.kind !== 'column')) return undefined;
  const isTie = (o: Output) => groupBy.some((g) => canonicalJson(g) === canonicalJson(o.is));
  const asked = some
    ? [{ name: 'some', is: counted(plain.where) }]
    : plain.columns.filter((c) => !isTie(c)).map((c) => ({ name: c.name, is: filtered(c.is, plain.where) }));
  if (asked.some((m) => m.is === undefined)) return undefined;
  const { from, joins } = plain;
  return {
    some,
    family: sha256Hex(
      canonicalJson({ rows: withPlainAliases({ from, joins: joins ?? [], groupBy }), versions: entityVersions(relation, entities) }),
    ),
    ties: plain.columns.filter(isTie),
    measures: asked.flatMap(({ name, is }) => (is ? [{ name, is, key: sha256Hex(canonicalJson(withPlainAliases(is))) }] : [])),
    source: { from, joins: joins ?? [], groupBy },
  };
}

const counted = (where: Expression | undefined): Expression => ({
  kind: 'aggregate',
  function: 'count',
  args: [],
  ...(where ? { filter: where } : {}),
});

function filtered(is: Expression, where: Expression | undefined): Expression | undefined {
  if (is.kind === 'cast') {
    const inner = filtered(is.inner, where);
    return inner && { ...is, inner };
  }
  if (is.kind !== 'aggregate' || is.filter) return undefined;
  return where ? { ...is, filter: where } : is;
}

function tableOf(name: string, { family, ties, source }: Grouping, measures: ReadonlyMap<string, Expression>): Node {
  const columns = new Map([...measures.keys()].map((key) => [key, `m_${key.slice(0, 16)}`]));
  const outputs = [...measures].map(([key, is]): Output => ({ name: columns.get(key) ?? key, is }));
  return {
    name,
    query: { kind: 'select', columns: [...ties, ...outputs], ...source },
    dimension: '',
    as: 'table',
    carried: new Map(),
    measures: { family, ties: ties.map((t) => t.name), columns },
  };
}

function reading(query: Query, shared: ReadonlyMap<string, Shared>, entities: readonly Entity[]): Query {
  return mapNodes(query, (node) => (node.kind === 'select' ? { ...readingSelect(node as unknown as Select, shared, entities) } : node));
}

function readingSelect(select: Select, shared: ReadonlyMap<string, Shared>, entities: readonly Entity[]): Select {
  const values = new Map<string, string>();
  const somes = new Map<string, string>();
  const joins = select.joins?.map((join): Join => {
    const grouping = groupingOf(join, entities);
    const from = grouping && shared.get(grouping.family);
    if (!from) return join;
    const { alias } = join.source;
    for (const m of grouping.measures) {
      const measure = from.columns.get(m.key) ?? m.key;
      if (grouping.some) somes.set(`${alias} ${grouping.ties[0]?.name}`, measure);
      else values.set(`${alias} ${m.name}`, measure);
    }
    return { ...join, source: { relation: { kind: 'table', schema: worktableSchema, name: from.table }, alias } };
  });
  if (!joins || values.size + somes.size === 0) return select;
  const asked = mapNodes<Select>({ ...select, joins: [] }, (node) => {
    const read = node.kind === 'is-null' ? node.inner : node;
    if (!isColumn(read)) return node;
    const name = `${read.table} ${read.name}`;
    const some = somes.get(name);
    // No row of the group, or none that the condition holds for.
    if (some !== undefined) return node === read ? node : { ...isNotTrue(compare('>', column(read.table, some), integer(0))) };
    const value = values.get(name);
    return node === read && value !== undefined ? { ...node, name: value } : node;
  });
  return { ...asked, joins };
}

function isColumn(value: unknown): value is { kind: 'column'; table: string; name: string } {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'column' && 'table' in value;
}
