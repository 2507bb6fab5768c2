import type { ActivityOf } from '../../model/activity';
import { orNull } from '../../segment/or-null';
import { orderOf } from '../../segment/order';
import { allColumns, type Column, type Population } from '../../segment/population';
import { draw } from '../../segment/random';
import { type Found, lookUp, report, type Scope } from '../../segment/scope';
import { and, column, compare, integer, isNotTrue, isNull, or, truth } from '../../sql/expression';
import type { Expression, OrderTerm, Select } from '../../sql/query';
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
    const merged = mergedOf(activity, lowering, input, scope);
    if (fields.length < found.length || !order || !merged) return undefined;
    if (activity.keep === 0 && merged.length === 0) return withComplement(lowering, activity, input, input);
    const orderBy = [...order, ...input.key.map((k): OrderTerm => ({ by: column('input', k.name) }))];
    const alone = and(fields.map(isNull));
    const rank: Expression = { kind: 'row-number', partitionBy: fields, orderBy };
    const keeps = activity.keep === 0 ? truth(true) : or([compare('<=', rank, integer(activity.keep)), alone]);
    const kept = ownName(input, 'kept');
    const shape = shapeOf(input);
    const ranked = lowering.step(
      'ranked',
      {
        kind: 'select',
        columns: [
          ...pass(input, 'input'),
          ...merged.map((m) => ({ name: m.own, is: firstThere(orNull(m.found), alone, fields, orderBy) })),
          { name: kept, is: keeps },
        ],
        from: { relation: input.table, alias: 'input' },
        joins: scope.joins,
      },
      {
        ...shape,
        columns: [...shape.columns, ...merged.map((m) => ({ ...m.found.column, name: m.own })), { name: kept, type: 'boolean' }],
      },
      { sameRows: input },
    );
    const out = lowering.step('out', survivors(input, ranked, merged, column('input', kept)), {
      ...shape,
      columns: survivorColumns(input, merged),
    });
    if (!activity.complement) return { out };
    return { out, complement: select(lowering, 'complement', ranked, isNotTrue(column('input', kept)), shape) };
  },
};

/** A column or attribute that survivors take from their group, and what it is called while groups are ranked. */
interface Merged {
  name: string;
  own: string;
  found: Found;
}

function mergedOf(activity: ActivityOf<'deduplicate'>, lowering: Lowering, input: Population, scope: Scope): Merged[] | undefined {
  const names = [...new Set(activity.merge ?? [])];
  const merged = names.map((name, i): Merged | undefined => {
    const place = [...lowering.place, 'merge', i];
    const own = input.columns.some((c) => c.name === name);
    const taken = allColumns(input).some((c) => c.name.toLowerCase() === name.toLowerCase());
    if (taken && !own) return report(scope, 'flow-column-exists', place, { column: name });
    const found = lookUp(scope, [], name, place);
    return found && { name, own: ownName(input, `merged_${i + 1}`), found };
  });
  const good = merged.filter((m) => m !== undefined);
  return good.length < merged.length ? undefined : good;
}

/** The first value that is there in the group; rows without any field are alone and keep their own. */
function firstThere(value: Expression, alone: Expression, partitionBy: Expression[], orderBy: OrderTerm[]): Expression {
  return { kind: 'case', branches: [{ when: alone, gives: value }], otherwise: { kind: 'first-value', of: value, partitionBy, orderBy } };
}

function survivorColumns(input: Population, merged: readonly Merged[]): Column[] {
  const added = merged.filter((m) => !input.columns.some((c) => c.name === m.name));
  return [...input.columns, ...added.map((m) => ({ ...m.found.column, name: m.name }))];
}

function survivors(input: Population, ranked: Population, merged: readonly Merged[], where: Expression): Select {
  const columns = [...input.key, ...survivorColumns(input, merged)].map((c) => {
    const from = merged.find((m) => m.name === c.name)?.own ?? c.name;
    return { name: c.name, is: column('input', from) };
  });
  return { kind: 'select', columns, from: { relation: ranked.table, alias: 'input' }, where };
}

/** Which row of a group comes first. */
export function preference(activity: ActivityOf<'deduplicate'>, lowering: Lowering, scope: Scope): OrderTerm[] | undefined {
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
