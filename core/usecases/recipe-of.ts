import type { Entity } from '../model/entity';
import type { FileRecipe, Recipe } from '../model/recipe';
import type { Context } from './context';

/** How the rows of an entity are had again; `undefined` where it has no recipe. */
export function recipeOf({ store }: Pick<Context, 'store'>, entity: Pick<Entity, 'recipe'>): Recipe | undefined {
  return entity.recipe === undefined ? undefined : store.read('recipe', entity.recipe);
}

/** How the entity of this name was loaded last; `undefined` where it is not there or was not loaded from a file. */
export function fileRecipeOf(ctx: Pick<Context, 'store'>, entity: string): FileRecipe | undefined {
  const known = ctx.store.read('entity', entity);
  const recipe = known && recipeOf(ctx, known);
  return recipe?.kind === 'file' ? recipe : undefined;
}
