import type { Group, Note } from '../../../../core/model/annotations';
import type { Campaign } from '../../../../core/model/campaign';

type Places = Campaign['layout'];

/** An empty record is no record, so that a campaign without annotations is as it was before there were any. */
function withRecords(campaign: Campaign, notes: Record<string, Note>, groups: Record<string, Group>, layout: Places): Campaign {
  const { notes: _notes, groups: _groups, ...rest } = campaign;
  return {
    ...rest,
    ...(Object.keys(notes).length > 0 ? { notes } : {}),
    ...(Object.keys(groups).length > 0 ? { groups } : {}),
    layout,
  };
}

function without<T>(record: Readonly<Record<string, T>>, gone: ReadonlySet<string>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([id]) => !gone.has(id)));
}

/** Two branches may each add notes: what a name ends in is left to chance, so that theirs are not one. */
export function annotationId(kind: 'note' | 'group'): string {
  const bytes = crypto.getRandomValues(new Uint8Array(5));
  return `${kind}-${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

export function putNote(campaign: Campaign, id: string, note: Note, at?: Places[string]): Campaign {
  const layout = at ? { ...campaign.layout, [id]: at } : campaign.layout;
  return withRecords(campaign, { ...campaign.notes, [id]: note }, campaign.groups ?? {}, layout);
}

export function putGroup(campaign: Campaign, id: string, group: Group): Campaign {
  return withRecords(campaign, campaign.notes ?? {}, { ...campaign.groups, [id]: group }, campaign.layout);
}

/** The group something is drawn in. */
export function groupOf({ groups = {} }: Campaign, id: string): string | undefined {
  return Object.keys(groups)
    .sort()
    .find((group) => groups[group]?.members.includes(id));
}

/** Members leave their groups; a group without any is gone. */
export function leaveGroups(campaign: Campaign, ids: readonly string[]): Campaign {
  if (!campaign.groups) return campaign;
  const left = Object.entries(campaign.groups).flatMap(([id, group]) => {
    const members = group.members.filter((member) => !ids.includes(member));
    return members.length === 0 ? [] : [[id, members.length === group.members.length ? group : { ...group, members }] as const];
  });
  return withRecords(campaign, campaign.notes ?? {}, Object.fromEntries(left), campaign.layout);
}

/** Puts members into a group, out of any other. They are in order of id, which merges well. */
export function joinGroup(campaign: Campaign, id: string, title: string, ids: readonly string[]): Campaign {
  const was = campaign.groups?.[id];
  const members = [...new Set([...(was?.members ?? []), ...ids])].sort();
  return putGroup(leaveGroups(campaign, ids), id, { ...was, title: was?.title ?? title, members });
}

/** Groups go, their members stay; notes go. */
export function removeAnnotations(campaign: Campaign, ids: readonly string[]): Campaign {
  const gone = new Set(ids);
  const notes = ids.filter((id) => campaign.notes?.[id]);
  const { groups = {}, notes: kept = {}, layout } = leaveGroups(campaign, notes);
  return withRecords(campaign, without(kept, gone), without(groups, gone), without(layout, new Set(notes)));
}

export function setCollapsed(campaign: Campaign, ids: readonly string[], collapsed: boolean): Campaign {
  const groups = Object.entries(campaign.groups ?? {}).map(([id, group]) => {
    const { collapsed: _, ...open } = group;
    return [id, ids.includes(id) ? (collapsed ? { ...open, collapsed: true as const } : open) : group] as const;
  });
  return { ...campaign, groups: Object.fromEntries(groups) };
}
