import type { Select } from '../../sql/query';

/** A worktable that is kept: a table of its own, perhaps with more columns than it stands for, or a reading of others. */
export interface Stored {
  /** What a view says; absent for a table. */
  reading?: Select;
  /** Facts of the dimension's rows that a table carries beside its own columns: column by fact. */
  carried: ReadonlyMap<string, string>;
  /** Rules a table of an entity's rows answers, and what it holds beside them: column by key. */
  marks?: Marks;
  /** Aggregates a table of related rows holds: column by aggregate. */
  measures?: Measures;
  /** The table made of a view of related rows; the view is dropped with it. */
  readBy?: string;
}

export interface Marks {
  dimension: string;
  columns: ReadonlyMap<string, string>;
  /** All rows of the entity, or only those for which at least one leaf is TRUE. */
  all: boolean;
}

export interface Measures {
  /** Key of the related rows, of which data they are, and what they are grouped by. */
  family: string;
  ties: string[];
  columns: ReadonlyMap<string, string>;
}

/** What is kept at the moment, by name. It lives as long as the tables, which are in memory. */
export interface Registry {
  kept: Map<string, Stored>;
  /** A name that no table had before. */
  fresh(prefix: string): string;
}

export function createRegistry(): Registry {
  let made = 0;
  return { kept: new Map(), fresh: (prefix) => `${prefix}_${++made}` };
}
