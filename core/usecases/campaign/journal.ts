import { missingEntry, replay } from '../../history/journal';
import { campaignFormat } from '../../model/campaign';
import type { JournalEntry, JournalLines, Json } from '../../model/journal';
import type { Context } from '../context';
import { findDocument } from '../find-document';
import { type JournalFile, journalFile, journalPath } from '../undo/journal-file';

const nameOf = (id: string) => `campaign-${id}`;
const journalOf = (ctx: Context, id: string): JournalFile => journalFile(ctx, nameOf(id));

export const campaignJournalFile = (id: string) => journalPath(nameOf(id));

const isCampaign = (base: unknown) => typeof base === 'object' && base !== null && 'format' in base && base.format === campaignFormat;

/** The entries with what they lack to end at the saved document; only that document where they tell of another format, or of nothing. */
function upTo(document: Json, entries: readonly JournalEntry[]): readonly JournalEntry[] {
  const anew = [{ base: document }];
  const [first] = entries;
  if (!first || !('base' in first) || !isCampaign(first.base)) return anew;
  try {
    const history = replay(entries, '');
    if (!history) return anew;
    const missing = missingEntry(history, document);
    return missing ? [...entries, missing] : entries;
  } catch (error) {
    if (error instanceof TypeError) return anew;
    throw error;
  }
}

/** What can be undone and redone of a campaign, ending at what is saved of it. Nothing is written. @throws AppError `not-found` */
export function readJournal(ctx: Context, id: string): Promise<JournalEntry[]> {
  const journal = journalOf(ctx, id);
  return journal.run(async () => {
    const document = findDocument(ctx, 'campaign', id) as Json;
    const entries = upTo(document, await journal.entries());
    journal.become(entries);
    return [...entries];
  });
}

/** Writes down edits before they are saved, so that no saved edit is without its undo. */
export function addToJournal(ctx: Context, id: string, { after, entries }: JournalLines): Promise<void> {
  const journal = journalOf(ctx, id);
  return journal.run(() => journal.follow(after, entries));
}

/** A new campaign has nothing to undo, even where an old one had its id. */
export function dropJournal(ctx: Context, id: string): Promise<void> {
  const journal = journalOf(ctx, id);
  return journal.run(() => journal.drop());
}
