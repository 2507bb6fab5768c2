import type { Activity, Flow, Transition } from '../../core/model/activity';
import type { Campaign } from '../../core/model/campaign';

/** What a count depends on: everything of an activity but its words. */
function meaning(activity: Activity): string {
  const { label: _label, note: _note, ...rest } = activity;
  return JSON.stringify(rest);
}

const into = (flow: Flow, id: string) => JSON.stringify(flow.transitions.filter((t) => t.to === id));

/** The activities themselves and all that is after them. */
export function downstream(transitions: readonly Transition[], from: readonly string[]): Set<string> {
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

/** The activities whose counts an edit may have changed. Positions, labels and notes change none. */
export function staleActivities(before: Campaign, after: Campaign): Set<string> {
  if (before.flow === after.flow && before.seed === after.seed && before.control === after.control && before.seeds === after.seeds)
    return new Set();
  const all = after.flow.activities.map((activity) => activity.id);
  if (before.seed !== after.seed || JSON.stringify(before.control) !== JSON.stringify(after.control)) return new Set(all);
  const old = new Map(before.flow.activities.map((activity) => [activity.id, activity]));
  const changed = after.flow.activities.filter((activity) => {
    const was = old.get(activity.id);
    if (!was || (was !== activity && meaning(was) !== meaning(activity))) return true;
    return before.flow.transitions !== after.flow.transitions && into(before.flow, activity.id) !== into(after.flow, activity.id);
  });
  return downstream(
    after.flow.transitions,
    changed.map((activity) => activity.id),
  );
}
