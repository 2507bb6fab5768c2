import { expect, test } from 'vitest';
import { closedKept, desk as deskSchema } from '../../../core/model/desk';
import { addTab, changeTab, closeTab, newDesk, reopenTab, showTab } from '../../../renderer/state/desk-edits';

const empty = { name: 'Query', sql: '' };
const three = addTab(addTab(newDesk({ name: 'A', sql: '1' }), { name: 'B', sql: '2' }), { name: 'C', sql: '3' });
const names = (desk: typeof three) => desk.tabs.map((tab) => tab.name);

test('a tab that is closed leaves its neighbour, and comes back where it was with all it had', () => {
  const typed = changeTab({ ...three, active: 'b' }, 'b', { sql: 'SELECT 2', cursor: 4 });
  const closed = closeTab(typed, 'b', empty);
  expect([names(closed), closed.active]).toEqual([['A', 'C'], 'c']);
  const back = reopenTab(closed);
  expect(back).toEqual({ ...typed, closed: [] });
  expect(reopenTab(back)).toBe(back);
});

test('closing one that is not shown shows the same as before', () => {
  expect(closeTab(three, 'a', empty).active).toBe('c');
  expect(closeTab(three, 'nothing', empty)).toBe(three);
});

test('what is open already is shown instead of opened again, unless it says something else by now', () => {
  const query = { name: 'Towns', sql: 'SELECT $town', parameters: [{ name: 'town', type: 'text' as const, value: 'Ulm' }] };
  const open = showTab(three, query);
  expect([names(open), open.active]).toEqual([['A', 'B', 'C', 'Towns'], 'towns']);
  expect(showTab({ ...open, active: 'a' }, query)).toEqual(open);
  const other = { ...query, parameters: [{ name: 'town', type: 'text' as const, value: 'Bonn' }] };
  expect(showTab(open, other).tabs.length).toBe(5);
  for (const change of [{ sql: 'SELECT 1' }, { name: 'Mine' }])
    expect(showTab(changeTab(open, 'towns', change), query).tabs.length).toBe(5);
});

test('there is always a tab, and ids are never given twice', () => {
  let desk = newDesk(empty);
  for (let n = 0; n < closedKept + 5; n++) desk = closeTab(desk, desk.active, empty);
  expect([desk.tabs.length, desk.closed.length]).toEqual([1, closedKept]);
  const ids = [...desk.tabs, ...desk.closed.map((c) => c.tab)].map((tab) => tab.id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(deskSchema.parse(desk)).toEqual(desk);
});
