import type { ActivityOf } from '../../model/activity';
import type { Entity } from '../../model/entity';
import { rowAlias } from '../../segment/condition';
import type { Population } from '../../segment/population';
import { compileRule } from '../../segment/rule';
import { entityScope, populationScope, report } from '../../segment/scope';
import { column, isNotTrue, isTrue } from '../../sql/expression';
import { type ActivityKind, gather, type Lowered, type Lowering, ownName, pass, requireEntity, select, shapeOf } from '../lowering';

/** Selects rows of an entity by a rule; with an input, filters it. */
export const buildAudience: ActivityKind<'build-audience'> = {
  type: 'build-audience',
  inputs: { min: 0, max: 1 },
  outputs: () => ['out'],
  lower(activity, lowering) {
    const entity = requireEntity(lowering, activity.dimension);
    if (!entity) return undefined;
    const [input] = lowering.inputs;
    if (!input) return selected(activity, lowering, entity);
    if (input.dimension === entity.name) return filtered(activity, lowering, entity, input);
    return report(lowering.compilation, 'flow-dimension-mismatch', lowering.place, { found: input.dimension, needed: entity.name });
  },
};

function selected(activity: ActivityOf<'build-audience'>, lowering: Lowering, entity: Entity): Lowered | undefined {
  const scope = entityScope(lowering.compilation, entity, rowAlias);
  const where = compileRule(activity.rule, scope, [...lowering.place, 'rule']);
  if (!where) return undefined;
  const leaf = { kind: 'leaf' as const, where, joins: scope.joins };
  const out = gather(lowering, 'out', entity, leaf);
  return activity.complement ? { out, complement: gather(lowering, 'complement', entity, { kind: 'not', of: leaf }) } : { out };
}

function filtered(activity: ActivityOf<'build-audience'>, lowering: Lowering, entity: Entity, input: Population): Lowered | undefined {
  const scope = populationScope(lowering.compilation, input, entity, 'input');
  const where = compileRule(activity.rule, scope, [...lowering.place, 'rule']);
  if (!where) return undefined;
  const shape = shapeOf(input);
  const filter = {
    kind: 'select' as const,
    columns: pass(input, 'input'),
    from: { relation: input.table, alias: 'input' },
    joins: scope.joins,
  };
  if (!activity.complement) return { out: lowering.step('out', { ...filter, where }, shape) };
  const selects = ownName(input, 'selected');
  const judged = lowering.step(
    'judged',
    { ...filter, columns: [...filter.columns, { name: selects, is: isTrue(where) }] },
    { ...shape, columns: [...shape.columns, { name: selects, type: 'boolean' }] },
    { sameRows: input },
  );
  return {
    out: select(lowering, 'out', judged, column('input', selects), shape),
    complement: select(lowering, 'complement', judged, isNotTrue(column('input', selects)), shape),
  };
}
