import { type CancelSignal, throwIfCancelled } from '../../base/cancellation';
import { AppError, isAppError } from '../../base/errors';
import { problem } from '../../base/problems';
import type { ImportProgress, Refreshed } from '../../model/data-report';
import type { Entity } from '../../model/entity';
import type { Recipe } from '../../model/recipe';
import type { Sources } from '../../ports/sources';
import type { Context } from '../context';
import { findDocument } from '../find-document';
import { recipeOf } from '../recipe-of';
import { inLoadOrder, readBy } from './load-order';
import { runRecipe } from './run-recipe';
import { sourceState } from './source-state';

export interface RefreshRequest {
  /** Those named are loaded in any case; without names, every entity whose file, or what its query reads, is not as it was. */
  entities?: readonly string[] | undefined;
  dryRun?: boolean | undefined;
}

export interface RefreshOptions {
  signal?: CancelSignal | undefined;
  onProgress?: ((progress: ImportProgress & { entity: string }) => void) | undefined;
}

/**
 * Runs the recipes of entities again, a query after what it reads. Each load is whole or not at all; one that fails does not hold up
 * the others.
 * @throws AppError `not-found`, `cancelled`
 */
export async function refreshEntities(
  ctx: Context,
  sources: Sources,
  request: RefreshRequest,
  options: RefreshOptions = {},
): Promise<Refreshed[]> {
  const asked = request.entities?.map((name) => findDocument(ctx, 'entity', name));
  const done: Refreshed[] = [];
  for (const { name } of inLoadOrder(ctx, asked ?? ctx.store.list('entity').filter((e) => e.recipe !== undefined))) {
    throwIfCancelled(options.signal);
    const entity = findDocument(ctx, 'entity', name);
    const waiting = done.filter((d) => d.outcome === 'checked' || d.outcome === 'follows').map((d) => d.entity);
    // What it would read is not there before that was loaded.
    if (request.dryRun && readBy(ctx, entity).some((read) => waiting.includes(read))) done.push({ entity: name, outcome: 'follows' });
    else done.push(await refresh(ctx, sources, entity, { dryRun: request.dryRun ?? false, always: asked !== undefined }, options));
  }
  return done;
}

async function refresh(
  ctx: Context,
  sources: Sources,
  entity: Entity,
  { dryRun, always }: { dryRun: boolean; always: boolean },
  options: RefreshOptions,
): Promise<Refreshed> {
  const { name } = entity;
  try {
    const recipe = repeatable(ctx, entity);
    if (!always && (await sourceState(ctx, sources, entity, recipe)).source === 'same') return { entity: name, outcome: 'same' };
    const summary = await runRecipe(ctx, sources, recipe, dryRun, {
      signal: options.signal,
      onProgress: (progress) => options.onProgress?.({ ...progress, entity: name }),
    });
    return { entity: name, outcome: dryRun ? 'checked' : 'loaded', summary };
  } catch (error) {
    if (!isAppError(error) || error.code === 'cancelled') throw error;
    return { entity: name, outcome: 'failed', problem: problem(error.code, ['entities', name], error.details) };
  }
}

function repeatable(ctx: Context, entity: Entity): Recipe {
  const { name } = entity;
  const recipe = recipeOf(ctx, entity);
  if (!recipe) throw new AppError('refresh-no-recipe', { entity: name });
  if (recipe.kind === 'query') return recipe;
  const numbered = recipe.columns.some((c) => c.generated !== undefined && recipe.key.includes(c.attribute));
  if (recipe.mode === 'append' && numbered) throw new AppError('refresh-would-repeat', { entity: name, file: recipe.source.path });
  return recipe;
}
