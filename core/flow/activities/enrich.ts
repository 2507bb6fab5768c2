import type { Addition } from '../../model/activity';
import { aggregateValue } from '../../segment/aggregate';
import type { Column, Population } from '../../segment/population';
import { allColumns } from '../../segment/population';
import { compileRule } from '../../segment/rule';
import { type Found, lookUp, report, type Scope } from '../../segment/scope';
import type { ActivityKind, Lowering } from '../lowering';
import { inputScope, pass, shapeOf } from '../lowering';

/** Adds attributes along single-valued paths and aggregates of related rows; never changes the number of rows. */
export const enrich: ActivityKind<'enrich'> = {
  type: 'enrich',
  inputs: { min: 1, max: 1 },
  outputs: () => ['out'],
  lower(activity, lowering) {
    const [input] = lowering.inputs;
    const scope = input && inputScope(lowering, input);
    if (!input || !scope || !namesAreNew(lowering, input, activity.additions)) return undefined;
    const values = activity.additions.map((a, i) => ({ as: a.as, found: valueOf(a, scope, [...lowering.place, 'additions', i]) }));
    const good = values.filter((v): v is { as: string; found: Found } => v.found !== undefined);
    if (good.length < values.length) return undefined;
    const added = good.map(({ as, found }): Column => ({ ...found.column, name: as }));
    const out = lowering.step(
      'out',
      {
        kind: 'select',
        columns: [...pass(input, 'input'), ...good.map((v) => ({ name: v.as, is: v.found.is }))],
        from: { relation: input.table, alias: 'input' },
        joins: scope.joins,
      },
      { ...shapeOf(input), columns: [...input.columns, ...added] },
      { sameRows: input },
    );
    return { out };
  },
};

function valueOf(addition: Addition, scope: Scope, place: (string | number)[]): Found | undefined {
  if (addition.kind === 'attribute') return lookUp(scope, addition.path ?? [], addition.attribute, place);
  return aggregateValue(addition, scope, place, compileRule);
}

function namesAreNew(lowering: Lowering, input: Population, additions: readonly Addition[]): boolean {
  const taken = new Set(allColumns(input).map((c) => c.name));
  for (const { as } of additions) {
    if (taken.has(as)) {
      report(lowering.compilation, 'flow-column-exists', lowering.place, { column: as });
      return false;
    }
    taken.add(as);
  }
  return true;
}
