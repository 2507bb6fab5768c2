import type { Activity, ActivityOf, Flow } from '../../../core/model/activity';
import type { Parameter, Variable } from '../../../core/model/variable';
import { entityOf } from '../evaluator/columns';
import { moved } from '../evaluator/dates';
import { handedOn } from '../evaluator/flow';
import { keyOfRow, type People } from '../evaluator/people';
import type { Row } from '../evaluator/rows';
import { randomActivity } from './activity';
import { inWallTime, wallTime, worldOf } from './case';
import type { Choose } from './choose';
import { randomData } from './data';
import type { Made } from './making';
import { randomModel } from './model';
import type { Earlier, Parts } from './parts';
import { anyEntity } from './paths';
import { randomRule, type Speaking } from './rules';
import { randomAudiences, randomFilters, randomMembers, randomVariables } from './saved';
import { seed } from './seed';

/** As-of instants about which calendars have something to say. */
const instants = ['2026-05-12T09:30:00Z', '2026-05-12T09:30:00Z', '2024-02-29T22:59:00Z', '2025-03-31T05:00:00Z', '2026-12-31T23:30:00Z'];

/** What a flow brings along. */
interface Filled extends Pick<Parts, 'flow'> {
  variables: Variable[];
  memory: Record<string, Earlier>;
  files: Record<string, Row[]>;
}
export type Fill = (c: Choose, s: Speaking) => Filled;

export function randomParts(c: Choose, fill: Fill): Parts {
  const asOf = c.one(instants);
  const none = { asOf, snapshots: {}, files: {}, audiences: [], filters: [], variables: [], memory: {}, data: {} };
  const { today, now } = worldOf(none);
  const data = randomData(c, { today, now });
  const speak = (parts: Partial<Parts>, variables: readonly (Parameter | Variable)[]): Speaking => ({
    world: worldOf({ ...none, data, ...parts }),
    today,
    now,
    variables: Object.fromEntries(variables.map((v) => [v.type, v.name])),
    counts: [],
  });
  const filters = randomFilters(c, today, (known, parameters) => speak({ filters: known }, parameters));
  const { world } = speak({}, []);
  const audiences = randomAudiences(c, world, (known) => speak({ filters, audiences: known }, []));
  const variables = randomVariables(c, today);
  const saved = { snapshots: randomMembers(c, world, audiences), audiences, filters, variables };
  const filled = fill(c, speak(saved, variables));
  return { asOf, data, ...saved, ...filled, variables: [...variables, ...filled.variables] };
}

/** A flow that runs: each activity takes populations made before it. */
export function randomFlow(c: Choose, speaking: Speaking): Filled {
  const filled: Filled = { flow: begun(c), variables: [], memory: {}, files: {} };
  const done = new Map<string, Made>();
  const size = c.int(2, 8);
  const off = c.chance(8) ? `a${c.int(1, size)}` : '';
  for (let n = 1; n <= size; ) if (addActivity(c, speaking, `a${n}`, { filled, done, off })) n += 1;
  return filled;
}

interface Growing {
  filled: Filled;
  done: Map<string, Made>;
  /** The activity that is disabled. */
  off: string;
}

function addActivity(c: Choose, speaking: Speaking, id: string, { filled, done, off }: Growing): boolean {
  const { flow, variables, memory, files } = filled;
  const { activity, inputs, records } = randomActivity(c, informed(speaking, filled), id, [...done.values()]);
  const earlier = activity.type === 'incremental-query' && c.chance(70) ? randomMemory(c, speaking, activity.dimension) : undefined;
  const brought = {
    memory: { ...memory, ...(earlier ? { [id]: earlier } : {}) },
    files: { ...files, ...(records ? { [id]: records } : {}) },
  };
  const outputs = handedOn(informed(speaking, { ...filled, ...brought }).world, activity, inputs, done, seed);
  if (outputs.some(([, { people }]) => hidesItsKey(people))) return false;
  Object.assign(filled, brought);
  flow.activities.push(off === id ? { ...activity, disabled: true } : activity);
  flow.transitions.push(...inputs.map(({ from, output }, input) => ({ from, output, to: id, input })));
  if (inputs.length === 0 && flow.activities[0]?.type === 'start') flow.transitions.push({ from: 'a0', output: 'out', to: id, input: 0 });
  const runs = off !== id && inputs.every((i) => i.runs);
  for (const [output, handed] of outputs) done.set(`${id}:${output}`, { from: id, output, runs, ...handed });
  const [counted] = outputs;
  if (counted && runs && c.chance(15)) variables.push({ name: `rows_${id}`, type: 'number', count: { activity: id, output: counted[0] } });
  return true;
}

function begun(c: Choose): Flow {
  const by = c.one<ActivityOf<'start'>['by']>([{ kind: 'manual' }, { kind: 'schedule' }]);
  return { activities: c.chance(10) ? [{ id: 'a0', type: 'start', by }] : [], transitions: [] };
}

function informed(s: Speaking, { variables, memory, files }: Omit<Filled, 'flow'>): Speaking {
  const counts = variables.flatMap((v) => (v.count ? [{ name: v.name, ...v.count }] : []));
  return { ...s, counts: counts.map((v) => v.name), world: { ...s.world, counts, memory: inWallTime(memory), files } };
}

/** A run or two that came before: some keys of the dimension, and some that are gone. */
function randomMemory(c: Choose, { world, today }: Speaking, dimension: string): Earlier {
  const days = [-3, -2, -2, -1, -1, 0].map((n) => `${moved(today, n, 'day')}T${c.one(['00:00:00', '03:30:00', '21:59:59', '22:30:00'])}Z`);
  const runs = days.filter((asOf) => wallTime(asOf) < world.now).sort();
  const asOf = runs.at(-1) ?? '2020-01-01T00:00:00Z';
  const keys = c.some(world.data[dimension] ?? [], 0, 6).map((row) => keyOfRow(world, dimension, row));
  return { asOf, passed: keys.map((key) => ({ key, asOf: c.one([asOf, ...runs]) })) };
}

function hidesItsKey({ dimension, columns }: People): boolean {
  const { key } = entityOf(randomModel, dimension);
  return columns.some((column) => key.some((k) => k.toLowerCase() === column.name.toLowerCase()));
}

/** Deep rules over several entities, each with its complement. */
export function rulesOnly(c: Choose, s: Speaking): Filled {
  const activities = c.list(1, 4, (i): Activity => {
    const dimension = anyEntity(c);
    return { id: `r${i + 1}`, type: 'build-audience', dimension, rule: randomRule(c, s, dimension, c.int(1, 3)), complement: true };
  });
  return { flow: { activities, transitions: [] }, variables: [], memory: {}, files: {} };
}
