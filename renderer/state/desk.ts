import { create } from 'zustand';
import type { Desk } from '../../core/model/desk';
import { newDesk } from './desk-edits';
import { attempt } from './failures';
import { call } from './host';

/** What lies open where SQL is written, null until it was read; and whether the host has all of it. */
export const useDesk = create<{ desk: Desk | null; saved: boolean }>(() => ({ desk: null, saved: true }));

const pause = 700;
let timer: ReturnType<typeof setTimeout> | undefined;
let unsaved: Desk | undefined;

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
  unsaved = undefined;
  if (!desk) return;
  try {
    await call('sql.saveDesk', { desk });
  } catch (error) {
    unsaved ??= desk;
    throw error;
  }
  if (unsaved === undefined) useDesk.setState({ saved: true });
}

/** Another workspace has another desk. */
export function clearDesk(): void {
  useDesk.setState({ desk: null, saved: true });
}
