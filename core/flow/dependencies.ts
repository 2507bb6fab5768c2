import type { Activity, Flow } from '../model/activity';
import type { Variable } from '../model/variable';

/** A transition whose number of rows something asks for. */
export interface Counted {
  activity: string;
  output: string;
}

/** Activities that each activity comes after: by an arrow, or because it asks how many rows one of them passes on. */
export function dependencies(flow: Flow, variables: readonly Variable[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>(flow.activities.map((a) => [a.id, new Set(askedBy(a, variables))]));
  for (const { from, to } of flow.transitions) found.get(to)?.add(from);
  return found;
}

/** Activities that an activity asks how many rows they pass on: the conditions of a test, or variables that are counts. */
export function askedBy(activity: Activity, variables: readonly Variable[]): string[] {
  const tested = countedBy(activity).map((c) => c.activity);
  const counts = variables.filter((v) => v.count);
  if (counts.length === 0) return tested;
  const named = new Set(variablesIn(activity));
  return [...tested, ...counts.flatMap((v) => (v.count && named.has(v.name) ? [v.count.activity] : []))];
}

/** Transitions that the conditions of a test count; its own input is not among them. */
export function countedBy(activity: Activity): Counted[] {
  if (activity.type !== 'test') return [];
  const left = activity.branches.flatMap((b) => b.all.map((c) => c.left));
  return left.flatMap((l) => (l.kind === 'count' && l.activity !== undefined ? [{ activity: l.activity, output: l.output ?? 'out' }] : []));
}

/** Names of variables written anywhere in a part of a document: `{ variable }`, or `$name` in SQL and `vars.name` in content. */
export function variablesIn(part: unknown): string[] {
  if (typeof part === 'string') return [...part.matchAll(/(?:\$|\bvars\.)([a-z][a-z0-9_]*)/g)].map((m) => m[1] ?? '');
  if (typeof part !== 'object' || part === null) return [];
  const own = 'variable' in part && typeof part.variable === 'string' ? [part.variable] : [];
  return [...own, ...Object.values(part).flatMap(variablesIn)];
}
