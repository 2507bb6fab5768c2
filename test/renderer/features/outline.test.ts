import { expect, test } from 'vitest';
import { outlineOf, walkOutline } from '../../../renderer/features/campaign/outline/outline';
import { campaign } from '../flow-document';

const rows = outlineOf(campaign);

test('every activity is in the outline once, below the first that leads to it', () => {
  expect(rows).toEqual([
    { id: 'a', level: 1, parent: undefined, via: undefined, also: [] },
    { id: 'c', level: 2, parent: 'a', via: 'out', also: ['b'] },
    { id: 'mail', level: 3, parent: 'c', via: 'out', also: [] },
    { id: 'b', level: 1, parent: undefined, via: undefined, also: [] },
    { id: 'z', level: 1, parent: undefined, via: undefined, also: [] },
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
      .slice(5)
      .map(({ id, level, parent }) => [id, level, parent]),
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
  expect(walkOutline(rows, 'a', 'ArrowRight')).toBe('c');
  expect(walkOutline(rows, 'b', 'ArrowRight')).toBeUndefined();
  expect(walkOutline(rows, 'a', 'End')).toBe('z');
});
