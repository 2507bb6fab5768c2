import { AppError } from '../../base/errors';
import type { Context } from '../context';
import { findDocument } from '../find-document';
import { commitUndoable } from '../undo/commit-undoable';
import { usersOf } from '../uses/used-by';
import { linkId } from './save-link';

/**
 * Removes a link. @throws AppError `not-found`; `link-in-use` with the names of what walks it, unless it is forced: what walks it
 * then says what is missing
 */
export async function removeLink(
  ctx: Context,
  { from, name }: { from: string; name: string },
  options: { force?: boolean | undefined } = {},
): Promise<void> {
  const link = findDocument(ctx, 'link', linkId({ from, name }));
  const users = options.force ? undefined : usersOf(ctx, { kind: 'link', from, name });
  if (users !== undefined) throw new AppError('link-in-use', { link: link.name, users });
  await commitUndoable(ctx, [{ kind: 'link', id: linkId(link), document: null }]);
}
