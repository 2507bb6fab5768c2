import { compared, notOf, type Term, truthOf } from '../tree/term';

/** A condition that is TRUE exactly where `term` is not: where it is FALSE or NULL. */
export function notTrue(term: Term): Term {
  switch (term.kind) {
    case 'exists':
    case 'is-null':
      return notOf(term);
    case 'boolean':
      return { kind: 'boolean', value: !term.value };
    case 'not':
      if (term.inner.kind === 'exists' || term.inner.kind === 'is-null' || term.inner.kind === 'is-true') return term.inner;
      return notOf({ kind: 'is-true', inner: term });
    case 'compare':
      // DuckDB reads a truth value beside IS DISTINCT FROM as IS TRUE.
      if (!neverNull(term.right) || term.right.kind === 'boolean') return notOf({ kind: 'is-true', inner: term });
      if (term.op === 'IS DISTINCT FROM') return compared(term.left, '=', term.right);
      if (term.op === '=') return compared(term.left, 'IS DISTINCT FROM', term.right);
      return notOf({ kind: 'is-true', inner: term });
    default:
      return notOf({ kind: 'is-true', inner: term });
  }
}

/**
 * The same condition as one of several, each of which is enough. DuckDB 1.5 passes over parts of a table that have no values in a
 * column where IS DISTINCT FROM a value, or IS NOT TRUE, stands beside another condition on that column.
 */
export function alternative(term: Term): Term {
  const untrue = (inner: Term) => notOf({ kind: 'is-true', inner });
  if (term.kind === 'compare' && term.op === 'IS DISTINCT FROM') return untrue(compared(term.left, '=', term.right));
  if (term.kind === 'not' && term.inner.kind === 'is-true' && term.inner.inner.kind === 'column')
    return untrue(compared(term.inner.inner, '=', truthOf(true)));
  return term;
}

const keepsValues: ReadonlySet<string> = new Set(['strip_accents', 'lower', '+', '-']);

/** Values, variables, and what is made of them. */
function neverNull(term: Term): boolean {
  switch (term.kind) {
    case 'text':
    case 'number':
    case 'boolean':
    case 'variable':
      return true;
    case 'interval':
      return neverNull(term.count);
    case 'cast':
      return !term.attempt && neverNull(term.inner);
    case 'call':
      return keepsValues.has(term.name) && term.args.every(neverNull);
    default:
      return false;
  }
}
