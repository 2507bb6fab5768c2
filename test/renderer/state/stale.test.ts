import { expect, test } from 'vitest';
import type { Campaign } from '../../../core/model/campaign';
import { staleActivities } from '../../../renderer/state/stale';
import { campaign } from '../flow-document';

const changed = (change: Partial<Campaign['flow']>): Campaign => ({ ...campaign, flow: { ...campaign.flow, ...change } });
const stale = (after: Campaign) => [...staleActivities(campaign, after)].sort();

test('an edited activity makes itself and what follows unknown, and nothing else', () => {
  const activities = campaign.flow.activities.map((a) =>
    a.id === 'b' && a.type === 'build-audience' ? { ...a, rule: { kind: 'any' as const, rules: [] } } : a,
  );
  expect(stale(changed({ activities }))).toEqual(['b', 'c', 'mail']);
});

test('a removed arrow makes its end unknown', () => {
  expect(stale(changed({ transitions: campaign.flow.transitions.slice(1) }))).toEqual(['c', 'mail']);
});

test('labels, notes and places change no count', () => {
  const activities = campaign.flow.activities.map((a) => ({ ...a, label: 'Other', note: 'words' }));
  expect(stale({ ...changed({ activities }), layout: { a: { x: 5, y: 5 } } })).toEqual([]);
});

test('notes and groups change no count', () => {
  const notes = { 'note-1': { text: 'words', role: 'task' as const } };
  const groups = { 'group-1': { title: 'All', members: ['a', 'b', 'note-1'] } };
  expect(stale({ ...campaign, notes, groups })).toEqual([]);
});

test('another salt or control group changes every count', () => {
  expect(stale({ ...campaign, seed: 'other' })).toHaveLength(5);
  expect(stale({ ...campaign, control: { share: 0.1 } })).toHaveLength(5);
});
