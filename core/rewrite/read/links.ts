import type { DataModel, Entity } from '../../model/entity';
import { findHop, type Hop, hopNames } from '../../segment/population';

export interface Pair {
  here: string;
  there: string;
}

/** The link that leaves `from` towards `to` and ties exactly these attributes; the first that does. */
export function linkOver(model: DataModel, from: Entity, to: Entity, pairs: readonly Pair[]): { name: string; hop: Hop } | undefined {
  for (const name of hopNames(model, from.name)) {
    const hop = findHop(model, from.name, name);
    if (hop && hop.target.name === to.name && samePairs(hop.on, pairs)) return { name, hop };
  }
  return undefined;
}

function samePairs(a: readonly Pair[], b: readonly Pair[]): boolean {
  const texts = (pairs: readonly Pair[]) => [...new Set(pairs.map((p) => JSON.stringify([p.here, p.there])))].sort();
  return JSON.stringify(texts(a)) === JSON.stringify(texts(b));
}
