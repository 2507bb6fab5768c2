import type { Activity, Transition } from '../../../core/model/activity';
import type { Campaign } from '../../../core/model/campaign';
import { sameArrow } from '../../state/arrows';
import { carriesNobody, inputsOf, mainOutput, outputsOf } from '../../state/outputs';
import { downstream } from '../../state/stale';
import { groupOf, joinGroup, leaveGroups } from './annotations/edits';
import { arrivals, mayFollow } from './population';

export type Spot = { x: number; y: number };

const withFlow = (campaign: Campaign, activities: Activity[], transitions: Transition[]): Campaign => ({
  ...campaign,
  flow: { activities, transitions },
});

/** Adds an activity, connected to an output when one is given. */
export function addActivity(campaign: Campaign, activity: Activity, at: Spot, after?: { from: string; output: string }): Campaign {
  const { activities, transitions } = campaign.flow;
  const source = activities.find((a) => a.id === after?.from);
  const arrow = after && source && mayFollow(activity.type, source.type) ? [{ ...after, to: activity.id, input: 0 }] : [];
  return {
    ...withFlow(campaign, [...activities, activity], [...transitions, ...arrow]),
    layout: { ...campaign.layout, [activity.id]: at },
  };
}

/** Whether something may stand between the two ends of an arrow: it has to carry somebody. */
export function canInsert({ flow }: Campaign, arrow: Transition): boolean {
  const source = flow.activities.find((a) => a.id === arrow.from);
  return source !== undefined && !carriesNobody(source);
}

/** Puts an activity between the two ends of an arrow. */
export function insertActivity(campaign: Campaign, activity: Activity, at: Spot, arrow: Transition): Campaign {
  const added = addActivity(disconnect(campaign, [arrow]), activity, at, { from: arrow.from, output: arrow.output });
  const group = groupOf(campaign, arrow.from);
  const inside = group !== undefined && group === groupOf(campaign, arrow.to) ? joinGroup(added, group, '', [activity.id]) : added;
  const [output] = outputsOf(activity);
  if (output === undefined) return inside;
  return withFlow(inside, inside.flow.activities, [...inside.flow.transitions, { ...arrow, from: activity.id, output }]);
}

/** Whether an arrow may be drawn: no way back to where it starts, and a free input at its end. */
export function mayConnect(campaign: Campaign, from: string, to: string): boolean {
  const { activities, transitions } = campaign.flow;
  const [source, target] = [from, to].map((id) => activities.find((activity) => activity.id === id));
  if (!source || !target || !mayFollow(target.type, source.type) || downstream(transitions, [to]).has(from)) return false;
  return carriesNobody(source)
    ? !transitions.some((t) => t.from === from && t.to === to)
    : arrivals(campaign, to).length < inputsOf(target).most;
}

export function connect(campaign: Campaign, from: string, output: string, to: string): Campaign {
  if (!mayConnect(campaign, from, to)) return campaign;
  const { activities, transitions } = campaign.flow;
  if (transitions.some((t) => t.from === from && t.output === output && t.to === to)) return campaign;
  const taken = arrivals(campaign, to).map((t) => t.input);
  let input = 0;
  while (taken.includes(input)) input++;
  return withFlow(campaign, activities, [...transitions, { from, output, to, input }]);
}

export function disconnect(campaign: Campaign, arrows: readonly Transition[]): Campaign {
  const left = campaign.flow.transitions.filter((t) => !arrows.some((arrow) => sameArrow(arrow, t)));
  return withFlow(campaign, campaign.flow.activities, left);
}

/** Removes activities with their arrows. What came to one by one arrow goes on to where it passed it on. */
export function removeActivities(campaign: Campaign, ids: readonly string[]): Campaign {
  const gone = new Set(ids);
  const layout = Object.fromEntries(Object.entries(campaign.layout).filter(([id]) => !gone.has(id)));
  const { activities, transitions } = campaign.flow;
  const arrows = ids.reduce((left, id) => ledPast(activities, left, id), transitions).filter((t) => !gone.has(t.from) && !gone.has(t.to));
  const left = withFlow(
    campaign,
    activities.filter((a) => !gone.has(a.id)),
    arrows,
  );
  return leaveGroups({ ...left, layout }, ids);
}

/** The arrows, the one to an activity leading where the one from it leads, where it has one of each and they may meet. */
function ledPast(activities: readonly Activity[], arrows: Transition[], id: string): Transition[] {
  const [into, out] = [arrows.filter((t) => t.to === id), arrows.filter((t) => t.from === id)];
  const [first, last] = [into[0], out[0]];
  if (!first || !last || into.length > 1 || out.length > 1 || last.output !== mainOutput) return arrows;
  const [source, target] = [first.from, last.to].map((end) => activities.find((activity) => activity.id === end));
  const next = { ...first, to: last.to, input: last.input };
  const isThere = arrows.some((t) => t.from === next.from && t.output === next.output && t.to === next.to);
  if (!source || !target || isThere || !mayFollow(target.type, source.type)) return arrows;
  return [...arrows.filter((t) => t !== first && t !== last), next];
}

/** Leads an arrow from or to somewhere else; nothing changes where it may not go. */
export function reconnect(campaign: Campaign, arrow: Transition, from: string, output: string, to: string): Campaign {
  const without = disconnect(campaign, [arrow]);
  if (to !== arrow.to || !mayConnect(without, from, to)) {
    const led = connect(without, from, output, to);
    return led === without ? campaign : led;
  }
  // The end stays, and with it the place among the inputs.
  return withFlow(
    campaign,
    campaign.flow.activities,
    campaign.flow.transitions.map((t) => (sameArrow(t, arrow) ? { ...arrow, from, output } : t)),
  );
}

/** Replaces an activity; arrows from outputs it no longer has go with them. */
export function changeActivity(campaign: Campaign, next: Activity): Campaign {
  const outputs = outputsOf(next);
  const { activities, transitions } = campaign.flow;
  return withFlow(
    campaign,
    activities.map((activity) => (activity.id === next.id ? next : activity)),
    transitions.every((t) => t.from !== next.id || outputs.includes(t.output))
      ? transitions
      : transitions.filter((t) => t.from !== next.id || outputs.includes(t.output)),
  );
}

export function setDisabled(campaign: Campaign, ids: readonly string[], disabled: boolean): Campaign {
  const activities = campaign.flow.activities.map((activity) =>
    ids.includes(activity.id) ? { ...activity, disabled: disabled || undefined } : activity,
  );
  return withFlow(campaign, activities, campaign.flow.transitions);
}

export function place(campaign: Campaign, spots: Readonly<Record<string, Spot>>): Campaign {
  const placed = Object.entries(spots).map(([id, { x, y }]) => [id, { ...campaign.layout[id], x, y }] as const);
  return { ...campaign, layout: { ...campaign.layout, ...Object.fromEntries(placed) } };
}
