import { canonicalJson } from '../../base/hashing';
import type { Entity } from '../../model/entity';
import { column, truth } from '../../sql/expression';
import type { Expression, Join, Query, Select, Source } from '../../sql/query';
import { worktableSchema } from '../plan';
import { conditionOver, conditionsOnTexts, type Fact, factKey, factName, withConditions } from './fact';
import { columnsUsed, withoutJoin } from './joins';
import type { Node } from './node';
import type { Registry } from './stored';

/** What is known of the tables that are read: those being made, and those kept before. */
export interface Tables {
  entities: readonly Entity[];
  nodes: ReadonlyMap<string, Node>;
  /** Readings being made, by the name of their population. */
  readings: ReadonlyMap<string, Select>;
  registry: Registry;
  /** Dimension of any worktable. */
  dimensionOf(table: string): string | undefined;
  /** How many rows a worktable can have at most, where its query says so. */
  mostRows(table: string): number | undefined;
}

/** More than these are read where they are needed, since rows get heavy. */
const mostCarried = 8;

/**
 * Takes facts of the dimension's rows from the table that is read, where it has or can be given them, instead of reading the
 * entity once more for each activity.
 */
export function carryFacts(query: Query, tables: Tables): Query {
  if (query.kind === 'with') {
    const parts = query.parts.map((part) => ({ ...part, query: carryFacts(part.query, tables) }));
    return { ...query, parts };
  }
  return query.kind === 'select' ? carriedSelect(query, tables) : query;
}

function carriedSelect(select: Select, tables: Tables): Select {
  const { relation } = select.from;
  const opened = relation.kind === 'select' ? { ...select, from: { ...select.from, relation: carriedSelect(relation, tables) } } : select;
  const entityJoin = opened.joins?.find((j) => entityOf(opened, j, tables) !== undefined);
  const entity = entityJoin && entityOf(opened, entityJoin, tables);
  if (!entity || !entityJoin) return opened;
  const { alias } = entityJoin.source;
  let done = opened;
  for (const m of (opened.joins ?? []).flatMap((j) => measureJoin(j, alias, tables) ?? [])) {
    const measures = [...columnsUsed(done, m.alias)].map((name): [string, Fact] => [
      name,
      { kind: 'measure', entity, table: m.table, measure: name, ties: m.ties },
    ]);
    const found = provided(done.from, measures, tables);
    if (found) done = withoutJoin({ ...done, from: found.source }, m.alias, found.names);
  }
  return takenFromRows(done, alias, entity, tables) ?? done;
}

/** The select without the join of `alias`, when all it asks about that row can be had from the rows the select reads. */
function takenFromRows(select: Select, alias: string, entity: Entity, tables: Tables): Select | undefined {
  const onTexts = conditionsOnTexts(select, alias, entity);
  const none = new Map<string, Fact>();
  for (const conditions of onTexts.size > 0 ? [onTexts, none] : [none]) {
    const answered = withConditions(select, new Map([...conditions.keys()].map((asked) => [asked, truth(true)])));
    const attributes = [...columnsUsed(answered, alias)].map((attribute): [string, Fact] => [
      attribute,
      { kind: 'attribute', entity, attribute },
    ]);
    const found =
      conditions.size + attributes.length > mostCarried ? undefined : provided(select.from, [...conditions, ...attributes], tables);
    if (found) return withoutJoin({ ...withConditions(select, found.names), from: found.source }, alias, found.names);
  }
  return undefined;
}

/** The source with all the facts, and where it has them, by what they were asked by; `undefined` when it lacks one. */
function provided(
  from: Source,
  facts: Iterable<[string, Fact]>,
  tables: Tables,
): { source: Source; names: Map<string, Expression> } | undefined {
  const source: Source = { ...from };
  const names = new Map<string, Expression>();
  for (const [asked, fact] of facts) {
    const name = provide(source, fact, tables);
    if (name === undefined) return undefined;
    names.set(asked, column(from.alias, name));
  }
  return { source, names };
}

/** The entity whose rows a join adds to the rows read, one to one by its key. */
function entityOf(select: Select, join: Join, tables: Tables): Entity | undefined {
  const { relation, alias } = join.source;
  if (join.type !== 'inner' || relation.kind !== 'table' || relation.schema !== 'main') return undefined;
  const entity = tables.entities.find((e) => e.name === relation.name);
  if (!entity || dimensionOf(select.from.relation, tables) !== entity.name) return undefined;
  const terms = join.on.kind === 'and' ? join.on.all : [join.on];
  const byKey = entity.key.every((key) =>
    terms.some((t) => t.kind === 'compare' && t.op === '=' && isColumn(t.left, alias, key) && isColumn(t.right, select.from.alias, key)),
  );
  return byKey && terms.length === entity.key.length ? entity : undefined;
}

const isColumn = (e: Expression, table: string, name: string) => e.kind === 'column' && e.table === table && e.name === name;

function dimensionOf(relation: Source['relation'], tables: Tables): string | undefined {
  if (relation.kind === 'table') return relation.schema === worktableSchema ? tables.dimensionOf(relation.name) : undefined;
  return relation.kind === 'select' && !relation.groupBy && !relation.distinct ? dimensionOf(relation.from.relation, tables) : undefined;
}

/** A join that reads a table of measures by attributes of the row `alias`. */
function measureJoin(join: Join, alias: string, tables: Tables): { alias: string; table: string; ties: string[] } | undefined {
  const { relation } = join.source;
  if (join.type !== 'left' || relation.kind !== 'table' || relation.schema !== worktableSchema) return undefined;
  const measures = tables.nodes.get(relation.name)?.measures ?? tables.registry.kept.get(relation.name)?.measures;
  if (!measures) return undefined;
  const terms = join.on.kind === 'and' ? join.on.all : [join.on];
  const ties = measures.ties.map((tie) => {
    const term = terms.find((t) => t.kind === 'compare' && t.op === '=' && isColumn(t.left, join.source.alias, tie));
    return term?.kind === 'compare' && term.right.kind === 'column' && term.right.table === alias ? term.right.name : undefined;
  });
  const good = ties.filter((t): t is string => t !== undefined);
  return good.length === terms.length && good.length === ties.length
    ? { alias: join.source.alias, table: relation.name, ties: good }
    : undefined;
}

/** The column of what a source reads that holds the fact; the source may be opened and what is being made extended for it. */
function provide(source: Source, fact: Fact, tables: Tables): string | undefined {
  if (fact.kind === 'attribute' && fact.entity.key.includes(fact.attribute)) return fact.attribute;
  const { relation } = source;
  if (relation.kind === 'select') return fromSelect(relation, fact, tables);
  if (relation.kind !== 'table' || relation.schema !== worktableSchema) return undefined;
  if (tables.dimensionOf(relation.name) !== fact.entity.name) return undefined;
  const node = tables.nodes.get(relation.name);
  const reading = readingOf(relation.name, tables);
  if (reading) {
    const own = structuredClone(reading);
    const name = fromSelect(own, fact, tables);
    if (name !== undefined) source.relation = own;
    return name;
  }
  const key = factKey(fact);
  if (!node) return tables.registry.kept.get(relation.name)?.carried.get(key);
  const known = node.carried.get(key);
  if (known !== undefined) return known;
  const body = node.query.kind === 'with' ? node.query.body : node.query;
  if (body.kind !== 'select') return undefined;
  const name = fromSelect(body, fact, tables, node.query);
  if (name !== undefined) node.carried.set(key, name);
  return name;
}

/** What a worktable is read from, where it has no rows of its own. */
export function readingOf(name: string, { nodes, readings, registry }: Tables): Select | undefined {
  const node = nodes.get(name);
  const viewed = node?.as === 'view' && node.query.kind === 'select' ? node.query : undefined;
  return viewed ?? readings.get(name) ?? registry.kept.get(name)?.reading;
}

function fromSelect(select: Select, fact: Fact, tables: Tables, whole?: Query): string | undefined {
  if (select.distinct || select.groupBy) return undefined;
  const is = expressionIn(select, fact, tables, whole);
  if (!is) return undefined;
  const same = select.columns.find((c) => canonicalJson(c.is) === canonicalJson(is));
  if (same) return same.name;
  const taken = new Set(select.columns.map((c) => c.name.toLowerCase()));
  let name = factName(fact);
  while (taken.has(name.toLowerCase())) name += '_';
  select.columns.push({ name, is });
  return name;
}

function expressionIn(select: Select, fact: Fact, tables: Tables, whole: Query | undefined): Expression | undefined {
  const { from } = select;
  const { relation } = from;
  if (relation.kind === 'table' && relation.schema === 'main') {
    return relation.name === fact.entity.name ? ofRow(select, from.alias, fact, tables) : undefined;
  }
  if (!fact.entity.key.every((key) => select.columns.some((c) => c.name === key && isColumn(c.is, from.alias, key)))) return undefined;
  const joined = select.joins?.find((j) => entityOf(select, j, tables)?.name === fact.entity.name);
  const near = joined && ofRow(select, joined.source.alias, fact, tables);
  if (near) return near;
  // Where rows are chosen from the entity's, a condition is worked out for the chosen ones alone.
  if (fact.kind === 'condition' && relation.kind === 'select' && readsMain(relation)) {
    return conditionOver(fact.holds, (attribute) =>
      expressionIn(select, { kind: 'attribute', entity: fact.entity, attribute }, tables, whole),
    );
  }
  if (relation.kind === 'part') {
    const part = whole?.kind === 'with' ? whole.parts.find((p) => p.name === relation.name)?.query : undefined;
    const name = part?.kind === 'select' ? fromSelect(part, fact, tables) : undefined;
    return name === undefined ? undefined : column(from.alias, name);
  }
  const name = provide(from, fact, tables);
  return name === undefined ? undefined : column(from.alias, name);
}

const readsMain = ({ from }: Select) => from.relation.kind === 'table' && from.relation.schema === 'main';

/** The fact where the entity's own row is at hand. */
function ofRow(select: Select, row: string, fact: Fact, tables: Tables): Expression | undefined {
  if (fact.kind === 'attribute') return column(row, fact.attribute);
  if (fact.kind === 'condition') return conditionOver(fact.holds, (attribute) => column(row, attribute));
  const join = select.joins?.find((j) => {
    const m = measureJoin(j, row, tables);
    return m?.table === fact.table && canonicalJson(m.ties) === canonicalJson(fact.ties);
  });
  return join && column(join.source.alias, fact.measure);
}
