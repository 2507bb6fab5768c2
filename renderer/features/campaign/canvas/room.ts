import type { Transition } from '../../../../core/model/activity';
import type { Campaign } from '../../../../core/model/campaign';
import { downstream } from '../../../state/stale';
import type { Spot } from '../edits';
import { nodeSize } from './geometry';
import { spotsOf } from './tidy';

type Spots = Readonly<Record<string, Spot>>;

/** From the left of an activity to that of the next, as tidying leaves it. */
const stride = nodeSize.width + 96;

const overlaps = (a: Spot, b: Spot) => Math.abs(a.x - b.x) < nodeSize.width && Math.abs(a.y - b.y) < nodeSize.height + 16;

/** The place itself, or the next one below it where nothing is. */
export function freeBelow(spot: Spot, others: readonly Spot[]): Spot {
  const free = { ...spot };
  while (others.some((other) => overlaps(other, free))) free.y += nodeSize.height + 40;
  return free;
}

/**
 * A place between the two ends of an arrow, and the campaign with room for it: what comes after the arrow goes to the right as far as
 * is needed, and everything on the right of it where it would come to lie on something else.
 */
export function roomOn(campaign: Campaign, arrow: Transition): { campaign: Campaign; at: Spot } {
  const spots = spotsOf(campaign);
  const from = spots[arrow.from] ?? { x: 0, y: 0 };
  const to = spots[arrow.to] ?? { x: from.x + 2 * stride, y: from.y };
  const missing = from.x + 2 * stride - to.x;
  // Between the ends of an arrow that leads back stands what it goes around; there is room beside its source.
  if (to.x <= from.x) return { campaign, at: freeBelow({ x: from.x + stride, y: from.y }, Object.values(spots)) };
  const after = downstream(campaign.flow.transitions, [arrow.to]);
  const moved = missing > 0 ? pushed(spots, (id, spot) => after.has(id) && spot.x >= to.x, to.x, missing) : spots;
  const end = moved[arrow.to] ?? to;
  const at = { x: Math.round((from.x + end.x) / 2), y: Math.round((from.y + end.y) / 2) };
  return { campaign: { ...campaign, layout: { ...campaign.layout, ...moved } }, at: freeBelow(at, Object.values(moved)) };
}

function pushed(spots: Spots, goes: (id: string, spot: Spot) => boolean, edge: number, by: number): Spots {
  const move = (which: typeof goes) =>
    Object.fromEntries(Object.entries(spots).map(([id, spot]) => [id, which(id, spot) ? { ...spot, x: spot.x + by } : spot]));
  const first = move(goes);
  const stay = Object.entries(spots).filter(([id, spot]) => !goes(id, spot));
  const collides = Object.entries(spots).some(
    ([id, spot]) => goes(id, spot) && stay.some(([, other]) => overlaps(other, { ...spot, x: spot.x + by }) && !overlaps(other, spot)),
  );
  return collides ? move((_id, { x }) => x >= edge) : first;
}
