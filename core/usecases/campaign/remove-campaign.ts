import { AppError } from '../../base/errors';
import type { Context } from '../context';
import { findDocument } from '../find-document';
import { commitUndoable } from '../undo/commit-undoable';
import { usersOf } from '../uses/used-by';
import { dropLook } from './look';

/**
 * Removes a campaign. What its incremental queries remember, the run it did not finish and its own undo stay, so that undo brings all
 * of it back; they go when another campaign takes its id. What was last seen of it goes at once.
 * @throws AppError `not-found`; `campaign-in-use` with the names of what signals it or asks about it, unless it is forced
 */
export async function removeCampaign(ctx: Context, id: string, options: { force?: boolean | undefined } = {}): Promise<void> {
  const { name } = findDocument(ctx, 'campaign', id);
  const users = options.force ? undefined : usersOf(ctx, { kind: 'campaign', id });
  if (users !== undefined) throw new AppError('campaign-in-use', { campaign: name, users });
  await commitUndoable(ctx, [{ kind: 'campaign', id, document: null }]);
  await dropLook(ctx, id);
  ctx.works.delete(id);
}
