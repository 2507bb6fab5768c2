import type { DataType } from '../model/entity';
import type { Comparison, Expression, FunctionName } from './query';

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
