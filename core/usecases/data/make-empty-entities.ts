import type { Entity } from '../../model/entity';
import { ident } from '../../sql/quote';
import type { Context } from '../context';
import { columnDefinitions } from '../import/entity-tables';
import { prepareLoads, recordLoad } from '../import/loads';
import { inTransaction } from '../in-transaction';
import { withConnection } from '../with-connection';

/** Makes the tables of entities without rows, all or none, in place of what is there; their documents are the caller's to save. */
export async function makeEmptyEntities(ctx: Context, entities: readonly Entity[]): Promise<void> {
  if (entities.length === 0) return;
  await withConnection(ctx, async (connection) => {
    await prepareLoads(connection);
    await inTransaction(connection, async () => {
      for (const entity of entities) {
        await connection.run(`CREATE OR REPLACE TABLE main.${ident(entity.name)} (${columnDefinitions(entity)})`);
        await recordLoad(connection, {
          entity: entity.name,
          dataVersion: entity.dataVersion,
          document: JSON.stringify(entity),
          recipe: null,
        });
      }
    });
  });
}
