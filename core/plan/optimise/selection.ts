import { renameAliases } from '../../sql/aliases';
import { visitNodes } from '../../sql/nodes';
import type { Query, Select } from '../../sql/query';
import { worktableSchema } from '../plan';

const notPlain = new Set(['exists', 'scalar', 'aggregate', 'row-number', 'select', 'written', 'with']);

/** The query as a reading of one worktable's rows, called `input`, each by itself; `undefined` when it is more than that. */
export function selectionOf(query: Query): { select: Select; of: string } | undefined {
  if (query.kind !== 'select') return undefined;
  const { from, joins, distinct, groupBy, having, orderBy, limit, offset } = query;
  if (from.relation.kind !== 'table' || from.relation.schema !== worktableSchema) return undefined;
  if (joins?.length || distinct || groupBy || having || orderBy || limit !== undefined || offset) return undefined;
  let plain = true;
  visitNodes([query.columns, query.where], (node) => {
    if (typeof node.kind === 'string' && notPlain.has(node.kind)) plain = false;
  });
  if (!plain) return undefined;
  return { select: renameAliases(query, (alias) => (alias === from.alias ? 'input' : alias)), of: from.relation.name };
}
