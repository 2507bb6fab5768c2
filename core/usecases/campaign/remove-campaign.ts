import type { Context } from '../context';
import { findDocument } from '../find-document';
import { commitUndoable } from '../undo/commit-undoable';
import { dropLook } from './look';

/**
 * Removes a campaign. What its incremental queries remember, the run it did not finish and its own undo stay, so that undo brings all
 * of it back; they go when another campaign takes its id. What was last seen of it goes at once.
 * @throws AppError `not-found`
 */
export async function removeCampaign(ctx: Context, id: string): Promise<void> {
  findDocument(ctx, 'campaign', id);
  await commitUndoable(ctx, [{ kind: 'campaign', id, document: null }]);
  await dropLook(ctx, id);
}
