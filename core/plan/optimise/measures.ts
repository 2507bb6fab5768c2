import { canonicalJson, sha256Hex } from '../../base/hashing';
import { renameAliases, withPlainAliases } from '../../sql/aliases';
import type { Expression } from '../../sql/expression';
import { mapNodes, visitNodes } from '../../sql/nodes';
import type { Join, Output, Query, Select } from '../../sql/query';
import { worktableSchema } from '../plan';
import type { Node } from './node';
import type { Registry } from './stored';

/** Related rows grouped by what ties them to an outer row, as a join reads them. */
interface Grouping {
  /** What rows are grouped and by what, whatever is measured of them. */
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
export function shareMeasures(nodes: Node[], registry: Registry): Node[] {
  const groupings = new Map<string, { times: number; grouping: Grouping; measures: Map<string, Expression> }>();
  for (const { grouping } of nodes.flatMap((n) => groupingsIn(n.query))) {
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
  for (const node of nodes) node.query = reading(node.query, shared);
  return made;
}

function keptFor(registry: Registry, family: string, wanted: readonly string[]): Shared | undefined {
  for (const [table, { measures }] of registry.kept) {
    if (measures?.family !== family || !wanted.every((key) => measures.columns.has(key))) continue;
    return { table, ties: measures.ties, columns: new Map(measures.columns) };
  }
  return undefined;
}

function groupingsIn(query: Query): { join: Join; grouping: Grouping }[] {
  const found: { join: Join; grouping: Grouping }[] = [];
  visitNodes(query, (node) => {
    if (node.kind !== 'select' || !Array.isArray(node.joins)) return;
    for (const join of node.joins as Join[]) {
      const grouping = groupingOf(join);
      if (grouping) found.push({ join, grouping });
    }
  });
  return found;
}

/** A condition on all rows of a group becomes one on each aggregate, so that groups differing in it alone are of one family. */
function groupingOf(join: Join): Grouping | undefined {
  const { relation } = join.source;
  if (join.type !== 'left' || relation.kind !== 'select' || !relation.groupBy?.length) return undefined;
  if (relation.distinct || relation.having || relation.orderBy || relation.limit !== undefined) return undefined;
  const outer = [relation.from.alias, ...(relation.joins ?? []).map((j) => j.source.alias)];
  const plain = renameAliases(relation, (alias) => (outer.includes(alias) ? `related_${outer.indexOf(alias) + 1}` : alias));
  const groupBy = plain.groupBy ?? [];
  const isTie = (o: Output) => groupBy.some((g) => canonicalJson(g) === canonicalJson(o.is));
  const measures = plain.columns.filter((c) => !isTie(c)).map((c) => ({ name: c.name, is: filtered(c.is, plain.where) }));
  if (measures.some((m) => m.is === undefined)) return undefined;
  const { from, joins } = plain;
  return {
    family: sha256Hex(canonicalJson(withPlainAliases({ from, joins: joins ?? [], groupBy }))),
    ties: plain.columns.filter(isTie),
    measures: measures.flatMap(({ name, is }) => (is ? [{ name, is, key: sha256Hex(canonicalJson(withPlainAliases(is))) }] : [])),
    source: { from, joins: joins ?? [], groupBy },
  };
}

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

function reading(query: Query, shared: ReadonlyMap<string, Shared>): Query {
  return mapNodes(query, (node) => (node.kind === 'select' ? { ...readingSelect(node as unknown as Select, shared) } : node));
}

function readingSelect(select: Select, shared: ReadonlyMap<string, Shared>): Select {
  const names = new Map<string, string>();
  const joins = select.joins?.map((join): Join => {
    const grouping = groupingOf(join);
    const from = grouping && shared.get(grouping.family);
    if (!from) return join;
    const { alias } = join.source;
    for (const m of grouping.measures) names.set(`${alias} ${m.name}`, from.columns.get(m.key) ?? m.key);
    return { ...join, source: { relation: { kind: 'table', schema: worktableSchema, name: from.table }, alias } };
  });
  if (names.size === 0) return select;
  return mapNodes<Select>({ ...select, ...(joins ? { joins } : {}) }, (node) => {
    const name = node.kind === 'column' ? names.get(`${String(node.table)} ${String(node.name)}`) : undefined;
    return name === undefined ? node : { ...node, name };
  });
}
