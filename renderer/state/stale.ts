import type { Activity, Flow, Transition } from '../../core/model/activity';
import type { Campaign } from '../../core/model/campaign';

/** What a count depends on: everything of an activity but its words. */
function meaning(activity: Activity): string {
  const { label: _label, note: _note, ...rest } = activity;
  return JSON.stringify(rest);
}

const into = (flow: Flow, id: string) => JSON.stringify(flow.transitions.filter((t) => t.to === id));

/** The activities themselves and all that is after them. */
export function downstream(transitions: readonly Pick<Transition, 'from' | 'to'>[], from: readonly string[]): Set<string> {
  const reached = new Set(from);
  const queue = [...from];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    for (const { from: source, to } of transitions) {
      if (source !== id || reached.has(to)) continue;
      reached.add(to);
      queue.push(to);
    }
  }
  return reached;
}

/** Arrows, and what tests look at without one. */
function dependencies({ activities, transitions }: Flow): Pick<Transition, 'from' | 'to'>[] {
  const looked = activities.flatMap((activity) => {
    if (activity.type !== 'test') return [];
    const sides = activity.branches.flatMap((branch) => branch.all.map((condition) => condition.left));
    return sides.flatMap((left) => (left.kind === 'count' && left.activity ? [{ from: left.activity, to: activity.id }] : []));
  });
  return [...transitions, ...looked];
}

/** The activities whose counts an edit may have changed. Positions, labels and notes change none. */
export function staleActivities(before: Campaign, after: Campaign): Set<string> {
  const same = (key: 'seed' | 'control' | 'seeds' | 'variables') => before[key] === after[key];
  if (before.flow === after.flow && same('seed') && same('control') && same('seeds') && same('variables')) return new Set();
  const all = after.flow.activities.map((activity) => activity.id);
  const alike = (key: 'control' | 'variables') => same(key) || JSON.stringify(before[key]) === JSON.stringify(after[key]);
  if (!same('seed') || !alike('control') || !alike('variables')) return new Set(all);
  const old = new Map(before.flow.activities.map((activity) => [activity.id, activity]));
  const changed = after.flow.activities.filter((activity) => {
    const was = old.get(activity.id);
    if (!was || (was !== activity && meaning(was) !== meaning(activity))) return true;
    return before.flow.transitions !== after.flow.transitions && into(before.flow, activity.id) !== into(after.flow, activity.id);
  });
  const stale = downstream(
    dependencies(after.flow),
    changed.map((activity) => activity.id),
  );
  // A variable that holds a count may be used anywhere.
  return after.variables?.some((v) => v.count && stale.has(v.count.activity)) ? new Set(all) : stale;
}

/** Activities that read another audience than before. Its people are others, not more or fewer of the same. */
export function readingOthers(before: Campaign, after: Campaign): Set<string> {
  const read = new Map(before.flow.activities.map((activity) => [activity.id, audienceOf(activity)]));
  return new Set(after.flow.activities.filter((a) => read.has(a.id) && read.get(a.id) !== audienceOf(a)).map((a) => a.id));
}

const audienceOf = (activity: Activity) => (activity.type === 'read-audience' ? activity.audience : undefined);
