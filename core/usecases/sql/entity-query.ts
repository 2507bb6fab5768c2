import { AppError } from '../../base/errors';
import type { Entity } from '../../model/entity';
import type { QueryRecipe } from '../../model/recipe';
import type { Context } from '../context';
import { findDocument } from '../find-document';
import { recipeOf } from '../recipe-of';

/** What an entity is made of, when that is a query. */
export function queryOf(ctx: Context, entity: Entity): QueryRecipe | undefined {
  const found = recipeOf(ctx, entity);
  return found?.kind === 'query' ? found : undefined;
}

/** @throws AppError `not-found` */
export function readEntityQuery(ctx: Context, name: string): Pick<QueryRecipe, 'sql' | 'parameters'> {
  const query = queryOf(ctx, findDocument(ctx, 'entity', name));
  if (!query) throw new AppError('not-found', { kind: 'query', name });
  return { sql: query.sql, parameters: query.parameters };
}
