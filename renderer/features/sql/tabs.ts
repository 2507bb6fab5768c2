import type { Desk, Tab } from '../../../core/model/desk';
import type { Query } from '../../../core/model/query';
import { editDesk, useDesk } from '../../state/desk';
import { addTab, changeTab, closeTab, type NewTab, reopenTab, showTab } from '../../state/desk-edits';
import { useSayings } from '../../state/failures';
import { freshId } from '../../state/fresh-id';
import { call } from '../../state/host';
import { refreshQueries, useLibrary } from '../../state/library';
import type { Text } from '../../text/use-text';
import { cancelRun } from './runs';

/** `Query 3`, when there is a `Query 2`. */
export function freeName(desk: Desk, t: Text): string {
  const taken = new Set(desk.tabs.map((tab) => tab.name));
  let n = 1;
  while (taken.has(t.sql.tabs.name(String(n)))) n++;
  return t.sql.tabs.name(String(n));
}

export const edit = (id: string, change: Partial<Omit<Tab, 'id'>>) => editDesk((desk) => changeTab(desk, id, change));
export const pick = (active: string) => editDesk((desk) => ({ ...desk, active }));
export const reopen = () => editDesk(reopenTab);

export function open(t: Text, tab: Partial<NewTab> = {}): void {
  editDesk((desk) => addTab(desk, { name: freeName(desk, t), sql: '', ...tab }));
}

/** Shows the tab that says this under this name already, else a new one. */
export const show = (tab: NewTab) => editDesk((desk) => showTab(desk, tab));

/** The neighbour to the right (1) or left (-1), around the ends. */
export function step(by: 1 | -1): void {
  editDesk((desk) => {
    const at = desk.tabs.findIndex((tab) => tab.id === desk.active);
    const next = desk.tabs[(at + by + desk.tabs.length) % desk.tabs.length];
    return next ? { ...desk, active: next.id } : desk;
  });
}

export function close(t: Text, tab: Tab): void {
  cancelRun(tab.id);
  editDesk((desk) => closeTab(desk, tab.id, { name: t.sql.tabs.name('1'), sql: '' }));
  if (tab.sql.trim() !== '')
    useSayings.getState().say({ tone: 'success', text: t.sql.tabs.closed(tab.name), action: { label: t.sql.tabs.reopen, run: reopen } });
}

/** Shows a saved query: in the tab that has it, else in a new one. */
export function openQuery({ id, name, sql, parameters, chart }: Query): void {
  editDesk((desk) => {
    const known = desk.tabs.find((tab) => tab.query === id);
    if (known) return { ...desk, active: known.id };
    return addTab(desk, { name, query: id, sql, parameters, ...(chart ? { chart } : {}) });
  });
}

/** Whether a tab says something else than the query it belongs to. */
export function isChanged(tab: Tab, queries: readonly Query[] | null): boolean {
  const query = queries?.find((q) => q.id === tab.query);
  if (!query) return false;
  const said = ({ sql, parameters, chart }: Tab | Query) => JSON.stringify([sql, parameters, chart ?? null]);
  return said(tab) !== said(query);
}

/** Saves a tab as the query it belongs to, or as a new one of this name. */
export async function saveTab(t: Text, tab: Tab, name?: string): Promise<void> {
  await refreshQueries();
  const queries = useLibrary.getState().queries ?? [];
  const known = name === undefined ? queries.find((q) => q.id === tab.query) : undefined;
  const { sql, parameters, chart } = tab;
  const id =
    known?.id ??
    freshId(
      name ?? tab.name,
      queries.map((q) => q.id),
      'query',
    );
  const named = known?.name ?? name ?? tab.name;
  await call('query.save', { query: { format: 1, id, name: named, kind: 'sql', sql, parameters, ...(chart ? { chart } : {}) } });
  edit(tab.id, { query: id, name: named });
  await refreshQueries();
  useSayings.getState().say({ tone: 'success', text: t.sql.queries.saved(named) });
}

export const activeTab = (): Tab | undefined => {
  const { desk } = useDesk.getState();
  return desk?.tabs.find((tab) => tab.id === desk.active);
};
