import { type Problem, problem } from '../base/problems';
import type { Activity, Flow, Transition } from '../model/activity';
import type { Variable } from '../model/variable';
import { kindOf } from './activities/kinds';
import { dependencies } from './dependencies';

/** Arrows that bring an activity its populations, by input number. */
export function incoming(flow: Flow, id: string): Transition[] {
  return arrowsInto(flow, id).filter((t) => !isControl(flow, t));
}

/** An arrow that carries nobody: it only says what begins the flow. */
export function isControl(flow: Flow, { from }: Transition): boolean {
  const source = flow.activities.find((a) => a.id === from);
  return source !== undefined && kindOf(source).control === true;
}

function arrowsInto(flow: Flow, id: string): Transition[] {
  return flow.transitions.filter((t) => t.to === id).sort((a, b) => a.input - b.input);
}

export function outgoing(flow: Flow, id: string): Transition[] {
  return flow.transitions.filter((t) => t.from === id);
}

export interface Order {
  /** Activities that run, each after everything it depends on; in the order of the document where that leaves a choice. */
  order: Activity[];
  problems: Problem[];
}

/**
 * Orders the flow and finds what is wrong with its shape. Disabled activities and what follows them are left out.
 * @param variables of the campaign: who asks for the number of rows of a transition comes after it
 */
export function orderFlow(flow: Flow, variables: readonly Variable[] = []): Order {
  const problems = [...shapeProblems(flow)];
  const disabled = disabledIn(flow);
  const open = flow.activities.filter((a) => !disabled.has(a.id));
  const needed = dependencies(flow, variables);
  const waiting = new Set(open.map((a) => a.id));
  const order: Activity[] = [];
  for (;;) {
    const next = open.find((a) => waiting.has(a.id) && ![...(needed.get(a.id) ?? [])].some((id) => waiting.has(id)));
    if (!next) break;
    order.push(next);
    waiting.delete(next.id);
  }
  const cycle = open.filter((a) => waiting.has(a.id) && comesAfter(needed, a.id, a.id));
  if (cycle.length > 0) problems.push(problem('flow-cycle', ['flow'], { activities: cycle.map((a) => a.label ?? a.id).join(', ') }));
  return { order, problems };
}

/** Disabled activities and everything behind them. */
export function disabledIn(flow: Flow): Set<string> {
  return reachableFrom(
    flow,
    flow.activities.filter((a) => a.disabled).map((a) => a.id),
  );
}

function comesAfter(needed: ReadonlyMap<string, ReadonlySet<string>>, id: string, other: string): boolean {
  const seen = new Set<string>();
  const queue = [...(needed.get(id) ?? [])];
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    if (at === other) return true;
    if (seen.has(at)) continue;
    seen.add(at);
    queue.push(...(needed.get(at) ?? []));
  }
  return false;
}

export function leadsTo(flow: Flow, from: string, to: string): boolean {
  return reachableFrom(
    flow,
    outgoing(flow, from).map((t) => t.to),
  ).has(to);
}

export function reachableFrom(flow: Flow, starts: readonly string[]): Set<string> {
  const seen = new Set<string>();
  const queue = [...starts];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    queue.push(...outgoing(flow, id).map((t) => t.to));
  }
  return seen;
}

function shapeProblems(flow: Flow): Problem[] {
  if (flow.activities.length === 0) return [problem('flow-empty', ['flow'])];
  const ids = flow.activities.map((a) => a.id);
  const twice = ids.filter((id, i) => ids.indexOf(id) !== i);
  return [
    ...twice.map((id) => problem('flow-duplicate-id', ['activities', id], { id })),
    ...flow.transitions.flatMap((t) => transitionProblems(flow, t)),
    ...flow.activities.flatMap(outputProblems),
    ...flow.activities.filter((a) => !a.disabled).flatMap((a) => inputProblems(flow, a)),
  ];
}

function transitionProblems(flow: Flow, t: Transition): Problem[] {
  const from = flow.activities.find((a) => a.id === t.from);
  const missing = [t.from, t.to].filter((id) => !flow.activities.some((a) => a.id === id));
  if (missing.length > 0) return missing.map((activity) => problem('flow-unknown-activity', ['flow', 'transitions'], { activity }));
  if (!from) return [];
  const known = outputsOf(from);
  if (known.includes(t.output)) return [];
  return [
    problem('flow-unknown-output', ['activities', t.from], { activity: from.label ?? from.id, output: t.output, known: known.join(', ') }),
  ];
}

function outputProblems(activity: Activity): Problem[] {
  const outputs = outputsOf(activity);
  const twice = new Set(outputs.filter((output, i) => outputs.indexOf(output) !== i));
  const name = activity.label ?? activity.id;
  return [...twice].map((output) => problem('flow-duplicate-output', ['activities', activity.id], { activity: name, output }));
}

function inputProblems(flow: Flow, activity: Activity): Problem[] {
  const { min, max } = kindOf(activity).inputs;
  const found = incoming(flow, activity.id).length;
  const place = ['activities', activity.id];
  const name = activity.label ?? activity.id;
  const begun = arrowsInto(flow, activity.id).some((t) => isControl(flow, t));
  if (begun && found < min) return [problem('flow-carries-nobody', place, { activity: name })];
  if (found < min) return [problem('flow-missing-input', place, { activity: name, needed: min, found })];
  if (found > max) return [problem('flow-too-many-inputs', place, { activity: name, needed: max, found })];
  return [];
}

/** The outputs an activity has, the complement last when it is asked for and there can be one. */
export function outputsOf(activity: Activity): string[] {
  const kind = kindOf(activity);
  return [...kind.outputs(activity), ...(activity.complement && !kind.passesAll ? ['complement'] : [])];
}
