import { unreachable } from '../../base/never';
import type { ActivityOf, Size } from '../../model/activity';
import { orderOf } from '../../segment/order';
import { percentOf } from '../../segment/percent';
import { isAmong, type Population } from '../../segment/population';
import { draw } from '../../segment/random';
import type { Scope } from '../../segment/scope';
import { and, call, column, compare, integer } from '../../sql/expression';
import type { Expression, OrderTerm, Query, Select } from '../../sql/query';
import { type ActivityKind, inputScope, type Lowered, type Lowering, ownName, pass, saltOf, select, shapeOf } from '../lowering';
import { type Judged, stratified } from '../stratified';

type Sample = ActivityOf<'sample'>;

/** Part of a population: the first in an order, drawn at random, every k-th, or drawn from each group in proportion. */
export const sample: ActivityKind<'sample'> = {
  type: 'sample',
  inputs: { min: 1, max: 1 },
  outputs: () => ['out'],
  lower(activity, lowering): Lowered | undefined {
    const [input] = lowering.inputs;
    const scope = input && inputScope(lowering, input);
    const judged = input && scope && judge(activity, lowering, input, scope);
    if (!input || !judged) return undefined;
    const shape = shapeOf(input);
    if (!activity.complement) return { out: lowering.step('out', whole(judged, { where: judged.passes }), shape) };
    const sampled = ownName(input, 'sampled');
    const columns = [...judged.body.columns, { name: sampled, is: judged.passes }];
    const own = [...shape.columns, { name: sampled, type: 'boolean' as const }];
    const all = lowering.step('judged', whole(judged, { columns }), { ...shape, columns: own }, { sameRows: input });
    return {
      out: select(lowering, 'out', all, column('input', sampled), shape),
      complement: select(lowering, 'complement', all, { kind: 'not', inner: column('input', sampled) }, shape),
    };
  },
};

function whole({ parts, body }: Judged, change: Partial<Select>): Query {
  return parts ? { kind: 'with', parts, body: { ...body, ...change } } : { ...body, ...change };
}

function judge(activity: Sample, lowering: Lowering, input: Population, scope: Scope): Judged | undefined {
  const { method } = activity;
  const place = [...lowering.place, 'method'];
  const drawn = { by: draw(saltOf(lowering, activity), 'input', input.key) };
  switch (method.kind) {
    case 'first': {
      const order = orderOf(method.order, scope, place);
      return order && firstOf(input, scope, order, sizeOf(method.size, countOf(input)));
    }
    case 'random':
      return firstOf(input, undefined, [drawn], sizeOf(method.size, countOf(input)));
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

/** The first rows are asked for by key, since engines order far faster than they number. */
function firstOf(input: Population, scope: Scope | undefined, order: readonly OrderTerm[], size: Expression): Judged {
  const first: Select = {
    kind: 'select',
    columns: input.key.map((k) => ({ name: k.name, is: column('input', k.name) })),
    from: { relation: input.table, alias: 'input' },
    joins: scope?.joins ?? [],
    orderBy: [...order, ...input.key.map((k): OrderTerm => ({ by: column('input', k.name) }))],
    limit: size,
  };
  const isFirst = isAmong({ kind: 'part', name: 'first' }, input.key, 'input');
  const body: Select = { kind: 'select', columns: pass(input, 'input'), from: { relation: input.table, alias: 'input' } };
  return { parts: [{ name: 'first', query: first, kept: true }], body, passes: isFirst };
}

/** Rows whose place in the order, counted from 1, passes. */
function ranked(input: Population, scope: Scope, order: readonly OrderTerm[], passes: (rank: Expression) => Expression): Judged {
  const rank = ownName(input, 'rank');
  const ties = input.key.map((k): OrderTerm => ({ by: column('input', k.name) }));
  const all: Select = {
    kind: 'select',
    columns: [...pass(input, 'input'), { name: rank, is: { kind: 'row-number', partitionBy: [], orderBy: [...order, ...ties] } }],
    from: { relation: input.table, alias: 'input' },
    joins: scope.joins,
  };
  const body: Select = { kind: 'select', columns: pass(input, 'ranked'), from: { relation: all, alias: 'ranked' } };
  return { body, passes: passes(column('ranked', rank)) };
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
