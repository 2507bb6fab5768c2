import { sha256Hex } from '../../../core/base/hashing';
import type { Activity, ActivityOf, Flow } from '../../../core/model/activity';
import type { Order } from '../../../core/model/message';
import { type Row, reach, type Value, type World } from './rows';
import { aggregate, read, selects } from './rule';

/** Rows of one transition: key attributes and added columns apart. */
export interface People {
  dimension: string;
  /** Names of the added columns, which every row has. */
  columns: string[];
  rows: { key: Row; added: Row }[];
}

type Person = People['rows'][number];

/** Every transition of a flow whose activities stand in an order that runs, straight from the contract. */
export function evaluateFlow(world: World, flow: Flow, seed: string): Map<string, People> {
  const done = new Map<string, People>();
  for (const activity of flow.activities) {
    const inputs = flow.transitions
      .filter((t) => t.to === activity.id)
      .sort((a, b) => a.input - b.input)
      .map((t) => done.get(`${t.from}:${t.output}`) ?? fail(`${t.from}:${t.output}`));
    for (const [output, people] of Object.entries(run(world, activity, inputs, seed))) done.set(`${activity.id}:${output}`, people);
  }
  return done;
}

function fail(what: string): never {
  throw new Error(`nothing at ${what}`);
}

function run(world: World, activity: Activity, inputs: People[], seed: string): Record<string, People> {
  const [input] = inputs;
  switch (activity.type) {
    case 'build-audience': {
      const from = input ?? everyone(world, activity.dimension);
      return withRest(from, { ...from, rows: from.rows.filter((p) => selects(world, activity.rule, hereOf(world, from, p))) });
    }
    case 'combine':
      return combine(activity, inputs);
    case 'change-dimension':
      return changeDimension(world, activity, input ?? fail('input'));
    case 'deduplicate':
      return deduplicate(world, activity, input ?? fail('input'), seed);
    case 'enrich': {
      const from = input ?? fail('input');
      const columns = [...from.columns, ...activity.additions.map((a) => a.as)];
      return {
        out: { ...from, columns, rows: from.rows.map((p) => ({ ...p, added: { ...p.added, ...additions(world, activity, from, p) } })) },
      };
    }
    case 'split':
      return split(world, activity, input ?? fail('input'), seed);
    default:
      throw new Error(`${activity.type} is not evaluated`);
  }
}

function everyone(world: World, dimension: string): People {
  const key = keyOf(world, dimension);
  return {
    dimension,
    columns: [],
    rows: (world.data[dimension] ?? []).map((r) => ({ key: Object.fromEntries(key.map((k) => [k, r[k] ?? null])), added: {} })),
  };
}

function keyOf(world: World, dimension: string): string[] {
  return world.model.entities.find((e) => e.name === dimension)?.key ?? fail(dimension);
}

function rowOf(world: World, dimension: string, key: Row): Row {
  return (world.data[dimension] ?? []).find((r) => Object.entries(key).every(([k, v]) => r[k] === v)) ?? fail(JSON.stringify(key));
}

function hereOf(world: World, people: People, p: Person) {
  return { entity: people.dimension, row: rowOf(world, people.dimension, p.key), added: p.added };
}

const name = (p: { key: Row }) => JSON.stringify(p.key);

function without(all: People, some: People): People {
  const taken = new Set(some.rows.map(name));
  return { ...all, rows: all.rows.filter((p) => !taken.has(name(p))) };
}

const withRest = (input: People, out: People) => ({ out, complement: without(input, out) });

function combine(activity: ActivityOf<'combine'>, inputs: People[]): Record<string, People> {
  const [first, ...others] = inputs;
  if (!first) return fail('input');
  const columns = [...new Set(inputs.flatMap((i) => i.columns))];
  const union: People = { ...first, columns, rows: [] };
  const full = (p: Person): Person => ({ key: p.key, added: Object.fromEntries(columns.map((c) => [c, p.added[c] ?? null])) });
  for (const input of inputs) union.rows.push(...without(input, union).rows.map(full));
  const inAll = (p: Person) => others.every((o) => o.rows.some((q) => name(q) === name(p)));
  switch (activity.operation) {
    case 'union':
      return { out: union, complement: { ...union, rows: [] } };
    case 'intersection': {
      const merged = (p: Person): Person => {
        const same = inputs.map((i) => i.rows.find((q) => name(q) === name(p))).filter((q): q is Person => q !== undefined);
        return { key: p.key, added: Object.assign({}, ...same.reverse().map((q) => q.added)) };
      };
      const out = { ...first, columns, rows: first.rows.filter(inAll).map(merged) };
      return { out, complement: without(union, out) };
    }
    case 'exclusion':
      return withRest(first, { ...first, rows: first.rows.filter((p) => !others.some((o) => o.rows.some((q) => name(q) === name(p)))) });
  }
}

function changeDimension(world: World, activity: ActivityOf<'change-dimension'>, input: People): Record<string, People> {
  const reached = input.rows.map((p) => ({ p, ...reach(world, input.dimension, rowOf(world, input.dimension, p.key), activity.path) }));
  const dimension = reached[0]?.entity ?? reach(world, input.dimension, {}, activity.path).entity;
  const key = keyOf(world, dimension);
  const found = new Map<string, Person>();
  const survive = onlyReverse(world, input.dimension, activity.path);
  for (const { p, rows } of reached) {
    for (const row of rows) {
      const person = { key: Object.fromEntries(key.map((k) => [k, row[k] ?? null])), added: survive ? p.added : {} };
      found.set(name(person), person);
    }
  }
  const lost = { ...input, rows: reached.filter((r) => r.rows.length === 0).map((r) => r.p) };
  return { out: { dimension, columns: survive ? input.columns : [], rows: [...found.values()] }, complement: lost };
}

/** Added columns survive where each new row comes from one old row only. */
function onlyReverse(world: World, dimension: string, path: readonly string[]): boolean {
  let here = dimension;
  return path.every((step) => {
    const link = world.model.links.find((l) => l.to === here && l.reverse === step);
    here = link?.from ?? reach(world, here, {}, [step]).entity;
    return link !== undefined;
  });
}

function additions(world: World, activity: ActivityOf<'enrich'>, from: People, p: Person): Row {
  const here = hereOf(world, from, p);
  return Object.fromEntries(
    activity.additions.map((a) => [
      a.as,
      a.kind === 'attribute' ? read(world, here, a.path ?? [], a.attribute).value : aggregate(world, a, here).value,
    ]),
  );
}

function draw(salt: string, p: Person): string {
  return sha256Hex(`${salt}:${Object.values(p.key).join(':')}`);
}

/** Sorts by what an order says, empties last, ties by key. */
function sorted(world: World, from: People, rows: readonly Person[], order: Order): Person[] {
  const compare = (a: Value, b: Value, descending: boolean) => {
    if (a === b) return 0;
    if (a === null) return 1;
    if (b === null) return -1;
    return a < b === descending ? 1 : -1;
  };
  const byKey = (a: Person, b: Person) =>
    Object.keys(a.key)
      .map((k) => compare(a.key[k] ?? null, b.key[k] ?? null, false))
      .find((c) => c !== 0) ?? 0;
  const value = (p: Person, attribute: string) => read(world, hereOf(world, from, p), [], attribute).value;
  return [...rows].sort(
    (a, b) =>
      order.map((o) => compare(value(a, o.attribute), value(b, o.attribute), o.direction === 'descending')).find((c) => c !== 0) ??
      byKey(a, b),
  );
}

function shuffled(rows: readonly Person[], salt: string): Person[] {
  return [...rows].sort((a, b) => (draw(salt, a) < draw(salt, b) ? -1 : 1));
}

function deduplicate(world: World, activity: ActivityOf<'deduplicate'>, input: People, seed: string): Record<string, People> {
  const { by } = activity;
  if (by.kind !== 'order' && by.kind !== 'random') throw new Error(`${by.kind} is not evaluated`);
  const ordered = by.kind === 'order' ? sorted(world, input, input.rows, by.order) : shuffled(input.rows, seed + activity.id);
  const seen = new Map<string, number>();
  const kept = ordered.filter((p) => {
    const fields = activity.fields
      .map((f) => read(world, hereOf(world, input, p), f.path ?? [], f.attribute).value)
      .map((v) => (v === '' ? null : v));
    if (fields.every((f) => f === null) || activity.keep === 0) return true;
    const group = JSON.stringify(fields);
    const place = (seen.get(group) ?? 0) + 1;
    seen.set(group, place);
    return place <= activity.keep;
  });
  return withRest(input, { ...input, rows: kept });
}

function split(world: World, activity: ActivityOf<'split'>, input: People, seed: string): Record<string, People> {
  const outputs: Record<string, People> = {};
  let left = input;
  for (const subset of activity.subsets) {
    const from = activity.overlap ? input : left;
    const { rule, limit, order } = subset;
    const candidates = from.rows.filter((p) => !rule || selects(world, rule, hereOf(world, input, p)));
    const queue = order ? sorted(world, input, candidates, order) : shuffled(candidates, seed + activity.id);
    const skip = subset.skip ?? 0;
    const percentOf = (n: number, p: number) => Math.floor((n * p) / 100 + 0.5);
    const most = !limit
      ? queue.length
      : limit.kind === 'count'
        ? limit.count
        : percentOf(limit.of === 'input' ? input.rows.length : left.rows.length, limit.percent);
    const out = { ...input, rows: queue.slice(skip, skip + most) };
    outputs[subset.id] = out;
    left = without(left, out);
  }
  return { ...outputs, complement: left };
}
