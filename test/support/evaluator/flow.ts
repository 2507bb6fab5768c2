import type { Activity, Flow } from '../../../core/model/activity';
import { changeDimension } from './activities/change-dimension';
import { combine } from './activities/combine';
import { deduplicate } from './activities/deduplicate';
import { enrich } from './activities/enrich';
import { incrementalQuery } from './activities/incremental-query';
import { loadFile } from './activities/load-file';
import { readAudience } from './activities/read-audience';
import { reconcile } from './activities/reconcile';
import { sample } from './activities/sample';
import { send } from './activities/send';
import { split } from './activities/split';
import { branchTaken } from './activities/test';
import type { Done, Handed } from './handed';
import { peopleBySql } from './known-sql';
import { everyone, firstInput, hereOf, nobody, type Outputs, type People, withRest } from './people';
import type { World } from './rows';
import { selects } from './rule';

/** Every transition of a flow whose activities stand in an order that runs, straight from the contract. */
export function evaluateFlow(world: World, flow: Flow, seed: string): Map<string, Handed> {
  const done = new Map<string, Handed>();
  const off = new Set<string>();
  for (const activity of flow.activities) {
    const arrows = flow.transitions.filter((t) => t.to === activity.id).sort((a, b) => a.input - b.input);
    if (activity.disabled || arrows.some((t) => off.has(t.from))) {
      off.add(activity.id);
      continue;
    }
    const carrying = arrows.filter((t) => flow.activities.find((a) => a.id === t.from)?.type !== 'start');
    const inputs = carrying.map((t) => done.get(`${t.from}:${t.output}`) ?? missing(`${t.from}:${t.output}`));
    for (const [output, handed] of handedOn(world, activity, inputs, done, seed)) done.set(`${activity.id}:${output}`, handed);
  }
  return done;
}

function missing(what: string): never {
  throw new Error(`nothing at ${what}`);
}

/** What one activity hands on, by output; the complement only where it is asked for. */
export function handedOn(
  world: World,
  activity: Activity,
  inputs: readonly Handed[],
  done: Done,
  seed: string,
): [output: string, handed: Handed][] {
  const counts = world.counts.flatMap(({ name, activity: from, output }) => {
    const rows = done.get(`${from}:${output}`)?.people.rows.length;
    return rows === undefined ? [] : [[name, rows] as const];
  });
  const informed = { ...world, variables: { ...world.variables, ...Object.fromEntries(counts) } };
  const people = inputs.map((i) => i.people);
  const outputs = run(informed, activity, people, seed);
  const taken = activity.type === 'test' ? branchTaken(informed, activity, firstInput(people), done) : undefined;
  const reached = isReached(activity, inputs);
  return Object.entries(outputs)
    .filter(([output]) => output !== 'complement' || activity.complement)
    .map(([output, whole]) => {
      const left = reached && (taken === undefined || taken === output) ? whole : nobody(whole);
      return [output, { people: left, along: reached && (taken ?? output) === output && !stops(activity, output, left) }];
    });
}

function isReached(activity: Activity, inputs: readonly Handed[]): boolean {
  if (inputs.length === 0) return true;
  return activity.type === 'and-join' ? inputs.every((i) => i.along) : inputs.some((i) => i.along);
}

function stops(activity: Activity, output: string, { rows }: People): boolean {
  const subset = activity.type === 'split' ? activity.subsets.find((s) => s.id === output) : undefined;
  return rows.length === 0 && (activity.stopWhenEmpty === true || subset?.stopWhenEmpty === true);
}

function run(world: World, activity: Activity, inputs: readonly People[], seed: string): Outputs {
  switch (activity.type) {
    case 'build-audience': {
      const from = inputs[0] ?? everyone(world, activity.dimension);
      return withRest(from, { ...from, rows: from.rows.filter((p) => selects(world, activity.rule, hereOf(world, from, p))) });
    }
    case 'read-audience':
      return readAudience(world, activity);
    case 'incremental-query':
      return incrementalQuery(world, activity, inputs[0] ?? everyone(world, activity.dimension));
    case 'sql': {
      const out = peopleBySql(world, activity.sql, inputs);
      return inputs[0] ? withRest(inputs[0], out) : { out };
    }
    case 'combine':
      return combine(world, activity, inputs);
    case 'change-dimension':
      return changeDimension(world, activity, firstInput(inputs));
    case 'deduplicate':
      return deduplicate(world, activity, firstInput(inputs), seed);
    case 'enrich':
      return enrich(world, activity, firstInput(inputs));
    case 'reconcile':
      return reconcile(world, activity, firstInput(inputs));
    case 'split':
      return split(world, activity, firstInput(inputs), seed);
    case 'sample':
      return sample(world, activity, firstInput(inputs), seed);
    case 'fork':
      return Object.fromEntries(activity.branches.map((b) => [b.id, firstInput(inputs)]));
    case 'test': {
      const outputs = [...activity.branches.map((b) => b.id), ...(activity.default ? ['default'] : []), 'complement'];
      return Object.fromEntries(outputs.map((output) => [output, firstInput(inputs)]));
    }
    case 'and-join':
      return { out: inputs[activity.primary ?? 0] ?? missing('the primary input') };
    case 'wait':
    case 'alert':
    case 'save-audience':
      return { out: firstInput(inputs) };
    case 'start':
    case 'end':
      return {};
    case 'load-file':
      return loadFile(world, activity);
    case 'email':
    case 'direct-mail':
      return send(world, activity, firstInput(inputs), seed);
  }
}
