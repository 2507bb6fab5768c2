import type { Order } from '../../../core/model/message';
import { historyEvents, type Rule } from '../../../core/model/rule';
import type { Argument } from '../../../core/model/value';
import type { VariableType } from '../../../core/model/variable';
import { type Column, entityOf } from '../evaluator/columns';
import { conditions, variablesIn } from '../evaluator/known-sql';
import type { World } from '../evaluator/rows';
import type { Choose } from './choose';
import { randomModel } from './model';
import { anyPath, attributesOf, pathTo, singlePath } from './paths';
import { type Asking, randomTest } from './tests';

/** What a random rule may speak of. */
export interface Speaking extends Asking {
  /** With the audiences and filters that may be asked for. */
  world: World;
}

type RuleOf<K extends Rule['kind']> = Extract<Rule, { kind: K }>;

/** Any rule over rows of an entity and the columns a population added to them, nested up to a depth. */
export function randomRule(c: Choose, s: Speaking, entity: string, depth: number, columns: readonly Column[] = []): Rule {
  const inner = () => randomRule(c, s, entity, depth - 1, columns);
  const leaf = () => onAttribute(c, s, entity, columns);
  if (depth === 0) return c.chance(90) ? leaf() : (special(c, s, entity) ?? leaf());
  return c.of<Rule>(
    leaf,
    () => ({ kind: c.one(['all', 'any'] as const), rules: c.list(0, 3, inner) }),
    () => ({ kind: c.one(['all', 'any'] as const), rules: c.list(2, 3, inner) }),
    () => ({ kind: 'not', rule: inner() }),
    () => related(c, s, entity, depth),
    () => aggregate(c, s, entity, depth),
    () => ordered(c, s, entity, depth),
    () => top(c, s, entity, depth),
    () => special(c, s, entity) ?? leaf(),
  );
}

function onAttribute(c: Choose, s: Speaking, entity: string, columns: readonly Column[]): Rule {
  const scalars = columns.filter((column) => column.type !== 'list');
  if (scalars.length > 0 && c.chance(35)) {
    const column = c.one(scalars);
    return { kind: 'attribute', attribute: column.name, test: randomTest(c, column.type, s) };
  }
  const walk = singlePath(c, entity);
  const attribute = c.one(attributesOf(walk.entity));
  const shadow = walk.path.length === 0 ? columns.find((column) => column.name === attribute.name) : undefined;
  return {
    kind: 'attribute',
    ...(walk.path.length > 0 ? { path: walk.path } : c.perhaps(50, () => ({ path: [] }))),
    attribute: attribute.name,
    test: randomTest(c, shadow?.type ?? attribute.type, s),
  };
}

function related(c: Choose, s: Speaking, entity: string, depth: number): Rule {
  const walk = anyPath(c, entity);
  return {
    kind: 'related',
    quantifier: c.one(['some', 'none', 'every'] as const),
    path: walk.path,
    where: randomRule(c, s, walk.entity, depth - 1),
  };
}

const numeric = ['integer', 'decimal', 'number'];

/** A function of related rows with the attribute it needs. */
export function randomAggregate(
  c: Choose,
  s: Speaking,
  entity: string,
  depth: number,
): Omit<RuleOf<'aggregate'>, 'kind' | 'test'> & { type: Column['type'] } {
  const walk = anyPath(c, entity);
  const where = c.perhaps(40, () => ({ where: randomRule(c, s, walk.entity, Math.max(0, depth - 1)) }));
  const how = c.one(['count', 'count', 'count-distinct', 'sum', 'average', 'min', 'max'] as const);
  const fit = attributesOf(walk.entity).filter((a) => (how !== 'sum' && how !== 'average') || numeric.includes(a.type));
  if (fit.length === 0 || (how === 'count' && c.chance(60))) return { path: walk.path, function: 'count', ...where, type: 'integer' };
  const attribute = c.one(fit);
  const type = how === 'count' || how === 'count-distinct' ? 'integer' : how === 'average' ? 'number' : attribute.type;
  return { path: walk.path, function: how, attribute: attribute.name, ...where, type };
}

function aggregate(c: Choose, s: Speaking, entity: string, depth: number): Rule {
  const { type, ...made } = randomAggregate(c, s, entity, depth);
  return { kind: 'aggregate', ...made, test: randomTest(c, type, s) };
}

function ordered(c: Choose, s: Speaking, entity: string, depth: number): Rule {
  const walk = anyPath(c, entity);
  return {
    kind: 'ordered',
    position: c.one(['first', 'last'] as const),
    path: walk.path,
    by: orderedBy(c, walk.entity),
    ...c.perhaps(35, () => ({ among: randomRule(c, s, walk.entity, depth - 1) })),
    where: randomRule(c, s, walk.entity, depth - 1),
  };
}

/** Often what rows of a key of several attributes have in common, so that the rest of the key decides. */
function orderedBy(c: Choose, entity: string): string {
  const [first, ...rest] = entityOf(randomModel, entity).key;
  return first !== undefined && rest.length > 0 && c.chance(40) ? first : c.one(attributesOf(entity)).name;
}

function top(c: Choose, s: Speaking, entity: string, depth: number): Rule {
  const per = () => {
    const walk = singlePath(c, entity);
    return { per: { ...(walk.path.length > 0 ? { path: walk.path } : {}), attribute: c.one(attributesOf(walk.entity)).name } };
  };
  return {
    kind: 'top',
    count: c.int(1, 3),
    order: randomOrder(c, entity, [], 1),
    ...c.perhaps(60, per),
    ...c.perhaps(35, () => ({ among: randomRule(c, s, entity, depth - 1) })),
  };
}

/** Attributes or added columns to sort by. */
export function randomOrder(c: Choose, entity: string, columns: readonly Column[], min: number): Order {
  const names = [
    ...attributesOf(entity).map((a) => a.name),
    ...columns.filter((column) => column.type !== 'list').map((column) => column.name),
  ];
  const { key } = entityOf(randomModel, entity);
  const chosen = key.length > 1 && c.chance(25) ? key.slice(0, 1) : c.some([...new Set(names)], min, 2);
  return chosen.map((attribute) => ({ attribute, direction: c.one(['ascending', 'descending'] as const) }));
}

/** A rule about what stands elsewhere: audiences, history, filters, SQL. */
function special(c: Choose, s: Speaking, entity: string): Rule | undefined {
  const history = () => inHistory(c, s, entity);
  const forms = [() => inAudience(c, s, entity), history, history, () => byFilter(c, s, entity), () => bySql(c, s, entity)];
  for (const form of c.shuffled(forms)) {
    const made = form();
    if (made) return made;
  }
  return undefined;
}

function inAudience(c: Choose, s: Speaking, entity: string): Rule | undefined {
  if (s.world.audiences.length === 0) return undefined;
  const audience = c.one(s.world.audiences);
  const walk = pathTo(c, entity, audience.dimension);
  return walk && { kind: 'audience', member: c.chance(60), audience: audience.id, ...(walk.path.length > 0 ? { path: walk.path } : {}) };
}

function inHistory(c: Choose, s: Speaking, entity: string): Rule | undefined {
  const walk = pathTo(c, entity, s.world.workspace.profile?.entity ?? '');
  return (
    walk && {
      kind: 'history',
      event: c.one(historyEvents),
      happened: c.chance(60),
      ...(walk.path.length > 0 ? { path: walk.path } : {}),
      ...c.perhaps(25, () => ({ campaign: c.one(['spring', 'summer']) })),
      ...c.perhaps(20, () => ({ message: c.one(['m1', 'm2']) })),
      ...c.perhaps(30, () => ({ channel: c.one(['email', 'postal'] as const) })),
      ...c.perhaps(30, () => ({ within: { count: c.int(1, 2), unit: c.one(['day', 'week', 'month'] as const) } })),
    }
  );
}

function byFilter(c: Choose, s: Speaking, entity: string): Rule | undefined {
  const fit = s.world.filters.filter((f) => f.entity === entity);
  if (fit.length === 0) return undefined;
  const filter = c.one(fit);
  const given: Record<string, Argument> = {};
  for (const p of filter.parameters) {
    if (p.value !== undefined && c.chance(40)) continue;
    const variable = s.variables[p.type];
    given[p.name] = variable !== undefined && c.chance(40) ? { variable } : argumentFor(c, p.type, s);
  }
  return { kind: 'filter', filter: filter.id, arguments: given };
}

function argumentFor(c: Choose, type: VariableType, s: Speaking): Argument {
  return { text: 'a', number: c.int(1, 3), date: s.today, boolean: c.chance(50), list: c.some(['a', 'fr', 'web'], 1, 2) }[type];
}

function bySql(c: Choose, s: Speaking, entity: string): Rule | undefined {
  const known = Object.keys(conditions[entity] ?? {}).filter((sql) => isSayable(s, sql));
  return known.length === 0 ? undefined : { kind: 'sql', sql: c.one(known) };
}

/** Whether every variable in the SQL has a value. */
export function isSayable({ variables }: Asking, sql: string): boolean {
  return variablesIn(sql).every((name) => Object.values(variables).includes(name));
}
