import { canonicalJson } from '../../base/hashing';
import { renameAliases, withPlainAliases } from '../../sql/aliases';
import { mapNodes, visitNodes } from '../../sql/nodes';
import type { Join, Select } from '../../sql/query';

/** Columns of an alias that the select uses anywhere but in the join that gives the alias. */
export function columnsUsed(select: Select, alias: string): Set<string> {
  const used = new Set<string>();
  const joins = select.joins?.map((j) => (j.source.alias === alias ? { source: j.source } : j));
  visitNodes({ ...select, joins }, (node) => {
    if (node.kind === 'column' && node.table === alias) used.add(String(node.name));
  });
  return used;
}

/** Puts something else in the place of columns of an alias, and leaves the join of that alias out. */
export function withoutJoin(select: Select, alias: string, instead: ReadonlyMap<string, Select['columns'][number]['is']>): Select {
  const rest: Select = { ...select, joins: select.joins?.filter((j) => j.source.alias !== alias) ?? [] };
  return mapNodes(rest, (node) => {
    const found = node.kind === 'column' && node.table === alias ? instead.get(String(node.name)) : undefined;
    return found ? { ...found } : node;
  });
}

/** Outer joins that reach the same rows are made once, and those nobody asks are left out. Every one reaches at most one row. */
export function mergedJoins(select: Select): Select {
  let merged = select;
  const seen = new Map<string, string>();
  for (const join of select.joins ?? []) {
    const { alias } = join.source;
    const now = merged.joins?.find((j) => j.source.alias === alias);
    if (now?.type !== 'left') continue;
    const same = signature(now);
    const before = seen.get(same);
    if (before === undefined) seen.set(same, alias);
    else {
      const rest: Select = { ...merged, joins: merged.joins?.filter((j) => j.source.alias !== alias) ?? [] };
      merged = renameAliases(rest, (a) => (a === alias ? before : a));
    }
  }
  return withoutUnusedJoins(merged);
}

function signature(join: Join): string {
  const { alias } = join.source;
  const plain = renameAliases({ relation: join.source.relation, on: join.on }, (a) => (a === alias ? 'self' : a));
  return canonicalJson({ relation: withPlainAliases(plain.relation), on: plain.on });
}

function withoutUnusedJoins(select: Select): Select {
  const last = [...(select.joins ?? [])].reverse().find((j) => j.type === 'left' && columnsUsed(select, j.source.alias).size === 0);
  if (!last) return select;
  return withoutUnusedJoins({ ...select, joins: select.joins?.filter((j) => j !== last) ?? [] });
}
