import type { Addition } from '../model/activity';
import { aggregateValue } from '../segment/aggregate';
import { collect } from '../segment/collect';
import type { Column, Population } from '../segment/population';
import { allColumns } from '../segment/population';
import { compileRule } from '../segment/rule';
import { type Found, lookUp, report, type Scope } from '../segment/scope';
import { inputScope, type Lowering, pass, shapeOf } from './lowering';

interface Added {
  as: string;
  found: Found;
}

/** The same rows with more columns. @param key where in the activity the additions are */
export function withAdditions(
  lowering: Lowering,
  step: string,
  input: Population,
  additions: readonly Addition[],
  key: string,
): Population | undefined {
  const scope = inputScope(lowering, input);
  if (!scope) return undefined;
  const found = additions.map((a, i) => valuesOf(a, scope, [...lowering.place, key, i]));
  const added = found.flatMap((values) => values ?? []);
  if (!namesAreNew(lowering, input, added) || found.includes(undefined)) return undefined;
  return lowering.step(
    step,
    {
      kind: 'select',
      columns: [...pass(input, 'input'), ...added.map(({ as, found }) => ({ name: as, is: found.is }))],
      from: { relation: input.table, alias: 'input' },
      joins: scope.joins,
    },
    { ...shapeOf(input), columns: [...input.columns, ...added.map(({ as, found }): Column => ({ ...found.column, name: as }))] },
    { sameRows: input },
  );
}

function valuesOf(addition: Addition, scope: Scope, place: (string | number)[]): Added[] | undefined {
  const { as } = addition;
  switch (addition.kind) {
    case 'attribute': {
      const found = lookUp(scope, addition.path ?? [], addition.attribute, place);
      return found && [{ as, found }];
    }
    case 'aggregate': {
      const found = aggregateValue(addition, scope, place, compileRule);
      return found && [{ as, found }];
    }
    case 'collect': {
      const collected = collect(addition, scope, place, compileRule);
      return (
        collected && [
          ...collected.numbered.map(({ place: n, attribute, found }) => ({ as: `${as}_${n}_${attribute}`, found })),
          { as, found: collected.list },
        ]
      );
    }
  }
}

/** Names are compared as SQL sees them, whatever their case. */
function namesAreNew(lowering: Lowering, input: Population, added: readonly Added[]): boolean {
  const taken = new Set(allColumns(input).map((c) => c.name.toLowerCase()));
  for (const { as } of added) {
    if (taken.has(as.toLowerCase())) {
      report(lowering.compilation, 'flow-column-exists', lowering.place, { column: as });
      return false;
    }
    taken.add(as.toLowerCase());
  }
  return true;
}
