import { AppError } from '../../base/errors';
import { sha256Hex } from '../../base/hashing';
import { sameName } from '../../base/same-name';
import type { Entity } from '../../model/entity';
import { recipeFormat } from '../../model/recipe';
import { withoutTail } from '../../sql/tokens';
import { namesIn } from '../../sql/values-in-sql';
import type { Context } from '../context';
import { queryOf } from './entity-query';
import { loadQuery } from './load-query';
import { type WrittenRequest, watching } from './written-request';

export interface NewEntity {
  name: string;
  key: string[];
  /** The query takes the place of that of the entity of this name, if it was made of one; the key has to be the same. */
  replace?: boolean | undefined;
}

/**
 * Makes an entity of what a SELECT returns now, all or nothing, with a recipe that runs it again. Values that come from personal data
 * stay labelled, whatever they are called.
 * @throws AppError `entity-exists`, `query-key-differs`, and as `loadQuery` does
 */
export async function saveSqlEntity(ctx: Context, request: WrittenRequest, { name, key, replace }: NewEntity): Promise<Entity> {
  const taken = ctx.store.list('entity').find((e) => sameName(e.name, name));
  const before = taken && queryOf(ctx, taken);
  if (taken && !(replace && before)) throw new AppError('entity-exists', { entity: taken.name });
  if (taken && !sameKey(taken.key, key))
    throw new AppError('query-key-differs', { entity: taken.name, key: taken.key.join(', '), given: key.join(', ') });
  const names = namesIn(request.sql);
  const { entity } = await loadQuery(
    ctx,
    {
      format: recipeFormat,
      kind: 'query',
      id: before?.id ?? `query-${sha256Hex(name).slice(0, 16)}`,
      entity: taken?.name ?? name,
      sql: withoutTail(request.sql),
      parameters: (request.parameters ?? []).filter((p) => names.includes(p.name)),
      key: taken?.key ?? key,
    },
    { asOf: request.asOf, undoable: true, ...watching(request) },
  );
  return entity;
}

const sameKey = (one: readonly string[], other: readonly string[]) => one.length === other.length && one.every((k) => other.includes(k));
