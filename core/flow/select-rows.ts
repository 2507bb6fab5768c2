import type { Entity } from '../model/entity';
import { rowAlias } from '../segment/condition';
import type { Population } from '../segment/population';
import { entityScope, report, type Scope } from '../segment/scope';
import { column, isNotTrue, isTrue } from '../sql/expression';
import type { Expression } from '../sql/query';
import { gather, inputScope, type Lowered, type Lowering, ownName, pass, requireEntity, select, shapeOf } from './lowering';

interface Selecting {
  dimension: string;
  complement?: boolean | undefined;
}

/** Rows of an entity, or of the input when there is one, where what `compile` gives holds. */
export function selectRows(
  { dimension, complement = false }: Selecting,
  lowering: Lowering,
  compile: (scope: Scope) => Expression | undefined,
): Lowered | undefined {
  const [input] = lowering.inputs;
  if (input?.dimension === dimension) return filtered(complement, lowering, input, compile);
  const entity = requireEntity(lowering, dimension);
  if (!entity || !input) return entity && selected(complement, lowering, entity, compile);
  return report(lowering.compilation, 'flow-dimension-mismatch', lowering.place, { found: input.dimension, needed: entity.name });
}

function selected(
  complement: boolean,
  lowering: Lowering,
  entity: Entity,
  compile: (scope: Scope) => Expression | undefined,
): Lowered | undefined {
  const scope = entityScope(lowering.compilation, entity, rowAlias);
  const where = compile(scope);
  if (!where) return undefined;
  const leaf = { kind: 'leaf' as const, where, joins: scope.joins };
  const out = gather(lowering, 'out', entity, { condition: leaf, values: [] });
  return complement
    ? { out, complement: gather(lowering, 'complement', entity, { condition: { kind: 'not', of: leaf }, values: [] }) }
    : { out };
}

function filtered(
  complement: boolean,
  lowering: Lowering,
  input: Population,
  compile: (scope: Scope) => Expression | undefined,
): Lowered | undefined {
  const scope = inputScope(lowering, input);
  const where = scope && compile(scope);
  if (!where) return undefined;
  const shape = shapeOf(input);
  const filter = {
    kind: 'select' as const,
    columns: pass(input, 'input'),
    from: { relation: input.table, alias: 'input' },
    joins: scope.joins,
  };
  if (!complement) return { out: lowering.step('out', { ...filter, where }, shape) };
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
