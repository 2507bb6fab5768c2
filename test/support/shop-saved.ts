import { type Audience, audience } from '../../core/model/audience';
import type { ShopWorkspace } from './shop-workspace';

/** A live audience of customers by a rule on one attribute. */
export function ruleAudience(id: string, attribute: string, test: object): Audience {
  return audience.parse({
    format: 1,
    id,
    name: id,
    dimension: 'customers',
    definition: { kind: 'rule', rule: { kind: 'attribute', attribute, test } },
  });
}

/** Customers 2, 3. */
export const french = ruleAudience('french', 'country', { op: 'equals', value: 'FR' });
/** Customers 1, 8. */
export const spanish = ruleAudience('spanish', 'country', { op: 'equals', value: 'ES' });
/** Customers 1, 4, 8, 10. */
export const vips = ruleAudience('vips', 'vip', { op: 'true' });
/** Customers 1, 2, 7, 8. */
export const lyon = ruleAudience('lyon', 'store', { op: 'equals', value: 'S1' });
/** Customers 1, 4, 8, whose score is at least 6. */
export const best = ruleAudience('best', 'score', { op: 'at-least', value: 6 });
/** Customers 1 (140.50), 2 (105.10), 4 (99.99), with what they spent. */
export const spenders = audience.parse({
  format: 1,
  id: 'spenders',
  name: 'spenders',
  dimension: 'customers',
  definition: {
    kind: 'sql',
    sql: 'SELECT customer_id AS id, sum(total) AS spent FROM orders WHERE customer_id IS NOT NULL GROUP BY 1 HAVING sum(total) > 50',
  },
});

export async function saveDocuments({ ctx }: ShopWorkspace, audiences: readonly Audience[]): Promise<void> {
  await ctx.store.commit(audiences.map((document) => ({ kind: 'audience' as const, id: document.id, document })));
}

/** Customers of an audience are 1 to 10: those given, by SQL. */
export function written(id: string, members: readonly number[]): Audience {
  const list = members.length > 0 ? members.join(', ') : 'NULL';
  return audience.parse({
    format: 1,
    id,
    name: id,
    dimension: 'customers',
    definition: { kind: 'sql', sql: `SELECT id FROM customers WHERE id IN (${list})` },
  });
}

/** All rows of a query, for an eye that sees through every layer. */
export async function rowsBySql({ ctx }: ShopWorkspace, sql: string): Promise<unknown[][]> {
  const connection = await ctx.connection();
  try {
    const page = await connection.query(sql, { limit: 10_000 });
    return Array.from({ length: page.rows }, (_, r) => page.values.map((column) => column[r]));
  } finally {
    await connection.close();
  }
}

/** The stored members of a snapshot in order of key. */
export function storedMembers(shop: ShopWorkspace, id: string): Promise<unknown[][]> {
  const definition = shop.ctx.store.read('audience', id)?.definition;
  if (definition?.kind !== 'snapshot') throw new Error(`${id} is no snapshot`);
  return rowsBySql(shop, `SELECT * FROM audience."${definition.table}" ORDER BY ALL`);
}
