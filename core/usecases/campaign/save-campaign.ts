import type { Campaign } from '../../model/campaign';
import type { JournalLines } from '../../model/journal';
import type { Write } from '../../ports/meta-store';
import type { Context } from '../context';
import { commitUndoable } from '../undo/commit-undoable';
import { withConnection } from '../with-connection';
import { addToJournal, dropJournal } from './journal';
import { dropLook } from './look';
import { dropMemory } from './memory';
import { unfinishedRuns } from './run-document';

/** Saves a campaign. `edits` are what led to it since it was last saved. A new one begins with nothing, whoever had its id before. */
export async function saveCampaign(ctx: Context, campaign: Campaign, edits?: JournalLines): Promise<void> {
  const { id } = campaign;
  const isNew = ctx.store.read('campaign', id) === undefined;
  if (edits) await addToJournal(ctx, id, edits);
  else if (isNew) await dropJournal(ctx, id);
  if (isNew) await dropLook(ctx, id);
  const left = isNew ? leftOf(ctx, id) : { writes: [], tables: new Set<string>() };
  await commitUndoable(ctx, [{ kind: 'campaign', id, document: campaign }, ...left.writes]);
  if (left.tables.size > 0) await withConnection(ctx, (connection) => dropMemory(connection, left.tables));
}

/** What a removed campaign left under its id. */
function leftOf(ctx: Context, id: string): { writes: Write[]; tables: Set<string> } {
  const memory = ctx.store.read('memory', id);
  const unfinished = unfinishedRuns(ctx, id);
  const queries = [...(memory?.queries ?? []), ...unfinished.flatMap((run) => run.memory ?? [])];
  const gone: Write[] = memory ? [{ kind: 'memory', id, document: null }] : [];
  return {
    writes: [...gone, ...unfinished.map((run): Write => ({ kind: 'run', id: run.id, document: null }))],
    tables: new Set(queries.flatMap((query) => query.table ?? [])),
  };
}
