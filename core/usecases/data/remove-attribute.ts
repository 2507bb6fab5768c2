import { AppError } from '../../base/errors';
import type { Derivation, Entity } from '../../model/entity';
import { tokens } from '../../sql/tokens';
import type { Context } from '../context';
import { findDocument } from '../find-document';
import { usersOf } from '../uses/used-by';
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

/** A document or another derived attribute that does not work without it. */
function userOf(ctx: Context, entity: Entity, name: string): string | undefined {
  const users = usersOf(ctx, { kind: 'attribute', entity: entity.name, attribute: name });
  return users ?? entity.attributes.filter(isDerived).find((a) => a.name !== name && reads(a.derived, name))?.name;
}

function reads(derived: Derivation, name: string): boolean {
  if (!('sql' in derived)) return derived.of === name;
  return tokens(derived.sql).some((t) => t.kind !== 'text' && t.value.toLowerCase() === name.toLowerCase());
}
