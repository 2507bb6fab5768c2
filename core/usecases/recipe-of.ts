import type { Entity } from '../model/entity';
import type { Recipe } from '../model/recipe';
import type { Context } from './context';

/** How the rows of an entity are had again; `undefined` where it has no recipe. */
export function recipeOf({ store }: Pick<Context, 'store'>, entity: Pick<Entity, 'recipe'>): Recipe | undefined {
  return entity.recipe === undefined ? undefined : store.read('recipe', entity.recipe);
}
