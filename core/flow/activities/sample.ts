import { unreachable } from '../../base/never';
import type { ActivityOf, Size } from '../../model/activity';
import { orderOf } from '../../segment/order';
import { percentOf } from '../../segment/percent';
import type { Population } from '../../segment/population';
import { draw } from '../../segment/random';
import { populationScope, type Scope } from '../../segment/scope';
import { uniqueNames } from '../../segment/unique-names';
import { and, call, column, compare, type Expression, integer, type OrderTerm } from '../../sql/expression';
import type { Query, Select } from '../../sql/query';
import { type ActivityKind, type Lowering, pass, requireEntity, saltOf, shapeOf, withComplement } from '../lowering';
import { stratified } from '../stratified';

type Sample = ActivityOf<'sample'>;

/** Part of a population: the first in an order, drawn at random, every k-th, or drawn from each group in proportion. */
export const sample: ActivityKind<'sample'> = {
  type: 'sample',
  inputs: { min: 1, max: 1 },
  outputs: () => ['out'],
  lower(activity, lowering) {
    const [input] = lowering.inputs;
    const entity = input && requireEntity(lowering, input.dimension);
    if (!input || !entity) return undefined;
    const query = sampled(activity, lowering, input, populationScope(lowering.compilation, input, entity, 'input'));
    return query && withComplement(lowering, activity, input, lowering.step('out', query, shapeOf(input)));
  },
};

function sampled(activity: Sample, lowering: Lowering, input: Population, scope: Scope): Query | undefined {
  const { method } = activity;
  const place = [...lowering.place, 'method'];
  const drawn = { by: draw(saltOf(lowering, activity), 'input', input.key) };
  switch (method.kind) {
    case 'first': {
      const order = orderOf(method.order, scope, place);
      return order && ranked(input, scope, order, (rank) => compare('<=', rank, sizeOf(method.size, countOf(input))));
    }
    case 'random':
      return ranked(input, undefined, [drawn], (rank) => compare('<=', rank, sizeOf(method.size, countOf(input))));
    case 'every': {
      const order = orderOf(method.order, scope, place);
      return order && ranked(input, scope, order, (rank) => everyKth(rank, method.every, method.offset));
    }
    case 'stratified':
      return stratified(lowering, input, scope, method, drawn, (total) => sizeOf(method.size, total));
    default:
      return unreachable(method);
  }
}

/** Rows whose place in the order, counted from 1, passes. */
function ranked(
  input: Population,
  scope: Scope | undefined,
  order: readonly OrderTerm[],
  passes: (rank: Expression) => Expression,
): Select {
  const columns = pass(input, 'input');
  const rank = uniqueNames(columns.map((c) => c.name))('rank');
  const ties = input.key.map((k): OrderTerm => ({ by: column('input', k.name) }));
  const all: Select = {
    kind: 'select',
    columns: [...columns, { name: rank, is: { kind: 'row-number', partitionBy: [], orderBy: [...order, ...ties] } }],
    from: { relation: input.table, alias: 'input' },
    joins: scope?.joins ?? [],
  };
  return {
    kind: 'select',
    columns: pass(input, 'ranked'),
    from: { relation: all, alias: 'ranked' },
    where: passes(column('ranked', rank)),
  };
}

function countOf(input: Population): Expression {
  const count: Expression = { kind: 'aggregate', function: 'count', args: [] };
  return {
    kind: 'scalar',
    query: { kind: 'select', columns: [{ name: 'n', is: count }], from: { relation: input.table, alias: 'counted' } },
  };
}

function sizeOf(size: Size, total: Expression): Expression {
  return size.kind === 'count' ? integer(size.count) : percentOf(total, size.percent);
}

function everyKth(rank: Expression, every: number, offset: number): Expression {
  const past: Expression = { kind: 'arithmetic', op: '-', left: rank, right: integer(offset) };
  return and([compare('>=', rank, integer(offset)), compare('=', call('modulo', past, integer(every)), integer(0))]);
}
