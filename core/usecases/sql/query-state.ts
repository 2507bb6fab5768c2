import { AppError, isAppError } from '../../base/errors';
import { isFields } from '../../base/fields';
import { sha256Hex } from '../../base/hashing';
import { instantOf } from '../../base/instant';
import { sameName } from '../../base/same-name';
import type { EntityHealth } from '../../model/data-report';
import { changedSince, dataStateOf, type Entity, type QueryState, readByQuery } from '../../model/entity';
import type { QueryRecipe } from '../../model/recipe';
import type { Connection } from '../../ports/engine';
import { asOfIn } from '../../segment/as-of';
import type { Context } from '../context';
import { recipeOf } from '../recipe-of';
import { writtenNames } from '../uses/written-names';
import { onlyWorkspace } from '../workspace/only-workspace';
import { type Readable, readable } from './readable';

/**
 * What a query is now, to be compared with later: with the values of parameters and the clock, and the definitions of audiences, in
 * their places. @throws AppError `query-reads-itself` where that would be its own entity, be it through others
 */
export async function queryStateOf(ctx: Context, connection: Connection, entity: string, { sql }: Readable): Promise<QueryState> {
  const read = await entitiesIn(ctx, connection, sql);
  const through = read.find((e) => sameName(e.name, entity) || leadsTo(ctx, e, entity));
  if (through) throw new AppError('query-reads-itself', { entity, through: through.name });
  return { sql: sha256Hex(sql), read: read.map(dataStateOf) };
}

/** The entities that SQL as the engine can run it reads. */
export async function entitiesIn(ctx: Context, connection: Connection, sql: string): Promise<Entity[]> {
  const names = await tablesIn(connection, sql);
  return ctx.store.list('entity').filter((e) => names.has(e.name.toLowerCase()));
}

/** Whether the query of an entity gives the rows it gave, and which entities it reads are not as they were. */
export function stateOfQuery(ctx: Context, entity: Entity, recipe: QueryRecipe): Pick<EntityHealth, 'source' | 'newer'> {
  const ran = readByQuery(entity);
  if (!ran) return { source: 'unknown', newer: [] };
  const entities = ctx.store.list('entity');
  const newer = changedSince(ran.read, entities);
  const text = textNow(ctx, recipe);
  const isGone = ran.read.some((then) => !entities.some((e) => e.name === then.entity));
  if (text === undefined || isGone) return { source: 'missing', newer };
  return { source: newer.length > 0 || sha256Hex(text) !== ran.sql ? 'changed' : 'same', newer };
}

/** Names of entities the query of an entity reads; of one that never ran, those it may mean. */
export function entitiesRead(ctx: Context, entity: Entity, { sql }: QueryRecipe): string[] {
  const { name } = entity;
  const ran = readByQuery(entity);
  if (ran) return ran.read.map((r) => r.entity);
  const names = writtenNames(sql);
  return ctx.store.list('entity').flatMap((e) => (e.name !== name && names.has(e.name.toLowerCase()) ? [e.name] : []));
}

/** `undefined` where what it names is not there any more. */
function textNow(ctx: Context, { sql, parameters }: QueryRecipe): string | undefined {
  try {
    return readable(ctx, sql, asOfIn(instantOf(ctx.clock.now()), onlyWorkspace(ctx).zone), parameters).sql;
  } catch (error) {
    if (isAppError(error)) return undefined;
    throw error;
  }
}

/** Whether the query of an entity reads another, which need not be there, be it through others. */
function leadsTo(ctx: Context, entity: Entity, name: string, seen: ReadonlySet<string> = new Set()): boolean {
  const recipe = recipeOf(ctx, entity);
  if (recipe?.kind !== 'query' || seen.has(entity.name)) return false;
  return entitiesRead(ctx, entity, recipe).some((read) => {
    const next = ctx.store.read('entity', read);
    return sameName(read, name) || (next !== undefined && leadsTo(ctx, next, name, new Set([...seen, entity.name])));
  });
}

/** Tables of SQL by their names in lower case; where this engine does not take it apart, every name it may mean. */
async function tablesIn(connection: Connection, sql: string): Promise<ReadonlySet<string>> {
  try {
    const tables = new Set<string>();
    collectTables(await connection.parseSelect(sql), tables);
    return tables;
  } catch (error) {
    if (isAppError(error)) return writtenNames(sql);
    throw error;
  }
}

function collectTables(node: unknown, tables: Set<string>): void {
  if (Array.isArray(node)) for (const item of node) collectTables(item, tables);
  else if (isFields(node)) {
    if (node.type === 'BASE_TABLE' && (node.schema_name === '' || node.schema_name === 'main'))
      tables.add(String(node.table_name).toLowerCase());
    for (const value of Object.values(node)) collectTables(value, tables);
  }
}
