import { unreachable } from '../base/never';
import type { ActivityOf } from '../model/activity';
import { orNull } from '../segment/or-null';
import { comparable, type Population, sameKey } from '../segment/population';
import { lookUp, populationScope, report, type Scope } from '../segment/scope';
import { exists } from '../sql/exists';
import { and, column, compare, integer, isNotTrue, isTrue, or } from '../sql/expression';
import type { Expression, Select } from '../sql/query';
import { changeTo } from './change-to';
import { hasSame, samenessOf, someRow } from './combine-rows';
import { inputScope, type Lowered, type Lowering, ownName, pass, requireEntityOf, select, shapeOf } from './lowering';

type Combine = ActivityOf<'combine'>;
type Bring = NonNullable<Combine['bring']>[number];

/** Rows of the input `at` that are in none of the others; the complement has those removed. */
export function exclusion(lowering: Lowering, activity: Combine, at: number): Lowered | undefined {
  const primary = lowering.inputs[at];
  const scope = primary && inputScope(lowering, primary);
  if (!primary || !scope) return undefined;
  const others = lowering.inputs.map((input, i) => ({ input, bring: activity.bring?.findIndex((b) => b.input === i) ?? -1 }));
  others.splice(at, 1);
  const alike = others.filter((o) => o.bring < 0).map((o) => o.input);
  const same = samenessOf(lowering, activity.by, [primary, ...alike]);
  const asked = others.map(({ input, bring }) => {
    const how = activity.bring?.[bring];
    if (!how) return same && hasSame(input, same.by);
    return brought({ ...lowering, place: [...lowering.place, 'bring', bring] }, how, primary, scope, input);
  });
  const found = asked.filter((a) => a !== undefined);
  if (found.length < asked.length) return undefined;
  const shape = shapeOf(primary);
  const taken = or(found.map(isTrue));
  const rows: Select = {
    kind: 'select',
    columns: pass(primary, 'input'),
    from: { relation: primary.table, alias: 'input' },
    joins: activity.bring?.some((b) => b.kind === 'match') ? scope.joins : [],
  };
  if (!activity.complement) return { out: lowering.step('out', { ...rows, where: isNotTrue(taken) }, shape) };
  const removed = ownName(primary, 'removed');
  const judged = lowering.step(
    'judged',
    { ...rows, columns: [...rows.columns, { name: removed, is: taken }] },
    { ...shape, columns: [...shape.columns, { name: removed, type: 'boolean' }] },
    { sameRows: primary },
  );
  return {
    out: select(lowering, 'out', judged, { kind: 'not', inner: column('input', removed) }, shape),
    complement: select(lowering, 'complement', judged, column('input', removed), shape),
  };
}

/** Rows of the input `at` that another takes away, where it is said how that one is brought; called `input`. */
export function broughtRows(
  lowering: Lowering,
  activity: Combine,
  at: number,
  other: number,
): Pick<Select, 'from' | 'joins' | 'where'> | undefined {
  const [primary, input] = [lowering.inputs[at], lowering.inputs[other]];
  const how = activity.bring?.find((b) => b.input === other);
  const scope = primary && inputScope(lowering, primary);
  const where = how && scope && input && brought(lowering, how, primary, scope, input);
  return (
    where && { from: { relation: primary.table, alias: 'input' }, joins: how.kind === 'match' ? scope.joins : [], where: isTrue(where) }
  );
}

/** Whether an input of another dimension has the row at hand; `undefined` after a problem was reported. */
function brought(lowering: Lowering, bring: Bring, primary: Population, scope: Scope, input: Population): Expression | undefined {
  switch (bring.kind) {
    case 'path': {
      const moved = changeTo(lowering, input, bring.path, []);
      if (!moved) return undefined;
      const { dimension } = moved.shape;
      if (dimension === primary.dimension && primary.file === undefined)
        return someRow(moved.query, sameKey('other', 'input', primary.key));
      return report(lowering.compilation, 'flow-dimension-mismatch', lowering.place, { found: dimension, needed: primary.dimension });
    }
    case 'match':
      return matches(lowering, bring, scope, input);
    default:
      return unreachable(bring);
  }
}

/** Whether some row of the other input has equal values; an empty one equals nothing. */
function matches(lowering: Lowering, bring: Extract<Bring, { kind: 'match' }>, mine: Scope, other: Population): Expression | undefined {
  const { compilation, place } = lowering;
  const entity = other.file === undefined ? requireEntityOf(lowering, other) : mine.entity;
  if (!entity) return undefined;
  const theirs = populationScope(compilation, other, entity, 'other');
  const pairs = bring.on.map((pair, i) => {
    const a = lookUp(mine, [], pair.primary, [...place, 'on', i]);
    const b = lookUp(theirs, [], pair.other, [...place, 'on', i]);
    if (!a || !b) return undefined;
    if (comparable(a.column, b.column)) return compare('=', orNull(b), orNull(a));
    return report(compilation, 'flow-types-differ', [...place, 'on', i], {
      column: pair.primary,
      type: a.column.type,
      attribute: pair.other,
      other: b.column.type,
    });
  });
  const good = pairs.filter((p) => p !== undefined);
  if (good.length < pairs.length) return undefined;
  return exists({
    kind: 'select',
    columns: [{ name: 'one', is: integer(1) }],
    from: { relation: other.table, alias: 'other' },
    joins: theirs.joins,
    where: and(good),
  });
}
