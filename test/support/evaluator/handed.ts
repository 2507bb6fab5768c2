import type { People } from './people';

/** A population, and whether a run comes along its arrow. */
export interface Handed {
  people: People;
  along: boolean;
}

export type Done = ReadonlyMap<string, Handed>;
