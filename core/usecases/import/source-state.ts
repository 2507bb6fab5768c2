import { isAppError } from '../../base/errors';
import { unreachable } from '../../base/never';
import type { EntityHealth } from '../../model/data-report';
import type { Entity } from '../../model/entity';
import type { FileRecipe, Recipe } from '../../model/recipe';
import type { Sources } from '../../ports/sources';
import type { Context } from '../context';
import { stateOfQuery } from '../sql/query-state';

/** Whether what a recipe loads is what was loaded. */
export async function sourceState(
  ctx: Context,
  sources: Sources,
  entity: Entity,
  recipe: Recipe | undefined,
): Promise<Pick<EntityHealth, 'source' | 'newer'>> {
  if (!recipe) return { source: 'none', newer: [] };
  switch (recipe.kind) {
    case 'file':
      return { source: await fileState(sources, entity, recipe), newer: [] };
    case 'query':
      return stateOfQuery(ctx, entity, recipe);
    default:
      return unreachable(recipe);
  }
}

/** Whether the file is the one that was loaded, by its size and time. */
export async function fileState(sources: Sources, { loadedFrom }: Entity, recipe: FileRecipe): Promise<EntityHealth['source']> {
  try {
    const { bytes, modified } = await sources.stat(recipe.source.path);
    if (!loadedFrom || !('bytes' in loadedFrom)) return 'unknown';
    return bytes === loadedFrom.bytes && modified === loadedFrom.modified ? 'same' : 'changed';
  } catch (error) {
    if (!isAppError(error)) throw error;
    return 'missing';
  }
}
