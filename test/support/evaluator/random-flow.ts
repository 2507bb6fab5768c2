import fc from 'fast-check';
import type { Activity, Addition, Flow, Transition } from '../../../core/model/activity';
import type { Rule, Test } from '../../../core/model/rule';

const unit = fc.constantFrom('day' as const, 'week' as const, 'month' as const, 'year' as const);
const flags = { exact: fc.boolean(), excludeEmpty: fc.boolean() };
const exact = { exact: fc.boolean() };
const words = fc.constantFrom('', 'a', 'É', 'ab', 'zoe', '0%', '_', '!', 'strasse', 'straße', 'a%', '%b', 'fr', 'web', 'tea');
const day = fc.constantFrom('1980-02-29', '1992-05-12', '2026-05-12', '2026-04-12');
const moment = fc.oneof(
  fc.record({ kind: fc.constant('day' as const), day }),
  fc.record({ kind: fc.constant('as-of' as const), offset: fc.integer({ min: -40, max: 3 }), unit }),
);

const textTest: fc.Arbitrary<Test> = fc.oneof(
  fc.record({ op: fc.constantFrom('equals' as const, 'less' as const, 'at-least' as const), value: words, ...exact }),
  fc.record({ op: fc.constant('not-equals' as const), value: words, ...flags }),
  fc.record({ op: fc.constant('one-of' as const), values: fc.array(words, { minLength: 1, maxLength: 3 }), ...exact }),
  fc.record({ op: fc.constant('none-of' as const), values: fc.array(words, { minLength: 1, maxLength: 3 }), ...flags }),
  fc.record({ op: fc.constantFrom('empty' as const, 'not-empty' as const) }),
  fc.record({
    op: fc.constantFrom('contains' as const, 'starts-with' as const, 'ends-with' as const, 'matches' as const),
    value: words,
    ...exact,
  }),
  fc.record({
    op: fc.constantFrom('not-contains' as const, 'not-starts-with' as const, 'not-ends-with' as const, 'not-matches' as const),
    value: words,
    ...flags,
  }),
);

const numberTest = (values: fc.Arbitrary<number | string>): fc.Arbitrary<Test> =>
  fc.oneof(
    fc.record({
      op: fc.constantFrom('equals' as const, 'less' as const, 'at-most' as const, 'greater' as const, 'at-least' as const),
      value: values,
    }),
    fc.record({ op: fc.constant('not-equals' as const), value: values, excludeEmpty: fc.boolean() }),
    fc.record({ op: fc.constant('between' as const), from: values, to: values }),
    fc.record({ op: fc.constantFrom('empty' as const, 'not-empty' as const) }),
  );

const dateTest: fc.Arbitrary<Test> = fc.oneof(
  fc.record({ op: fc.constantFrom('before' as const, 'after' as const, 'on' as const), moment }),
  fc.record({ op: fc.constantFrom('in-last' as const, 'in-next' as const), count: fc.integer({ min: 1, max: 400 }), unit }),
  fc.record({
    op: fc.constantFrom('not-in-last' as const, 'not-in-next' as const),
    count: fc.integer({ min: 1, max: 40 }),
    unit,
    excludeEmpty: fc.boolean(),
  }),
  fc
    .tuple(fc.integer({ min: -80, max: 5 }), fc.integer({ min: 0, max: 20 }))
    .map(([from, length]): Test => ({ op: 'anniversary', from, to: from + length })),
  fc.record({ op: fc.constantFrom('empty' as const, 'not-empty' as const) }),
);

const booleanTest: fc.Arbitrary<Test> = fc.oneof(
  fc.record({ op: fc.constantFrom('true' as const, 'false' as const, 'empty' as const) }),
  fc.record({ op: fc.constant('not-equals' as const), value: fc.boolean(), excludeEmpty: fc.boolean() }),
);

const integers = numberTest(fc.integer({ min: -1, max: 4 }));
const cents = numberTest(fc.constantFrom('0', '9.99', '10', '10.5', '123.45'));
const doubles = numberTest(fc.constantFrom(-2, 0, 0.5, 3, 5.001));

interface Table {
  attributes: [name: string, path: string[], test: fc.Arbitrary<Test>][];
  many: [path: string[], table: string, numbers: [attribute: string, test: fc.Arbitrary<Test>][]][];
}

const tables: Record<string, Table> = {
  customers: {
    attributes: [
      ['first_name', [], textTest],
      ['country', [], textTest],
      ['born', [], dateTest],
      ['score', [], doubles],
      ['vip', [], booleanTest],
      ['id', [], integers],
      ['town', ['store'], textTest],
    ],
    many: [
      [['orders'], 'orders', [['total', cents]]],
      [['orders', 'lines'], 'lines', [['quantity', integers]]],
    ],
  },
  orders: {
    attributes: [
      ['placed_at', [], dateTest],
      ['total', [], cents],
      ['channel', [], textTest],
      ['country', ['customer'], textTest],
      ['town', ['customer', 'store'], textTest],
    ],
    many: [[['lines'], 'lines', [['quantity', integers]]]],
  },
  lines: {
    attributes: [
      ['product', [], textTest],
      ['quantity', [], integers],
      ['channel', ['order'], textTest],
      ['score', ['order', 'customer'], doubles],
    ],
    many: [],
  },
};

function tableOf(name: string): Table {
  const found = tables[name];
  if (!found) throw new Error(`no table ${name}`);
  return found;
}

/** Any rule over rows of an entity, nested up to a depth. */
export function randomRule(entity: string, depth: number): fc.Arbitrary<Rule> {
  const { attributes, many } = tableOf(entity);
  const attribute = fc.oneof(
    ...attributes.map(([name, path, test]) => test.map((asked): Rule => ({ kind: 'attribute', attribute: name, path, test: asked }))),
  );
  if (depth === 0) return attribute;
  const inner = randomRule(entity, depth - 1);
  const group = fc.record({ kind: fc.constantFrom('all' as const, 'any' as const), rules: fc.array(inner, { maxLength: 3 }) });
  const related = many.map(([path, target]) =>
    fc.record({
      kind: fc.constant('related' as const),
      quantifier: fc.constantFrom('some' as const, 'none' as const, 'every' as const),
      path: fc.constant(path),
      where: randomRule(target, depth - 1),
    }),
  );
  const counts = many.map(([path, target]) =>
    fc.record({
      kind: fc.constant('aggregate' as const),
      function: fc.constant('count' as const),
      path: fc.constant(path),
      where: fc.option(randomRule(target, 0), { nil: undefined }),
      test: integers,
    }),
  );
  const sums = many.flatMap(([path, target, numbers]) =>
    numbers.map(([name, test]) =>
      fc.record({
        kind: fc.constant('aggregate' as const),
        function: fc.constantFrom('sum' as const, 'min' as const, 'max' as const),
        attribute: fc.constant(name),
        path: fc.constant(path),
        where: fc.option(randomRule(target, 0), { nil: undefined }),
        test,
      }),
    ),
  );
  const rules: fc.Arbitrary<Rule>[] = [
    attribute,
    group,
    fc.record({ kind: fc.constant('not' as const), rule: inner }),
    ...related,
    ...counts,
    ...sums,
  ];
  return fc.oneof(...rules);
}

const orderBy = fc.array(
  fc.record({
    attribute: fc.constantFrom('score', 'first_name', 'born'),
    direction: fc.constantFrom('ascending' as const, 'descending' as const),
  }),
  { minLength: 1, maxLength: 2 },
);
const limit = fc.oneof(
  fc.record({ kind: fc.constant('count' as const), count: fc.integer({ min: 0, max: 4 }) }),
  fc.record({
    kind: fc.constant('percent' as const),
    percent: fc.constantFrom(0, 12.5, 33.333333, 50, 100),
    of: fc.constantFrom('left' as const, 'input' as const),
  }),
);
const subset = (n: number) =>
  fc.record({
    id: fc.constant(`s${n}`),
    rule: fc.option(randomRule('customers', 1), { nil: undefined }),
    limit: fc.option(limit, { nil: undefined }),
    order: fc.option(orderBy, { nil: undefined }),
    skip: fc.option(fc.integer({ min: 0, max: 2 }), { nil: undefined }),
  });

interface Step {
  /** How many earlier populations it takes. */
  takes: number;
  activity: Activity;
}

const step = (takes: readonly number[], activity: fc.Arbitrary<Activity>): fc.Arbitrary<Step> =>
  fc.tuple(fc.constantFrom(...takes), activity).map(([count, made]) => ({ takes: count, activity: made }));

const typed = <T extends Activity['type']>(type: T) => fc.constant<T>(type);

/** An activity over customers. */
function randomActivity(id: string): fc.Arbitrary<Step> {
  const whole = { complement: fc.constant(true), id: fc.constant(id) };
  const fields = fc.subarray([{ attribute: 'email' }, { attribute: 'country' }, { attribute: 'town', path: ['store'] }], { minLength: 1 });
  const by = fc.oneof(
    fc.record({ kind: fc.constant('order' as const), order: orderBy }),
    fc.record({ kind: fc.constant('random' as const) }),
  );
  const additions = fc.constant<Addition[]>([
    { kind: 'attribute', path: ['store'], attribute: 'town', as: `${id}_town` },
    { kind: 'aggregate', path: ['orders'], function: 'count', as: `${id}_orders` },
  ]);
  return fc.oneof(
    step(
      [0, 1],
      fc.record({ ...whole, type: typed('build-audience'), dimension: fc.constant('customers'), rule: randomRule('customers', 2) }),
    ),
    step(
      [2, 3],
      fc.record({
        ...whole,
        type: typed('combine'),
        operation: fc.constantFrom('union' as const, 'intersection' as const, 'exclusion' as const),
      }),
    ),
    step([1], fc.record({ ...whole, type: typed('deduplicate'), fields, keep: fc.integer({ min: 0, max: 2 }), by })),
    step([1], fc.record({ ...whole, type: typed('enrich'), additions })),
    step([1], fc.record({ ...whole, type: typed('split'), subsets: fc.tuple(subset(1), subset(2)) })),
  );
}

/** A flow that always runs: each activity takes populations made before it. */
export const randomFlow: fc.Arbitrary<Flow> = fc
  .tuple(
    ...Array.from({ length: 5 }, (_, i) =>
      fc.record({ made: randomActivity(`a${i + 1}`), picks: fc.array(fc.nat(), { minLength: 3, maxLength: 3 }) }),
    ),
  )
  .map((steps) => {
    const everyone: Activity = {
      id: 'a0',
      type: 'build-audience',
      dimension: 'customers',
      rule: { kind: 'all', rules: [] },
      complement: true,
    };
    const activities: Activity[] = [everyone];
    const transitions: Transition[] = [];
    const made: { from: string; output: string }[] = [{ from: 'a0', output: 'out' }];
    for (const { made: next, picks } of steps) {
      for (let input = 0; input < next.takes; input++) {
        const source = made[(picks[input] ?? 0) % made.length];
        if (source) transitions.push({ ...source, to: next.activity.id, input });
      }
      activities.push(next.activity);
      const outputs = next.activity.type === 'split' ? next.activity.subsets.map((s) => s.id) : ['out'];
      const rest = next.activity.type === 'enrich' ? [] : ['complement'];
      made.push(...[...outputs, ...rest].map((output) => ({ from: next.activity.id, output })));
    }
    const orders: Activity = { id: 'to-orders', type: 'change-dimension', path: ['orders'], complement: true };
    const back: Activity = { id: 'back', type: 'change-dimension', path: ['customer'], complement: true };
    const last = made.at(-1);
    if (last) transitions.push({ ...last, to: 'to-orders', input: 0 }, { from: 'to-orders', output: 'out', to: 'back', input: 0 });
    return { activities: [...activities, orders, back], transitions };
  });
