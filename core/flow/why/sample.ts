import { unreachable } from '../../base/never';
import type { ActivityOf } from '../../model/activity';
import { orNull } from '../../segment/or-null';
import { orderOf } from '../../segment/order';
import type { Population } from '../../segment/population';
import { draw } from '../../segment/random';
import { lookUp, type Scope } from '../../segment/scope';
import type { Expression, OrderTerm } from '../../sql/query';
import { anew } from '../asked';
import { inputScope, type Lowering, saltOf } from '../lowering';
import { ranked, standing, takenInGroup } from './standing';
import type { Why } from './tracing';

/** The place of the row in the order, or in its group, and how many rows were taken there. */
export const whySample: Why<'sample'> = async (activity, { lowering, outputs, row }) => {
  const [input] = lowering.inputs;
  const fresh: Lowering = { ...lowering, compilation: anew(lowering.compilation) };
  const scope = input && inputScope(fresh, input);
  const order = input && scope && ranking(activity, fresh, input, scope);
  if (!input || !scope || !order || !outputs.out) return [];
  const rows = ranked(
    { from: { relation: input.table, alias: 'input' }, joins: scope.joins },
    'input',
    input.key,
    order.order,
    order.groups,
  );
  const found = await standing(rows, row);
  const { method } = activity;
  if (method.kind === 'every') {
    const { every, offset } = method;
    return [{ kind: 'rank', rank: found.place, of: found.of, from: offset, to: null, every }];
  }
  return [{ kind: 'rank', rank: found.place, of: found.of, from: 1, to: await takenInGroup(rows, outputs.out, row) }];
};

function ranking(
  activity: ActivityOf<'sample'>,
  lowering: Lowering,
  input: Population,
  scope: Scope,
): { order: OrderTerm[]; groups: Expression[] } | undefined {
  const { method } = activity;
  const place = [...lowering.place, 'method'];
  const drawn = [{ by: draw(saltOf(lowering, activity), 'input', input.key) }];
  switch (method.kind) {
    case 'first':
    case 'every': {
      const order = orderOf(method.order, scope, place);
      return order && { order, groups: [] };
    }
    case 'random':
      return { order: drawn, groups: [] };
    case 'stratified': {
      const group = lookUp(scope, method.path ?? [], method.attribute, place);
      return group && { order: drawn, groups: [orNull(group)] };
    }
    default:
      return unreachable(method);
  }
}
