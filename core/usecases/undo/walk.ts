import { AppError } from '../../base/errors';
import { type History, redo, undo } from '../../history/history';
import { patchBetween } from '../../history/patch';
import type { JournalEntry } from '../../model/journal';
import type { ToldStep, Undoable, UndoDirection, UndoPlace } from '../../model/undo';
import type { Context } from '../context';
import { bring } from './bring';
import { passed, placeJournal, readPlace } from './place-journal';
import { type Shelf, shelfWith } from './shelf';
import { requireUnused, type Target, targetsOf } from './targets';
import { toldStep } from './told-step';

/** One step of a place: its two sides in the order of walking, and how far away it is. */
interface Ahead {
  from: Shelf;
  to: Shelf;
  label: string;
  moves: number;
}

/** The next step in a direction; what happened without being a step is walked past. */
function ahead(history: History<Shelf>, direction: UndoDirection): Ahead | undefined {
  const next = direction === 'undo' ? history.past : history.future;
  if (!next) return undefined;
  if (next.label !== passed) return { from: history.present, to: next.document, label: next.label, moves: 1 };
  const further = ahead(direction === 'undo' ? undo(history) : redo(history), direction);
  return further && { ...further, moves: further.moves + 1 };
}

const told = ({ from, to, label }: Ahead, direction: UndoDirection): ToldStep =>
  direction === 'undo' ? toldStep(to, from, label) : toldStep(from, to, label);

/** What undo and redo would do in a place. */
export function peekSteps(ctx: Context, place: UndoPlace): Promise<Undoable> {
  return placeJournal(ctx, place).run(async () => {
    const { history } = await readPlace(ctx, place);
    const [back, forth] = [ahead(history, 'undo'), ahead(history, 'redo')];
    return { undo: back ? told(back, 'undo') : null, redo: forth ? told(forth, 'redo') : null };
  });
}

/**
 * Takes the last step of a place back, or brings one back that was, and tells which.
 * @throws AppError `undo-nothing`, `redo-nothing`, `undo-changed-since`, `undo-in-use`; as `commit`
 */
export function walkStep(ctx: Context, place: UndoPlace, direction: UndoDirection): Promise<ToldStep> {
  const file = placeJournal(ctx, place);
  return file.run(async () => {
    const { entries, history } = await readPlace(ctx, place);
    const step = ahead(history, direction);
    if (!step) throw new AppError(direction === 'undo' ? 'undo-nothing' : 'redo-nothing');
    const targets = targetsOf(ctx, step.from, step.to);
    // A removal that is redone was insisted on when it was done.
    if (direction === 'undo') requireUnused(ctx, targets);
    await bring(ctx, targets);
    await file.follow(entries.length, linesOf(step, targets, direction));
    return told(step, direction);
  });
}

/** What goes is kept as it was when it went, so that walking back brings that: then its step is made anew. */
function linesOf({ from, to, label, moves }: Ahead, targets: readonly Target[], direction: UndoDirection): JournalEntry[] {
  const walked = direction === 'undo' ? -moves : moves;
  const gone = targets.filter((t) => t.document === undefined);
  const asGone = shelfWith(from, new Map(gone.map((t) => [t.key, t.now])));
  const change = patchBetween(from, asGone);
  if (!change) return [{ move: walked }];
  if (direction === 'redo') {
    const step = { label, patch: patchBetween(asGone, to) ?? change };
    return [...(walked > 1 ? [{ move: walked - 1 }] : []), { patch: change }, step];
  }
  return [{ move: walked }, { label, patch: patchBetween(to, asGone) ?? change }, { move: -1 }];
}
