import { isAppError } from '../../base/errors';
import { type Problem, warning } from '../../base/problems';
import type { Entity } from '../../model/entity';
import type { Sources } from '../../ports/sources';
import { ident } from '../../sql/quote';
import type { Context } from '../context';
import { findDocument } from '../find-document';
import { recipeOf } from '../recipe-of';
import { withConnection } from '../with-connection';
import { columnDefinitions, entityTables } from './entity-tables';
import { inLoadOrder } from './load-order';
import { runRecipe } from './run-recipe';

/**
 * Loads every entity whose rows are gone from the file its recipe names or by its query, for engines that keep nothing between sessions.
 * Only a recipe that replaces gives back what was there; the others are told as warnings.
 * @returns warnings `model-not-rebuilt`
 */
export async function rebuildEntities(ctx: Context, sources: Sources): Promise<Problem[]> {
  const stored = await withConnection(ctx, entityTables);
  const problems: Problem[] = [];
  for (const { name } of inLoadOrder(ctx, ctx.store.list('entity'))) {
    const entity = findDocument(ctx, 'entity', name);
    if (stored.has(entity.name)) continue;
    const reason = await rebuild(ctx, sources, entity);
    if (reason !== undefined) problems.push(warning('model-not-rebuilt', ['entities', entity.name], { entity: entity.name, reason }));
  }
  return problems;
}

/** @returns why it could not be done */
async function rebuild(ctx: Context, sources: Sources, entity: Entity): Promise<string | undefined> {
  const recipe = recipeOf(ctx, entity);
  const declared = entity.recipe === undefined && entity.loadedAt === undefined;
  if (recipe === undefined && !declared) return 'no recipe';
  if (recipe?.kind === 'file' && recipe.mode !== 'replace') return `mode ${recipe.mode}`;
  const table = ident(entity.name);
  // A load compares with the table of before, which has to be there.
  await withConnection(ctx, (connection) => connection.run(`CREATE TABLE main.${table} (${columnDefinitions(entity)})`));
  if (recipe === undefined) return undefined;
  try {
    await runRecipe(ctx, sources, recipe, false);
    return undefined;
  } catch (error) {
    await withConnection(ctx, (connection) => connection.run(`DROP TABLE main.${table}`));
    if (!isAppError(error)) throw error;
    return error.code;
  }
}
