import { create } from 'zustand';
import { sameJson } from '../../core/history/patch';
import type { Desk } from '../../core/model/desk';
import { newDesk } from './desk-edits';
import { attempt } from './failures';
import { call } from './host';

interface Open {
  desk: Desk | null;
  saved: boolean;
  /** The last save did not succeed. */
  failed: boolean;
}

const unread: Open = { desk: null, saved: true, failed: false };

/** What lies open where SQL is written, null until it was read; and whether the host has all of it. */
export const useDesk = create<Open>(() => unread);

const pause = 700;
let timer: ReturnType<typeof setTimeout> | undefined;
let unsaved: Desk | undefined;
/** How many workspaces were left: what is on its way when one is left is nothing to the next. */
let left = 0;

/** Reads the desk of the open workspace; a new one has an empty tab. */
export async function openDesk(name: string): Promise<void> {
  const saved = await call('sql.desk', {});
  useDesk.setState({ desk: saved ?? newDesk({ name, sql: '' }) });
}

/** Changes the desk; it is saved when nothing has changed for a moment. */
export function editDesk(edit: (desk: Desk) => Desk): void {
  const { desk } = useDesk.getState();
  if (!desk) return;
  const next = edit(desk);
  if (next === desk) return;
  useDesk.setState({ desk: next, saved: false });
  unsaved = next;
  clearTimeout(timer);
  timer = setTimeout(() => attempt(saveDeskNow), pause);
}

/** Saves what is not saved yet: before the workspace or the window goes. */
export async function saveDeskNow(): Promise<void> {
  clearTimeout(timer);
  const desk = unsaved;
  const mine = left;
  unsaved = undefined;
  if (!desk) return;
  try {
    await call('sql.saveDesk', { desk });
  } catch (error) {
    if (mine === left) {
      unsaved ??= desk;
      useDesk.setState({ failed: true });
    }
    throw error;
  }
  if (mine === left) useDesk.setState({ failed: false, saved: unsaved === undefined });
}

/** Reads it again, which another window may have changed, where nothing waits to be saved here. */
export async function lookAtDeskAgain(): Promise<void> {
  if (!useDesk.getState().desk || unsaved) return;
  const desk = await call('sql.desk', {});
  if (desk && !unsaved && !sameJson(useDesk.getState().desk, desk)) useDesk.setState({ desk });
}

/** Another workspace has another desk: what waits to be saved is not its. */
export function clearDesk(): void {
  clearTimeout(timer);
  unsaved = undefined;
  left += 1;
  useDesk.setState(unread);
}
