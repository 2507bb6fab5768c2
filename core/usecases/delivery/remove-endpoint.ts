import type { Context } from '../context';
import { findDocument } from '../find-document';
import { commitUndoable } from '../undo/commit-undoable';

/** Removes an endpoint; its secret stays with the Secrets port, for undo. @throws AppError `not-found` */
export async function removeEndpoint(ctx: Context, id: string): Promise<void> {
  findDocument(ctx, 'endpoint', id);
  await commitUndoable(ctx, [{ kind: 'endpoint', id, document: null }]);
}
