import { Temporal } from 'temporal-polyfill';
import { unreachable } from '../base/never';
import type { ActivityOf, Flow } from '../model/activity';
import type { Variable } from '../model/variable';
import { askedBy } from './dependencies';
import { incoming } from './graph';
import type { Reached } from './reached';

export interface Leaving {
  flow: Flow;
  variables: readonly Variable[];
  reached: Reached;
  /** UTC. */
  asOf: string;
  /** IANA zone; days and weeks are calendar days there. */
  zone: string;
}

/** When a population leaves an activity: as-of and the waits it went through, the longest way where several meet. @returns UTC instant */
export function leavesAt(leaving: Leaving, id: string): string {
  const known = new Map<string, Temporal.Instant>();
  const asOf = Temporal.Instant.from(leaving.asOf);
  const at = (activity: string): Temporal.Instant => {
    const before = known.get(activity);
    if (before) return before;
    known.set(activity, asOf);
    const arrived = [...comesFrom(leaving, activity)].map(at).reduce(later, asOf);
    const found = leaving.flow.activities.find((a) => a.id === activity);
    const left = found?.type === 'wait' ? waited(arrived, found.until, leaving.zone) : arrived;
    known.set(activity, left);
    return left;
  };
  return at(id).toString();
}

/** Activities a run comes from, and those that are asked for their counts. */
function comesFrom({ flow, variables, reached }: Leaving, id: string): Set<string> {
  const activity = flow.activities.find((a) => a.id === id);
  const along = incoming(flow, id).filter((t) => reached.along(t));
  const asked = activity ? askedBy(activity, variables).filter((other) => reached.activity(other)) : [];
  return new Set([...along.map((t) => t.from), ...asked]);
}

function waited(from: Temporal.Instant, until: ActivityOf<'wait'>['until'], zone: string): Temporal.Instant {
  switch (until.kind) {
    case 'duration':
      return from
        .toZonedDateTimeISO(zone)
        .add({ [`${until.unit}s`]: until.amount })
        .toInstant();
    case 'instant':
      return later(from, Temporal.Instant.from(until.at));
    default:
      return unreachable(until);
  }
}

function later(a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(a, b) < 0 ? b : a;
}
