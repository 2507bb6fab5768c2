import { expect, test } from 'vitest';
import { type Campaign, campaign as campaignSchema } from '../../../core/model/campaign';
import {
  annotationId,
  groupOf,
  joinGroup,
  leaveGroups,
  putNote,
  removeAnnotations,
  setCollapsed,
} from '../../../renderer/features/campaign/annotations/edits';
import { arrowsOf } from '../../../renderer/features/campaign/canvas/arrows';
import { boxesOf, framesOf } from '../../../renderer/features/campaign/canvas/frames';
import { letGoIn, settled, withMembers } from '../../../renderer/features/campaign/canvas/moves';
import { keepSame, nodesOf, type Placed } from '../../../renderer/features/campaign/canvas/nodes';
import { notesAlong, spotsOf, tidy } from '../../../renderer/features/campaign/canvas/tidy';
import { insertActivity, removeActivities } from '../../../renderer/features/campaign/edits';
import { en } from '../../../renderer/text/en';
import { build, campaign } from '../flow-document';

const noted = putNote({ ...campaign, layout: spotsOf(campaign) }, 'note-1', { text: 'why', role: 'question' }, { x: 900, y: 900 });
const grouped = joinGroup(noted, 'group-1', 'Gather', ['b', 'a', 'note-1']);
const none = { activities: [] };

function placedOf(of: Campaign): Placed {
  const boxes = boxesOf(of, spotsOf(of));
  return { campaign: of, boxes, frames: framesOf(of, boxes) };
}

test('a group holds each of its members once, in order, out of any other group', () => {
  expect(grouped.groups).toEqual({ 'group-1': { title: 'Gather', members: ['a', 'b', 'note-1'] } });
  const moved = joinGroup(grouped, 'group-2', 'Other', ['a', 'c']);
  expect(moved.groups).toEqual({
    'group-1': { title: 'Gather', members: ['b', 'note-1'] },
    'group-2': { title: 'Other', members: ['a', 'c'] },
  });
  expect(campaignSchema.safeParse(moved).success).toBe(true);
});

test('a group without members is gone, and a campaign without annotations is as it was before', () => {
  expect(leaveGroups(grouped, ['a', 'b', 'note-1'])).toEqual(noted);
  expect(removeAnnotations(grouped, ['group-1'])).toEqual(noted);
  expect(removeAnnotations(noted, ['note-1'])).toEqual({ ...campaign, layout: spotsOf(campaign) });
  expect(removeActivities(grouped, ['a', 'b']).groups?.['group-1']?.members).toEqual(['note-1']);
});

test('what is put into an arrow within a group is in the group', () => {
  const inside = joinGroup(grouped, 'group-1', '', ['c']);
  const [arrow] = campaign.flow.transitions;
  if (!arrow) throw new Error('no arrow');
  expect(groupOf(insertActivity(inside, build('new'), { x: 0, y: 0 }, arrow), 'new')).toBe('group-1');
  expect(groupOf(insertActivity(grouped, build('new'), { x: 0, y: 0 }, arrow), 'new')).toBeUndefined();
});

test('a frame is around its members, whom it takes along', () => {
  const placed = placedOf(grouped);
  const [frame] = placed.frames;
  if (!frame) throw new Error('no frame');
  for (const id of ['a', 'b', 'note-1']) {
    const box = placed.boxes.get(id);
    expect(box?.x).toBeGreaterThan(frame.box.x);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(frame.box.y + frame.box.height);
  }
  const nodes = nodesOf(placed, [], none, en);
  const to = { x: frame.box.x + 10, y: frame.box.y + 20 };
  const changes = withMembers([{ id: 'group-1', type: 'position', position: to, dragging: true }], nodes, placed);
  expect(changes.map((change) => 'id' in change && change.id)).toEqual(['group-1', 'note-1', 'a', 'b']);
  const spots = settled([{ id: 'group-1', type: 'position', position: to, dragging: false }], placed);
  expect(spots['note-1']).toEqual({ x: 910, y: 920 });
  expect(Object.keys(spots).sort()).toEqual(['a', 'b', 'note-1']);
});

test('what is let go within a frame joins its group, unless it has one', () => {
  const placed = placedOf(grouped);
  const inside = spotsOf(grouped).a ?? { x: 0, y: 0 };
  expect([...letGoIn({ c: inside, b: inside }, placed)]).toEqual([['c', 'group-1']]);
  expect([...letGoIn({ c: { x: -4000, y: 0 } }, placed)]).toEqual([]);
});

test('a collapsed group hides what is in it, and arrows lead from it', () => {
  const closed = setCollapsed(grouped, ['group-1'], true);
  const placed = placedOf(closed);
  expect(nodesOf(placed, [], none, en).map((node) => node.id)).toEqual(['group-1', 'c', 'mail', 'z']);
  expect(arrowsOf(closed, placed.frames, none, en).map(({ source, sourceHandle, target }) => [source, sourceHandle, target])).toEqual([
    ['group-1', 'a/out', 'c'],
    ['group-1', 'b/out', 'c'],
    ['c', 'out', 'mail'],
  ]);
  const all = setCollapsed(joinGroup(grouped, 'group-1', '', ['c']), ['group-1'], true);
  expect(arrowsOf(all, placedOf(all).frames, none, en).map((arrow) => arrow.id)).toEqual(['c/out>mail/0']);
  expect(setCollapsed(closed, ['group-1'], false)).toEqual(grouped);
});

test('a member that is not there, or in two groups, does no harm', () => {
  const merged: Campaign = {
    ...noted,
    groups: { 'group-1': { title: 'One', members: ['a', 'gone'] }, 'group-2': { title: 'Two', members: ['a', 'b'] } },
  };
  expect(placedOf(merged).frames.map(({ id, members }) => [id, members])).toEqual([
    ['group-1', ['a']],
    ['group-2', ['b']],
  ]);
});

test('tidying keeps groups together and takes notes along', () => {
  const after = tidy(joinGroup(noted, 'group-1', 'Gather', ['a', 'z']));
  const notes = notesAlong(noted, Object.fromEntries(Object.entries(spotsOf(noted)).map(([id, { x, y }]) => [id, { x: x + 5, y: y - 3 }])));
  expect(Object.keys(after).sort()).toEqual(['a', 'b', 'c', 'mail', 'z']);
  expect(notes).toEqual({ 'note-1': { x: 905, y: 897 } });
});

test('what did not change stays the same object', () => {
  const before = nodesOf(placedOf(grouped), [], none, en);
  const relabelled = {
    ...grouped,
    flow: { ...grouped.flow, activities: grouped.flow.activities.map((a) => (a.id === 'c' ? { ...a, label: 'C' } : a)) },
  };
  const after = keepSame(nodesOf(placedOf(relabelled), [], none, en), before);
  expect(after.filter((node, i) => node !== before[i]).map((node) => node.id)).toEqual(['c']);
});

test('ids of notes are not one when two people add them', () => {
  expect(annotationId('note')).not.toBe(annotationId('note'));
});
