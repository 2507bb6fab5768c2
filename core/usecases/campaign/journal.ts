import { createMutex } from '../../base/mutex';
import { fromUtf8 } from '../../base/utf8';
import { missingEntry, replay } from '../../history/journal';
import { campaignFormat } from '../../model/campaign';
import { type JournalEntry, type JournalLines, type Json, journalEntry } from '../../model/journal';
import type { Context } from '../context';
import { findDocument } from '../find-document';

interface Journal {
  entries: readonly JournalEntry[];
  /** The file has these entries and nothing else, so that it can be added to. */
  whole: boolean;
}

interface Shelf {
  known: Map<string, Journal>;
  turn: ReturnType<typeof createMutex>;
}

const shelves = new WeakMap<Context, Shelf>();

function shelfOf(ctx: Context): Shelf {
  const shelf = shelves.get(ctx) ?? { known: new Map(), turn: createMutex() };
  shelves.set(ctx, shelf);
  return shelf;
}

const lineFeed = 10;

const fileOf = (id: string) => `undo/campaign-${id}.jsonl`;
const written = (entries: readonly JournalEntry[]) => entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');

function parsed(line: string): JournalEntry | undefined {
  try {
    return journalEntry.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}

/** Lines up to the first that is no entry: the last may be cut off by a kill. */
async function readLines(ctx: Context, id: string): Promise<Journal> {
  if (!(await ctx.files.exists(fileOf(id)))) return { entries: [], whole: true };
  const bytes = await ctx.files.read(fileOf(id));
  const end = bytes.lastIndexOf(lineFeed) + 1;
  const lines = fromUtf8(bytes.subarray(0, end)).split('\n').slice(0, -1);
  const entries: JournalEntry[] = [];
  for (const line of lines) {
    const entry = parsed(line);
    if (!entry) break;
    entries.push(entry);
  }
  return { entries, whole: entries.length === lines.length && end === bytes.length };
}

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
  const { known, turn } = shelfOf(ctx);
  return turn.run(async () => {
    const document = findDocument(ctx, 'campaign', id) as Json;
    const read = known.get(id) ?? (await readLines(ctx, id));
    const entries = upTo(document, read.entries);
    known.set(id, { entries, whole: read.whole && entries === read.entries });
    return [...entries];
  });
}

/** Writes down edits before they are saved, so that no saved edit is without its undo. */
export function addToJournal(ctx: Context, id: string, { after, entries }: JournalLines): Promise<void> {
  const { known, turn } = shelfOf(ctx);
  return turn.run(async () => {
    const journal = known.get(id) ?? (await readLines(ctx, id));
    const all = [...journal.entries.slice(0, after), ...entries];
    known.set(id, { entries: all, whole: false });
    if (journal.whole && journal.entries.length === after && after > 0) await ctx.files.append(fileOf(id), written(entries));
    else await ctx.files.write(fileOf(id), written(all));
    known.set(id, { entries: all, whole: true });
  });
}

/** A new campaign has nothing to undo, even where an old one had its id. */
export function dropJournal(ctx: Context, id: string): Promise<void> {
  const { known, turn } = shelfOf(ctx);
  return turn.run(async () => {
    known.delete(id);
    await ctx.files.remove(fileOf(id));
  });
}
