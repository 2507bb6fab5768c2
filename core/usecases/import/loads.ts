import { type Problem, warning } from '../../base/problems';
import { broughtUp } from '../../migrate/migrate';
import { entity as entitySchema } from '../../model/entity';
import { parseDocument } from '../../model/parse';
import { recipe as recipeSchema } from '../../model/recipe';
import type { Connection } from '../../ports/engine';
import type { Write } from '../../ports/meta-store';
import type { Context } from '../context';
import { withConnection } from '../with-connection';
import { entityTables } from './entity-tables';

/** Kept beside the data, so that data and documents can be brought together after a kill between the two commits. */
export async function prepareLoads(connection: Connection): Promise<void> {
  await connection.run('CREATE SCHEMA IF NOT EXISTS muster');
  await connection.run('CREATE SCHEMA IF NOT EXISTS rejects');
  await connection.run('CREATE TABLE IF NOT EXISTS muster.loads (entity VARCHAR, data_version BIGINT, document VARCHAR, recipe VARCHAR)');
}

/** Within the transaction that changes the data. Nulls say that the entity was removed. */
export async function recordLoad(
  connection: Connection,
  load: { entity: string; dataVersion: number; document: string | null; recipe: string | null },
): Promise<void> {
  await connection.run('DELETE FROM muster.loads WHERE entity = ?', { parameters: [load.entity] });
  await connection.run('INSERT INTO muster.loads VALUES (?, ?, ?, ?)', {
    parameters: [load.entity, load.dataVersion, load.document, load.recipe],
  });
}

/**
 * Brings documents up to the data, which is committed first. To be called when a workspace is opened.
 * @returns warnings `model-data-behind` for entities whose data went back to an older load or is gone
 */
export async function reconcileLoads(ctx: Context): Promise<Problem[]> {
  return withConnection(ctx, async (connection) => {
    await prepareLoads(connection);
    const page = await connection.query('SELECT entity, data_version, document, recipe FROM muster.loads', { limit: 1_000_000 });
    const loads = new Map((page.values[0] ?? []).map((name, r) => [String(name), r]));
    const text = (column: number, row: number) => page.values[column]?.[row] ?? null;
    const writes: Write[] = [];
    const problems: Problem[] = [];
    for (const [name, row] of loads) {
      const version = Number(text(1, row));
      const known = ctx.store.read('entity', name);
      const document = text(2, row);
      if (document === null) {
        if (known && known.dataVersion <= version) writes.push({ kind: 'entity', id: name, document: null });
      } else if (known?.dataVersion !== version) {
        const entity = parseDocument(entitySchema, broughtUp('entity', JSON.parse(String(document)), name), name);
        if (known && known.dataVersion > version) {
          problems.push(warning('model-data-behind', ['entities', name], { entity: name, known: known.dataVersion, found: version }));
          // The version grows, so that nothing computed from the lost load is taken for current.
          writes.push({ kind: 'entity', id: name, document: { ...entity, dataVersion: known.dataVersion + 1 } });
          await recordLoad(connection, {
            entity: name,
            dataVersion: known.dataVersion + 1,
            document: JSON.stringify({ ...entity, dataVersion: known.dataVersion + 1 }),
            recipe: null,
          });
        } else writes.push({ kind: 'entity', id: name, document: entity });
        const recipe = text(3, row);
        if (recipe !== null) {
          const parsed = parseDocument(recipeSchema, broughtUp('recipe', JSON.parse(String(recipe)), name), name);
          writes.push({ kind: 'recipe', id: parsed.id, document: parsed });
        }
      }
    }
    const tables = await entityTables(connection);
    for (const known of ctx.store.list('entity')) {
      if (!tables.has(known.name))
        problems.push(warning('model-data-behind', ['entities', known.name], { entity: known.name, known: known.dataVersion, found: 0 }));
    }
    if (writes.length > 0) await ctx.store.commit(writes);
    return problems;
  });
}
