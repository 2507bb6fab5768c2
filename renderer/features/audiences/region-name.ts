import type { Text } from '../../text/use-text';

export interface OverlapSet {
  id: string;
  name: string;
  rows: number;
}

/** What a region is called: the audiences it lies in, and in no other of those that are laid over each other. */
export function regionName(sets: readonly OverlapSet[], inside: readonly string[], t: Text): string {
  const names = sets.filter((s) => inside.includes(s.id)).map((s) => s.name);
  return (names.length === sets.length ? t.audiences.inAll : t.audiences.only)(names.join(' + '));
}
