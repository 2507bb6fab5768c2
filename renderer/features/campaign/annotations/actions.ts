import type { Note } from '../../../../core/model/annotations';
import type { Campaign } from '../../../../core/model/campaign';
import { edit, select, useCampaign } from '../../../state/campaign';
import type { Text } from '../../../text/use-text';
import { type Box, boxesOf, frameAround, noteBox, noteSize } from '../canvas/frames';
import { nodeSize } from '../canvas/geometry';
import { spotsOf } from '../canvas/tidy';
import { place, type Spot } from '../edits';
import { startEditing, useEditing, writeInForm } from './editing';
import { annotationId, groupOf, joinGroup, leaveGroups, putGroup, putNote, removeAnnotations, setCollapsed } from './edits';

/** A new note above what is selected, else below everything; its words are written at once. */
export function addNote(t: Text): void {
  const { campaign, selection } = useCampaign.getState();
  if (!campaign) return;
  const id = annotationId('note');
  const spot = spotForNote(campaign, selection.activities[0]);
  edit(t.annotations.edits.note, (c) => putNote({ ...c, layout: spotsOf(c) }, id, { text: '', role: 'remark' }, { ...spot, ...noteSize }));
  select({ activities: [], annotations: [id] });
  startEditing(id);
}

function spotForNote(campaign: Campaign, beside: string | undefined): Spot {
  const spots = spotsOf(campaign);
  const at = beside === undefined ? undefined : spots[beside];
  const all = Object.values(spots);
  const spot = at
    ? { x: at.x, y: at.y - noteSize.height - 32 }
    : { x: Math.min(0, ...all.map((s) => s.x)), y: Math.min(0, ...all.map((s) => s.y)) - noteSize.height - 32 };
  const taken = Object.keys(campaign.notes ?? {}).map((id) => noteBox(campaign.layout[id]));
  while (taken.some((box) => Math.abs(box.x - spot.x) < noteSize.width && Math.abs(box.y - spot.y) < noteSize.height))
    spot.x += nodeSize.width + 24;
  return spot;
}

export function changeNote(id: string, note: Note, t: Text, key?: string): void {
  edit(t.annotations.edits.changeNote, (c) => putNote(c, id, note), key && `${id}/${key}`);
}

export function resizeNote(id: string, { x, y, width, height }: Spot & { width: number; height: number }, t: Text): void {
  const at = { x: Math.round(x), y: Math.round(y), width: Math.round(width), height: Math.round(height) };
  edit(t.annotations.edits.resize, (c) => ({ ...c, layout: { ...c.layout, [id]: at } }), `${id}/size`);
}

/** What lies wholly between others is framed with them, as it looks. */
function withinFrame(campaign: Campaign, members: readonly string[]): string[] {
  const boxes = boxesOf(campaign, spotsOf(campaign));
  const frame = frameAround(members.flatMap((id) => boxes.get(id) ?? []));
  const isIn = ({ x, y, width, height }: Box) =>
    x > frame.x && y > frame.y && x + width < frame.x + frame.width && y + height < frame.y + frame.height;
  return [...boxes].flatMap(([id, box]) => (isIn(box) && groupOf(campaign, id) === undefined ? [id] : []));
}

/** Puts what is selected into one group: the selected one, or a new one whose title is written at once. */
export function groupSelected(t: Text): void {
  const { campaign, selection } = useCampaign.getState();
  if (!campaign) return;
  const { groups = {}, notes = {} } = campaign;
  const annotations = selection.annotations ?? [];
  const members = [...selection.activities, ...annotations.filter((id) => notes[id])];
  const [into] = annotations.filter((id) => groups[id]);
  if (members.length === 0) return;
  const id = into ?? annotationId('group');
  edit(t.annotations.edits.group, (c) =>
    joinGroup({ ...c, layout: spotsOf(c) }, id, t.annotations.newGroup, [...members, ...withinFrame(c, members)]),
  );
  select({ activities: [], annotations: [id] });
  if (into === undefined) startEditing(id);
}

/** Takes frames away and leaves what was in them; takes selected members out of their groups. */
export function ungroupSelected(t: Text): void {
  const { campaign, selection } = useCampaign.getState();
  if (!campaign) return;
  const annotations = selection.annotations ?? [];
  const frames = annotations.filter((id) => campaign.groups?.[id]);
  const members = [...selection.activities, ...annotations].filter((id) => groupOf(campaign, id) !== undefined);
  const freed = frames.flatMap((id) => campaign.groups?.[id]?.members ?? []);
  if (frames.length + members.length === 0) return;
  edit(t.annotations.edits.ungroup, (c) => removeAnnotations(leaveGroups(c, members), frames));
  select({ activities: [...selection.activities, ...freed.filter((id) => !campaign.notes?.[id])] });
}

export function takeOut(member: string, t: Text): void {
  edit(t.annotations.edits.ungroup, (c) => leaveGroups(c, [member]));
}

export function renameGroup(id: string, title: string, t: Text): void {
  edit(
    t.annotations.edits.renameGroup,
    (c) => {
      const group = c.groups?.[id];
      return group ? putGroup(c, id, { ...group, title }) : c;
    },
    `${id}/title`,
  );
}

/** Begins to write the words of the selected note or group: on the canvas, or in its form where a collapsed group hides it. */
export function writeSelected(): void {
  const { campaign, selection } = useCampaign.getState();
  const [id] = selection.annotations ?? [];
  const group = campaign && id !== undefined ? groupOf(campaign, id) : undefined;
  if (group !== undefined && campaign?.groups?.[group]?.collapsed) writeInForm();
  else startEditing(id);
}

/** A key pressed before the field of the words is drawn. The first letter of a title replaces it, as in its field. */
export function writeAhead(id: string, key: string, t: Text): void {
  const { campaign } = useCampaign.getState();
  const [note, group] = [campaign?.notes?.[id], campaign?.groups?.[id]];
  const letter = key === 'Enter' && note ? '\n' : key;
  if (key === 'Enter' && group) return startEditing(undefined);
  if ([...letter].length !== 1) return;
  if (note) changeNote(id, { ...note, text: note.text + letter }, t, 'text');
  if (group) renameGroup(id, (useEditing.getState().ahead ? group.title : '') + letter, t);
  useEditing.setState({ ahead: true });
}

/** Collapses the selected groups, or the groups of what is selected; opens them when all are collapsed. */
export function foldSelected(t: Text): void {
  const { campaign, selection } = useCampaign.getState();
  if (!campaign) return;
  const all = [...selection.activities, ...(selection.annotations ?? [])];
  const ids = [...new Set(all.flatMap((id) => (campaign.groups?.[id] ? id : (groupOf(campaign, id) ?? []))))];
  if (ids.length > 0) fold(ids, !ids.every((id) => campaign.groups?.[id]?.collapsed), t);
}

/** What is selected inside a group that collapses is selected no more: the group is. */
export function fold(ids: readonly string[], collapsed: boolean, t: Text): void {
  edit(collapsed ? t.annotations.edits.collapse : t.annotations.edits.expand, (c) =>
    setCollapsed({ ...c, layout: spotsOf(c) }, ids, collapsed),
  );
  select({ activities: [], annotations: [...ids] });
}

/**
 * Where a drag or arrow keys put activities and notes; those without a group that were let go within a frame are in its group from
 * now on. A walk by keys is one step of undo, and so is every drag.
 */
export function moveTo(spots: Readonly<Record<string, Spot>>, into: ReadonlyMap<string, string>, label: string, dragged: boolean): void {
  const ids = Object.keys(spots);
  const joined = (c: Campaign) => [...into].reduce((now, [id, group]) => joinGroup(now, group, '', [id]), c);
  edit(label, (c) => joined(place({ ...c, layout: spotsOf(c) }, spots)), dragged || into.size > 0 ? undefined : `move/${ids.join('/')}`);
}
