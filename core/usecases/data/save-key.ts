import { AppError } from '../../base/errors';
import { type Entity, entity as entitySchema } from '../../model/entity';
import { parseDocument } from '../../model/parse';
import type { Connection } from '../../ports/engine';
import type { Write } from '../../ports/meta-store';
import type { Context } from '../context';
import { findDocument } from '../find-document';
import { recipeOf } from '../recipe-of';
import { commitUndoable } from '../undo/commit-undoable';
import { withConnection } from '../with-connection';
import { keyOf } from './measure-key';

/**
 * Has other attributes name the rows of an entity; its recipe loads by them from then on.
 * @throws AppError `not-found`, `key-not-one`, `key-derived` for what a load cannot find a row by, `key-in-use` where members of
 *   snapshots are kept by the key of before
 */
export async function saveKey(ctx: Context, name: string, key: readonly string[]): Promise<void> {
  const entity = findDocument(ctx, 'entity', name);
  if (key.join('\n') === entity.key.join('\n')) return;
  const derived = entity.attributes.find((a) => key.includes(a.name) && a.derived !== undefined);
  if (derived) throw new AppError('key-derived', { entity: name, attribute: derived.name });
  const kept = ctx.store.list('audience').filter((a) => a.dimension === name && a.definition.kind === 'snapshot');
  if (kept.length > 0) throw new AppError('key-in-use', { entity: name, users: kept.map((a) => a.name).join(', ') });
  const document = parseDocument(entitySchema, { ...entity, key: [...key] }, name);
  await withConnection(ctx, (connection) => requireKey(connection, document));
  const recipe = recipeOf(ctx, entity);
  const writes: Write[] = [{ kind: 'entity', id: name, document }];
  if (recipe) writes.push({ kind: 'recipe', id: recipe.id, document: { ...recipe, key: [...key] } });
  await commitUndoable(ctx, writes);
}

/** @throws AppError `key-not-one` where the key an entity has does not name every row once */
export async function requireKey(connection: Connection, entity: Entity): Promise<void> {
  const { empty, repeated } = await keyOf(connection, entity, entity.key);
  if (empty + repeated > 0) throw new AppError('key-not-one', { entity: entity.name, key: entity.key.join(', '), empty, repeated });
}
