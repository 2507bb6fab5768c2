import { AppError } from '../../base/errors';
import { sha256Hex } from '../../base/hashing';
import { sameName } from '../../base/same-name';
import type { Entity } from '../../model/entity';
import { recipeFormat } from '../../model/recipe';
import { withoutTail } from '../../sql/tokens';
import { namesIn } from '../../sql/values-in-sql';
import type { Context } from '../context';
import { loadQuery } from './load-query';
import { type WrittenRequest, watching } from './written-request';

export interface NewEntity {
  name: string;
  key: string[];
}

/**
 * Makes an entity of what a SELECT returns now, all or nothing, with a recipe that runs it again. Values that come from personal data
 * stay labelled, whatever they are called.
 * @throws AppError `entity-exists`, and as `loadQuery` does
 */
export async function saveSqlEntity(ctx: Context, request: WrittenRequest, { name, key }: NewEntity): Promise<Entity> {
  const taken = ctx.store.list('entity').find((e) => sameName(e.name, name));
  if (taken) throw new AppError('entity-exists', { entity: taken.name });
  const names = namesIn(request.sql);
  const { entity } = await loadQuery(
    ctx,
    {
      format: recipeFormat,
      kind: 'query',
      id: `query-${sha256Hex(name).slice(0, 16)}`,
      entity: name,
      sql: withoutTail(request.sql),
      parameters: (request.parameters ?? []).filter((p) => names.includes(p.name)),
      key,
    },
    { asOf: request.asOf, undoable: true, ...watching(request) },
  );
  return entity;
}
