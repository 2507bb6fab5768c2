import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Campaign, campaign } from '../../../../core/model/campaign';
import { countCampaign } from '../../../../core/usecases/campaign/count-campaign';
import { evictTables } from '../../../../core/usecases/campaign/worktables';
import { readPopulation } from '../../../../core/usecases/population/read-population';
import { shopAsOf as asOf } from '../../../support/shop';
import { openShop, type ShopWorkspace } from '../../../support/shop-workspace';
import { recordStatements } from '../../../support/statements';

let shop: ShopWorkspace;
let statements: string[];

beforeEach(async () => {
  shop = await openShop();
  statements = recordStatements(shop.ctx);
});
afterEach(() => shop.close());

const test = (attribute: string, asked: object) => ({ kind: 'attribute', attribute, test: asked });
const french = test('country', { op: 'equals', value: 'FR' });
const spent = (least: string) => ({
  kind: 'aggregate',
  path: ['orders'],
  function: 'sum',
  attribute: 'total',
  test: { op: 'at-least', value: least },
});
const recent = {
  kind: 'related',
  quantifier: 'some',
  path: ['orders'],
  where: test('placed_at', { op: 'in-last', count: 30, unit: 'day' }),
};
const build = (id: string, rule: object) => ({ id, type: 'build-audience', dimension: 'customers', rule });
const arrow = (from: string, to: string, input = 0, output = 'out') => ({ from, output, to, input });

interface Edits {
  least?: string;
  operation?: string;
  keep?: number;
}

/** French people or recent buyers but not big spenders; one of each kind, told how much they spent. */
function flowOf({ least = '100', operation = 'union', keep = 1 }: Edits = {}): Campaign {
  const activities = [
    build('french', french),
    build('buyers', recent),
    build('spenders', spent(least)),
    { id: 'either', type: 'combine', operation },
    { id: 'modest', type: 'combine', operation: 'exclusion', complement: true },
    {
      id: 'facts',
      type: 'enrich',
      additions: [{ kind: 'aggregate', path: ['orders'], function: 'sum', attribute: 'total', as: 'spent' }],
    },
    { id: 'one', type: 'deduplicate', fields: [{ attribute: 'vip' }], keep, complement: true },
    { id: 'parts', type: 'split', subsets: [{ id: 'vips', rule: test('vip', { op: 'true' }) }], complement: true },
  ];
  const transitions = [
    arrow('french', 'either'),
    arrow('buyers', 'either', 1),
    arrow('either', 'modest'),
    arrow('spenders', 'modest', 1),
    arrow('modest', 'facts'),
    arrow('facts', 'one'),
    arrow('one', 'parts'),
  ];
  return campaign.parse({ format: 1, id: 'c', name: 'C', seed: 's', flow: { activities, transitions } });
}

/** Everybody, at most two of each store (or of what else), split by what is asked of their city. */
function byCity(asked: object, of = 'store'): Campaign {
  const activities = [
    build('all', { kind: 'all', rules: [] }),
    {
      id: 'two',
      type: 'deduplicate',
      fields: [{ attribute: of }],
      keep: 2,
      by: { kind: 'order', order: [{ attribute: 'id', direction: 'ascending' }] },
    },
    { id: 'parts', type: 'split', subsets: [{ id: 'there', rule: test('city', asked) }], complement: true },
  ];
  const transitions = [arrow('all', 'two'), arrow('two', 'parts')];
  return campaign.parse({ format: 1, id: 'c', name: 'C', seed: 's', flow: { activities, transitions } });
}

async function counted(document: Campaign) {
  statements.length = 0;
  const report = await countCampaign(shop.ctx, document, { asOf });
  expect(report.problems).toEqual([]);
  return Object.fromEntries(report.counts.map((c) => [`${c.activity} ${c.output}`, c.rows]));
}

const reading = (entity: string) => statements.filter((sql) => sql.includes(`"main"."${entity}"`)).length;

describe('an arrangement', () => {
  it('reads each entity once for a whole flow', async () => {
    expect(await counted(flowOf())).toEqual({
      'french out': 2,
      'buyers out': 4,
      'spenders out': 2,
      'either out': 5,
      'modest out': 3,
      'modest complement': 2,
      'facts out': 3,
      'one out': 2,
      'one complement': 1,
      'parts vips': 1,
      'parts complement': 1,
    });
    expect({ customers: reading('customers'), orders: reading('orders') }).toEqual({ customers: 1, orders: 1 });
  });

  it('answers another way of combining from what is kept', async () => {
    await counted(flowOf());
    expect(await counted(flowOf({ operation: 'intersection' }))).toMatchObject({ 'either out': 1, 'modest out': 0 });
    expect({ customers: reading('customers'), orders: reading('orders') }).toEqual({ customers: 0, orders: 0 });
  });

  it('keeps related rows grouped once another threshold is asked for', async () => {
    await counted(flowOf());
    expect(await counted(flowOf({ least: '20' }))).toMatchObject({ 'spenders out': 4, 'modest out': 1 });
    expect({ customers: reading('customers'), orders: reading('orders') }).toEqual({ customers: 1, orders: 1 });
    expect(await counted(flowOf({ least: '30' }))).toMatchObject({ 'spenders out': 3, 'modest out': 2 });
    expect({ customers: reading('customers'), orders: reading('orders') }).toEqual({ customers: 1, orders: 0 });
  });

  it('groups related rows with the table they are read for, and forgets them with it', async () => {
    const { kept } = shop.ctx.worktables.registry;
    const grouped = () => [...kept.values()].filter((k) => k.measures).map((k) => (k.reading ? 'view' : 'table'));
    await counted(flowOf());
    expect(grouped()).toEqual(['view']);
    await counted(flowOf({ least: '20' }));
    expect(grouped()).toEqual(['table']);
    const connection = await shop.ctx.connection();
    await evictTables(connection, shop.ctx.worktables, 0);
    expect(grouped()).toEqual([]);
    await counted(flowOf({ least: '30' }));
    expect(grouped()).toEqual(['view']);
    await evictTables(connection, shop.ctx.worktables, 0);
    await connection.close();
    expect(grouped()).toEqual([]);
  });

  /** Every order is of 7 from now on, and the workspace knows that orders are others. */
  async function loadOtherOrders(): Promise<void> {
    const connection = await shop.ctx.connection();
    await connection.run('UPDATE orders SET total = 7');
    await connection.close();
    const orders = shop.ctx.store.read('entity', 'orders');
    if (!orders) throw new Error('no orders');
    await shop.ctx.store.commit([{ kind: 'entity', id: 'orders', document: { ...orders, dataVersion: orders.dataVersion + 1 } }]);
  }

  it('groups related rows again for another threshold when the rows are others', async () => {
    expect(await counted(flowOf())).toMatchObject({ 'spenders out': 2 });
    await loadOtherOrders();
    expect(await counted(flowOf({ least: '7' }))).toMatchObject({ 'spenders out': 6 });
    expect(await counted(flowOf({ least: '20' }))).toMatchObject({ 'spenders out': 1 });
    expect(await counted(flowOf({ least: '22' }))).toMatchObject({ 'spenders out': 0 });
    expect(reading('orders')).toBe(0);
  });

  it('looks facts of related rows up again when the rows are others', async () => {
    const addition = (named: string) => ({ kind: 'aggregate', path: ['orders'], function: 'sum', attribute: 'total', as: named });
    const told = async (...names: string[]) => {
      const activities = [
        build('french', french),
        ...names.map((id) => ({ id, type: 'enrich', additions: [addition(id)] })),
        { id: 'one', type: 'deduplicate', fields: [{ attribute: 'vip' }], keep: 9 },
      ];
      const ids = activities.map((a) => a.id);
      const transitions = ids.slice(1).map((to, i) => arrow(String(ids[i]), to));
      const document = campaign.parse({ format: 1, id: 'c', name: 'C', seed: 's', flow: { activities, transitions } });
      await counted(document);
      const population = { kind: 'output' as const, campaign: document, activity: 'one', output: 'out' };
      const page = await readPopulation(shop.ctx, { population, asOf, offset: 0, limit: 10 });
      return page.values.slice(1).map((column) => column.map(Number));
    };
    const [before = []] = await told('spent', 'again');
    await loadOtherOrders();
    const [after = [], twice] = await told('sum', 'twice');
    expect(after).toEqual(twice);
    expect(after).not.toEqual(before);
    expect(after.every((sum) => sum % 7 === 0)).toBe(true);
  });

  it('gives each aggregate of a shared group the rows it asks for', async () => {
    const sums = { store: test('channel', { op: 'equals', value: 'store' }), small: test('total', { op: 'at-most', value: '30' }) };
    const rules = { ...sums, any: undefined };
    const activities = Object.entries(rules).map(([id, where]) => build(id, { ...spent('20'), ...(where ? { where } : {}) }));
    const document = campaign.parse({ format: 1, id: 'c', name: 'C', seed: 's', flow: { activities, transitions: [] } });
    expect(await counted(document)).toEqual({ 'store out': 2, 'small out': 3, 'any out': 4 });
    expect(reading('orders')).toBe(1);
  });

  it('recounts a leaf without reading an entity', async () => {
    await counted(flowOf());
    expect(await counted(flowOf({ keep: 2 }))).toMatchObject({ 'one out': 3, 'one complement': 0 });
    expect({ customers: reading('customers'), orders: reading('orders') }).toEqual({ customers: 0, orders: 0 });
  });

  it('counts the same after everything that was kept is gone', async () => {
    const before = await counted(flowOf());
    const connection = await shop.ctx.connection();
    await evictTables(connection, shop.ctx.worktables, 0);
    await connection.close();
    expect([...shop.ctx.worktables.registry.kept.keys()]).toEqual([]);
    expect(await counted(flowOf())).toEqual(before);
    expect(await counted(flowOf({ keep: 2 }))).toMatchObject({ 'one out': 3 });
  });

  it('reads with the rest what a person wrote as SQL and a rule says as well', async () => {
    const written = (sql: string) => {
      const document = flowOf();
      const activities = document.flow.activities.map((a) =>
        a.id === 'spenders' ? { id: a.id, type: 'sql', dimension: 'customers', sql } : a,
      );
      return campaign.parse({ ...document, flow: { ...document.flow, activities } });
    };
    const grouped = `SELECT customer_id AS id, count(*) AS times FROM orders GROUP BY customer_id
      HAVING sum(total) >= 100 AND customer_id IN (SELECT id FROM customers)`;
    const gathered = await counted(written(grouped));
    expect(statements.filter((sql) => /\borders\b/.test(sql))).toHaveLength(1);
    expect(gathered).toEqual(await counted(written(`FROM (${grouped})`)));
    expect(gathered).toEqual(await counted(flowOf()));
  });

  it('copies no rows to take the first few of them, and asks what it takes many times longer to tell once', async () => {
    const first = (count: number, order?: object[]) => {
      const subsets = [{ id: 'first', limit: { kind: 'count', count }, order }];
      const activities = [
        build('all', { kind: 'all', rules: [] }),
        { id: 'two', type: 'deduplicate', fields: [{ attribute: 'store' }], keep: 2 },
        { id: 'parts', type: 'split', subsets, complement: true },
        { id: 'facts', type: 'deduplicate', fields: [{ attribute: 'city' }] },
      ];
      const transitions = [arrow('all', 'two'), arrow('two', 'parts'), arrow('parts', 'facts', 0, 'complement')];
      return campaign.parse({ format: 1, id: 'c', name: 'C', seed: 's', flow: { activities, transitions } });
    };
    const copies = () => statements.filter((sql) => /^CREATE OR REPLACE TABLE (?!.*LIMIT)/s.test(sql)).length;
    const lastFirst = [{ attribute: 'id', direction: 'descending' }];
    expect(await counted(first(3, lastFirst))).toMatchObject({ 'two out': 8, 'parts first': 3, 'parts complement': 5 });
    const ofOthers = copies();
    expect(ofOthers).toBeGreaterThan(0);
    const connection = await shop.ctx.connection();
    await evictTables(connection, shop.ctx.worktables, 0);
    await connection.close();
    expect(await counted(first(30_000, lastFirst))).toMatchObject({ 'parts first': 8, 'parts complement': 0 });
    expect(copies()).toBe(ofOthers + 1);
    expect(await counted(first(3))).toMatchObject({ 'parts first': 3, 'parts complement': 5 });
    expect(copies()).toBe(1);
  });

  it('carries what a rule asks about a text, not the text', async () => {
    expect(await counted(byCity({ op: 'equals', value: 'PARIS' }))).toEqual({
      'all out': 10,
      'two out': 8,
      'parts there': 2,
      'parts complement': 6,
    });
    expect(reading('customers')).toBe(1);
    expect(statements.filter((sql) => sql.includes('AS "customers.city"'))).toEqual([]);
  });

  it('reads the text again when something else is asked about it', async () => {
    await counted(byCity({ op: 'equals', value: 'Paris' }));
    expect(await counted(byCity({ op: 'contains', value: 'o' }))).toEqual({
      'all out': 10,
      'two out': 8,
      'parts there': 2,
      'parts complement': 6,
    });
    expect(reading('customers')).toBe(1);
    expect(await counted(byCity({ op: 'empty' }))).toMatchObject({ 'parts there': 1, 'parts complement': 7 });
  });

  it('carries the text where more is asked about it than rows should carry', async () => {
    const cities = ['paris', 'madrid', 'berlin', 'london', 'dublin', 'lyon', 'bilbao', 'rome', 'oslo'];
    const activities = [
      build('all', { kind: 'all', rules: [] }),
      { id: 'two', type: 'deduplicate', fields: [{ attribute: 'id' }] },
      { id: 'parts', type: 'split', subsets: cities.map((value) => ({ id: value, rule: test('city', { op: 'equals', value }) })) },
    ];
    const transitions = [arrow('all', 'two'), arrow('two', 'parts')];
    const document = campaign.parse({ format: 1, id: 'c', name: 'C', seed: 's', flow: { activities, transitions } });
    expect(await counted(document)).toMatchObject({ 'parts paris': 2, 'parts madrid': 2, 'parts dublin': 1, 'parts oslo': 0 });
    expect(reading('customers')).toBe(1);
    expect(statements.filter((sql) => sql.includes('AS "customers.is_'))).toEqual([]);
  });

  it('carries the text where more is asked than a rule about it', async () => {
    expect(await counted(byCity({ op: 'equals', value: 'Paris' }, 'city'))).toMatchObject({
      'two out': 10,
      'parts there': 2,
      'parts complement': 8,
    });
    expect(reading('customers')).toBe(1);
  });

  it('shows rows without the columns it carries along', async () => {
    await counted(flowOf());
    const page = await readPopulation(shop.ctx, {
      population: { kind: 'output', campaign: flowOf(), activity: 'one', output: 'out' },
      asOf,
      offset: 0,
      limit: 10,
    });
    expect(page.columns.map((c) => c.name)).toEqual(['id', 'spent']);
    expect(page.rows).toBe(2);
  });
});
