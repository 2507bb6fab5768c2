import type { OrderTree, Term } from './term';

/** A SELECT as it is written, or several put together. */
export type QueryTree = SelectTree | { kind: 'set'; op: 'union' | 'union-all' | 'intersect' | 'except'; left: QueryTree; right: QueryTree };

export interface SelectTree {
  kind: 'select';
  distinct?: true;
  columns: OutputTree[];
  from: FromTree;
  where?: Term;
  groupBy?: Term[];
  having?: Term;
  qualify?: Term;
  orderBy?: OrderTree[];
  limit?: Term;
}

/** `star`: every column of the tables read, or of the one named. */
export type OutputTree = { is: Term; as?: string } | { star: string | undefined };

export type FromTree =
  | { kind: 'table'; schema?: string; name: string; as?: string }
  | { kind: 'query'; query: QueryTree; as: string; columns?: string[] }
  | { kind: 'join'; type: 'inner' | 'left' | 'semi' | 'anti'; left: FromTree; right: FromTree; on?: Term; using?: string[] };
