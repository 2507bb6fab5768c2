import { isFields } from '../../base/fields';
import type { History } from '../../history/history';
import { undo } from '../../history/history';
import { replay } from '../../history/journal';
import { sameJson } from '../../history/patch';
import type { JournalEntry } from '../../model/journal';
import type { UndoPlace } from '../../model/undo';
import type { Context } from '../context';
import { journalFile } from './journal-file';
import { changedKeys, inFormatNow, type Shelf, stored } from './shelf';

/** Steps that happened to the documents of a place without being its steps: by runs, loads, edits of an open campaign. */
export const passed = '';

/** What can be undone and redone in a place, with the lines that tell it. */
export interface PlaceHistory {
  entries: readonly JournalEntry[];
  history: History<Shelf>;
}

export const placeJournal = (ctx: Context, place: UndoPlace) => journalFile(ctx, `place-${place}`);

const empty: readonly JournalEntry[] = [{ base: {} }];

/** To be called in turn. A journal of nothing sensible is begun anew. */
export async function readPlace(ctx: Context, place: UndoPlace): Promise<PlaceHistory> {
  const file = placeJournal(ctx, place);
  const found = told(await file.entries()) ?? { entries: empty, history: told(empty)?.history };
  if (!found.history) throw new Error('an empty journal has a history');
  const { entries, history } = found;
  const whole = isUnsaved(ctx, history) ? { entries: [...entries, { move: -1 }], history: undo(history) } : { entries, history };
  file.become(whole.entries);
  return whole;
}

function told(entries: readonly JournalEntry[]): PlaceHistory | undefined {
  try {
    const history = replay(entries, passed);
    return isFields(history?.present) ? { entries, history: history as History<Shelf> } : undefined;
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** Whether the last step was written down but not saved, as after a kill between the two. */
function isUnsaved(ctx: Context, { past, present }: History<Shelf>): boolean {
  if (past === undefined || past.label === passed) return false;
  const keys = changedKeys(past.document, present);
  return keys.length > 0 && keys.every((key) => sameJson(stored(ctx, key), inFormatNow(key, past.document[key])));
}
