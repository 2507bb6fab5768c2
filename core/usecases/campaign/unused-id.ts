import type { Context } from '../context';
import { campaignJournalFile } from './journal';

/** An id that no campaign has, nor had: the undo of a removed one stays under its id. */
export async function unusedId(ctx: Context, like: string): Promise<string> {
  const isTaken = async (id: string) => ctx.store.read('campaign', id) !== undefined || (await ctx.files.exists(campaignJournalFile(id)));
  let id = like;
  for (let n = 2; await isTaken(id); n++) id = `${like}-${n}`;
  return id;
}
