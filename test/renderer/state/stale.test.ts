import { expect, test } from 'vitest';
import type { Activity } from '../../../core/model/activity';
import type { Campaign } from '../../../core/model/campaign';
import { forgetCounts, recount, useCounts } from '../../../renderer/state/counts';
import { readingOthers, staleActivities } from '../../../renderer/state/stale';
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

test('another audience is not compared with the one that was read before; what follows is', () => {
  const read = (audience: string): Activity => ({ id: 'b', type: 'read-audience', audience });
  const reading = (audience: string) => changed({ activities: campaign.flow.activities.map((a) => (a.id === 'b' ? read(audience) : a)) });
  const [before, after] = [reading('one'), reading('other')];
  expect([...readingOthers(before, after)]).toEqual(['b']);
  expect([...readingOthers(before, before)]).toEqual([]);
  useCounts.setState({
    rows: new Map([
      ['b/out', 5],
      ['c/out', 7],
    ]),
  });
  recount(after, staleActivities(before, after), { counting: '', keeping: '' }, readingOthers(before, after));
  expect([...useCounts.getState().edited]).toEqual([['c/out', 7]]);
  forgetCounts();
});
