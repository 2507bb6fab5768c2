import type { DataType } from '../model/entity';
import type { Literal } from '../model/value';
import type { Query, Values } from './query';

export type Comparison = '=' | '<>' | '<' | '<=' | '>' | '>=' | 'IS DISTINCT FROM' | 'IS NOT DISTINCT FROM';

/** Functions by what they mean; a dialect says how each is written. */
export type FunctionName =
  | 'lower'
  | 'upper'
  | 'strip-accents'
  | 'trim'
  | 'length'
  | 'left'
  | 'right'
  | 'concat'
  | 'concat-ws'
  | 'substring'
  | 'coalesce'
  | 'nullif'
  | 'floor'
  | 'least'
  | 'divide-whole'
  | 'modulo'
  | 'sha256-hex'
  | 'month'
  | 'day-of-month'
  | 'matches-regex'
  | 'replace-regex'
  | 'split-part'
  | 'contains-any'
  | 'empty-list';

export type AggregateName = 'count' | 'sum' | 'avg' | 'min' | 'max' | 'list' | 'arg-first';

export interface OrderTerm {
  by: Expression;
  descending?: boolean;
}

/** A scalar in SQL, as plain data. */
export type Expression =
  | { kind: 'column'; table?: string; name: string }
  | { kind: 'literal'; type: DataType; value: Literal }
  /** Of a list it has no type of its own: it takes that of what it stands beside. */
  | { kind: 'null'; type: DataType | 'list' }
  | { kind: 'compare'; op: Comparison; left: Expression; right: Expression }
  | { kind: 'and' | 'or'; all: Expression[] }
  | { kind: 'not'; inner: Expression }
  | { kind: 'is-null'; inner: Expression }
  | { kind: 'is-true'; inner: Expression }
  | { kind: 'in'; inner: Expression; list: Expression[] }
  | { kind: 'like'; inner: Expression; pattern: Expression }
  | { kind: 'between'; inner: Expression; from: Expression; to: Expression }
  | { kind: 'call'; function: FunctionName; args: Expression[] }
  | { kind: 'arithmetic'; op: '+' | '-' | '*' | '/'; left: Expression; right: Expression }
  | { kind: 'aggregate'; function: AggregateName; args: Expression[]; distinct?: boolean; filter?: Expression; orderBy?: OrderTerm[] }
  | { kind: 'row-number'; partitionBy: Expression[]; orderBy: OrderTerm[] }
  /** The first value that is there among the rows of the partition. */
  | { kind: 'first-value'; of: Expression; partitionBy: Expression[]; orderBy: OrderTerm[] }
  | { kind: 'case'; branches: { when: Expression; gives: Expression }[]; otherwise?: Expression }
  | { kind: 'struct'; fields: { name: string; is: Expression }[] }
  | { kind: 'cast'; inner: Expression; type: DataType; scale?: number }
  | { kind: 'exists'; query: Query }
  /** Whether the values are a row of the query; never NULL. */
  | { kind: 'in-query'; values: Expression[]; query: Query }
  | { kind: 'scalar'; query: Query }
  /** An expression a person wrote, checked elsewhere, over the names of the rows around it. */
  | { kind: 'written-expression'; sql: string; values: Values };

export const column = (table: string | undefined, name: string): Expression =>
  table === undefined ? { kind: 'column', name } : { kind: 'column', table, name };
export const text = (value: string): Expression => ({ kind: 'literal', type: 'text', value });
/** A value as text; text as it is. */
export const asText = (value: Expression, type: DataType | 'list'): Expression =>
  type === 'text' ? value : { kind: 'cast', inner: value, type: 'text' };
export const integer = (value: number): Expression => ({ kind: 'literal', type: 'integer', value });
export const truth = (value: boolean): Expression => ({ kind: 'literal', type: 'boolean', value });
export const call = (name: FunctionName, ...args: Expression[]): Expression => ({ kind: 'call', function: name, args });
export const compare = (op: Comparison, left: Expression, right: Expression): Expression => ({ kind: 'compare', op, left, right });
export const isNull = (inner: Expression): Expression => ({ kind: 'is-null', inner });

/** `all` of nothing is TRUE. */
export function and(all: Expression[]): Expression {
  const flat = all.flatMap((e) => (e.kind === 'and' ? e.all : [e])).filter((e) => !isLiteral(e, true));
  if (flat.length === 0) return truth(true);
  return flat.length === 1 && flat[0] ? flat[0] : { kind: 'and', all: flat };
}

/** `any` of nothing is FALSE. */
export function or(all: Expression[]): Expression {
  if (all.length === 0) return truth(false);
  return all.length === 1 && all[0] ? all[0] : { kind: 'or', all };
}

/** FALSE where `inner` is FALSE or NULL. */
export function isTrue(inner: Expression): Expression {
  return neverNull(inner) ? inner : { kind: 'is-true', inner };
}

/** TRUE where `inner` is FALSE or NULL. */
export function isNotTrue(inner: Expression): Expression {
  const known = isTrue(inner);
  return known.kind === 'not' ? known.inner : { kind: 'not', inner: known };
}

/** Whether the expression can only be TRUE or FALSE. */
function neverNull(e: Expression): boolean {
  switch (e.kind) {
    case 'exists':
    case 'in-query':
    case 'is-null':
    case 'is-true':
    case 'literal':
      return true;
    case 'not':
      return neverNull(e.inner);
    case 'and':
    case 'or':
      return e.all.every(neverNull);
    case 'compare':
      return e.op === 'IS DISTINCT FROM' || e.op === 'IS NOT DISTINCT FROM';
    default:
      return false;
  }
}

function isLiteral(e: Expression, value: boolean): boolean {
  return e.kind === 'literal' && e.value === value;
}
