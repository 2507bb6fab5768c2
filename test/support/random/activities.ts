import type { Activity, ActivityOf, Addition, Condition, Subset } from '../../../core/model/activity';
import type { Literal, VariableReference } from '../../../core/model/value';
import type { Column } from '../evaluator/columns';
import { entityOf } from '../evaluator/columns';
import type { Handed } from '../evaluator/flow';
import { statements } from '../evaluator/known-sql';
import type { People } from '../evaluator/people';
import { membersOf } from '../evaluator/rule';
import type { Choose } from './choose';
import { freshName } from './column-names';
import { randomModel } from './model';
import { anyEntity, anyPath, attributesOf, singlePath, singlePaths } from './paths';
import { randomAggregate, randomOrder, randomRule, type Speaking } from './rules';

/** A transition of the flow so far. */
export interface Made extends Handed {
  from: string;
  output: string;
  /** Nothing before it is disabled. */
  runs: boolean;
}

export interface Next {
  activity: Activity;
  inputs: Made[];
}

interface Making {
  c: Choose;
  s: Speaking;
  id: string;
  made: readonly Made[];
}

const plain = (people: People) => people.columns.filter((c) => c.type !== 'list');
const common = ({ c, id }: Making) => ({
  id,
  ...c.perhaps(70, () => ({ complement: true })),
  ...c.perhaps(8, () => ({ stopWhenEmpty: true })),
});
const ruleFor = ({ c, s }: Making, { people }: Made) => randomRule(c, s, people.dimension, c.int(0, 2), people.columns);
const orderFor = ({ c }: Making, { people }: Made, min: number) => randomOrder(c, people.dimension, people.columns, min);

/** Names of attributes and added columns that hold one value. */
function namesIn(people: People): string[] {
  return [...new Set([...attributesOf(people.dimension).map((a) => a.name), ...plain(people).map((c) => c.name)])];
}

type Maker = (m: Making) => Next | undefined;

/** An activity over what one population holds. */
const over =
  (make: (m: Making, input: Made) => Activity | undefined): Maker =>
  (m) => {
    const input = m.c.one(m.made);
    const activity = make(m, input);
    return activity && { activity, inputs: [input] };
  };

const buildFirst: Maker = (m) => {
  const dimension = anyEntity(m.c);
  const rule = randomRule(m.c, m.s, dimension, m.c.int(0, 2));
  return { activity: { ...common(m), type: 'build-audience', dimension, rule }, inputs: [] };
};

const build = over((m, input) => ({ ...common(m), type: 'build-audience', dimension: input.people.dimension, rule: ruleFor(m, input) }));

const incremental: Maker = (m) => {
  const { c, made } = m;
  const input = made.length > 0 && c.chance(60) ? c.one(made) : undefined;
  const dimension = input?.people.dimension ?? anyEntity(c);
  const columns = input?.people.columns ?? [];
  const dates = datesFrom(dimension);
  const added = columns
    .filter((column) => column.type === 'date' || column.type === 'timestamp')
    .map((column) => ({ attribute: column.name }));
  const memory = c.of<ActivityOf<'incremental-query'>['memory'] | undefined>(
    () => (dates.length + added.length === 0 ? undefined : { kind: 'date', ...c.one([...dates, ...added]) }),
    () => ({ kind: 'key', days: c.int(0, 2) }),
  );
  if (!memory) return undefined;
  const rule = randomRule(c, m.s, dimension, c.int(0, 1), columns);
  return { activity: { ...common(m), type: 'incremental-query', dimension, rule, memory }, inputs: input ? [input] : [] };
};

function datesFrom(entity: string): { path: string[]; attribute: string }[] {
  return singlePaths(entity).flatMap(({ path, entity: end }) =>
    attributesOf(end)
      .filter((a) => a.type === 'date' || a.type === 'timestamp')
      .map((a) => ({ path, attribute: a.name })),
  );
}

const readAudience: Maker = (m) => {
  const { c, s, id } = m;
  if (s.world.audiences.length === 0) return undefined;
  const audience = c.one(s.world.audiences);
  const end = c.chance(40) ? undefined : anyPath(c, audience.dimension);
  const taken = new Set(namesIn(membersOf(s.world, audience.id)));
  const attributes = () =>
    c.list(1, 2, () => {
      const walk = singlePath(c, audience.dimension);
      const attribute = c.one(attributesOf(walk.entity));
      const as = freshName(c, attribute.type, taken);
      return as === undefined ? [] : [{ path: walk.path, attribute: attribute.name, as }];
    });
  const added = c.perhaps(50, () => ({ attributes: attributes().flat() }));
  return { activity: { id, type: 'read-audience', audience: audience.id, ...(end ? { path: end.path } : {}), ...added }, inputs: [] };
};

const reconcile = over((m, { people }) => {
  const { c, s } = m;
  const entity = anyEntity(c);
  const mine = [
    ...plain(people),
    ...attributesOf(people.dimension).filter((a) => !people.columns.some((column) => column.name === a.name)),
  ];
  const pairs = mine.flatMap((a) =>
    attributesOf(entity).flatMap((b) => (a.type === b.type ? [{ column: a.name, attribute: b.name, type: a.type }] : [])),
  );
  if (pairs.length === 0) return undefined;
  const normaliser = (type: Column['type']) => (type === 'text' ? c.one(['none', 'text', 'email', 'phone'] as const) : 'none');
  const several = c.of<ActivityOf<'reconcile'>['several']>(
    () => ({ kind: 'reject' }),
    () => ({ kind: 'first', order: randomOrder(c, entity, [], 0) }),
    () => ({ kind: 'all' }),
  );
  return {
    ...common(m),
    type: 'reconcile',
    entity,
    on: c.some(pairs, 1, c.chance(80) ? 1 : 2).map(({ type, ...pair }) => ({ ...pair, normaliser: normaliser(type) })),
    ...c.perhaps(30, () => ({ where: randomRule(c, s, entity, 0) })),
    several,
    ...(several.kind === 'all' ? {} : c.perhaps(40, () => ({ keepUnmatched: true }))),
  };
});

const test: Maker = ({ c, s, id, made }) => {
  const input = c.one(made);
  const condition = (): Condition => {
    const number = c.one<Literal | VariableReference>([0, 1, 2, 3, ...s.counts.map((variable) => ({ variable }))]);
    const counted = c.one([...made.filter((m) => m.runs), input]);
    const op = c.one(['equals', 'not-equals', 'less', 'at-most', 'greater', 'at-least'] as const);
    return c.of<Condition>(
      () => ({ left: { kind: 'count' }, op, right: number }),
      () => ({
        left: counted.runs ? { kind: 'count', activity: counted.from, output: counted.output } : { kind: 'count' },
        op,
        right: number,
      }),
      () =>
        s.variables.text
          ? { left: { kind: 'variable', variable: s.variables.text }, op, right: c.one(['A', 'e', '']) }
          : { left: { kind: 'count' }, op, right: number },
      () =>
        s.variables.number
          ? { left: { kind: 'variable', variable: s.variables.number }, op, right: number }
          : { left: { kind: 'count' }, op, right: number },
    );
  };
  const branches = c.list(1, 2, (i) => ({ id: `b${i + 1}`, all: c.list(1, 2, condition) }));
  return {
    activity: { id, type: 'test', branches, ...c.perhaps(60, () => ({ default: true })), ...c.perhaps(50, () => ({ complement: true })) },
    inputs: [input],
  };
};

const sql: Maker = (m) => {
  const [text, statement] = m.c.one(Object.entries(statements));
  const fit = m.made.filter((p) => p.people.dimension === statement.dimension && plain(p.people).length === p.people.columns.length);
  if (fit.length === 0 && statement.inputs > 0) return undefined;
  const inputs = Array.from({ length: statement.inputs }, () => m.c.one(fit));
  const complement = inputs.length > 0 ? m.c.perhaps(50, () => ({ complement: true })) : {};
  return { activity: { id: m.id, ...complement, type: 'sql', dimension: statement.dimension, sql: text }, inputs };
};

/** Columns of one name have one type. */
function agree(inputs: readonly Made[]): boolean {
  const types = new Map<string, string>();
  return inputs
    .flatMap((i) => i.people.columns)
    .every((c) => {
      const known = types.get(c.name) ?? c.type;
      types.set(c.name, known);
      return known === c.type;
    });
}

const combine: Maker = (m) => {
  const { c, made } = m;
  const first = c.one(made);
  const same = made.filter((p) => p.people.dimension === first.people.dimension);
  const inputs = [first, ...c.list(1, 2, () => c.one(same))];
  if (!agree(inputs)) return undefined;
  const shared = [...entityOf(randomModel, first.people.dimension).key, ...plain(first.people).map((p) => p.name)].filter((name) =>
    inputs.every((i) => i.people.columns.some((p) => p.name === name) || entityOf(randomModel, i.people.dimension).key.includes(name)),
  );
  const by = c.perhaps(35, () => ({ by: c.some(shared, 1, 2) }));
  const operation = c.one(['union', 'intersection', 'exclusion'] as const);
  const primary = operation === 'exclusion' ? c.perhaps(30, () => ({ primary: c.int(0, inputs.length - 1) })) : {};
  return { activity: { ...common(m), type: 'combine', operation, ...by, ...primary }, inputs };
};

const changeDimension = over((m, { people }) => {
  const walk = anyPath(m.c, people.dimension);
  const columns = m.c.perhaps(60, () => ({ columns: m.c.some(people.columns, 0, 3).map((column) => collapse(m, people, column)) }));
  return { ...common(m), type: 'change-dimension', path: walk.path, ...columns };
});

function collapse({ c }: Making, people: People, column: Column) {
  const numeric = column.type === 'integer' || column.type === 'decimal' || column.type === 'number';
  const kinds = [
    'first',
    'count',
    ...(column.type === 'list' ? [] : (['min', 'max', 'list'] as const)),
    ...(numeric ? (['sum'] as const) : []),
  ] as const;
  return {
    column: column.name,
    keep: c.one(kinds),
    ...c.perhaps(60, () => ({ order: randomOrder(c, people.dimension, people.columns, 1) })),
  };
}

const deduplicate = over((m, input) => {
  const { c } = m;
  const { people } = input;
  const field = () => {
    if (plain(people).length > 0 && c.chance(30)) return { attribute: c.one(plain(people)).name };
    const walk = singlePath(c, people.dimension);
    return { ...(walk.path.length > 0 ? { path: walk.path } : {}), attribute: c.one(attributesOf(walk.entity)).name };
  };
  const attribute = c.one(namesIn(people));
  const texts = [...attributesOf(people.dimension), ...plain(people)].filter((a) => a.type === 'text').map((a) => a.name);
  const key = entityOf(randomModel, people.dimension).key;
  const mergeable = namesIn(people).filter((name) => !key.includes(name));
  const by = c.of<ActivityOf<'deduplicate'>['by']>(
    () => ({ kind: 'order', order: orderFor(m, input, 1) }),
    () => ({ kind: 'random' }),
    () => ({ kind: 'non-empty', attribute }),
    () =>
      texts.length > 0
        ? { kind: 'values', attribute: c.one(texts), values: c.some(['FR', 'fr', 'a', 'web', '', 'é'], 1, 3) }
        : { kind: 'random' as const },
  );
  return {
    ...common(m),
    type: 'deduplicate',
    fields: c.list(1, 2, field),
    keep: c.one([1, 1, 1, 2, 0]),
    by,
    ...(mergeable.length > 0 ? c.perhaps(40, () => ({ merge: c.some(mergeable, 1, 2) })) : {}),
  };
});

const enrich = over((m, { people }) => {
  const taken = new Set([...namesIn(people), ...people.columns.map((column) => column.name)]);
  const additions = m.c.list(1, 3, () => addition(m, people, taken)).filter((a) => a !== undefined);
  return additions.length === 0 ? undefined : { id: m.id, type: 'enrich', additions };
});

function addition(m: Making, people: People, taken: Set<string>): Addition | undefined {
  const { c, s } = m;
  return c.of<Addition | undefined>(
    () => {
      const walk = singlePath(c, people.dimension);
      const attribute = c.one(attributesOf(walk.entity));
      const as = freshName(c, attribute.type, taken);
      return as === undefined ? undefined : { kind: 'attribute', path: walk.path, attribute: attribute.name, as };
    },
    () => {
      const { type, ...made } = randomAggregate(c, s, people.dimension, 1);
      const as = freshName(c, type, taken);
      return as === undefined ? undefined : { kind: 'aggregate', ...made, as };
    },
    () => {
      const walk = anyPath(c, people.dimension);
      const as = freshName(c, 'list', taken);
      if (as === undefined) return undefined;
      return {
        kind: 'collect',
        path: walk.path,
        attributes: c.some(attributesOf(walk.entity), 1, 2).map((a) => a.name),
        count: c.int(1, 3),
        order: randomOrder(c, walk.entity, [], 0),
        ...c.perhaps(35, () => ({ where: randomRule(c, s, walk.entity, 0) })),
        as,
      };
    },
  );
}

const split = over((m, input) => {
  const { c } = m;
  const coded = c.chance(50);
  const subsets = c.list(
    1,
    3,
    (i): Subset => ({
      id: `s${i + 1}`,
      ...(coded ? c.perhaps(75, () => ({ code: c.one(['A', 'B', "c'd"]) })) : {}),
      ...c.perhaps(60, () => ({ rule: ruleFor(m, input) })),
      ...c.perhaps(55, () => ({ limit: limit(c) })),
      ...c.perhaps(50, () => ({ order: orderFor(m, input, 0) })),
      ...c.perhaps(25, () => ({ skip: c.int(0, 2) })),
      ...c.perhaps(5, () => ({ stopWhenEmpty: true })),
    }),
  );
  return { ...common(m), type: 'split', subsets, ...c.perhaps(35, () => ({ overlap: true })) };
});

const percents = [0, 12.5, 33.333333, 50, 100, 10, 75];

function limit(c: Choose): NonNullable<Subset['limit']> {
  if (c.chance(50)) return { kind: 'count', count: c.int(0, 4) };
  return { kind: 'percent', percent: c.one(percents), of: c.one(['left', 'input'] as const) };
}

const sample = over((m, input) => {
  const { c } = m;
  const size = c.chance(50) ? { kind: 'count' as const, count: c.int(0, 5) } : { kind: 'percent' as const, percent: c.one(percents) };
  const byAttribute = () => {
    if (plain(input.people).length > 0 && c.chance(30)) return { attribute: c.one(plain(input.people)).name };
    const walk = singlePath(c, input.people.dimension);
    return { path: walk.path, attribute: c.one(attributesOf(walk.entity)).name };
  };
  const method = c.of<ActivityOf<'sample'>['method']>(
    () => ({ kind: 'first', order: orderFor(m, input, 0), size }),
    () => ({ kind: 'random', size }),
    () => ({ kind: 'every', every: c.int(1, 3), offset: c.int(1, 4), order: orderFor(m, input, 0) }),
    () => ({ kind: 'stratified', ...byAttribute(), size }),
  );
  return { ...common(m), type: 'sample', method };
});

const passes = over((m) =>
  m.c.of<Activity>(
    () => ({ id: m.id, type: 'fork', branches: [{ id: 'left' }, { id: 'right' }] }),
    () => ({ id: m.id, type: 'wait', until: { kind: 'duration', amount: 1, unit: 'day' } }),
    () => ({ id: m.id, type: 'alert', title: 'Here', message: '' }),
    () => ({ id: m.id, type: 'end' }),
    () => ({ id: m.id, type: 'save-audience', audience: 'kept', mode: 'create' }),
  ),
);

const join: Maker = ({ c, id, made }) => {
  const inputs = c.list(2, 3, () => c.one(made));
  return { activity: { id, type: 'and-join', ...c.perhaps(50, () => ({ primary: c.int(0, inputs.length - 1) })) }, inputs };
};

const notCompiledYet = /"(bring|primary)":/;

const makers: Maker[] = [
  ...[buildFirst, build, readAudience, readAudience, sql, sql, passes, join, test, test, incremental, incremental, reconcile, reconcile],
  ...[combine, combine, combine, changeDimension, changeDimension, changeDimension],
  ...[deduplicate, deduplicate, deduplicate, enrich, enrich, enrich, split, split, split, sample, sample],
];

/** An activity that accepts some of the populations made so far. */
export function randomActivity(c: Choose, s: Speaking, id: string, made: readonly Made[]): Next {
  for (;;) {
    const maker = made.length === 0 ? buildFirst : c.one(makers);
    const next = maker({ c, s, id, made });
    if (next && notCompiledYet.test(JSON.stringify(next.activity))) continue;
    if (next) return next;
  }
}
