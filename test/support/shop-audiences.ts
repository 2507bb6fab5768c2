import { type Audience, audience } from '../../core/model/audience';
import { type Filter, filter } from '../../core/model/filter';
import type { Connection } from '../../core/ports/engine';
import { shopAsOf } from './shop';

export const shopAudiences: Audience[] = [
  audience.parse({
    format: 1,
    id: 'french',
    name: 'French',
    dimension: 'customers',
    definition: { kind: 'rule', rule: { kind: 'attribute', attribute: 'country', test: { op: 'equals', value: 'FR' } } },
  }),
  audience.parse({
    format: 1,
    id: 'spenders',
    name: 'Spenders',
    dimension: 'customers',
    definition: {
      kind: 'sql',
      sql: 'SELECT customer_id AS id, sum(total) AS spent FROM orders WHERE customer_id IS NOT NULL GROUP BY 1 HAVING sum(total) > 50',
    },
  }),
  audience.parse({
    format: 1,
    id: 'frozen',
    name: 'Frozen',
    dimension: 'customers',
    definition: { kind: 'snapshot', table: 'frozen', rows: 2, asOf: shopAsOf, takenAt: shopAsOf, dataVersions: { customers: 1 } },
  }),
  audience.parse({
    format: 1,
    id: 'web-orders',
    name: 'Web orders',
    dimension: 'orders',
    definition: { kind: 'rule', rule: { kind: 'attribute', attribute: 'channel', test: { op: 'equals', value: 'web' } } },
  }),
  audience.parse({
    format: 1,
    id: 'spending-french',
    name: 'French who spend',
    dimension: 'customers',
    definition: {
      kind: 'rule',
      rule: {
        kind: 'all',
        rules: [
          { kind: 'audience', member: true, audience: 'french' },
          { kind: 'audience', member: true, audience: 'spenders' },
        ],
      },
    },
  }),
  audience.parse({
    format: 1,
    id: 'tea-lines',
    name: 'Tea lines',
    dimension: 'lines',
    definition: { kind: 'snapshot', table: 'tea-lines', rows: 3, asOf: shopAsOf, takenAt: shopAsOf, dataVersions: { lines: 1 } },
  }),
  audience.parse({
    format: 1,
    id: 'coded',
    name: 'Coded',
    dimension: 'customers',
    definition: {
      kind: 'snapshot',
      table: 'coded',
      rows: 3,
      asOf: shopAsOf,
      takenAt: shopAsOf,
      dataVersions: { customers: 1 },
      columns: [
        { name: 'segment_code', type: 'text' },
        { name: 'spent', type: 'decimal', scale: 2 },
      ],
    },
  }),
];

export const shopFilters: Filter[] = [
  filter.parse({
    format: 1,
    id: 'from-countries',
    name: 'From countries',
    entity: 'customers',
    parameters: [{ name: 'countries', type: 'list', value: ['FR'] }],
    rule: { kind: 'attribute', attribute: 'country', test: { op: 'one-of', values: [{ variable: 'countries' }] } },
  }),
  filter.parse({
    format: 1,
    id: 'spent-lately',
    name: 'Spent lately',
    entity: 'customers',
    parameters: [
      { name: 'least', type: 'number' },
      { name: 'days', type: 'number', value: 30 },
    ],
    rule: {
      kind: 'aggregate',
      path: ['orders'],
      function: 'sum',
      attribute: 'total',
      where: { kind: 'attribute', attribute: 'placed_at', test: { op: 'in-last', count: { variable: 'days' }, unit: 'day' } },
      test: { op: 'at-least', value: { variable: 'least' } },
    },
  }),
  filter.parse({
    format: 1,
    id: 'good-customers',
    name: 'Good customers',
    entity: 'customers',
    parameters: [
      { name: 'country', type: 'text' },
      { name: 'amount', type: 'number', value: '80.10' },
      { name: 'born_before', type: 'date', value: '1999-01-01' },
      { name: 'vip', type: 'boolean', value: true },
    ],
    rule: {
      kind: 'any',
      rules: [
        {
          kind: 'all',
          rules: [
            { kind: 'filter', filter: 'spent-lately', arguments: { least: { variable: 'amount' } } },
            { kind: 'attribute', attribute: 'born', test: { op: 'before', moment: { kind: 'day', day: { variable: 'born_before' } } } },
          ],
        },
        {
          kind: 'all',
          rules: [
            { kind: 'attribute', attribute: 'vip', test: { op: 'equals', value: { variable: 'vip' } } },
            { kind: 'sql', sql: 'lower(country) = lower($country)' },
          ],
        },
      ],
    },
  }),
];

export async function storeShopSnapshot(connection: Connection): Promise<void> {
  await connection.run('CREATE SCHEMA audience');
  await connection.run('CREATE TABLE audience.frozen AS SELECT id FROM customers WHERE id IN (2, 4)');
  await connection.run(`CREATE TABLE audience."tea-lines" AS SELECT order_id, line FROM lines WHERE product = 'tea'`);
  await connection.run(
    "CREATE TABLE audience.coded AS SELECT * FROM (VALUES (CAST(1 AS BIGINT), 'A', CAST(20.5 AS DECIMAL(18, 2))), (5, NULL, NULL), (11, 'B', 0.25)) AS t(id, segment_code, spent)",
  );
}
