import { renameAliases } from '../../sql/aliases';
import { visitNodes } from '../../sql/nodes';
import type { Query, Select } from '../../sql/query';
import { worktableSchema } from '../plan';

const notPlain = new Set(['exists', 'scalar', 'aggregate', 'row-number', 'select', 'written', 'with']);

/** The query as a reading of one worktable's rows, called `input`, each by itself; `undefined` when it is more than that. */
export function selectionOf(query: Query): { select: Select; of: string } | undefined {
  if (query.kind !== 'select') return undefined;
  const { from } = query;
  if (from.relation.kind !== 'table' || from.relation.schema !== worktableSchema || !readsEach(query)) return undefined;
  let plain = true;
  visitNodes([query.columns, query.where], (node) => {
    if (typeof node.kind === 'string' && notPlain.has(node.kind)) plain = false;
  });
  if (!plain) return undefined;
  return { select: renameAliases(query, (alias) => (alias === from.alias ? 'input' : alias)), of: from.relation.name };
}

/** Whether each row of the select is one of the rows it reads from, whatever the others are. */
export function readsEach({ joins, distinct, groupBy, having, orderBy, limit, offset }: Select): boolean {
  return !joins?.length && !distinct && !groupBy && !having && !orderBy && limit === undefined && !offset;
}
