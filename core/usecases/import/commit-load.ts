import { sha256Hex } from '../../base/hashing';
import { instantOf } from '../../base/instant';
import type { Entity } from '../../model/entity';
import type { Recipe } from '../../model/recipe';
import type { Connection } from '../../ports/engine';
import type { Write } from '../../ports/meta-store';
import type { Context } from '../context';
import { commitUndoable } from '../undo/commit-undoable';
import { recordLoad } from './loads';

export const loadId = ({ name, dataVersion, loadedAt }: Entity) => `load-${sha256Hex(`${name} ${dataVersion} ${loadedAt}`).slice(0, 16)}`;

/**
 * Ends the caller's transaction and saves what the entity has become, and its recipe.
 * @param asStep undo takes it back: the entity was not there before
 */
export async function commitLoad(ctx: Context, connection: Connection, recipe: Recipe, entity: Entity, asStep: boolean): Promise<void> {
  const document = JSON.stringify(entity);
  await recordLoad(connection, { entity: entity.name, dataVersion: entity.dataVersion, document, recipe: JSON.stringify(recipe) });
  // The recipe goes first, to show that there is room for documents before the data cannot be taken back.
  const recipeBefore = ctx.store.read('recipe', recipe.id) ?? null;
  await ctx.store.commit([{ kind: 'recipe', id: recipe.id, document: recipe }]);
  try {
    await connection.run('COMMIT');
  } catch (error) {
    await ctx.store.commit([{ kind: 'recipe', id: recipe.id, document: recipeBefore }]).catch(() => undefined);
    throw error;
  }
  const from: Record<string, string> = recipe.kind === 'file' ? { file: recipe.source.path } : { query: sha256Hex(recipe.sql) };
  const audit = { at: instantOf(ctx.clock.now()), action: 'import', details: { entity: entity.name, ...from, rows: entity.rows } };
  const loaded: Write = { kind: 'entity', id: entity.name, document: entity };
  if (!asStep) await ctx.store.commit([loaded], audit);
  else await commitUndoable(ctx, [loaded, { kind: 'recipe', id: recipe.id, document: recipe }], { audit, isNew: true });
}
