import { AppError } from '../../base/errors';
import type { Context } from '../context';
import { findDocument } from '../find-document';
import { commitUndoable } from '../undo/commit-undoable';
import { usersOf } from '../uses/used-by';

/**
 * Removes an audience. The members of a snapshot stay as long as undo can bring it back. @throws AppError `not-found`; `audience-in-use` with the names of
 * what reads it, unless it is forced: what reads it then says what is missing
 */
export async function removeAudience(ctx: Context, id: string, options: { force?: boolean | undefined } = {}): Promise<void> {
  const { name } = findDocument(ctx, 'audience', id);
  const users = options.force ? undefined : usersOf(ctx, { kind: 'audience', id });
  if (users !== undefined) throw new AppError('audience-in-use', { audience: name, users });
  await commitUndoable(ctx, [{ kind: 'audience', id, document: null }]);
}
