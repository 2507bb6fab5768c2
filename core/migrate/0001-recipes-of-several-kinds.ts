import type { Migration } from './migration';

/** Recipes load files or run queries; those of before all load files. */
export const recipesOfSeveralKinds: Migration = {
  kind: 'recipe',
  from: 1,
  change: (recipe) => ({ ...recipe, kind: 'file' }),
};
