import { canonicalJson } from '../base/hashing';
import type { Context } from './context';
import type { Kept } from './kept';

/** Of one sort; those that were measured longest ago go first. */
const most = 200;

/** Changes whenever rows, key or attributes of one of these entities do. */
export function stateOf(ctx: Context, names: readonly string[]): string {
  return canonicalJson(
    names.map((name) => {
      const found = ctx.store.read('entity', name);
      return [name, found?.dataVersion ?? 0, found?.loadedAt ?? '', found?.key ?? [], found?.attributes ?? []];
    }),
  );
}

/** Measures once for each state of the data. */
export async function keptFigures<T>(all: Map<string, Kept<T>>, key: string, state: string, measure: () => Promise<T>): Promise<T> {
  const kept = all.get(key);
  if (kept?.state === state) return kept.value;
  const value = await measure();
  keepFigures(all, key, state, value);
  return value;
}

export function keepFigures<T>(all: Map<string, Kept<T>>, key: string, state: string, value: T): void {
  all.delete(key);
  all.set(key, { state, value });
  for (const oldest of all.keys()) {
    if (all.size <= most) break;
    all.delete(oldest);
  }
}
