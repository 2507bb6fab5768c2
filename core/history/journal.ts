import type { JournalEntry, Json } from '../model/journal';
import { edit, type History, redo, startHistory, undo } from './history';
import { applyPatch, patchBetween, sameJson } from './patch';

const joined = 'joined';

function step(history: History<Json>, entry: JournalEntry, elsewhere: string): History<Json> {
  if ('base' in entry) return startHistory(entry.base);
  if ('move' in entry) {
    let moved = history;
    for (let n = 0; n < Math.abs(entry.move); n++) moved = entry.move < 0 ? undo(moved) : redo(moved);
    return moved;
  }
  const ready = { ...history, joinable: entry.joins ? joined : undefined };
  const after = edit(ready, applyPatch(history.present, entry.patch), entry.label ?? elsewhere, entry.joins ? joined : undefined);
  return { ...after, joinable: undefined };
}

/**
 * The history a journal tells. Undefined when it does not begin with a base.
 * @param elsewhere label of edits that were not made in the window
 */
export function replay(entries: readonly JournalEntry[], elsewhere: string): History<Json> | undefined {
  const [first, ...rest] = entries;
  if (first === undefined || !('base' in first)) return undefined;
  return rest.reduce((history, entry) => step(history, entry, elsewhere), startHistory(first.base));
}

/**
 * What a journal lacks to end at `document`. The saved document decides: where it is a moment of the past, because what came
 * after was written down but not saved, the rest can be redone; otherwise it was changed elsewhere, which is a step too.
 */
export function missingEntry(history: History<Json>, document: Json): JournalEntry | undefined {
  const change = patchBetween(history.present, document);
  if (change === undefined) return undefined;
  let back = 1;
  for (let past = history.past; past; past = past.next, back++) if (sameJson(past.document, document)) return { move: -back };
  return { patch: change };
}
