import { expect, test } from 'vitest';
import { excerptOf, pasteExcerpt, readExcerpt } from '../../../renderer/features/campaign/excerpts';
import { build, campaign } from '../flow-document';

test('what is copied is text that pastes with its arrows, under new ids, beside what it was copied from', () => {
  const read = readExcerpt(JSON.stringify(excerptOf(campaign, ['c', 'mail']), null, 2));
  if (!read) throw new Error('nothing was read');
  const { campaign: next, copies } = pasteExcerpt(campaign, read);
  expect(copies).toEqual(['c-2', 'mail-2']);
  expect(next.flow.activities).toHaveLength(7);
  expect(next.flow.transitions.at(-1)).toEqual({ from: 'c-2', output: 'out', to: 'mail-2', input: 0 });
  expect(next.layout['c-2']).not.toEqual(next.layout.c);
  const again = pasteExcerpt(next, read);
  expect(again.copies).toEqual(['c-3', 'mail-3']);
  expect(again.campaign.layout['c-3']).not.toEqual(next.layout['c-2']);
});

test('a test that looks at a copied activity looks at the copy', () => {
  const looking = {
    id: 'look',
    type: 'test' as const,
    branches: [{ id: 'some', all: [{ left: { kind: 'count' as const, activity: 'a' }, op: 'at-least' as const, right: 1 }] }],
  };
  const flow = { activities: [build('a'), looking], transitions: [] };
  const { campaign: next } = pasteExcerpt({ ...campaign, flow }, excerptOf({ ...campaign, flow }, ['a', 'look']));
  expect(next.flow.activities.at(-1)).toMatchObject({ id: 'look-2', branches: [{ all: [{ left: { activity: 'a-2' } }] }] });
});

test('other text is left alone, and broken activities are an error', () => {
  expect(readExcerpt('Dear all,')).toBeUndefined();
  expect(() => readExcerpt('{"muster": "activities", "format": 1')).toThrow(expect.objectContaining({ code: 'bad-document' }));
  expect(() => readExcerpt('{"muster": "activities", "format": 1, "activities": []}')).toThrow(
    expect.objectContaining({ code: 'bad-document' }),
  );
});
