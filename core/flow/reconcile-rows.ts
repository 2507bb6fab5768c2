import { unreachable } from '../base/never';
import type { ActivityOf } from '../model/activity';
import type { Entity } from '../model/entity';
import { normalEmail } from '../segment/bonds';
import { fold } from '../segment/operators/tested';
import { orNull } from '../segment/or-null';
import { orderOf } from '../segment/order';
import { comparable, entityTable, keyColumns, type Population } from '../segment/population';
import { compileRule } from '../segment/rule';
import { entityScope, type Found as FoundValue, lookUp, report, type Scope } from '../segment/scope';
import { normalPhone } from '../send/suppression';
import { and, asText, call, column, compare, integer, text } from '../sql/expression';
import type { Expression, OrderTerm, Output, Select } from '../sql/query';
import { inputScope, type Lowering } from './lowering';

type Reconcile = ActivityOf<'reconcile'>;

/** Which rows of the input found which of the entity. */
export interface Found {
  query: Select;
  /** Columns of the query with the key of the input, and of the entity. */
  mine: string[];
  theirs: string[];
  /** It has one row per row of the input, with how many it found in `matches`; where that is not one, the key means nothing. */
  several: boolean;
}

/** Rows find each other where all pairs of values are equal; an empty value equals nothing. */
export function findRows(activity: Reconcile, lowering: Lowering, input: Population, entity: Entity): Found | undefined {
  const scope = inputScope(lowering, input);
  const rows = entityScope(lowering.compilation, entity);
  const equal = scope && pairsOf(activity, lowering, scope, rows);
  const where = activity.where ? compileRule(activity.where, rows, [...lowering.place, 'where']) : and([]);
  const order = activity.several.kind === 'first' ? orderOf(activity.several.order, rows, [...lowering.place, 'several']) : [];
  if (!scope || !equal || !where || !order) return undefined;
  const mine = input.key.map((k, i): Output => ({ name: `mine_${i + 1}`, is: column('input', k.name) }));
  const theirs = keyColumns(entity).map((k, i): Output => ({ name: `theirs_${i + 1}`, is: column(rows.alias, k.name) }));
  const pairs: Select = {
    kind: 'select',
    columns: [...mine, ...theirs],
    from: { relation: input.table, alias: 'input' },
    joins: [...scope.joins, { type: 'inner', source: { relation: entityTable(entity.name), alias: rows.alias }, on: equal }, ...rows.joins],
    where,
  };
  const names = { mine: mine.map((m) => m.name), theirs: theirs.map((t) => t.name) };
  switch (activity.several.kind) {
    case 'all':
      return { query: pairs, ...names, several: false };
    case 'reject':
      return { query: counted(pairs, names), ...names, several: true };
    case 'first':
      return { query: firstOf(pairs, mine, [...order, ...theirs.map((t) => ({ by: t.is }))]), ...names, several: false };
    default:
      return unreachable(activity.several);
  }
}

function counted(pairs: Select, names: { mine: string[]; theirs: string[] }): Select {
  const of = (name: string) => column('pairs', name);
  return {
    kind: 'select',
    columns: [
      ...names.mine.map((name) => ({ name, is: of(name) })),
      ...names.theirs.map((name) => ({ name, is: { kind: 'aggregate' as const, function: 'min' as const, args: [of(name)] } })),
      { name: 'matches', is: { kind: 'aggregate', function: 'count', args: [] } },
    ],
    from: { relation: pairs, alias: 'pairs' },
    groupBy: names.mine.map(of),
  };
}

function firstOf(pairs: Select, mine: readonly Output[], orderBy: OrderTerm[]): Select {
  const choice: Expression = { kind: 'row-number', partitionBy: mine.map((m) => m.is), orderBy };
  return {
    kind: 'select',
    columns: pairs.columns.map(({ name }) => ({ name, is: column('pairs', name) })),
    from: { relation: { ...pairs, columns: [...pairs.columns, { name: 'choice', is: choice }] }, alias: 'pairs' },
    where: compare('=', column('pairs', 'choice'), integer(1)),
  };
}

function pairsOf(activity: Reconcile, lowering: Lowering, scope: Scope, rows: Scope): Expression | undefined {
  const pairs = activity.on.map((pair, i) => {
    const place = [...lowering.place, 'on', i];
    const mine = lookUp(scope, [], pair.column, place);
    const theirs = lookUp(rows, [], pair.attribute, place);
    if (!mine || !theirs) return undefined;
    if (pair.normaliser === 'none' && !comparable(mine.column, theirs.column)) {
      return report(scope, 'flow-types-differ', place, {
        column: pair.column,
        type: mine.column.type,
        attribute: pair.attribute,
        other: theirs.column.type,
      });
    }
    return compare('=', normal(theirs, pair.normaliser), normal(mine, pair.normaliser));
  });
  const good = pairs.filter((p): p is Expression => p !== undefined);
  return good.length < pairs.length ? undefined : and(good);
}

function normal(found: FoundValue, normaliser: Reconcile['on'][number]['normaliser']): Expression {
  if (normaliser === 'none') return orNull(found);
  const value = asText(found.is, found.column.type);
  switch (normaliser) {
    case 'text':
      return call('nullif', fold(call('trim', value)), text(''));
    case 'email':
      return normalEmail(value);
    case 'phone':
      return normalPhone(value);
    default:
      return unreachable(normaliser);
  }
}
