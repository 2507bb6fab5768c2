import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Campaign, campaign } from '../../../../core/model/campaign';
import { campaignSql } from '../../../../core/usecases/campaign/campaign-sql';
import { countCampaign } from '../../../../core/usecases/campaign/count-campaign';
import { evictTables } from '../../../../core/usecases/campaign/worktables';
import { readPopulation } from '../../../../core/usecases/population/read-population';
import { shopAsOf as asOf } from '../../../support/shop';
import { openShop, type ShopWorkspace } from '../../../support/shop-workspace';

function flowOf(country: string, vip: boolean): Campaign {
  const rule = (attribute: string, test: object) => ({ kind: 'attribute', attribute, test });
  return campaign.parse({
    format: 1,
    id: 'c',
    name: 'C',
    seed: 's',
    flow: {
      activities: [
        { id: 'people', type: 'build-audience', dimension: 'customers', rule: rule('country', { op: 'equals', value: country }) },
        { id: 'vips', type: 'build-audience', dimension: 'customers', rule: rule('vip', { op: vip ? 'true' : 'false' }) },
        { id: 'both', type: 'combine', operation: 'union' },
      ],
      transitions: [
        { from: 'people', output: 'out', to: 'both', input: 0 },
        { from: 'vips', output: 'out', to: 'both', input: 1 },
      ],
    },
  });
}

const rowsOf = (report: { counts: { activity: string; rows: number }[] }) =>
  Object.fromEntries(report.counts.map((c) => [c.activity, c.rows]));

let shop: ShopWorkspace;
beforeEach(async () => {
  shop = await openShop();
});
afterEach(() => shop.close());

describe('counting a campaign', () => {
  it('counts every transition, then only what an edit changed', async () => {
    const first = await countCampaign(shop.ctx, flowOf('FR', true), { asOf });
    expect(rowsOf(first)).toEqual({ people: 2, vips: 4, both: 6 });
    expect(first).toMatchObject({ computed: 3, reused: 0, problems: [] });

    const edited = await countCampaign(shop.ctx, flowOf('ES', true), { asOf });
    expect(rowsOf(edited)).toEqual({ people: 2, vips: 4, both: 4 });
    expect(edited).toMatchObject({ computed: 2, reused: 1 });

    const undone = await countCampaign(shop.ctx, flowOf('FR', true), { asOf });
    expect(undone).toMatchObject({ computed: 0, reused: 3 });
  });

  it('knows no notes, groups or places: what they change is not counted again, and the SQL is the same', async () => {
    const plain = flowOf('FR', true);
    await countCampaign(shop.ctx, plain, { asOf });
    const annotated = campaign.parse({
      ...plain,
      notes: { 'note-1': { text: 'Why only these?', role: 'question' } },
      groups: { 'group-1': { title: 'Gather', collapsed: true, members: ['note-1', 'people', 'vips'] } },
      layout: { people: { x: 4, y: 4 }, 'note-1': { x: 0, y: 0, width: 200, height: 90 } },
    });
    expect(await countCampaign(shop.ctx, annotated, { asOf })).toMatchObject({ computed: 0, reused: 3 });
    expect(await campaignSql(shop.ctx, annotated, { asOf })).toEqual(await campaignSql(shop.ctx, plain, { asOf }));
  });

  it('counts again when the data has a new version', async () => {
    await countCampaign(shop.ctx, flowOf('FR', true), { asOf });
    const connection = await shop.ctx.connection();
    await connection.run('DELETE FROM customers WHERE id = 2');
    await connection.close();
    const customers = shop.ctx.store.read('entity', 'customers');
    if (!customers) throw new Error('no customers');
    await shop.ctx.store.commit([{ kind: 'entity', id: 'customers', document: { ...customers, dataVersion: 2, rows: 9 } }]);
    const again = await countCampaign(shop.ctx, flowOf('FR', true), { asOf });
    expect(rowsOf(again)).toEqual({ people: 1, vips: 4, both: 5 });
  });

  it('keeps counts of evicted tables and brings their rows back when they are looked at', async () => {
    const document = flowOf('FR', true);
    await countCampaign(shop.ctx, document, { asOf });
    const connection = await shop.ctx.connection();
    await evictTables(connection, shop.ctx.worktables, 0);
    const left = await connection.query("SELECT count(*) FROM duckdb_tables() WHERE database_name = 'work' AND table_name <> 'alive'", {
      limit: 1,
    });
    expect(left.values[0]?.[0]).toBe(0);
    await connection.close();

    const recounted = await countCampaign(shop.ctx, document, { asOf });
    expect(recounted).toMatchObject({ computed: 0, reused: 3 });
    const page = await readPopulation(shop.ctx, {
      population: { kind: 'output', campaign: document, activity: 'both', output: 'out' },
      asOf,
      offset: 0,
      limit: 10,
      sort: { column: 'id', descending: true },
    });
    expect(page.values[0]).toEqual([10, 8, 4, 3, 2, 1]);
  });

  it('writes only rows that are read, and pages through them from anywhere', async () => {
    const document = flowOf('FR', true);
    await countCampaign(shop.ctx, document, { asOf });
    const connection = await shop.ctx.connection();
    const stored = await connection.query("SELECT count(*) FROM duckdb_tables() WHERE database_name = 'work' AND table_name <> 'alive'", {
      limit: 1,
    });
    await connection.close();
    expect(stored.values[0]?.[0]).toBe(0);

    const page = (offset: number) =>
      readPopulation(shop.ctx, {
        population: { kind: 'output', campaign: document, activity: 'both', output: 'out' },
        asOf,
        offset,
        limit: 4,
      });
    const [first, second] = [await page(0), await page(4)];
    expect([first.rows, second.rows, second.total]).toEqual([4, 2, 6]);
    expect([...(first.values[0] ?? []), ...(second.values[0] ?? [])].map(Number).toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 8, 10]);
  });

  it('reads related rows once for several aggregates of them', async () => {
    const document = flowOf('FR', true);
    const count = { kind: 'aggregate', path: ['orders'], function: 'count' };
    const sum = { kind: 'aggregate', path: ['orders'], function: 'sum', attribute: 'total' };
    const enriched = campaign.parse({
      ...document,
      flow: {
        activities: [
          ...document.flow.activities,
          {
            id: 'facts',
            type: 'enrich',
            additions: [
              { ...count, as: 'orders' },
              { ...sum, as: 'spent' },
              { ...count, where: { kind: 'attribute', attribute: 'channel', test: { op: 'equals', value: 'web' } }, as: 'web_orders' },
            ],
          },
        ],
        transitions: [...document.flow.transitions, { from: 'both', output: 'out', to: 'facts', input: 0 }],
      },
    });
    const steps = await campaignSql(shop.ctx, enriched, { asOf });
    expect(steps.at(-1)?.sql.match(/"main"."orders"/g)).toHaveLength(2);
  });

  it('counts what it can when one activity is broken, and says where', async () => {
    const document = flowOf('FR', true);
    const [people] = document.flow.activities;
    if (people?.type !== 'build-audience') throw new Error('unexpected');
    people.rule = { kind: 'attribute', attribute: 'nationality', test: { op: 'equals', value: 'FR' } };
    const report = await countCampaign(shop.ctx, document, { asOf });
    expect(rowsOf(report)).toEqual({ vips: 4 });
    expect(report.problems).toMatchObject([{ code: 'rule-unknown-attribute', place: ['activities', 'people', 'rule'] }]);
  });

  it('names the first repeated key of written SQL and counts nothing after it', async () => {
    const document = flowOf('FR', true);
    document.flow.activities[0] = {
      id: 'people',
      type: 'sql',
      dimension: 'customers',
      sql: 'SELECT customer_id AS id FROM orders WHERE customer_id > 1',
    };
    const report = await countCampaign(shop.ctx, document, { asOf });
    expect(rowsOf(report)).toEqual({ vips: 4 });
    expect(report.problems).toMatchObject([{ code: 'sql-key-repeated', details: { key: '2', times: 3 } }]);
  });

  it('stops when it is cancelled and leaves nothing half-made', async () => {
    const document = flowOf('FR', true);
    document.flow.activities.push({ id: 'written', type: 'sql', dimension: 'customers', sql: 'FROM (SELECT id FROM customers)' });
    const controller = new AbortController();
    const counting = countCampaign(shop.ctx, document, {
      asOf,
      signal: controller.signal,
      onProgress: ({ done }) => done === 1 && controller.abort(),
    });
    await expect(counting).rejects.toMatchObject({ code: 'cancelled' });
    const report = await countCampaign(shop.ctx, document, { asOf });
    expect(report).toMatchObject({ computed: 3, reused: 1 });
  });

  it('computes an equal step once when two counts ask at the same time', async () => {
    const [one, other] = await Promise.all([
      countCampaign(shop.ctx, flowOf('FR', true), { asOf }),
      countCampaign(shop.ctx, flowOf('FR', true), { asOf }),
    ]);
    expect(one.computed + other.computed).toBe(3);
    expect(one.counts).toEqual(other.counts);
  });

  it('leaves out disabled activities and what follows them', async () => {
    const document = flowOf('FR', true);
    const [people] = document.flow.activities;
    if (people) people.disabled = true;
    expect(rowsOf(await countCampaign(shop.ctx, document, { asOf }))).toEqual({ vips: 4 });
  });
});
