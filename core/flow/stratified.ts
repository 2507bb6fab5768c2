import { orNull } from '../segment/or-null';
import type { Population } from '../segment/population';
import { lookUp, type Scope } from '../segment/scope';
import { call, column, compare, integer, truth } from '../sql/expression';
import type { Expression, OrderTerm, Select, With } from '../sql/query';
import { type Lowering, ownName, pass } from './lowering';

const part = (name: string, alias = name) => ({ relation: { kind: 'part' as const, name }, alias });
const sum = (of: Expression): Expression => ({ kind: 'cast', inner: { kind: 'aggregate', function: 'sum', args: [of] }, type: 'integer' });

/** Every row of a population, and which of them pass. */
export interface Judged {
  parts?: With['parts'];
  body: Select;
  passes: Expression;
}

/**
 * From each group of equal values its share of the seats by the largest remainder: of `seats` out of N rows, a group of c rows
 * gets floor(seats × c / N); seats left go one each to the largest remainders, ties in the order of the values, the group without
 * a value last. Inside a group rows are taken in the order drawn.
 */
export function stratified(
  lowering: Lowering,
  input: Population,
  scope: Scope,
  by: { path?: string[] | undefined; attribute: string },
  drawn: OrderTerm,
  seatsOf: (total: Expression) => Expression,
): Judged | undefined {
  const found = lookUp(scope, by.path ?? [], by.attribute, [...lowering.place, 'method']);
  if (!found) return undefined;
  const columns = pass(input, 'input');
  const names = { value: ownName(input, 'value'), place: ownName(input, 'place') };
  const group = orNull(found);
  const ties = input.key.map((k): OrderTerm => ({ by: column('input', k.name) }));
  const placed: Select = {
    kind: 'select',
    columns: [
      ...columns,
      { name: names.value, is: group },
      { name: names.place, is: { kind: 'row-number', partitionBy: [group], orderBy: [drawn, ...ties] } },
    ],
    from: { relation: input.table, alias: 'input' },
    joins: scope.joins,
  };
  const groups: Select = {
    kind: 'select',
    columns: [
      { name: 'value', is: column('placed', names.value) },
      { name: 'rows', is: { kind: 'aggregate', function: 'count', args: [] } },
    ],
    from: part('placed'),
    groupBy: [column('placed', names.value)],
  };
  return {
    parts: [
      { name: 'placed', query: placed, kept: true },
      { name: 'groups', query: groups, kept: true },
      { name: 'asked', query: asked(seatsOf), kept: true },
      { name: 'shares', query: shares, kept: true },
      { name: 'left', query: seatsLeft, kept: true },
    ],
    body: {
      kind: 'select',
      columns: pass(input, 'placed'),
      from: part('placed'),
      joins: [
        {
          type: 'inner',
          source: part('shares'),
          on: compare('IS NOT DISTINCT FROM', column('shares', 'value'), column('placed', names.value)),
        },
        { type: 'inner', source: part('left'), on: truth(true) },
      ],
    },
    passes: compare('<=', column('placed', names.place), seats),
  };
}

/** No more seats than rows, so that no product below outgrows 64 bits. */
function asked(seatsOf: (total: Expression) => Expression): Select {
  const total = column('counted', 'total');
  return {
    kind: 'select',
    columns: [
      { name: 'total', is: total },
      { name: 'seats', is: call('least', total, seatsOf(total)) },
    ],
    from: {
      relation: { kind: 'select', columns: [{ name: 'total', is: sum(column('groups', 'rows')) }], from: part('groups') },
      alias: 'counted',
    },
  };
}

const product: Expression = { kind: 'arithmetic', op: '*', left: column('groups', 'rows'), right: column('asked', 'seats') };
const remainder = call('modulo', product, column('asked', 'total'));

const shares: Select = {
  kind: 'select',
  columns: [
    { name: 'value', is: column('groups', 'value') },
    { name: 'whole', is: call('divide-whole', product, column('asked', 'total')) },
    {
      name: 'turn',
      is: { kind: 'row-number', partitionBy: [], orderBy: [{ by: remainder, descending: true }, { by: column('groups', 'value') }] },
    },
  ],
  from: part('groups'),
  joins: [{ type: 'inner', source: part('asked'), on: truth(true) }],
};

const seatsLeft: Select = {
  kind: 'select',
  columns: [
    {
      name: 'seats',
      is: {
        kind: 'arithmetic',
        op: '-',
        left: { kind: 'aggregate', function: 'min', args: [column('asked', 'seats')] },
        right: sum(column('shares', 'whole')),
      },
    },
  ],
  from: part('shares'),
  joins: [{ type: 'inner', source: part('asked'), on: truth(true) }],
};

const seats: Expression = {
  kind: 'arithmetic',
  op: '+',
  left: column('shares', 'whole'),
  right: {
    kind: 'case',
    branches: [{ when: compare('<=', column('shares', 'turn'), column('left', 'seats')), gives: integer(1) }],
    otherwise: integer(0),
  },
};
