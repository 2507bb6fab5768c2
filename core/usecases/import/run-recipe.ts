import { instantOf } from '../../base/instant';
import { unreachable } from '../../base/never';
import type { ImportSummary } from '../../model/data-report';
import type { Recipe } from '../../model/recipe';
import type { Sources } from '../../ports/sources';
import type { Context } from '../context';
import { loadQuery } from '../sql/load-query';
import { type ImportOptions, runImport } from './run-import';

/** Loads an entity again as its recipe says, as of now. @throws AppError as `runImport` and `loadQuery` do */
export function runRecipe(
  ctx: Context,
  sources: Sources,
  recipe: Recipe,
  dryRun: boolean,
  { signal, onProgress }: Pick<ImportOptions, 'signal' | 'onProgress'> = {},
): Promise<ImportSummary> {
  switch (recipe.kind) {
    case 'file':
      return runImport(ctx, sources, recipe, { dryRun, signal, onProgress });
    case 'query': {
      const told = (share: number) => onProgress?.({ stage: 'staging', share, rows: 0, bytes: 0 });
      return loadQuery(ctx, recipe, { asOf: instantOf(ctx.clock.now()), dryRun, ...(signal ? { signal } : {}), onProgress: told });
    }
    default:
      return unreachable(recipe);
  }
}
