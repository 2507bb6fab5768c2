import type { Place } from '../base/problems';
import { duckdb } from '../sql/dialect/duckdb';
import { column } from '../sql/expression';
import { onOneLine } from '../sql/one-line';
import { printQuery } from '../sql/print';
import type { Join } from '../sql/query';
import { memberTest } from './audience-rule';
import { entityTable, findEntity } from './population';
import { compileRule } from './rule';
import { type Compilation, entityScope, report } from './scope';

/** The keys of an audience's members as one line of SQL. `undefined` after problems were reported. */
export function membersSql(id: string, compilation: Compilation, place: Place): string | undefined {
  const audience = compilation.audiences.find((a) => a.id === id);
  if (!audience) {
    const known = compilation.audiences.map((a) => a.id).join(', ') || '–';
    return report(compilation, 'flow-unknown-audience', place, { audience: id, known });
  }
  const entity = findEntity(compilation.model, audience.dimension);
  if (!entity) {
    const known = compilation.model.entities.map((e) => e.name).join(', ');
    return report(compilation, 'flow-unknown-entity', place, { entity: audience.dimension, known });
  }
  const scope = entityScope(compilation, entity, 'row');
  const where = memberTest(audience, scope, place, compileRule);
  if (!where) return undefined;
  const columns = entity.key.map((name) => ({ name, is: column('row', name) }));
  const joins: Join[] = scope.joins;
  return onOneLine(
    printQuery({ kind: 'select', columns, from: { relation: entityTable(entity.name), alias: 'row' }, joins, where }, duckdb),
  );
}
