import { expect, test } from 'vitest';
import { campaign as campaignSchema } from '../../../core/model/campaign';
import {
  addActivity,
  changeActivity,
  connect,
  disconnect,
  insertActivity,
  mayConnect,
  reconnect,
  removeActivities,
} from '../../../renderer/features/campaign/edits';
import { activityTypes } from '../../../renderer/features/campaign/kinds';
import { newActivity } from '../../../renderer/features/campaign/new-activity';
import { freshId } from '../../../renderer/state/fresh-id';
import { around, build, campaign } from '../flow-document';

const at = { x: 0, y: 0 };

test('every kind from the palette is a valid document at once', () => {
  for (const type of activityTypes) {
    const next = addActivity(campaign, newActivity(type, 'new', around), at, { from: 'z', output: 'out' });
    expect(campaignSchema.safeParse(next).success, type).toBe(true);
  }
});

test('a cycle, a full input and an arrow into a source cannot be drawn', () => {
  expect(mayConnect(campaign, 'mail', 'c')).toBe(false);
  expect(mayConnect(campaign, 'z', 'mail')).toBe(false);
  expect(mayConnect(campaign, 'z', 'c')).toBe(true);
  expect(connect(campaign, 'mail', 'out', 'c')).toBe(campaign);
});

test('a new arrow takes the first free input', () => {
  const [first] = campaign.flow.transitions;
  const open = disconnect(campaign, first ? [first] : []);
  expect(connect(open, 'z', 'out', 'c').flow.transitions.at(-1)).toEqual({ from: 'z', output: 'out', to: 'c', input: 0 });
});

test('what is put into an arrow stands between its ends', () => {
  const arrow = { from: 'c', output: 'out', to: 'mail', input: 0 };
  const next = insertActivity(campaign, newActivity('deduplicate', 'one', around), at, arrow);
  expect(next.flow.transitions.filter((t) => t.from === 'one' || t.to === 'one')).toEqual([
    { from: 'c', output: 'out', to: 'one', input: 0 },
    { from: 'one', output: 'out', to: 'mail', input: 0 },
  ]);
  expect(next.flow.transitions).not.toContainEqual(arrow);
});

test('removing takes arrows and places along', () => {
  const next = removeActivities({ ...campaign, layout: { c: at, z: at } }, ['c']);
  expect(next.flow.transitions).toEqual([]);
  expect(next.layout).toEqual({ z: at });
});

test('what is removed from between two is passed by, but for its rest, and where it is not all that arrives or leaves', () => {
  const [first] = campaign.flow.transitions;
  if (!first) throw new Error('no arrow');
  const arrow = { from: 'c', output: 'out', to: 'mail', input: 0 };
  const between = (output: string) => {
    const next = insertActivity(campaign, newActivity('deduplicate', 'one', around), at, arrow);
    const transitions = next.flow.transitions.map((t) => (t.from === 'one' ? { ...t, output } : t));
    return { ...next, flow: { ...next.flow, transitions } };
  };
  expect(removeActivities(between('out'), ['one']).flow.transitions).toContainEqual(arrow);
  expect(removeActivities(between('complement'), ['one']).flow.transitions).not.toContainEqual(arrow);
  const more = connect(between('out'), 'one', 'out', 'z');
  expect(removeActivities(more, ['one']).flow.transitions).not.toContainEqual(arrow);
});

test('an arrow is led elsewhere and keeps its place among the inputs', () => {
  const [first] = campaign.flow.transitions;
  if (!first) throw new Error('no arrow');
  expect(reconnect(campaign, first, 'z', 'out', 'c').flow.transitions[0]).toEqual({ from: 'z', output: 'out', to: 'c', input: 0 });
  expect(reconnect(campaign, first, 'a', 'out', 'mail')).toBe(campaign);
  expect(reconnect(campaign, first, 'mail', 'out', 'c')).toBe(campaign);
});

test('arrows from an output that is gone go too', () => {
  const withRest = connect(changeActivity(campaign, { ...build('z'), complement: true }), 'z', 'complement', 'c');
  expect(withRest.flow.transitions).toHaveLength(4);
  expect(changeActivity(withRest, build('z')).flow.transitions).toEqual(campaign.flow.transitions);
});

test('ids are made of plain letters and are never taken', () => {
  expect(freshId('Ünïque Näme!', [])).toBe('unique-name');
  expect(freshId('a', ['a', 'a-2'])).toBe('a-3');
  expect(freshId('…', [])).toBe('item');
});
