import { entityTable, keyColumns, type Population, sameKey } from '../../segment/population';
import { compileRule } from '../../segment/rule';
import { entityScope, populationScope, report } from '../../segment/scope';
import { column, exists, integer } from '../../sql/expression';
import type { Select } from '../../sql/query';
import { type ActivityKind, type Lowering, pass, requireEntity, shapeOf, withComplement } from '../lowering';

/** Selects rows of an entity by a rule; with an input, filters it. */
export const buildAudience: ActivityKind<'build-audience'> = {
  type: 'build-audience',
  inputs: { min: 0, max: 1 },
  outputs: () => ['out'],
  lower(activity, lowering) {
    const entity = requireEntity(lowering, activity.dimension);
    if (!entity) return undefined;
    const [input] = lowering.inputs;
    if (input && input.dimension !== entity.name) {
      return report(lowering.compilation, 'flow-dimension-mismatch', lowering.place, { found: input.dimension, needed: entity.name });
    }
    const scope = input ? populationScope(lowering.compilation, input, entity, 'input') : entityScope(lowering.compilation, entity, 'row');
    const where = compileRule(activity.rule, scope, [...lowering.place, 'rule']);
    if (!where) return undefined;
    const shape = input ? shapeOf(input) : { dimension: entity.name, key: keyColumns(entity), columns: [] };
    const out = lowering.step(
      'out',
      {
        kind: 'select',
        columns: input ? pass(input, 'input') : shape.key.map((k) => ({ name: k.name, is: column('row', k.name) })),
        from: input ? { relation: input.table, alias: 'input' } : { relation: entityTable(entity.name), alias: 'row' },
        joins: scope.joins,
        where,
      },
      shape,
    );
    if (input) return withComplement(lowering, activity, input, out);
    return { out, ...(activity.complement ? { complement: unselected(lowering, out) } : {}) };
  },
};

/** Rows of the entity that the rule did not select. */
function unselected(lowering: Lowering, out: Population): Population {
  const passed: Select = {
    kind: 'select',
    columns: [{ name: 'one', is: integer(1) }],
    from: { relation: out.table, alias: 'passed' },
    where: sameKey('passed', 'row', out.key),
  };
  const query: Select = {
    kind: 'select',
    columns: out.key.map((k) => ({ name: k.name, is: column('row', k.name) })),
    from: { relation: entityTable(out.dimension), alias: 'row' },
    where: { kind: 'not', inner: exists(passed) },
  };
  return lowering.step('complement', query, shapeOf(out));
}
