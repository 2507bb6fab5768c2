import { AppError } from '../../base/errors';

/**
 * Places of the columns that are taken, in the order of the file; of all of them where none are named.
 * @throws AppError `import-header-changed` where one is not there
 */
export function takenOf(names: readonly string[], only: readonly string[] | undefined): number[] {
  const places = new Map(names.map((name, place) => [name, place]));
  if (!only) return [...places.values()];
  const missing = only.filter((name) => !places.has(name));
  if (missing.length > 0) throw new AppError('import-header-changed', { missing: missing.join(', '), added: '–' });
  return [...new Set(only)].map((name) => places.get(name) ?? 0).toSorted((a, b) => a - b);
}
