import { AppError } from '../../base/errors';
import type { Write } from '../../ports/meta-store';
import { ident } from '../../sql/quote';
import type { Context } from '../context';
import { findDocument } from '../find-document';
import { prepareLoads, recordLoad } from '../import/loads';
import { withConnection } from '../with-connection';

/** Removes an entity with its rows, rejects and recipe. @throws AppError `not-found`, `entity-in-use` while a link names it */
export async function removeEntity(ctx: Context, name: string): Promise<void> {
  const entity = findDocument(ctx, 'entity', name);
  const link = ctx.store.list('link').find((l) => l.from === name || l.to === name);
  if (link) throw new AppError('entity-in-use', { entity: name, link: link.name });
  await withConnection(ctx, async (connection) => {
    await prepareLoads(connection);
    await connection.run('BEGIN');
    try {
      await connection.run(`DROP TABLE IF EXISTS main.${ident(name)}`);
      await connection.run(`DROP TABLE IF EXISTS rejects.${ident(name)}`);
      await recordLoad(connection, { entity: name, dataVersion: entity.dataVersion, document: null, recipe: null });
      await connection.run('COMMIT');
    } catch (error) {
      await connection.run('ROLLBACK').catch(() => undefined);
      throw error;
    }
  });
  const writes: Write[] = [{ kind: 'entity', id: name, document: null }];
  if (entity.recipe !== undefined && ctx.store.read('recipe', entity.recipe))
    writes.push({ kind: 'recipe', id: entity.recipe, document: null });
  await ctx.store.commit(writes);
}
