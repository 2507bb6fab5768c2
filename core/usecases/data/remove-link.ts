import type { Context } from '../context';
import { findDocument } from '../find-document';
import { commitUndoable } from '../undo/commit-undoable';
import { linkId } from './save-link';

/** @throws AppError `not-found` */
export async function removeLink(ctx: Context, link: { from: string; name: string }): Promise<void> {
  findDocument(ctx, 'link', linkId(link));
  await commitUndoable(ctx, [{ kind: 'link', id: linkId(link), document: null }]);
}
