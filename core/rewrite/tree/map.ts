import type { Term } from './term';

/** The terms directly inside a term, those of queries left out. */
export function childrenOf(term: Term): Term[] {
  const children: Term[] = [];
  mapTerm(term, (child) => {
    children.push(child);
    return child;
  });
  return children;
}

/** A term with others directly inside; queries stay as they are. */
export function mapTerm(term: Term, map: (child: Term) => Term): Term {
  switch (term.kind) {
    case 'compare':
      return { ...term, left: map(term.left), right: map(term.right) };
    case 'and':
    case 'or':
      return { ...term, all: term.all.map(map) };
    case 'not':
    case 'is-null':
    case 'is-true':
    case 'cast':
    case 'collate':
      return { ...term, inner: map(term.inner) };
    case 'in':
      return { ...term, inner: map(term.inner), list: term.list.map(map) };
    case 'between':
      return { ...term, inner: map(term.inner), from: map(term.from), to: map(term.to) };
    case 'like':
      return { ...term, inner: map(term.inner), pattern: map(term.pattern) };
    case 'call':
      return { ...term, args: term.args.map(map) };
    case 'interval':
      return { ...term, count: map(term.count) };
    case 'case': {
      const branches = term.branches.map((b) => ({ when: map(b.when), gives: map(b.gives) }));
      return { ...term, branches, ...(term.otherwise ? { otherwise: map(term.otherwise) } : {}) };
    }
    default:
      return term;
  }
}
