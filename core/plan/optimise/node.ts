import type { Query, Select } from '../../sql/query';
import type { Step } from '../plan';
import type { Marks, Measures } from './stored';

/** A statement in the making. Its query is its own: it may be changed until it is printed. */
export interface Node {
  /** The table it makes, when it is kept. */
  name: string;
  query: Query;
  /** The entity its rows are of; facts of it can be carried along. */
  dimension: string;
  /** `table`: rows are kept; `view`: whoever reads them computes them; `count`: nobody reads them. */
  as: 'table' | 'view' | 'count';
  /** The step it stands for; a table that only holds what several populations read stands for none. */
  step?: Step;
  carried: Map<string, string>;
  marks?: Marks;
  measures?: Measures;
  /** The table that a view of grouped rows was made for. */
  readBy?: string;
}

/** Rows of a node, or of a table kept before, which the select calls `input`, where a condition over its columns holds. */
export interface Reading {
  step: Step;
  select: Select;
}
