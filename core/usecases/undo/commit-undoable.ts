import { patchBetween } from '../../history/patch';
import type { JournalEntry, Json } from '../../model/journal';
import type { ToldStep, UndoPlace } from '../../model/undo';
import type { AuditEntry, Write } from '../../ports/meta-store';
import type { Context } from '../context';
import { placeJournal, readPlace } from './place-journal';
import { placeOfKind, shelfKey, shelfWith, stored } from './shelf';

export interface UndoableOptions {
  audit?: Omit<AuditEntry, 'hash'> | undefined;
  /** What is said of it, where the documents do not tell. */
  as?: Extract<ToldStep['did'], 'import'> | undefined;
  /** Belongs to the step before. */
  joins?: boolean | undefined;
  /** All of it is new, also what of it had to be saved on the way. */
  isNew?: boolean | undefined;
}

/** Commits writes, each of which the undo of its place can take back; that is written down first. @throws AppError as `commit` */
export async function commitUndoable(ctx: Context, writes: readonly Write[], options: UndoableOptions = {}): Promise<void> {
  const own = writes.filter((write) => !hasOwnUndo(ctx, write));
  const places = [...new Set(own.map((write) => placeOfKind[write.kind]))].sort();
  await inTurns(ctx, places, async () => {
    for (const place of places) {
      const here = own.filter((write) => placeOfKind[write.kind] === place);
      await writeDown(ctx, place, here, options);
    }
    await ctx.store.commit(writes, options.audit);
  });
}

/** Nobody else reads the journals meanwhile, who would take what is not saved yet for what a kill cut off. */
function inTurns(ctx: Context, places: readonly UndoPlace[], work: () => Promise<void>): Promise<void> {
  const [first, ...rest] = places;
  return first === undefined ? work() : placeJournal(ctx, first).run(() => inTurns(ctx, rest, work));
}

/** Edits of a campaign are undone where it is open. */
function hasOwnUndo(ctx: Context, { kind, id, document }: Write): boolean {
  return kind === 'campaign' && document !== null && ctx.store.read('campaign', id) !== undefined;
}

async function writeDown(ctx: Context, place: UndoPlace, writes: readonly Write[], { as, joins, isNew }: UndoableOptions): Promise<void> {
  const { entries, history } = await readPlace(ctx, place);
  const asBefore = new Map(writes.map(({ kind, id }) => [shelfKey(kind, id), isNew ? undefined : stored(ctx, shelfKey(kind, id))]));
  const asAfter = new Map(writes.map(({ kind, id, document }) => [shelfKey(kind, id), (document ?? undefined) as Json | undefined]));
  const before = shelfWith(history.present, asBefore);
  const change = patchBetween(before, shelfWith(before, asAfter));
  if (!change) return;
  const meanwhile = patchBetween(history.present, before);
  const step: JournalEntry = { label: as ?? 'edit', patch: change, ...(joins ? { joins: true } : {}) };
  await placeJournal(ctx, place).follow(entries.length, meanwhile ? [{ patch: meanwhile }, step] : [step]);
}
