import { type Filter, filter } from '../../../core/model/filter';
import type { Rule } from '../../../core/model/rule';

export const everybody: Rule = { kind: 'all', rules: [] };
export const gold: Rule = { kind: 'attribute', attribute: 'loyalty_tier', test: { op: 'equals', value: 'gold' } };
export const bigOrder: Rule = { kind: 'attribute', attribute: 'total', test: { op: 'at-least', value: '30' } };

/** Every kind of condition, one within another. */
export const everyCondition: Rule = {
  kind: 'all',
  rules: [
    { kind: 'attribute', attribute: 'country', test: { op: 'one-of', values: ['ES', 'FR', 'DE'] } },
    { kind: 'attribute', attribute: 'birth_date', test: { op: 'anniversary', from: 0, to: 14 } },
    {
      kind: 'attribute',
      path: ['store'],
      attribute: 'opened_on',
      test: { op: 'before', moment: { kind: 'as-of', offset: -2, unit: 'year' } },
    },
    {
      kind: 'any',
      rules: [
        { kind: 'attribute', attribute: 'last_name', test: { op: 'not-starts-with', value: 'Mc', excludeEmpty: true } },
        { kind: 'not', rule: { kind: 'attribute', attribute: 'email', test: { op: 'empty' } } },
      ],
    },
    { kind: 'related', quantifier: 'none', path: ['orders'], where: { kind: 'all', rules: [bigOrder] } },
    {
      kind: 'aggregate',
      path: ['orders'],
      function: 'sum',
      attribute: 'total',
      where: bigOrder,
      test: { op: 'between', from: '100', to: '900' },
    },
    {
      kind: 'ordered',
      position: 'last',
      path: ['bookings'],
      by: 'starts_at',
      where: { kind: 'attribute', attribute: 'status', test: { op: 'equals', value: 'confirmed' } },
    },
    { kind: 'top', count: 500, order: [{ attribute: 'customer_id', direction: 'ascending' }], per: { attribute: 'country' } },
    { kind: 'audience', member: false, audience: 'recently-contacted' },
    { kind: 'history', event: 'responded', happened: true, channel: 'email', within: { count: 3, unit: 'month' } },
    { kind: 'filter', filter: 'spent-since', arguments: { spent: '50' } },
    { kind: 'sql', sql: "lower(city) LIKE '%bourg'" },
  ],
};

export const formsFilter: Filter = filter.parse({
  format: 1,
  id: 'spent-since',
  name: 'Spent enough lately',
  entity: 'customers',
  parameters: [
    { name: 'spent', type: 'number', value: 100 },
    { name: 'since', type: 'date', value: '2026-01-01' },
  ],
  rule: {
    kind: 'related',
    quantifier: 'some',
    path: ['orders'],
    where: { kind: 'attribute', attribute: 'total', test: { op: 'at-least', value: { variable: 'spent' } } },
  },
});
