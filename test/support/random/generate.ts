import type { Activity, Flow } from '../../../core/model/activity';
import { type Audience, audience } from '../../../core/model/audience';
import { type Filter, filter } from '../../../core/model/filter';
import type { Parameter, Variable } from '../../../core/model/variable';
import { moved } from '../evaluator/dates';
import { handedOn } from '../evaluator/flow';
import { statements } from '../evaluator/known-sql';
import { keyOfRow, type People } from '../evaluator/people';
import type { Data, Row } from '../evaluator/rows';
import { randomActivity } from './activity';
import { type Earlier, inWallTime, type Parts, worldOf } from './case';
import type { Choose } from './choose';
import { randomData } from './data';
import type { Made } from './making';
import { randomModel } from './model';
import { anyEntity } from './paths';
import { randomRule, type Speaking } from './rules';
import { seed } from './seed';

/** As-of instants about which calendars have something to say. */
const instants = ['2026-05-12T09:30:00Z', '2026-05-12T09:30:00Z', '2024-02-29T22:59:00Z', '2025-03-31T05:00:00Z', '2026-12-31T23:30:00Z'];

/** What a flow brings along. */
type Filled = Pick<Parts, 'flow' | 'variables' | 'memory'>;
export type Fill = (c: Choose, s: Speaking) => Filled;

export function randomParts(c: Choose, fill: Fill): Parts {
  const asOf = c.one(instants);
  const none = { asOf, snapshots: {}, audiences: [], filters: [], variables: [], memory: {}, data: {} };
  const { today, now } = worldOf(none);
  const data = randomData(c, { today, now });
  const speak = (parts: Partial<Parts>, variables: readonly (Parameter | Variable)[], outside: boolean): Speaking => ({
    world: worldOf({ ...none, data, ...parts }),
    asOf,
    today,
    now,
    variables: Object.fromEntries(variables.map((v) => [v.type, v.name])),
    counts: [],
    audiences: outside,
    filters: outside,
  });
  const filters = c.list(0, 2, (i) => randomFilter(c, i, (parameters) => speak({}, parameters, false), today));
  const snapshots = { frozen: frozen(c, data) };
  const audiences = randomAudiences(c, speak({}, [], false), asOf);
  const variables = randomVariables(c, today);
  const saved = { snapshots, audiences, filters, variables };
  const filled = fill(c, speak(saved, variables, true));
  return { asOf, data, ...saved, ...filled, variables: [...variables, ...filled.variables] };
}

function randomVariables(c: Choose, today: string): Variable[] {
  return c.some<Variable>(
    [
      { name: 'who', type: 'text', value: c.one(['a', 'É', '', '1%']) },
      { name: 'many', type: 'number', value: c.int(1, 3) },
      { name: 'day', type: 'date', value: today },
      { name: 'yes', type: 'boolean', value: c.chance(50) },
      { name: 'some', type: 'list', value: c.some(['a', 'fr', 'é'], 1, 2) },
    ],
    0,
    5,
  );
}

function randomFilter(c: Choose, index: number, speak: (parameters: readonly Parameter[]) => Speaking, today: string): Filter {
  const entity = anyEntity(c);
  const parameters = randomVariables(c, today).map(({ value, ...p }) => ({ ...p, ...(c.chance(60) ? { value } : {}) }));
  return filter.parse({
    format: 1,
    id: `filter-${index + 1}`,
    name: `Filter ${index + 1}`,
    entity,
    parameters,
    rule: randomRule(c, speak(parameters), entity, c.int(0, 1)),
  });
}

function randomAudiences(c: Choose, s: Speaking, asOf: string): Audience[] {
  const dimension = anyEntity(c);
  const sql = Object.entries(statements).find(([, statement]) => statement.inputs === 0)?.[0];
  return c.some(
    [
      { id: 'live', dimension, definition: { kind: 'rule', rule: randomRule(c, s, dimension, c.int(0, 1)) } },
      { id: 'by-hand', dimension: 'customers', definition: { kind: 'sql', sql } },
      {
        id: 'frozen',
        dimension: 'customers',
        definition: {
          kind: 'snapshot',
          table: 'frozen',
          rows: 0,
          asOf,
          takenAt: asOf,
          dataVersions: {},
        },
      },
    ].map((a) => audience.parse({ format: 1, name: a.id, ...a })),
    0,
    3,
  );
}

/** Some of the customers, and maybe one that is gone. */
function frozen(c: Choose, data: Data): Row[] {
  const there = c.some(data.customers ?? [], 0, 9).map((row) => ({ id: row.id ?? null }));
  return c.chance(30) ? [...there, { id: 99 }] : there;
}

/** A flow that runs: each activity takes populations made before it. */
export function randomFlow(c: Choose, speaking: Speaking): Filled {
  const flow: Flow = { activities: [], transitions: [] };
  const variables: Variable[] = [];
  const memory: Record<string, Earlier> = {};
  const done = new Map<string, Made>();
  const size = c.int(2, 8);
  const off = c.chance(8) ? c.int(1, size) : 0;
  while (flow.activities.length < size) {
    const id = `a${flow.activities.length + 1}`;
    const s = informed(speaking, variables, memory);
    const next = randomActivity(c, s, id, [...done.values()]);
    const earlier = next.activity.type === 'incremental-query' && c.chance(70) ? randomMemory(c, s, next.activity.dimension) : undefined;
    const world = earlier ? informed(speaking, variables, { ...memory, [id]: earlier }).world : s.world;
    const outputs = handedOn(world, next.activity, next.inputs, done, seed);
    if (outputs.some(([, { people }]) => hidesItsKey(people))) continue;
    flow.activities.push(off === flow.activities.length + 1 ? { ...next.activity, disabled: true } : next.activity);
    flow.transitions.push(...next.inputs.map(({ from, output }, input) => ({ from, output, to: id, input })));
    const runs = off !== flow.activities.length && next.inputs.every((i) => i.runs);
    for (const [output, handed] of outputs) done.set(`${id}:${output}`, { from: id, output, runs, ...handed });
    if (earlier) memory[id] = earlier;
    const [counted] = outputs;
    if (counted && runs && c.chance(15))
      variables.push({ name: `rows_${id}`, type: 'number', count: { activity: id, output: counted[0] } });
  }
  return { flow, variables, memory };
}

function informed(s: Speaking, variables: readonly Variable[], memory: Readonly<Record<string, Earlier>>): Speaking {
  const counts = variables.flatMap((v) => (v.count ? [{ name: v.name, ...v.count }] : []));
  return { ...s, counts: counts.map((v) => v.name), world: { ...s.world, counts, memory: inWallTime(memory) } };
}

/** A run or two that came before: some keys of the dimension, and some that are gone. */
function randomMemory(c: Choose, s: Speaking, dimension: string): Earlier {
  const days = [-3, -2, -2, -1, -1, 0].map(
    (n) => `${moved(s.today, n, 'day')}T${c.one(['00:00:00', '03:30:00', '21:59:59', '22:30:00'])}Z`,
  );
  const runs = days.filter((asOf) => asOf < s.asOf).sort();
  const asOf = runs.at(-1) ?? '2020-01-01T00:00:00Z';
  const keys = c.some(s.world.data[dimension] ?? [], 0, 6).map((row) => keyOfRow(s.world, dimension, row));
  return { asOf, passed: keys.map((key) => ({ key, asOf: c.one([asOf, ...runs]) })) };
}

function hidesItsKey({ dimension, columns }: People): boolean {
  const key = randomModel.entities.find((e) => e.name === dimension)?.key ?? [];
  return columns.some((column) => key.some((k) => k.toLowerCase() === column.name.toLowerCase()));
}

/** Deep rules over several entities, each with its complement. */
export function rulesOnly(c: Choose, s: Speaking): Filled {
  const activities = c.list(1, 4, (i): Activity => {
    const dimension = anyEntity(c);
    return { id: `r${i + 1}`, type: 'build-audience', dimension, rule: randomRule(c, s, dimension, c.int(1, 3)), complement: true };
  });
  return { flow: { activities, transitions: [] }, variables: [], memory: {} };
}
