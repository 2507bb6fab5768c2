import { AppError } from '../../base/errors';
import type { Write } from '../../ports/meta-store';
import { ident } from '../../sql/quote';
import type { Context } from '../context';
import { findDocument } from '../find-document';
import { prepareLoads, recordLoad } from '../import/loads';
import { inTransaction } from '../in-transaction';
import { usersOf } from '../uses/used-by';
import { withConnection } from '../with-connection';
import { linkId } from './save-link';

/**
 * Removes an entity with its rows, rejects and recipe. @throws AppError `not-found`; `entity-in-use` with the names of what uses it,
 * unless it is forced: its links then go too, and documents that use it say what is missing
 */
export async function removeEntity(ctx: Context, name: string, options: { force?: boolean | undefined } = {}): Promise<void> {
  const entity = findDocument(ctx, 'entity', name);
  const users = options.force ? undefined : usersOf(ctx, { kind: 'entity', entity: name });
  if (users !== undefined) throw new AppError('entity-in-use', { entity: name, users });
  await withConnection(ctx, async (connection) => {
    await prepareLoads(connection);
    await inTransaction(connection, async () => {
      await connection.run(`DROP TABLE IF EXISTS main.${ident(name)}`);
      await connection.run(`DROP TABLE IF EXISTS rejects.${ident(name)}`);
      await recordLoad(connection, { entity: name, dataVersion: entity.dataVersion, document: null, recipe: null });
    });
  });
  const links = ctx.store.list('link').filter((l) => l.from === name || l.to === name);
  const writes: Write[] = [
    { kind: 'entity', id: name, document: null },
    ...links.map((link): Write => ({ kind: 'link', id: linkId(link), document: null })),
  ];
  if (entity.recipe !== undefined && ctx.store.read('recipe', entity.recipe))
    writes.push({ kind: 'recipe', id: entity.recipe, document: null });
  await ctx.store.commit(writes);
}
