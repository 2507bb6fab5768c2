import { AppError } from '../../base/errors';
import type { Query } from '../../model/query';
import type { Context } from '../context';
import { findDocument } from '../find-document';
import { commitUndoable } from '../undo/commit-undoable';

/** Saves a query as it is written, also one that does not work yet. @throws AppError `query-name-taken` */
export async function saveQuery(ctx: Context, query: Query): Promise<void> {
  const other = ctx.store.list('query').find((q) => q.id !== query.id && q.name === query.name);
  if (other) throw new AppError('query-name-taken', { name: other.name });
  await commitUndoable(ctx, [{ kind: 'query', id: query.id, document: query }]);
}

/** @throws AppError `not-found` */
export async function removeQuery(ctx: Context, id: string): Promise<void> {
  findDocument(ctx, 'query', id);
  await commitUndoable(ctx, [{ kind: 'query', id, document: null }]);
}
