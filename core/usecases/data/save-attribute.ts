import { AppError } from '../../base/errors';
import { type Attribute, type Entity, entity as entitySchema } from '../../model/entity';
import { parseDocument } from '../../model/parse';
import type { Context } from '../context';
import { findDocument } from '../find-document';
import { commitUndoable } from '../undo/commit-undoable';
import { withConnection } from '../with-connection';
import { changeEntity, dropColumn } from './change-entity';
import { checkDerivation } from './check-derivation';
import { deriveAttributes } from './derive';

export type AttributeSettings = Pick<Attribute, 'name' | 'description' | 'personal' | 'derived'>;

/**
 * Describes an attribute, labels what is personal in it, or derives one from the others: then it is computed at once for every
 * row, and the data version grows.
 * @throws AppError `not-found`, `attribute-taken`, `derived-*`, `sql-*`
 */
export async function saveAttribute(ctx: Context, entityName: string, settings: AttributeSettings): Promise<void> {
  const entity = findDocument(ctx, 'entity', entityName);
  const known = entity.attributes.find((a) => a.name === settings.name);
  if (settings.derived === undefined) return describe(ctx, entity, known, settings);
  if (known && known.derived === undefined) throw new AppError('attribute-taken', { entity: entity.name, attribute: known.name });
  const { derived } = settings;
  await withConnection(ctx, async (connection) => {
    const typed = await checkDerivation(connection, entity, { name: settings.name, derived });
    const attribute = withSettings({ name: settings.name, ...typed }, settings);
    const attributes = known ? entity.attributes.map((a) => (a === known ? attribute : a)) : [...entity.attributes, attribute];
    const changed: Entity = { ...entity, attributes, dataVersion: entity.dataVersion + 1 };
    await changeEntity(ctx, connection, changed, async () => {
      if (known && (known.type !== typed.type || known.scale !== typed.scale)) await dropColumn(connection, entity.name, known.name);
      await deriveAttributes(connection, changed);
    });
  });
}

async function describe(ctx: Context, entity: Entity, known: Attribute | undefined, settings: AttributeSettings): Promise<void> {
  if (!known) {
    const names = entity.attributes.map((a) => a.name).join(', ');
    throw new AppError('not-found', { kind: `attribute of ${entity.name}`, name: settings.name, known: names });
  }
  const { description: _text, personal: _label, ...rest } = known;
  const attributes = entity.attributes.map((a) => (a === known ? withSettings(rest, settings) : a));
  const document = parseDocument(entitySchema, { ...entity, attributes }, entity.name);
  await commitUndoable(ctx, [{ kind: 'entity', id: entity.name, document }]);
}

function withSettings(attribute: Attribute, { description, personal, derived }: AttributeSettings): Attribute {
  return {
    ...attribute,
    ...(description ? { description } : {}),
    ...(personal ? { personal } : {}),
    ...(derived ? { derived } : {}),
  };
}
