import { compared, notOf, type Term } from '../tree/term';

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
