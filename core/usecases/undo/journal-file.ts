import { createMutex, type Mutex } from '../../base/mutex';
import { fromUtf8 } from '../../base/utf8';
import { type JournalEntry, journalEntry } from '../../model/journal';
import type { Context } from '../context';

interface Lines {
  entries: readonly JournalEntry[];
  /** The file has these entries and nothing else, so that it can be added to. */
  whole: boolean;
}

/** A file of journal lines, which is added to and hardly ever written anew. Callers take turns by `run`. */
export interface JournalFile extends Mutex {
  entries(): Promise<readonly JournalEntry[]>;
  /** Lines that follow the first `after` ones; what else was there is replaced. They last when this resolves. */
  follow(after: number, entries: readonly JournalEntry[]): Promise<void>;
  /** What the file is to say from now on; it is written with the next lines. */
  become(entries: readonly JournalEntry[]): void;
  drop(): Promise<void>;
}

/** Where a journal lies in the workspace. */
export const journalPath = (name: string) => `undo/${name}.jsonl`;

const opened = new WeakMap<Context, Map<string, JournalFile>>();

/** The journal of a name, the same one for all who ask. */
export function journalFile(ctx: Context, name: string): JournalFile {
  const files = opened.get(ctx) ?? new Map<string, JournalFile>();
  opened.set(ctx, files);
  const file = files.get(name) ?? openJournal(ctx, journalPath(name));
  files.set(name, file);
  return file;
}

const lineFeed = 10;

const written = (entries: readonly JournalEntry[]) => entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');

function openJournal(ctx: Context, path: string): JournalFile {
  let known: Lines | undefined;
  const lines = async () => {
    known ??= await readLines(ctx, path);
    return known;
  };
  return {
    ...createMutex(),
    entries: async () => (await lines()).entries,
    async follow(after, entries) {
      const { whole, entries: before } = await lines();
      const all = [...before.slice(0, after), ...entries];
      known = { entries: all, whole: false };
      if (whole && before.length === after && after > 0) await ctx.files.append(path, written(entries));
      else {
        await ctx.files.makeFolder('undo');
        await ctx.files.write(path, written(all));
      }
      known = { entries: all, whole: true };
    },
    become(entries) {
      known = { entries, whole: known?.whole === true && known.entries === entries };
    },
    async drop() {
      known = undefined;
      await ctx.files.remove(path);
    },
  };
}

function parsed(line: string): JournalEntry | undefined {
  try {
    return journalEntry.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}

/** Lines up to the first that is no entry: the last may be cut off by a kill. */
async function readLines(ctx: Context, path: string): Promise<Lines> {
  if (!(await ctx.files.exists(path))) return { entries: [], whole: true };
  const bytes = await ctx.files.read(path);
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
