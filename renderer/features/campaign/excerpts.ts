import { AppError } from '../../../core/base/errors';
import type { Activity } from '../../../core/model/activity';
import type { Campaign } from '../../../core/model/campaign';
import { type Excerpt, excerpt } from '../../../core/model/excerpt';
import { freshId } from '../../state/fresh-id';
import { spotsOf } from './canvas/tidy';

/** Activities with the arrows among them. */
export function excerptOf(campaign: Campaign, ids: readonly string[]): Excerpt {
  const spots = spotsOf(campaign);
  const { activities, transitions } = campaign.flow;
  return {
    muster: 'activities',
    format: 1,
    activities: activities.filter((activity) => ids.includes(activity.id)),
    transitions: transitions.filter((t) => ids.includes(t.from) && ids.includes(t.to)),
    layout: Object.fromEntries(ids.flatMap((id) => (spots[id] ? [[id, spots[id]]] : []))),
  };
}

/** @returns undefined when the text is about something else. @throws AppError `bad-document` */
export function readExcerpt(text: string): Excerpt | undefined {
  if (!/^\s*\{\s*"muster"\s*:\s*"activities"/.test(text)) return undefined;
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch (error) {
    throw new AppError('bad-document', { what: 'activities', path: '1', reason: error instanceof Error ? error.message : '' });
  }
  const parsed = excerpt.safeParse(read);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new AppError('bad-document', { what: 'activities', path: issue?.path.join('.') ?? '', reason: issue?.message ?? '' });
}

/** Tests look at the counts of other activities. */
function pointedAnew(activity: Activity, names: ReadonlyMap<string, string>): Activity {
  if (activity.type !== 'test') return activity;
  const branches = activity.branches.map((branch) => ({
    ...branch,
    all: branch.all.map((condition) => {
      const { left } = condition;
      const looked = left.kind === 'count' && left.activity !== undefined ? names.get(left.activity) : undefined;
      return looked === undefined ? condition : { ...condition, left: { ...left, activity: looked } };
    }),
  }));
  return { ...activity, branches } as Activity;
}

/** Puts an excerpt into a campaign under new ids, to the side of what is where it came from. */
export function pasteExcerpt(campaign: Campaign, { activities, transitions, layout }: Excerpt): { campaign: Campaign; copies: string[] } {
  const spots = spotsOf(campaign);
  const taken = campaign.flow.activities.map((activity) => activity.id);
  const names = new Map<string, string>();
  for (const { id } of activities) names.set(id, freshId(id.replace(/-\d+$/, ''), [...taken, ...names.values()]));
  const named = (id: string) => names.get(id) ?? id;
  const places = Object.values(spots).map(({ x, y }) => `${x}/${y}`);
  let shift = 0;
  while (activities.some(({ id }) => places.includes(`${(layout[id]?.x ?? 0) + shift}/${(layout[id]?.y ?? 0) + shift}`))) shift += 48;
  const at = activities.map(({ id }) => [named(id), { x: (layout[id]?.x ?? 0) + shift, y: (layout[id]?.y ?? 0) + shift }]);
  return {
    campaign: {
      ...campaign,
      flow: {
        activities: [...campaign.flow.activities, ...activities.map((a) => ({ ...pointedAnew(a, names), id: named(a.id) }))],
        transitions: [
          ...campaign.flow.transitions,
          ...transitions.filter((t) => names.has(t.from) && names.has(t.to)).map((t) => ({ ...t, from: named(t.from), to: named(t.to) })),
        ],
      },
      layout: { ...spots, ...Object.fromEntries(at) },
    },
    copies: [...names.values()],
  };
}
