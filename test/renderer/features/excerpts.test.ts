import { expect, test } from 'vitest';
import { chosenOf } from '../../../renderer/features/campaign/annotations/chosen';
import { excerptOf, pasteExcerpt, readExcerpt } from '../../../renderer/features/campaign/excerpts';
import { build, campaign } from '../flow-document';

test('what is copied is text that pastes with its arrows, under new ids, beside what it was copied from', () => {
  const read = readExcerpt(JSON.stringify(excerptOf(campaign, { activities: ['c', 'mail'], notes: [], groups: [] }), null, 2));
  if (!read) throw new Error('nothing was read');
  const { campaign: next, copies } = pasteExcerpt(campaign, read);
  expect(copies).toEqual({ activities: ['c-2', 'mail-2'], annotations: [] });
  expect(next.flow.activities).toHaveLength(7);
  expect(next.flow.transitions.at(-1)).toEqual({ from: 'c-2', output: 'out', to: 'mail-2', input: 0 });
  expect(next.layout['c-2']).not.toEqual(next.layout.c);
  const again = pasteExcerpt(next, read);
  expect(again.copies.activities).toEqual(['c-3', 'mail-3']);
  expect(again.campaign.layout['c-3']).not.toEqual(next.layout['c-2']);
});

test('a test that looks at a copied activity looks at the copy', () => {
  const looking = {
    id: 'look',
    type: 'test' as const,
    branches: [{ id: 'some', all: [{ left: { kind: 'count' as const, activity: 'a' }, op: 'at-least' as const, right: 1 }] }],
  };
  const flow = { activities: [build('a'), looking], transitions: [] };
  const { campaign: next } = pasteExcerpt(
    { ...campaign, flow },
    excerptOf({ ...campaign, flow }, { activities: ['a', 'look'], notes: [], groups: [] }),
  );
  expect(next.flow.activities.at(-1)).toMatchObject({ id: 'look-2', branches: [{ all: [{ left: { activity: 'a-2' } }] }] });
});

test('a group is copied with what is in it, and its copy holds the copies', () => {
  const annotated = {
    ...campaign,
    notes: { 'note-1': { text: 'why', role: 'question' as const } },
    groups: { 'group-1': { title: 'First', members: ['a', 'note-1'] } },
    layout: { 'note-1': { x: 0, y: 0, width: 90, height: 80 } },
  };
  const chosen = chosenOf(annotated, { activities: [], annotations: ['group-1'] });
  expect(chosen).toEqual({ activities: ['a'], notes: ['note-1'], groups: ['group-1'] });
  const read = readExcerpt(JSON.stringify(excerptOf(annotated, chosen), null, 2));
  if (!read) throw new Error('nothing was read');
  const { campaign: next, copies } = pasteExcerpt(annotated, read);
  const [note = '', group = ''] = copies.annotations;
  expect(next.groups?.[group]).toEqual({ title: 'First', members: ['a-2', note].sort() });
  expect(next.groups?.['group-1']).toEqual(annotated.groups['group-1']);
  expect(next.notes?.[note]).toEqual(annotated.notes['note-1']);
  expect(next.layout[note]).toMatchObject({ width: 90, height: 80 });
  expect(next.layout[note]?.x).not.toBe(0);
});

test('notes alone are copied too', () => {
  const notes = { 'note-1': { text: 'why', role: 'question' as const } };
  const read = readExcerpt(JSON.stringify(excerptOf({ ...campaign, notes }, { activities: [], notes: ['note-1'], groups: [] }), null, 2));
  expect(read?.notes).toEqual(notes);
});

test('other text is left alone, and broken activities are an error', () => {
  expect(readExcerpt('Dear all,')).toBeUndefined();
  expect(() => readExcerpt('{"muster": "activities", "format": 1')).toThrow(expect.objectContaining({ code: 'bad-document' }));
  expect(() => readExcerpt('{"muster": "activities", "format": 1, "activities": []}')).toThrow(
    expect.objectContaining({ code: 'bad-document' }),
  );
});
