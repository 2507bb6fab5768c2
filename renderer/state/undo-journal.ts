import { type History, startHistory } from '../../core/history/history';
import { replay } from '../../core/history/journal';
import { patchBetween } from '../../core/history/patch';
import type { Campaign } from '../../core/model/campaign';
import type { JournalEntry, JournalLines } from '../../core/model/journal';
import { call } from './host';

/** What happened to the open campaign and where it led to. */
type Noted = { document: Campaign } & ({ label: string; joins: boolean } | { move: number });

interface Journal {
  /** How many entries the host has, and the document they end at. */
  known: number;
  document: Campaign;
  waiting: Noted[];
  /** How many entries were ever on their way: nothing joins them any more. */
  sent: number;
}

const journals = new Map<string, Journal>();

/** Reads everything that can be undone and redone of a saved campaign. `elsewhere` names what was not done in the window. */
export async function open(saved: Campaign, elsewhere: string): Promise<History<Campaign>> {
  const { entries } = await call('campaign.journal', { id: saved.id });
  const history = (replay(entries, elsewhere) as History<Campaign> | undefined) ?? startHistory(saved);
  journals.set(saved.id, { known: entries.length, document: history.present, waiting: [], sent: 0 });
  return history;
}

/** Takes note of what is to be written with the next save; typing that goes on is one entry. */
export function note(noted: Noted): void {
  const journal = journals.get(noted.document.id);
  if (!journal) return;
  const last = journal.known + journal.waiting.length > journal.sent ? journal.waiting.at(-1) : undefined;
  if ('label' in noted && noted.joins && last && 'label' in last) journal.waiting.splice(-1, 1, { ...noted, joins: last.joins });
  else journal.waiting.push(noted);
}

const unchanged = { fields: {}, without: [] };

function entryOf(before: Campaign, noted: Noted): JournalEntry {
  if ('move' in noted) return { move: noted.move };
  const patch = patchBetween(before, noted.document) ?? unchanged;
  return { label: noted.label, patch, ...(noted.joins ? { joins: true } : {}) };
}

/** What the host does not know yet of a campaign; `done` when it does. Until then it is in the next lines again. */
export function written(id: string): { lines: JournalLines | undefined; done: () => void } {
  const journal = journals.get(id);
  if (!journal) return { lines: undefined, done: () => undefined };
  const after = journal.known;
  const taken = [...journal.waiting];
  const end = after + taken.length;
  journal.sent = end;
  let before = journal.document;
  const entries = taken.map((noted) => {
    const entry = entryOf(before, noted);
    before = noted.document;
    return entry;
  });
  return {
    lines: { after, entries },
    done() {
      if (end <= journal.known) return;
      journal.waiting = journal.waiting.slice(end - journal.known);
      journal.known = end;
      journal.document = before;
    },
  };
}
