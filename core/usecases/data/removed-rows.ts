import type { Entity } from '../../model/entity';
import type { Connection } from '../../ports/engine';
import { ident } from '../../sql/quote';
import type { Context } from '../context';
import { columnDefinitions } from '../import/entity-tables';
import { prepareLoads, recordLoad } from '../import/loads';
import { inTransaction } from '../in-transaction';
import { recipeOf } from '../recipe-of';

/** Where rows of removed entities wait for their removal being undone, until the workspace is opened anew. */
const schema = 'removed';

interface Place {
  schema: string;
  table: string;
}

const rowsIn = (table: string): Place => ({ schema: 'main', table });
const rejectsIn = (table: string): Place => ({ schema: 'rejects', table });
const rowsAside = (entity: string): Place => ({ schema, table: `rows ${entity}` });
const rejectsAside = (entity: string): Place => ({ schema, table: `rejects ${entity}` });
const named = (place: Place) => `${place.schema}.${ident(place.table)}`;

/** Takes the rows and rejects of an entity out of the data and keeps them aside. */
export async function takeRows(connection: Connection, { name, dataVersion }: Entity): Promise<void> {
  await prepareLoads(connection);
  await connection.run(`CREATE SCHEMA IF NOT EXISTS ${schema}`);
  await inTransaction(connection, async () => {
    await move(connection, rowsIn(name), rowsAside(name));
    await move(connection, rejectsIn(name), rejectsAside(name));
    await recordLoad(connection, { entity: name, dataVersion, document: null, recipe: null });
  });
}

/** The entity with the rows that were kept aside, or without any where they are not there any more. */
export async function bringRows(ctx: Context, connection: Connection, entity: Entity): Promise<Entity> {
  const { name } = entity;
  await prepareLoads(connection);
  return inTransaction(connection, async () => {
    const kept = await move(connection, rowsAside(name), rowsIn(name));
    if (kept) await move(connection, rejectsAside(name), rejectsIn(name));
    else await connection.run(`CREATE OR REPLACE TABLE main.${ident(name)} (${columnDefinitions(entity)})`);
    const { loadedAt: _at, loadedFrom: _from, ...unloaded } = entity;
    const found: Entity = { ...(kept ? entity : { ...unloaded, rows: 0 }), dataVersion: entity.dataVersion + 1 };
    const recipe = recipeOf(ctx, entity);
    await recordLoad(connection, {
      entity: name,
      dataVersion: found.dataVersion,
      document: JSON.stringify(found),
      recipe: recipe === undefined ? null : JSON.stringify(recipe),
    });
    return found;
  });
}

export async function dropRemovedRows(connection: Connection): Promise<void> {
  await connection.run(`DROP SCHEMA IF EXISTS ${schema} CASCADE`);
}

/** DuckDB cannot give a table another schema, so it is copied. @returns whether it was there */
async function move(connection: Connection, from: Place, to: Place): Promise<boolean> {
  await connection.run(`DROP TABLE IF EXISTS ${named(to)}`);
  if (!(await exists(connection, from))) return false;
  await connection.run(`CREATE TABLE ${named(to)} AS FROM ${named(from)}`);
  await connection.run(`DROP TABLE ${named(from)}`);
  return true;
}

async function exists(connection: Connection, { schema: of, table }: Place): Promise<boolean> {
  const page = await connection.query('SELECT 1 FROM duckdb_tables() WHERE schema_name = ? AND table_name = ?', {
    parameters: [of, table],
    limit: 1,
  });
  return page.rows > 0;
}
