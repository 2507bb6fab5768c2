import type { Entity } from '../../model/entity';
import type { Read } from '../../segment/condition';
import { mapNodes } from '../../sql/nodes';
import { type Query, type Select, tablesOf } from '../../sql/query';
import { type Plan, type Step, worktablesIn } from '../plan';
import { carryFacts, type Tables } from './carry';
import { mergedJoins } from './joins';
import { isOnlyRead } from './light';
import { shareMeasures } from './measures';
import type { Node, Reading } from './node';
import { placeGroupings } from './place-groupings';
import { gatherRoots, type Root } from './roots';
import { selectionOf } from './selection';
import type { Registry } from './stored';

export interface Request {
  plan: Plan;
  /** Steps to run, in the order of the plan. */
  missing: readonly Step[];
  /** Populations whose rows somebody wants to see: tables of their own. */
  needRows: ReadonlySet<string>;
  /** Populations that are to be read by their names. */
  readable: ReadonlySet<string>;
  entities: readonly Entity[];
  registry: Registry;
}

/** Nodes in an order in which each finds what it reads, and readings of tables kept before. */
export interface Arranged {
  nodes: Node[];
  /** By the table they read. */
  readings: Map<string, Reading[]>;
  /** Populations somebody reads. */
  kept: ReadonlySet<string>;
  /** By node, rows of the entities it is about, and of those it still reads when facts are carried to it. */
  rows: Record<'about' | 'read', ReadonlyMap<string, number>>;
}

/**
 * The fewest statements that compute what is missing. The steps say what each population means; here they are put together:
 * populations of one entity are gathered by one reading, related rows are grouped once, what is a part of a kept table is read
 * from it, and facts of a row travel with it instead of being looked up again.
 */
export function arrange(request: Request): Arranged {
  const { missing, registry } = request;
  const kept = keptNames(request);
  const nodes: Node[] = [];
  const readings: Reading[] = [];
  const add = (reading: Reading) => {
    if (request.needRows.has(reading.step.table.name)) nodes.push(ownTable(reading));
    else readings.push(reading);
  };
  const roots = missing.filter((s) => s.population.gathered);
  for (const group of groupsOf(roots, missing, request.entities)) {
    const gathered = gatherRoots(group.roots, group.entity, (read) => readKey(request.plan, read), registry);
    if (gathered.node) nodes.push({ ...gathered.node, as: group.roots.some((r) => kept.has(r.step.table.name)) ? 'table' : 'count' });
    gathered.readings.forEach(add);
  }
  for (const step of missing) {
    if (step.population.gathered && request.entities.some((e) => e.name === step.population.dimension)) continue;
    const part = step.verifyKey ? undefined : selectionOf(step.query);
    if (part) add({ step, select: part.select });
    else nodes.push(nodeOf(step, request, kept));
  }
  const shared = shareMeasures(nodes, registry, request.entities);
  const all = [...shared, ...nodes];
  for (const node of all) node.query = mapNodes(node.query, (n) => (n.kind === 'select' ? { ...mergedJoins(n as unknown as Select) } : n));
  const about = rowsByNode(all, request.entities);
  const ordered = inOrder(all, readings, about);
  const tables = tablesFor(request, ordered, readings);
  for (const node of ordered) node.query = carryFacts(node.query, tables);
  const rows = { about, read: rowsByNode(ordered, request.entities) };
  for (const node of ordered) if (isCopy(node, request, tables)) node.as = 'view';
  return { nodes: placeGroupings(ordered, registry), readings: byTable(readings), kept, rows };
}

/** Worktables whose rows are read by a step of the plan, also those it reads through a part of them. */
function keptNames({ plan, needRows, readable }: Request): Set<string> {
  const kept = new Set([...needRows, ...readable]);
  for (const step of [...plan.steps].reverse()) {
    const part = step.population.gathered || step.verifyKey ? undefined : selectionOf(step.query);
    if (!part || kept.has(step.table.name)) for (const read of step.reads) kept.add(read);
  }
  return kept;
}

function nodeOf(step: Step, { plan, needRows }: Request, kept: ReadonlySet<string>): Node {
  const { name } = step.table;
  const readers = plan.steps.filter((s) => s.reads.includes(name));
  const computedByItsReader =
    step.sameRows !== undefined &&
    step.query.kind === 'select' &&
    !needRows.has(name) &&
    readers.length === 1 &&
    readers.every((r) => selectionOf(r.query) === undefined);
  const as = step.verifyKey ? 'table' : !kept.has(name) ? 'count' : computedByItsReader ? 'view' : 'table';
  return {
    name,
    query: structuredClone(step.query),
    dimension: step.population.dimension,
    as,
    step,
    carried: new Map(),
  };
}

/** A table of rows that are kept already, with what costs no more to tell anew than to read. */
const isCopy = ({ as, name, step, query }: Node, { needRows }: Request, tables: Tables) =>
  as === 'table' && step?.sameRows !== undefined && !needRows.has(name) && isOnlyRead(query, tables);

function ownTable({ step, select }: Reading): Node {
  return {
    name: step.table.name,
    query: structuredClone(select),
    dimension: step.population.dimension,
    as: 'table',
    step,
    carried: new Map(),
  };
}

/** Roots that can be gathered together: of one entity, and none needing the rows of another one first. */
function groupsOf(steps: readonly Step[], missing: readonly Step[], entities: readonly Entity[]): { entity: Entity; roots: Root[] }[] {
  const groups = new Map<string, { entity: Entity; roots: Root[] }>();
  const ranks = new Map<string, number>();
  for (const step of steps) {
    const { gathered, dimension } = step.population;
    const entity = entities.find((e) => e.name === dimension);
    if (!gathered || !entity) continue;
    const before = [...readBefore(step, missing)].map((name) => ranks.get(`${dimension} ${name}`));
    const rank = Math.max(0, ...before.map((r) => (r === undefined ? 0 : r + 1)));
    ranks.set(`${dimension} ${step.table.name}`, rank);
    const group = groups.get(`${dimension} ${rank}`) ?? { entity, roots: [] };
    group.roots.push({ step, gathered });
    groups.set(`${dimension} ${rank}`, group);
  }
  return [...groups.values()];
}

function readBefore(step: Step, missing: readonly Step[], found = new Set<string>()): Set<string> {
  for (const name of step.reads) {
    if (found.has(name)) continue;
    found.add(name);
    const read = missing.find((s) => s.table.name === name);
    if (read) readBefore(read, missing, found);
  }
  return found;
}

function readKey(plan: Plan, read: Read): string {
  const key = plan.readKeys.get(read);
  if (key === undefined) throw new Error('a rule without a key');
  return key;
}

/** Rows of the entities that each reads. */
function rowsByNode(nodes: readonly Node[], entities: readonly Entity[]): Map<string, number> {
  const rows = new Map(entities.map((e) => [e.name, e.rows ?? 0]));
  const readBy = ({ query }: Node) => tablesOf(query).reduce((sum, t) => sum + (t.schema === 'main' ? (rows.get(t.name) ?? 0) : 0), 0);
  return new Map(nodes.map((node) => [node.name, readBy(node)]));
}

/** What a node reads comes before it; of nodes that could run, the one that reads the fewest rows. */
function inOrder(nodes: readonly Node[], readings: readonly Reading[], rows: ReadonlyMap<string, number>): Node[] {
  const through = new Map(readings.map((r) => [r.step.table.name, r.select]));
  const source = (name: string): string[] => {
    const reading = through.get(name);
    return reading ? worktablesIn(reading).flatMap(source) : [name];
  };
  const left = nodes.map((node) => ({
    node,
    needs: new Set(worktablesIn(node.query).flatMap(source)),
    cost: rows.get(node.name) ?? 0,
  }));
  const ordered: Node[] = [];
  while (left.length > 0) {
    const open = new Set(left.map((l) => l.node.name));
    const ready = left.filter((l) => [...l.needs].every((name) => !open.has(name)));
    const next = ready.sort((a, b) => a.cost - b.cost)[0];
    if (!next) throw new Error(`nodes need each other: ${[...open].join(', ')}`);
    ordered.push(next.node);
    left.splice(left.indexOf(next), 1);
  }
  return ordered;
}

function tablesFor({ plan, entities, registry }: Request, nodes: readonly Node[], readings: readonly Reading[]): Tables {
  const dimensions = new Map(plan.steps.map((s) => [s.table.name, s.population.dimension]));
  for (const node of nodes) if (node.dimension !== '') dimensions.set(node.name, node.dimension);
  for (const [name, { marks }] of registry.kept) if (marks) dimensions.set(name, marks.dimension);
  return {
    entities,
    nodes: new Map(nodes.map((n) => [n.name, n])),
    readings: new Map(readings.map((r) => [r.step.table.name, r.select])),
    registry,
    dimensionOf: (table) => dimensions.get(table),
    mostRows: (table) => mostRows(plan.steps.find((s) => s.table.name === table)?.query),
  };
}

function mostRows(query: Query | undefined): number | undefined {
  return query?.kind === 'select' && typeof query.limit === 'number' ? query.limit : undefined;
}

function byTable(readings: readonly Reading[]): Map<string, Reading[]> {
  const found = new Map<string, Reading[]>();
  for (const reading of readings) {
    const { relation } = reading.select.from;
    if (relation.kind !== 'table') continue;
    found.set(relation.name, [...(found.get(relation.name) ?? []), reading]);
  }
  return found;
}
