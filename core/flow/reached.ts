import { unreachable } from '../base/never';
import type { Activity, Flow, Transition } from '../model/activity';
import { disabledIn, incoming } from './graph';

/**
 * When a run comes to a place of the flow: `filled` while somebody is on a transition, `branch` while a test takes it.
 */
export type Reach = { kind: 'always' | 'never' } | Leaf | { kind: 'all' | 'any'; of: Reach[] };

interface Leaf {
  kind: 'filled' | 'branch';
  activity: string;
  output: string;
}

const always: Reach = { kind: 'always' };
const never: Reach = { kind: 'never' };

/** What a run knows once everything is counted. */
export interface Facts {
  /** `undefined` where a transition could not be counted; it passes for filled. */
  rows(activity: string, output: string): number | undefined;
  /** The output a test sends its population to. */
  taken(test: string): string;
}

/** When each activity of a flow is reached, and when a run goes along each arrow. */
export interface Reaches {
  of(activity: string): Reach;
  along(arrow: Transition): Reach;
}

/**
 * An activity without inputs is always reached; an and-join when a run comes along every arrow into it, others when it comes
 * along one. Nothing comes out of what is disabled, out of branches that a test does not take, or out of empty transitions
 * where the flow is to stop at those.
 */
export function reachesOf(flow: Flow): Reaches {
  const disabled = disabledIn(flow);
  const known = new Map<string, Reach>();
  const leaves = new Map<string, Reach>();
  const of = (id: string): Reach => {
    const before = known.get(id);
    if (before) return before;
    // What leads back to itself is never reached.
    known.set(id, never);
    const activity = flow.activities.find((a) => a.id === id);
    const reach = !activity || disabled.has(id) ? never : arrived(activity, incoming(flow, id).map(along));
    known.set(id, reach);
    return reach;
  };
  const along = ({ from, output }: Transition): Reach => {
    const source = flow.activities.find((a) => a.id === from);
    return source ? all([of(from), ...passing(source, output).map(same)]) : never;
  };
  /** Equal places are one, so that what depends on the same is the same. */
  const same = (leaf: Leaf): Reach => {
    const key = `${leaf.kind} ${leaf.activity} ${leaf.output}`;
    const before = leaves.get(key) ?? leaf;
    leaves.set(key, before);
    return before;
  };
  return { of, along };
}

function arrived(activity: Activity, inputs: Reach[]): Reach {
  if (inputs.length === 0) return always;
  return activity.type === 'and-join' ? all(inputs) : any(inputs);
}

/** What a run needs to go on from an output of an activity it has reached. */
function passing(activity: Activity, output: string): Leaf[] {
  const place = { activity: activity.id, output };
  return [
    ...(activity.type === 'test' ? [{ kind: 'branch' as const, ...place }] : []),
    ...(stopsWhenEmpty(activity, output) ? [{ kind: 'filled' as const, ...place }] : []),
  ];
}

function stopsWhenEmpty(activity: Activity, output: string): boolean {
  const subset = activity.type === 'split' ? activity.subsets.find((s) => s.id === output) : undefined;
  return activity.stopWhenEmpty === true || subset?.stopWhenEmpty === true;
}

function all(of: Reach[]): Reach {
  if (of.some((r) => r.kind === 'never')) return never;
  const open = [...new Set(of)].filter((r) => r.kind !== 'always');
  return open.length <= 1 ? (open[0] ?? always) : { kind: 'all', of: open };
}

function any(of: Reach[]): Reach {
  if (of.some((r) => r.kind === 'always')) return always;
  const open = [...new Set(of)].filter((r) => r.kind !== 'never');
  return open.length <= 1 ? (open[0] ?? never) : { kind: 'any', of: open };
}

/** What a run comes to. */
export interface Reached {
  activity(id: string): boolean;
  along(arrow: Transition): boolean;
}

export function reachedIn(flow: Flow, facts: Facts): Reached {
  const reaches = reachesOf(flow);
  const known = new Map<Reach, boolean>();
  const holds = (reach: Reach): boolean => {
    const found = known.get(reach) ?? isReached(reach, facts, holds);
    known.set(reach, found);
    return found;
  };
  return { activity: (id) => holds(reaches.of(id)), along: (arrow) => holds(reaches.along(arrow)) };
}

function isReached(reach: Reach, facts: Facts, holds: (reach: Reach) => boolean): boolean {
  switch (reach.kind) {
    case 'always':
      return true;
    case 'never':
      return false;
    case 'filled':
      return facts.rows(reach.activity, reach.output) !== 0;
    case 'branch':
      return facts.taken(reach.activity) === reach.output;
    case 'all':
      return reach.of.every(holds);
    case 'any':
      return reach.of.some(holds);
    default:
      return unreachable(reach);
  }
}
