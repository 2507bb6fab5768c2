import { create } from 'zustand';
import { mergeDesks } from '../../core/history/merge-desks';
import { sameJson } from '../../core/history/patch';
import type { Desk } from '../../core/model/desk';
import { type NewTab, newDesk, showTab } from './desk-edits';
import { attempt, useSayings } from './failures';
import { call } from './host';

interface Open {
  desk: Desk | null;
  saved: boolean;
  /** The last save did not succeed. */
  failed: boolean;
  /** How often something was taken over that another window wrote. */
  taken: number;
}

const unread: Open = { desk: null, saved: true, failed: false, taken: 0 };

/** What lies open where SQL is written, null until it was read; and whether the host has all of it. */
export const useDesk = create<Open>(() => unread);

const pause = 700;
let timer: ReturnType<typeof setTimeout> | undefined;
let unsaved: Desk | undefined;
/** What the host last told, and which time it was. */
let told: { desk: Desk; turn: number } | undefined;
/** How many workspaces were left: what is on its way when one is left is nothing to the next. */
let left = 0;

/** Reads the desk of the open workspace; a new one has an empty tab. */
export async function openDesk(name: string): Promise<void> {
  const { desk: saved, turn } = await call('sql.desk', {});
  const desk = saved ?? newDesk({ name, sql: '' });
  told = { desk, turn };
  useDesk.setState({ desk });
}

/** Shows SQL where SQL is written, from anywhere; `first` names the tab that a new desk begins with. */
export async function writeIn(first: string, tab: NewTab): Promise<void> {
  if (!useDesk.getState().desk) await openDesk(first);
  editDesk((desk) => showTab(desk, tab));
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
    const now = await call('sql.saveDesk', { desk, seen: told?.turn ?? 0 });
    if (mine !== left) return;
    takeOver(desk, now.desk, now.both);
    told = now;
  } catch (error) {
    if (mine === left) {
      unsaved ??= desk;
      useDesk.setState({ failed: true });
    }
    throw error;
  }
  useDesk.setState({ failed: false, saved: unsaved === undefined });
}

/** Takes what other windows wrote into what is written here; `from` is what both go on from. */
function takeOver(from: Desk, theirs: Desk, both: readonly string[] = []): void {
  const { desk, taken } = useDesk.getState();
  if (!desk || sameJson(from, theirs)) return;
  const merged = mergeDesks(from, theirs, desk);
  useDesk.setState({ desk: merged.desk, taken: taken + 1 });
  if (unsaved) unsaved = merged.desk;
  for (const name of [...both, ...merged.both])
    useSayings.getState().say({ tone: 'warning', problem: { code: 'tab-changed-elsewhere', details: { name } } });
}

/** Reads it again, which another window may have changed. */
export async function lookAtDeskAgain(): Promise<void> {
  const mine = left;
  if (!useDesk.getState().desk) return;
  const { desk, turn } = await call('sql.desk', {});
  if (!desk || mine !== left) return;
  takeOver(told?.desk ?? desk, desk);
  told = { desk, turn };
}

/** Another workspace has another desk: what waits to be saved is not its. */
export function clearDesk(): void {
  clearTimeout(timer);
  unsaved = undefined;
  told = undefined;
  left += 1;
  useDesk.setState(unread);
}
