import { create } from 'zustand';
import type { Desk } from '../../core/model/desk';
import { newDesk } from './desk-edits';
import { attempt } from './failures';
import { call } from './host';

/** What lies open where SQL is written; null until it was read. */
export const useDesk = create<{ desk: Desk | null }>(() => ({ desk: null }));

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
  useDesk.setState({ desk: next });
  unsaved = next;
  clearTimeout(timer);
  timer = setTimeout(() => attempt(saveDeskNow), pause);
}

/** Saves what is not saved yet: before the workspace or the window goes. */
export async function saveDeskNow(): Promise<void> {
  clearTimeout(timer);
  const desk = unsaved;
  unsaved = undefined;
  if (desk) await call('sql.saveDesk', { desk });
}

/** Another workspace has another desk. */
export function clearDesk(): void {
  useDesk.setState({ desk: null });
}
