import { ident } from '../../sql/quote';
import type { Context } from '../context';
import { findDocument } from '../find-document';
import { withConnection } from '../with-connection';

/** Removes an audience, with its members where it is a snapshot. @throws AppError `not-found` */
export async function removeAudience(ctx: Context, id: string): Promise<void> {
  const { definition } = findDocument(ctx, 'audience', id);
  await ctx.store.commit([{ kind: 'audience', id, document: null }]);
  if (definition.kind === 'snapshot')
    await withConnection(ctx, (connection) => connection.run(`DROP TABLE IF EXISTS audience.${ident(definition.table)}`));
}
