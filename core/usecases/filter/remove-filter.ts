import { AppError } from '../../base/errors';
import type { Context } from '../context';
import { findDocument } from '../find-document';
import { commitUndoable } from '../undo/commit-undoable';
import { usersOf } from '../uses/used-by';

/**
 * Removes a filter. @throws AppError `not-found`; `filter-in-use` with the names of what uses it, unless it is forced: what uses
 * it then says what is missing
 */
export async function removeFilter(ctx: Context, id: string, options: { force?: boolean | undefined } = {}): Promise<void> {
  const { name } = findDocument(ctx, 'filter', id);
  const users = options.force ? undefined : usersOf(ctx, { kind: 'filter', id });
  if (users !== undefined) throw new AppError('filter-in-use', { filter: name, users });
  await commitUndoable(ctx, [{ kind: 'filter', id, document: null }]);
}
