import type { Note } from '../../../../core/model/annotations';
import type { Campaign } from '../../../../core/model/campaign';
import type { Text } from '../../../text/use-text';

export function noteWords({ role, text }: Note, t: Text): string {
  return t.annotations.noteOf(t.annotations.roles[role], text.trim() || t.annotations.noWords);
}

export function groupTitle({ groups = {} }: Campaign, id: string, t: Text): string {
  return groups[id]?.title || t.annotations.newGroup;
}

/** A group by its title and how much is in it; or only the latter. */
export function groupWords(campaign: Campaign, id: string, t: Text, titled = true): string {
  const members = campaign.groups?.[id]?.members ?? [];
  const activities = campaign.flow.activities.filter((a) => members.includes(a.id)).length;
  const contents = t.annotations.contents(activities, members.filter((member) => campaign.notes?.[member]).length);
  return titled ? t.annotations.groupOf(groupTitle(campaign, id, t), contents) : contents;
}
