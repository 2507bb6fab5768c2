import { AppError } from '../../base/errors';
import { ident } from '../../sql/quote';
import type { Context } from '../context';
import { findDocument } from '../find-document';
import { usersOf } from '../uses/used-by';
import { withConnection } from '../with-connection';

/**
 * Removes an audience, with its members where it is a snapshot. @throws AppError `not-found`; `audience-in-use` with the names of
 * what reads it, unless it is forced: what reads it then says what is missing
 */
export async function removeAudience(ctx: Context, id: string, options: { force?: boolean | undefined } = {}): Promise<void> {
  const { name, definition } = findDocument(ctx, 'audience', id);
  const users = options.force ? undefined : usersOf(ctx, { kind: 'audience', id });
  if (users !== undefined) throw new AppError('audience-in-use', { audience: name, users });
  await ctx.store.commit([{ kind: 'audience', id, document: null }]);
  if (definition.kind === 'snapshot')
    await withConnection(ctx, (connection) => connection.run(`DROP TABLE IF EXISTS audience.${ident(definition.table)}`));
}
