import type { Audience } from '../../model/audience';
import type { Attribute, DataModel, Entity } from '../../model/entity';
import type { Rule } from '../../model/rule';
import type { ProfileSettings } from '../../model/workspace';
import type { QueryTree, Term } from '../tree/term';
import type { Value } from './value';

/** The rows that a rule is about. Compared by identity: the same entity may be read twice. */
export interface Anchor {
  entity: Entity;
}

/** A table that a SELECT reads: `path` leads to its row from a row of `anchor`, over single-valued links. */
export interface Source {
  name: string;
  entity: Entity;
  anchor: Anchor;
  path: string[];
  /** Its rows are the members of a saved audience. */
  audience?: string;
  /** The path leads to a row, or the row it leads from is not selected. */
  sure?: true;
}

/** Tables whose columns may be named, the inner ones first. */
export interface Scope {
  sources: Source[];
  /** Names of results, which conditions may read too. */
  aliases: readonly string[];
  outer?: Scope;
}

/** What the names in a query may mean. */
export interface Names {
  model: DataModel;
  audiences: readonly Audience[];
  profile?: ProfileSettings | undefined;
}

/** Where a condition is read: whose rows it selects, and what its names mean. */
export interface Here {
  names: Names;
  scope: Scope;
  anchor: Anchor;
  /** Columns of conditions that were carried into another scope, where their names might mean something else. */
  bound: Map<Term, Found>;
  /** What an aggregate of rows means where rows are grouped. */
  aggregate?: (call: Term) => Value | undefined;
  reader: Reader;
}

export interface Found {
  source: Source;
  attribute: Attribute;
}

/** The first or last row that a path leads to. */
export interface Picked {
  path: string[];
  position: 'first' | 'last';
  by: string;
  among?: Rule;
}

/** How the parts of a SELECT are read; handed down so that they need not know each other. */
export interface Reader {
  /** Conditions that all have to hold. */
  conditions(terms: readonly Term[], here: Here): Rule;
  exists(query: QueryTree, here: Here): Rule;
  /** The rules for rows where it is TRUE, and where it is FALSE. @throws AppError `rewrite-not-in` by `no` */
  among(inner: readonly Term[], query: QueryTree, here: Here): { yes: Rule; no: () => Rule };
  scalar(query: QueryTree, here: Here): Value | undefined;
  /** @throws AppError where a query is none for the first of some related rows */
  first(query: QueryTree, here: Here): Picked;
}
