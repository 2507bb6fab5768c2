import { AppError } from '../../base/errors';
import type { Write } from '../../ports/meta-store';
import type { Context } from '../context';
import { findDocument } from '../find-document';
import { recipeOf } from '../recipe-of';
import { commitUndoable } from '../undo/commit-undoable';
import { usersOf } from '../uses/used-by';
import { withConnection } from '../with-connection';
import { takeRows } from './removed-rows';
import { linkId } from './save-link';

/**
 * Removes an entity with its recipe; its rows and rejects are kept aside for undo. @throws AppError `not-found`; `entity-in-use` with the names of what uses it,
 * unless it is forced: its links then go too, and documents that use it say what is missing
 */
export async function removeEntity(ctx: Context, name: string, options: { force?: boolean | undefined } = {}): Promise<void> {
  const entity = findDocument(ctx, 'entity', name);
  const users = options.force ? undefined : usersOf(ctx, { kind: 'entity', entity: name });
  if (users !== undefined) throw new AppError('entity-in-use', { entity: name, users });
  await withConnection(ctx, (connection) => takeRows(connection, entity));
  const links = ctx.store.list('link').filter((l) => l.from === name || l.to === name);
  const writes: Write[] = [
    { kind: 'entity', id: name, document: null },
    ...links.map((link): Write => ({ kind: 'link', id: linkId(link), document: null })),
  ];
  const recipe = recipeOf(ctx, entity);
  if (recipe) writes.push({ kind: 'recipe', id: recipe.id, document: null });
  await commitUndoable(ctx, writes);
}
