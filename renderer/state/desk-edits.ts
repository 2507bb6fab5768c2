import { sameJson } from '../../core/history/patch';
import { closedKept, type Desk, deskFormat, type Tab } from '../../core/model/desk';
import { freshId } from './fresh-id';

/** What a tab begins with; it gets an id of its own. */
export type NewTab = Omit<Tab, 'id' | 'cursor' | 'parameters'> & Partial<Pick<Tab, 'cursor' | 'parameters'>>;

export function newDesk(tab: NewTab): Desk {
  return addTab({ format: deskFormat, id: 'sql', tabs: [], active: 'tab', closed: [] }, tab);
}

/** Puts a tab last and shows it. */
export function addTab(desk: Desk, tab: NewTab): Desk {
  const taken = [...desk.tabs, ...desk.closed.map((c) => c.tab)].map((t) => t.id);
  const made: Tab = { cursor: 0, parameters: [], ...tab, id: freshId(tab.name, taken, 'tab') };
  return { ...desk, tabs: [...desk.tabs, made], active: made.id };
}

/** Shows the tab that says the same under the same name already, else a new one. */
export function showTab(desk: Desk, tab: NewTab): Desk {
  const said = ({ name, sql, parameters }: NewTab) => ({ name, sql, parameters: parameters ?? [] });
  const open = desk.tabs.find((other) => sameJson(said(other), said(tab)));
  return open ? { ...desk, active: open.id } : addTab(desk, tab);
}

export function changeTab(desk: Desk, id: string, change: Partial<Omit<Tab, 'id'>>): Desk {
  return { ...desk, tabs: desk.tabs.map((tab) => (tab.id === id ? { ...tab, ...change } : tab)) };
}

/** Closes a tab and shows the one that takes its place; `next` stands in for the last one. */
export function closeTab(desk: Desk, id: string, next: NewTab): Desk {
  const at = desk.tabs.findIndex((tab) => tab.id === id);
  const tab = desk.tabs[at];
  if (!tab) return desk;
  const tabs = desk.tabs.filter((t) => t !== tab);
  const neighbour = tabs[at] ?? tabs[at - 1];
  const closed = { ...desk, tabs, closed: [{ tab, at }, ...desk.closed].slice(0, closedKept) };
  if (!neighbour) return addTab(closed, next);
  return { ...closed, active: desk.active === id ? neighbour.id : desk.active };
}

/** Brings back the tab that was closed last, where it was. */
export function reopenTab(desk: Desk): Desk {
  const [last, ...closed] = desk.closed;
  if (!last) return desk;
  return { ...desk, tabs: desk.tabs.toSpliced(last.at, 0, last.tab), active: last.tab.id, closed };
}
