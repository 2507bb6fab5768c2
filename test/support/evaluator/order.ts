import type { Value } from './rows';

export interface SortKey {
  value: Value;
  descending: boolean;
}

/** Less than 0 where `a` comes first. Empty ones come last whatever the direction. */
export function compareBy(a: readonly SortKey[], b: readonly SortKey[]): number {
  for (const [i, mine] of a.entries()) {
    const other = b[i]?.value ?? null;
    if (mine.value === other) continue;
    if (mine.value === null) return 1;
    if (other === null) return -1;
    return mine.value < other === mine.descending ? 1 : -1;
  }
  return 0;
}

/** Orders by sort keys of each thing; the last of them must tell any two apart. */
export function sortedBy<T>(things: readonly T[], keys: (thing: T) => SortKey[]): T[] {
  return things
    .map((thing) => ({ thing, keys: keys(thing) }))
    .sort((a, b) => compareBy(a.keys, b.keys))
    .map((t) => t.thing);
}

export const ascending = (value: Value): SortKey => ({ value, descending: false });
