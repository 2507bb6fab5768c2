import type { ActivityOf } from '../../model/activity';
import { orNull } from '../../segment/or-null';
import { orderOf } from '../../segment/order';
import { draw } from '../../segment/random';
import { type Found, lookUp, report, type Scope } from '../../segment/scope';
import { and, column, compare, type Expression, integer, isNotTrue, isNull, type OrderTerm, or } from '../../sql/expression';
import { literalText } from '../../sql/quote';
import { type ActivityKind, inputScope, type Lowering, ownName, pass, saltOf, select, shapeOf, withComplement } from '../lowering';

/** Keeps some rows of each group with equal fields. Rows whose fields are all empty are not duplicates of each other. */
export const deduplicate: ActivityKind<'deduplicate'> = {
  type: 'deduplicate',
  inputs: { min: 1, max: 1 },
  outputs: () => ['out'],
  lower(activity, lowering) {
    const [input] = lowering.inputs;
    const scope = input && inputScope(lowering, input);
    if (!input || !scope) return undefined;
    const found = activity.fields.map((f, i) => lookUp(scope, f.path ?? [], f.attribute, [...lowering.place, 'fields', i]));
    const fields = found.filter((f): f is Found => f !== undefined).map(orNull);
    const order = preference(activity, lowering, scope);
    if (fields.length < found.length || !order) return undefined;
    if (activity.keep === 0) return withComplement(lowering, activity, input, input);
    const ties = input.key.map((k): OrderTerm => ({ by: column('input', k.name) }));
    const rank: Expression = { kind: 'row-number', partitionBy: fields, orderBy: [...order, ...ties] };
    const kept = ownName(input, 'kept');
    const shape = shapeOf(input);
    const ranked = lowering.step(
      'ranked',
      {
        kind: 'select',
        columns: [...pass(input, 'input'), { name: kept, is: or([compare('<=', rank, integer(activity.keep)), and(fields.map(isNull))]) }],
        from: { relation: input.table, alias: 'input' },
        joins: scope.joins,
      },
      { ...shape, columns: [...shape.columns, { name: kept, type: 'boolean' }] },
      { sameRows: input },
    );
    const out = select(lowering, 'out', ranked, column('input', kept), shape);
    if (!activity.complement) return { out };
    return { out, complement: select(lowering, 'complement', ranked, isNotTrue(column('input', kept)), shape) };
  },
};

/** Which row of a group comes first. */
function preference(activity: ActivityOf<'deduplicate'>, lowering: Lowering, scope: Scope): OrderTerm[] | undefined {
  const { by } = activity;
  const place = [...lowering.place, 'by'];
  switch (by.kind) {
    case 'order':
      return orderOf(by.order, scope, place);
    case 'random':
      return [{ by: draw(saltOf(lowering, activity), 'input', lowering.inputs[0]?.key ?? []) }];
    case 'non-empty': {
      const found = lookUp(scope, [], by.attribute, place);
      return found && [{ by: { kind: 'case', branches: [{ when: isNull(orNull(found)), gives: integer(1) }], otherwise: integer(0) } }];
    }
    case 'values': {
      const found = lookUp(scope, [], by.attribute, place);
      if (!found) return undefined;
      const { type } = found.column;
      const bad = type === 'list' ? by.values[0] : by.values.find((v) => literalText(type, v) === undefined);
      if (bad !== undefined || type === 'list')
        return report(scope, 'rule-bad-value', place, { value: String(bad), type, attribute: by.attribute });
      const branches = by.values.map((value, i) => ({ when: compare('=', found.is, { kind: 'literal', type, value }), gives: integer(i) }));
      return [{ by: { kind: 'case', branches, otherwise: integer(by.values.length) } }];
    }
  }
}
