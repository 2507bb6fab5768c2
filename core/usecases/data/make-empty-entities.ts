import type { Entity } from '../../model/entity';
import { duckdb } from '../../sql/dialect/duckdb';
import { ident } from '../../sql/quote';
import type { Context } from '../context';
import { prepareLoads, recordLoad } from '../import/loads';
import { withConnection } from '../with-connection';

/** Makes the tables of entities without rows, all or none, in place of what is there; their documents are the caller's to save. */
export async function makeEmptyEntities(ctx: Context, entities: readonly Entity[]): Promise<void> {
  if (entities.length === 0) return;
  await withConnection(ctx, async (connection) => {
    await prepareLoads(connection);
    await connection.run('BEGIN');
    try {
      for (const entity of entities) {
        const columns = entity.attributes.map((a) => `${ident(a.name)} ${duckdb.typeName(a.type, a.scale ?? 0)}`);
        await connection.run(`CREATE OR REPLACE TABLE main.${ident(entity.name)} (${columns.join(', ')})`);
        await recordLoad(connection, {
          entity: entity.name,
          dataVersion: entity.dataVersion,
          document: JSON.stringify(entity),
          recipe: null,
        });
      }
      await connection.run('COMMIT');
    } catch (error) {
      await connection.run('ROLLBACK').catch(() => undefined);
      throw error;
    }
  });
}
