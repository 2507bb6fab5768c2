import { type Entity, entity as entitySchema } from '../../model/entity';
import { parseDocument } from '../../model/parse';
import type { Connection } from '../../ports/engine';
import { ident } from '../../sql/quote';
import type { Context } from '../context';
import { prepareLoads, recordLoad } from '../import/loads';
import { inTransaction } from '../in-transaction';
import { recipeOf } from '../recipe-of';
import { commitUndoable } from '../undo/commit-undoable';

/** Changes the rows of an entity in one transaction, and then its document, which already says what will be. */
export async function changeEntity(ctx: Context, connection: Connection, entity: Entity, change: () => Promise<void>): Promise<void> {
  const document = await changeRows(ctx, connection, entity, change);
  await commitUndoable(ctx, [{ kind: 'entity', id: entity.name, document }]);
}

/** Changes the rows of an entity in one transaction. @returns the document to be saved, which already says what will be */
export async function changeRows(ctx: Context, connection: Connection, entity: Entity, change: () => Promise<void>): Promise<Entity> {
  const document = parseDocument(entitySchema, entity, entity.name);
  await prepareLoads(connection);
  await inTransaction(connection, async () => {
    await change();
    const recipe = recipeOf(ctx, entity);
    await recordLoad(connection, {
      entity: entity.name,
      dataVersion: entity.dataVersion,
      document: JSON.stringify(document),
      recipe: recipe === undefined ? null : JSON.stringify(recipe),
    });
  });
  return document;
}

export async function dropColumn(connection: Connection, entity: string, column: string): Promise<void> {
  await connection.run(`ALTER TABLE main.${ident(entity)} DROP COLUMN ${ident(column)}`);
}
