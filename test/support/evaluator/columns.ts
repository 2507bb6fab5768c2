import type { DataModel, DataType, Entity } from '../../../core/model/entity';

/** A column of a population. The elements of a list are in the form they are told in. */
export interface Column {
  name: string;
  type: DataType | 'list';
}

/** What stands for an entity behind lines of files. */
export const fileLines: Entity = { name: 'file', key: ['line'], attributes: [{ name: 'line', type: 'integer' }], rows: 0, dataVersion: 0 };

export function entityOf(model: DataModel, name: string): Entity {
  const found = name === fileLines.name ? fileLines : model.entities.find((e) => e.name === name);
  if (!found) throw new Error(`no entity ${name}`);
  return found;
}

export function typeOf(model: DataModel, entity: string, attribute: string): DataType {
  const found = entityOf(model, entity).attributes.find((a) => a.name === attribute);
  if (!found) throw new Error(`${entity} has no ${attribute}`);
  return found.type;
}
