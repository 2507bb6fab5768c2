import { type Audience, audience } from '../../core/model/audience';
import type { Filter } from '../../core/model/filter';
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
];

export const shopFilters: Filter[] = [];

export async function storeShopSnapshot(connection: Connection): Promise<void> {
  await connection.run('CREATE SCHEMA audience');
  await connection.run('CREATE TABLE audience.frozen AS SELECT id FROM customers WHERE id IN (2, 4)');
}
