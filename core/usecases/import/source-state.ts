import { isAppError } from '../../base/errors';
import type { EntityHealth } from '../../model/data-report';
import type { Entity } from '../../model/entity';
import type { Recipe } from '../../model/recipe';
import type { Sources } from '../../ports/sources';

/** Whether the file a recipe names is the one that was loaded, by its size and time. */
export async function sourceState(sources: Sources, { loadedFrom }: Entity, recipe: Recipe | undefined): Promise<EntityHealth['source']> {
  if (!recipe) return 'none';
  try {
    const { bytes, modified } = await sources.stat(recipe.source.path);
    if (!loadedFrom) return 'unknown';
    return bytes === loadedFrom.bytes && modified === loadedFrom.modified ? 'same' : 'changed';
  } catch (error) {
    if (!isAppError(error)) throw error;
    return 'missing';
  }
}
