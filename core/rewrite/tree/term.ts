import type { PeriodUnit } from '../../model/rule';

export const equality = ['=', '<>', '<', '<=', '>', '>='] as const;
export type CompareOp = (typeof equality)[number] | 'IS DISTINCT FROM' | 'IS NOT DISTINCT FROM';

/**
 * A scalar of SQL as it is written: what a parsed SELECT consists of, and what a rule is said with.
 * Negated forms are `not` around the plain one. A number keeps its digits; one with an exponent is a double, as DuckDB reads it.
 */
export type Term =
  | { kind: 'column'; table?: string; name: string }
  | { kind: 'text'; value: string }
  | { kind: 'number'; digits: string }
  | { kind: 'boolean'; value: boolean }
  | { kind: 'null' }
  | { kind: 'variable'; name: string }
  | { kind: 'interval'; count: Term; unit: PeriodUnit }
  | { kind: 'compare'; op: CompareOp; left: Term; right: Term }
  | { kind: 'and' | 'or'; all: Term[] }
  | { kind: 'not' | 'is-null' | 'is-true'; inner: Term }
  | { kind: 'in'; inner: Term; list: Term[] }
  | { kind: 'between'; inner: Term; from: Term; to: Term }
  | { kind: 'like'; inner: Term; pattern: Term; escape?: string }
  | { kind: 'call'; name: string; args: Term[]; distinct?: true; infix?: true }
  | { kind: 'cast'; inner: Term; type: string; attempt?: true }
  | { kind: 'collate'; inner: Term; collation: string }
  | { kind: 'case'; branches: { when: Term; gives: Term }[]; otherwise?: Term }
  | { kind: 'row-number'; partitionBy: Term[]; orderBy: OrderTree[] }
  | { kind: 'exists' | 'scalar'; query: QueryTree }
  /** An expression as a person wrote it, on one line. */
  | { kind: 'raw'; sql: string }
  | { kind: 'in-query'; inner: Term[]; query: QueryTree };

export interface OrderTree {
  by: Term;
  descending: boolean;
  nulls: 'first' | 'last';
}

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

export const columnOf = (table: string, name: string): Term => ({ kind: 'column', table, name });
export const textOf = (value: string): Term => ({ kind: 'text', value });
export const numberOf = (value: number): Term => ({ kind: 'number', digits: String(value) });
export const truthOf = (value: boolean): Term => ({ kind: 'boolean', value });
export const variableOf = (name: string): Term => ({ kind: 'variable', name });
export const callOf = (name: string, ...args: Term[]): Term => ({ kind: 'call', name, args });
export const infix = (left: Term, name: string, right: Term): Term => ({ kind: 'call', name, args: [left, right], infix: true });
export const compared = (left: Term, op: CompareOp, right: Term): Term => ({ kind: 'compare', op, left, right });
export const notOf = (inner: Term): Term => ({ kind: 'not', inner });
export const isNullOf = (inner: Term): Term => ({ kind: 'is-null', inner });
export const castOf = (inner: Term, type: string): Term => ({ kind: 'cast', inner, type });

/** `all` of nothing is TRUE. */
export function andOf(all: readonly Term[]): Term {
  const flat = all.flatMap((t) => (t.kind === 'and' ? t.all : [t])).filter((t) => !(t.kind === 'boolean' && t.value));
  return only(flat) ?? (flat.length === 0 ? truthOf(true) : { kind: 'and', all: flat });
}

/** `any` of nothing is FALSE. */
export function orOf(all: readonly Term[]): Term {
  const flat = all.flatMap((t) => (t.kind === 'or' ? t.all : [t]));
  return only(flat) ?? (flat.length === 0 ? truthOf(false) : { kind: 'or', all: flat });
}

/** The terms that `AND` joins. */
export function conjuncts(term: Term | undefined): Term[] {
  if (term === undefined) return [];
  return term.kind === 'and' ? term.all.flatMap(conjuncts) : [term];
}

function only<T>(list: readonly T[]): T | undefined {
  return list.length === 1 ? list[0] : undefined;
}
