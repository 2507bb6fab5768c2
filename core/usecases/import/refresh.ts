import { type CancelSignal, throwIfCancelled } from '../../base/cancellation';
import { AppError, isAppError } from '../../base/errors';
import { problem } from '../../base/problems';
import type { ImportProgress, Refreshed } from '../../model/data-report';
import type { Entity } from '../../model/entity';
import type { Recipe } from '../../model/recipe';
import type { Sources } from '../../ports/sources';
import type { Context } from '../context';
import { findDocument } from '../find-document';
import { runImport } from './run-import';
import { sourceState } from './source-state';

export interface RefreshRequest {
  /** Those named are loaded whatever their files look like; without names, every entity whose file is not as it was. */
  entities?: readonly string[] | undefined;
  dryRun?: boolean | undefined;
}

export interface RefreshOptions {
  signal?: CancelSignal | undefined;
  onProgress?: ((progress: ImportProgress & { entity: string }) => void) | undefined;
}

/**
 * Runs the recipes of entities again. Each load is whole or not at all; one that fails does not hold up the others.
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
  for (const entity of asked ?? ctx.store.list('entity').filter((e) => e.recipe !== undefined)) {
    throwIfCancelled(options.signal);
    done.push(await refresh(ctx, sources, entity, { dryRun: request.dryRun ?? false, always: asked !== undefined }, options));
  }
  return done;
}

async function refresh(
  ctx: Context,
  sources: Sources,
  entity: Entity,
  { dryRun, always }: { dryRun: boolean; always: boolean },
  { signal, onProgress }: RefreshOptions,
): Promise<Refreshed> {
  const { name } = entity;
  try {
    const recipe = repeatable(ctx, entity);
    if (!always && (await sourceState(sources, entity, recipe)) === 'same') return { entity: name, outcome: 'same' };
    const summary = await runImport(ctx, sources, recipe, {
      dryRun,
      signal,
      onProgress: (progress) => onProgress?.({ ...progress, entity: name }),
    });
    return { entity: name, outcome: dryRun ? 'checked' : 'loaded', summary };
  } catch (error) {
    if (!isAppError(error) || error.code === 'cancelled') throw error;
    return { entity: name, outcome: 'failed', problem: problem(error.code, ['entities', name], error.details) };
  }
}

function repeatable(ctx: Context, { name, recipe: id }: Entity): Recipe {
  const recipe = id === undefined ? undefined : ctx.store.read('recipe', id);
  if (!recipe) throw new AppError('refresh-no-recipe', { entity: name });
  const numbered = recipe.columns.some((c) => c.generated !== undefined && recipe.key.includes(c.attribute));
  if (recipe.mode === 'append' && numbered) throw new AppError('refresh-would-repeat', { entity: name, file: recipe.source.path });
  return recipe;
}
