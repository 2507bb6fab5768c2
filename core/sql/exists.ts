import { and } from './expression';
import { visitNodes } from './nodes';
import type { Expression, Select } from './query';

/**
 * Whether the query has a row. Where only equalities tie it to the row outside, it is asked for once and looked up, which engines
 * do many times faster than once per row.
 */
export function exists(query: Select): Expression {
  const inner = new Set([query.from.alias, ...(query.joins ?? []).map((j) => j.source.alias)]);
  const terms = query.where?.kind === 'and' ? query.where.all : query.where ? [query.where] : [];
  const ties = terms.map((term) => tieOf(term, inner));
  const rest = terms.filter((_, i) => ties[i] === undefined);
  const found = ties.filter((t): t is Tie => t !== undefined);
  const whole: Expression = { kind: 'exists', query };
  if (found.length === 0 || query.groupBy || query.limit !== undefined) return whole;
  if (reachesOut([query.from, query.joins, rest], inner)) return whole;
  const columns = found.map((tie, i) => ({ name: `tie_${i + 1}`, is: tie.inner }));
  const { where: _, ...source } = query;
  const looked: Select = { ...source, columns, ...(rest.length > 0 ? { where: and(rest) } : {}) };
  return { kind: 'in-query', values: found.map((tie) => tie.outer), query: looked };
}

interface Tie {
  outer: Expression;
  inner: Expression;
}

function tieOf(term: Expression, inner: ReadonlySet<string>): Tie | undefined {
  if (term.kind !== 'compare' || term.op !== '=') return undefined;
  const isInner = (e: Expression) => e.kind === 'column' && e.table !== undefined && inner.has(e.table);
  const isOuter = (e: Expression) => e.kind === 'column' && e.table !== undefined && !inner.has(e.table);
  if (isInner(term.left) && isOuter(term.right)) return { inner: term.left, outer: term.right };
  return isInner(term.right) && isOuter(term.left) ? { inner: term.right, outer: term.left } : undefined;
}

/** Whether anything is read of a row that the parts do not give themselves. */
function reachesOut(parts: unknown, inner: ReadonlySet<string>): boolean {
  const given = new Set(inner);
  visitNodes(parts, (node) => {
    if (typeof node.alias === 'string' && 'relation' in node) given.add(node.alias);
  });
  let out = false;
  visitNodes(parts, (node) => {
    if (node.kind === 'column' && typeof node.table === 'string' && !given.has(node.table)) out = true;
  });
  return out;
}
