import { AppError } from '../../base/errors';
import { visitNodes } from '../../sql/nodes';
import type { Context } from '../context';
import { findDocument } from '../find-document';

/** Removes a filter that no rule refers to. @throws AppError `not-found`, `filter-in-use` with the names of what uses it */
export async function removeFilter(ctx: Context, id: string): Promise<void> {
  const { name } = findDocument(ctx, 'filter', id);
  const others = ctx.store.list('filter').filter((f) => f.id !== id);
  const users = [...ctx.store.list('campaign'), ...ctx.store.list('audience'), ...others].filter((d) => refersTo(d, id));
  if (users.length > 0) throw new AppError('filter-in-use', { filter: name, users: users.map((d) => d.name).join(', ') });
  await ctx.store.commit([{ kind: 'filter', id, document: null }]);
}

function refersTo(document: object, filter: string): boolean {
  let found = false;
  visitNodes(document, (node) => {
    found ||= node.kind === 'filter' && node.filter === filter;
  });
  return found;
}
