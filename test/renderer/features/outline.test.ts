import { expect, test } from 'vitest';
import type { Campaign } from '../../../core/model/campaign';
import { between, isChosen, lineOf, only, standingIn, toggled } from '../../../renderer/features/campaign/outline/choosing';
import { type OutlineRow, outlineOf, walkOutline } from '../../../renderer/features/campaign/outline/outline';
import { withArrow } from '../../../renderer/state/arrows';
import { build, campaign } from '../flow-document';

const rows = outlineOf(campaign);
const [first, second, last] = campaign.flow.transitions as [(typeof campaign.flow.transitions)[0], ...typeof campaign.flow.transitions];
const row = (key: string): OutlineRow => {
  const found = rows.find((one) => one.key === key);
  if (!found) throw new Error(`no line ${key}`);
  return found;
};

test('every activity is in the outline once, below the first that leads to it and behind its arrow', () => {
  expect(rows).toEqual([
    { kind: 'activity', key: 'a', id: 'a', level: 1, parent: undefined, also: [] },
    { kind: 'arrow', key: 'a/out>c/0', level: 2, parent: 'a', arrow: first },
    { kind: 'activity', key: 'c', id: 'c', level: 2, parent: 'a', also: ['b'] },
    { kind: 'arrow', key: 'c/out>mail/0', level: 3, parent: 'c', arrow: last },
    { kind: 'activity', key: 'mail', id: 'mail', level: 3, parent: 'c', also: [] },
    { kind: 'activity', key: 'b', id: 'b', level: 1, parent: undefined, also: [] },
    { kind: 'arrow', key: 'b/out>c/1', level: 2, parent: 'b', arrow: second },
    { kind: 'activity', key: 'z', id: 'z', level: 1, parent: undefined, also: [] },
  ]);
});

test('of several outputs each has its arrows or a line that says there is none, in the order they are drawn', () => {
  const parted: Campaign = {
    ...campaign,
    flow: {
      activities: [
        { id: 'parts', type: 'split', subsets: [{ id: 'one' }, { id: 'two' }, { id: 'three' }], complement: true },
        build('x'),
        build('y'),
      ],
      transitions: [
        { from: 'parts', output: 'three', to: 'x', input: 0 },
        { from: 'parts', output: 'one', to: 'x', input: 1 },
        { from: 'parts', output: 'one', to: 'y', input: 0 },
      ],
    },
  };
  expect(outlineOf(parted).map(({ key, level }) => [key, level])).toEqual([
    ['parts', 1],
    ['parts/one>x/1', 2],
    ['x', 2],
    ['parts/one>y/0', 2],
    ['y', 2],
    ['parts/two', 2],
    ['parts/three>x/0', 2],
    ['parts/complement', 2],
  ]);
});

test('groups with their notes and other notes are below the flow', () => {
  const annotated = {
    ...campaign,
    notes: { 'note-1': { text: 'one', role: 'remark' as const }, 'note-2': { text: 'two', role: 'remark' as const } },
    groups: { 'group-1': { title: 'First', members: ['a', 'note-2'] } },
  };
  expect(
    outlineOf(annotated)
      .slice(rows.length)
      .map(({ key, level, parent }) => [key, level, parent]),
  ).toEqual([
    ['group-1', 1, undefined],
    ['note-2', 2, 'group-1'],
    ['note-1', 1, undefined],
  ]);
});

test('keys walk the tree', () => {
  expect(walkOutline(rows, undefined, 'ArrowDown')).toBe('a');
  expect(walkOutline(rows, 'mail', 'ArrowDown')).toBe('b');
  expect(walkOutline(rows, 'mail', 'ArrowLeft')).toBe('c');
  expect(walkOutline(rows, 'a', 'ArrowRight')).toBe('a/out>c/0');
  expect(walkOutline(rows, 'z', 'ArrowRight')).toBeUndefined();
  expect(walkOutline(rows, 'a', 'End')).toBe('z');
});

test('from one line to another everything is selected but arrows, whichever way one goes', () => {
  expect(between(rows, 'a', 'mail')).toEqual({ activities: ['a', 'c', 'mail'] });
  expect(between(rows, 'mail', 'a')).toEqual({ activities: ['a', 'c', 'mail'] });
  expect(between(rows, undefined, 'b')).toEqual({ activities: ['b'] });
});

test('a line is added to what is selected and taken out again; an arrow is selected alone', () => {
  expect(toggled(rows, { activities: ['b'] }, row('a'))).toEqual({ activities: ['a', 'b'] });
  expect(toggled(rows, { activities: ['a', 'b'] }, row('a'))).toEqual({ activities: ['b'] });
  expect(toggled(rows, { activities: ['a', 'b'] }, row('b/out>c/1'))).toEqual(withArrow(second as typeof first));
  expect(toggled(rows, withArrow(first), row('mail'))).toEqual({ activities: ['mail'] });
});

test('a selected arrow is selected and not its activity, nor another arrow of the same output', () => {
  const chosen = (selection: Parameters<typeof isChosen>[1], of = rows) =>
    of.filter((one) => isChosen(one, selection)).map(({ key }) => key);
  const forked = outlineOf({
    ...campaign,
    flow: { ...campaign.flow, transitions: [...campaign.flow.transitions, { ...first, to: 'z', input: 0 }] },
  });
  expect(chosen(only(row('a/out>c/0')), forked)).toEqual(['a/out>c/0']);
  expect(chosen({ activities: ['a'], output: 'out' }, forked)).toEqual(['a/out>c/0', 'a/out>z/0']);
  expect(chosen(only(row('a')))).toEqual(['a']);
});

test('one stands where one walked, and on what was selected elsewhere', () => {
  const walked = { at: 'b', from: 'b', selection: only(row('a')) };
  expect(standingIn(rows, walked, walked.selection).at).toBe('b');
  expect(standingIn(rows, walked, { activities: ['a', 'b'] }).at).toBe('b');
  expect(standingIn(rows, walked, { activities: ['mail'] })).toMatchObject({ at: 'mail', from: 'mail' });
  expect(standingIn(rows, walked, { activities: [] }).at).toBeUndefined();
});

test('where the arrow one stood on is gone, one stands on the activity it left', () => {
  expect(lineOf(rows, { activities: ['z'], output: 'out' })).toBe('z');
});
