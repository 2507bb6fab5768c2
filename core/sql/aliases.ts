import { mapNodes } from './nodes';

const made = /^t\d+$/;

/**
 * The same query with the aliases made while compiling, `t7`, numbered in their order of appearance, so that equal queries have
 * equal text whatever was compiled before them.
 */
export function withPlainAliases<T>(query: T): T {
  const names = new Map<string, string>();
  const plain = (alias: string): string => {
    if (!made.test(alias)) return alias;
    const known = names.get(alias) ?? `t${names.size + 1}`;
    names.set(alias, known);
    return known;
  };
  return renameAliases(query, plain);
}

/** Renames aliases wherever they are given or used. */
export function renameAliases<T>(query: T, rename: (alias: string) => string): T {
  return mapNodes(query, (node) => {
    if (node.kind === 'column' && typeof node.table === 'string') return { ...node, table: rename(node.table) };
    if (typeof node.alias === 'string' && 'relation' in node) return { ...node, alias: rename(node.alias) };
    return node;
  });
}
