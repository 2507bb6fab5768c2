import { AppError } from '../../../core/base/errors';
import type { Activity } from '../../../core/model/activity';
import type { Campaign } from '../../../core/model/campaign';
import { type Excerpt, excerpt } from '../../../core/model/excerpt';
import { freshId } from '../../state/fresh-id';
import type { Selection } from '../../state/look';
import type { Chosen } from './annotations/chosen';
import { annotationId, putGroup, putNote } from './annotations/edits';
import { spotsOf } from './canvas/tidy';

/** Chosen activities with the arrows among them, notes and groups. */
export function excerptOf(campaign: Campaign, { activities: ids, notes, groups }: Chosen): Excerpt {
  const spots = spotsOf(campaign);
  const { activities, transitions } = campaign.flow;
  const picked = <T>(record: Readonly<Record<string, T>> | undefined, chosen: readonly string[]) =>
    Object.fromEntries(Object.entries(record ?? {}).filter(([id]) => chosen.includes(id)));
  return {
    muster: 'activities',
    format: 1,
    activities: activities.filter((activity) => ids.includes(activity.id)),
    transitions: transitions.filter((t) => ids.includes(t.from) && ids.includes(t.to)),
    ...(notes.length > 0 ? { notes: picked(campaign.notes, notes) } : {}),
    ...(groups.length > 0 ? { groups: picked(campaign.groups, groups) } : {}),
    layout: picked(spots, [...ids, ...notes]),
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

/** How far to the side nothing stands exactly where an original was. */
function freeShift(ids: readonly string[], layout: Excerpt['layout'], spots: Excerpt['layout']): number {
  const places = Object.values(spots).map(({ x, y }) => `${x}/${y}`);
  let shift = 0;
  while (ids.some((id) => places.includes(`${(layout[id]?.x ?? 0) + shift}/${(layout[id]?.y ?? 0) + shift}`))) shift += 48;
  return shift;
}

/** What was pasted, by the kinds a selection has. */
interface Pasted {
  campaign: Campaign;
  copies: Required<Pick<Selection, 'activities' | 'annotations'>>;
}

/** Puts an excerpt into a campaign under new ids, to the side of what is where it came from. */
export function pasteExcerpt(campaign: Campaign, { activities, transitions, notes = {}, groups = {}, layout }: Excerpt): Pasted {
  const spots = spotsOf(campaign);
  const taken = campaign.flow.activities.map((activity) => activity.id);
  const names = new Map<string, string>();
  for (const { id } of activities) names.set(id, freshId(id.replace(/-\d+$/, ''), [...taken, ...names.values()]));
  for (const id of Object.keys(notes)) names.set(id, annotationId('note'));
  for (const id of Object.keys(groups)) names.set(id, annotationId('group'));
  const named = (id: string) => names.get(id) ?? id;
  const placed = [...activities.map(({ id }) => id), ...Object.keys(notes)];
  const shift = freeShift(placed, layout, spots);
  const at = placed.map((id) => [named(id), { ...layout[id], x: (layout[id]?.x ?? 0) + shift, y: (layout[id]?.y ?? 0) + shift }]);
  const flow = {
    activities: [...campaign.flow.activities, ...activities.map((a) => ({ ...pointedAnew(a, names), id: named(a.id) }))],
    transitions: [
      ...campaign.flow.transitions,
      ...transitions.filter((t) => names.has(t.from) && names.has(t.to)).map((t) => ({ ...t, from: named(t.from), to: named(t.to) })),
    ],
  };
  let pasted: Campaign = { ...campaign, flow, layout: { ...spots, ...Object.fromEntries(at) } };
  for (const [id, note] of Object.entries(notes)) pasted = putNote(pasted, named(id), note);
  for (const [id, group] of Object.entries(groups)) {
    const members = group.members.flatMap((member) => names.get(member) ?? []).sort();
    if (members.length > 0) pasted = putGroup(pasted, named(id), { ...group, members });
  }
  const copies = {
    activities: activities.map((a) => named(a.id)),
    annotations: [...Object.keys(notes), ...Object.keys(groups)].map(named),
  };
  return { campaign: pasted, copies };
}
