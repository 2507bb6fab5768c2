import { AppError } from '../../base/errors';
import type { Json } from './json';
import { childrenOf } from './map';
import type { FromTree, Term } from './term';

/** How many bytes of SQL stand before what a tree was parsed from. Beside the trees, so that trees are the same wherever they stood. */
const starts = new WeakMap<object, number>();

/**
 * Notes where a tree stands; what refuses to be parsed says it as `at`, the innermost part first. Clauses are no trees of their own: they
 * are said to be `within`.
 */
export function located<T extends Term | FromTree>(node: Json, parse: () => T): T {
  const start = typeof node.query_location === 'number' && Number.isSafeInteger(node.query_location) ? node.query_location : undefined;
  try {
    const tree = parse();
    if (start !== undefined && !starts.has(tree)) starts.set(tree, start);
    return tree;
  } catch (error) {
    if (!(error instanceof AppError) || start === undefined) throw error;
    const { at, within } = error.details;
    if (at !== undefined || within !== undefined) throw error;
    const place = error.code === 'rewrite-clause' ? 'within' : 'at';
    throw new AppError(error.code, { ...error.details, [place]: start }, { cause: error });
  }
}

/** Where a tree begins, as far as it came from SQL: an operator stands behind what it is about. */
export function startOf(tree: Term | FromTree): number | undefined {
  const inside = tree.kind === 'table' || tree.kind === 'query' || tree.kind === 'join' ? [] : childrenOf(tree).map(startOf);
  const found = [starts.get(tree), ...inside].filter((s) => s !== undefined);
  return found.length > 0 ? Math.min(...found) : undefined;
}
