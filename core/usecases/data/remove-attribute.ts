import { AppError } from '../../base/errors';
import type { Entity } from '../../model/entity';
import { tokens } from '../../sql/tokens';
import type { Context } from '../context';
import { findDocument } from '../find-document';
import { withConnection } from '../with-connection';
import { changeEntity, dropColumn } from './change-entity';
import { isDerived } from './derive';

/** Removes a derived attribute; the others come with the next load again. @throws AppError `not-found`, `attribute-taken`, `attribute-in-use` */
export async function removeAttribute(ctx: Context, entityName: string, name: string): Promise<void> {
  const entity = findDocument(ctx, 'entity', entityName);
  const known = entity.attributes.find((a) => a.name === name);
  if (!known)
    throw new AppError('not-found', { kind: `attribute of ${entity.name}`, name, known: entity.attributes.map((a) => a.name).join(', ') });
  if (!isDerived(known)) throw new AppError('attribute-taken', { entity: entity.name, attribute: name });
  const by = userOf(ctx, entity, name);
  if (by !== undefined) throw new AppError('attribute-in-use', { attribute: name, by });
  const changed: Entity = {
    ...entity,
    attributes: entity.attributes.filter((a) => a !== known),
    dataVersion: entity.dataVersion + 1,
  };
  await withConnection(ctx, (connection) => changeEntity(ctx, connection, changed, () => dropColumn(connection, entity.name, name)));
}

/** A link or another derived attribute that reads it. */
function userOf(ctx: Context, entity: Entity, name: string): string | undefined {
  const link = ctx.store
    .list('link')
    .find((l) => l.on.some((p) => (l.from === entity.name && p.from === name) || (l.to === entity.name && p.to === name)));
  if (link) return link.name;
  const reads = (sql: string) => tokens(sql).some((t) => t.kind !== 'text' && t.value.toLowerCase() === name.toLowerCase());
  return entity.attributes.filter(isDerived).find((a) => a.name !== name && reads(a.derived.sql))?.name;
}
