import type { Place } from '../base/problems';
import type { Entity } from '../model/entity';
import type { Field } from '../model/population';
import type { Join } from '../sql/query';
import { type Column, entityTable, sameKey } from './population';
import { type Compilation, entityScope, type Found, lookUp } from './scope';

/** Rows whose fields are read. */
export interface ReadRows {
  alias: string;
  key: readonly Column[];
  columns: readonly Column[];
  /** They are the rows of the entity itself. */
  whole?: boolean;
}

/**
 * The value of each field for every row, also for rows whose key the data no longer has: those are empty there. Nothing is
 * joined that no field needs. Problems go to the compilation; `undefined` means there was at least one.
 */
export function readFields(
  compilation: Compilation,
  rows: ReadRows,
  entity: Entity,
  fields: readonly Field[],
  placeOf: (index: number) => Place,
): { joins: Join[]; values: Found[] } | undefined {
  const scope = rows.whole
    ? entityScope(compilation, entity, rows.alias)
    : { ...entityScope(compilation, entity), added: { alias: rows.alias, columns: [...rows.key, ...rows.columns] } };
  const found = fields.map((f, i) => lookUp(scope, f.path ?? [], f.attribute, placeOf(i)));
  const values = found.filter((f): f is Found => f !== undefined);
  if (values.length < found.length) return undefined;
  const stored = scope.joins.length === 0 && values.every((v) => v.is.kind === 'column' && v.is.table === rows.alias);
  if (rows.whole || stored) return { joins: scope.joins, values };
  const source = { relation: entityTable(entity.name), alias: scope.alias };
  const own: Join = { type: 'left', source, on: sameKey(scope.alias, rows.alias, rows.key) };
  return { joins: [own, ...scope.joins], values };
}
