import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { audience } from '../../../../core/model/audience';
import { campaign } from '../../../../core/model/campaign';
import type { PopulationChoice } from '../../../../core/model/population';
import { fieldList, histogram, valueList } from '../../../../core/model/report';
import { profileColumns } from '../../../../core/usecases/data/profile-columns';
import { countHistogram, type HistogramRequest } from '../../../../core/usecases/population/histogram';
import { listFields } from '../../../../core/usecases/population/list-fields';
import { listValues, type ValuesRequest } from '../../../../core/usecases/population/list-values';
import { savePopulation } from '../../../../core/usecases/population/save-population';
import { summariseField } from '../../../../core/usecases/population/summarise-field';
import { tellingField } from '../../../../core/usecases/population/telling-field';
import { shopAsOf as asOf } from '../../../support/shop';
import { rowsBySql, saveDocuments, spenders, vips } from '../../../support/shop-saved';
import { openShop, type ShopWorkspace } from '../../../support/shop-workspace';

const customers = { kind: 'entity' as const, entity: 'customers' };
const orders = { kind: 'entity' as const, entity: 'orders' };
const strange = audience.parse({
  format: 1,
  id: 'strange',
  name: 'strange',
  dimension: 'customers',
  definition: {
    kind: 'sql',
    sql: `SELECT id, CASE WHEN id = 1 THEN CAST('nan' AS DOUBLE) WHEN id = 2 THEN CAST('inf' AS DOUBLE) WHEN id = 3 THEN NULL ELSE id END AS odd,
      CASE WHEN id % 2 = 0 THEN [id, 1] END AS pair FROM customers`,
  },
});
/** VIPs, enriched with how often and for how much they bought. */
const enriched = campaign.parse({
  format: 1,
  id: 'c',
  name: 'C',
  seed: 's',
  flow: {
    activities: [
      { id: 'vips', type: 'read-audience', audience: 'vips' },
      { id: 'facts', type: 'enrich', additions: [{ kind: 'aggregate', path: ['orders'], function: 'count', as: 'bought' }] },
    ],
    transitions: [{ from: 'vips', output: 'out', to: 'facts', input: 0 }],
  },
});
const facts = { kind: 'output' as const, campaign: enriched, activity: 'facts', output: 'out' };

describe.each(['native', 'wasm'] as const)('the distribution of a field on %s', (engine) => {
  let shop: ShopWorkspace;
  beforeAll(async () => {
    shop = await openShop({ engine });
    await saveDocuments(shop, [vips, spenders, strange]);
  }, 60_000);
  afterAll(() => shop.close());

  const values = async (request: Omit<ValuesRequest, 'asOf' | 'offset' | 'limit'> & { offset?: number; limit?: number }) =>
    valueList.parse(await listValues(shop.ctx, { asOf, offset: 0, limit: 100, ...request }));
  const pairs = ({ values: found }: Awaited<ReturnType<typeof values>>) => found.map((v) => [v.value, v.rows]);
  const bins = async (request: Omit<HistogramRequest, 'asOf'>) => histogram.parse(await countHistogram(shop.ctx, { asOf, ...request }));
  const bars = ({ bars: found }: Awaited<ReturnType<typeof bins>>) => found.map((b) => [b.from, b.to, b.rows]);

  it('lists every value with its rows, the most frequent first', async () => {
    const list = await values({ population: customers, field: { attribute: 'country' } });
    expect(list).toMatchObject({ type: 'text', rows: 10, empty: 2, distinct: 6, matching: { values: 6, rows: 8 } });
    expect(pairs(list)).toEqual([
      ['ES', 2],
      ['FR', 2],
      ['DE', 1],
      ['GB', 1],
      ['IE', 1],
      ['US', 1],
    ]);
  });

  it('pages, searches and sorts them', async () => {
    const field = { attribute: 'last_name' };
    const page = await values({ population: customers, field, sort: { by: 'value', descending: true }, offset: 1, limit: 2 });
    expect([pairs(page), page.offset, page.matching.values]).toEqual([
      [
        ['Petit', 1],
        ['One', 1],
      ],
      1,
      10,
    ]);
    const found = await values({ population: customers, field, search: 'GARCÍA', sort: { by: 'value', descending: false } });
    expect(pairs(found)).toEqual([
      ['Garcia', 1],
      ['García', 1],
    ]);
    expect(found).toMatchObject({ rows: 10, empty: 0, distinct: 10, matching: { values: 2, rows: 2 } });
    const rare = await values({
      population: customers,
      field: { attribute: 'country' },
      sort: { by: 'rows', descending: false },
      limit: 5,
    });
    expect(pairs(rare).map(([value]) => value)).toEqual(['DE', 'GB', 'IE', 'US', 'ES']);
    expect((await values({ population: customers, field, search: '%' })).matching.values).toBe(1);
    expect((await values({ population: customers, field, search: "'" })).matching.values).toBe(0);
  });

  it('follows single-valued links, counting who reaches nothing as empty', async () => {
    const list = await values({ population: customers, field: { path: ['store'], attribute: 'town' } });
    expect([pairs(list), list.empty]).toEqual([
      [
        ['Lyon', 4],
        ['Bilbao', 2],
      ],
      4,
    ]);
    const far = await values({ population: orders, field: { path: ['customer', 'store'], attribute: 'town' } });
    // Orders of customers 1, 1, 2, 2, 2, 8 (Lyon), 5 (Bilbao), 9 (no town), 4 (no store) and of nobody.
    expect([pairs(far), far.rows, far.empty]).toEqual([
      [
        ['Lyon', 6],
        ['Bilbao', 1],
      ],
      10,
      3,
    ]);
  });

  it('knows the columns and attributes of any population', async () => {
    expect(pairs(await values({ population: facts, field: { attribute: 'bought' } }))).toEqual([
      [1, 2],
      [0, 1],
      [2, 1],
    ]);
    expect(pairs(await values({ population: facts, field: { attribute: 'country' } }))).toEqual([
      ['ES', 2],
      ['DE', 1],
      ['US', 1],
    ]);
    const spent = { population: { kind: 'audience' as const, audience: 'spenders' }, field: { attribute: 'spent' } };
    expect(pairs(await values({ ...spent, sort: { by: 'value', descending: false } }))).toEqual([
      ['99.99', 1],
      ['105.10', 1],
      ['140.50', 1],
    ]);
    expect(bars(await bins({ ...spent, bins: 2, method: 'width' }))).toEqual([
      ['99.99', '120.24', 2],
      ['120.25', '140.50', 1],
    ]);
    const lists = await values({ population: { kind: 'audience', audience: 'strange' }, field: { attribute: 'pair' } });
    expect([lists.type, lists.empty, lists.values[0]]).toEqual(['list', 5, { value: [2, 1], rows: 1 }]);
  });

  it('begins with what has few values, never with what names rows or people', async () => {
    const telling = (population: PopulationChoice) => tellingField(shop.ctx, { population, asOf });
    expect(await telling(customers)).toEqual({ attribute: 'vip' });
    expect(await telling(orders)).toEqual({ attribute: 'channel' });
    expect(await telling(facts)).toEqual({ attribute: 'bought' });
    await rowsBySql(shop, 'UPDATE customers SET vip = true');
    expect(await telling(customers)).toEqual({ attribute: 'country' });
    await rowsBySql(shop, 'UPDATE customers SET vip = (id % 3 = 0)');
  });

  it('counts members whose row the data no longer has as empty', async () => {
    await rowsBySql(shop, 'CREATE OR REPLACE TABLE audience.old AS SELECT * FROM (VALUES (CAST(1 AS BIGINT)), (99)) AS t(id)').catch(
      async () => {
        await rowsBySql(shop, 'CREATE SCHEMA audience');
        await rowsBySql(shop, 'CREATE OR REPLACE TABLE audience.old AS SELECT * FROM (VALUES (CAST(1 AS BIGINT)), (99)) AS t(id)');
      },
    );
    const definition = { kind: 'snapshot' as const, table: 'old', rows: 2, asOf, takenAt: asOf, dataVersions: {} };
    await saveDocuments(shop, [audience.parse({ format: 1, id: 'old', name: 'old', dimension: 'customers', definition })]);
    const population = { kind: 'audience' as const, audience: 'old' };
    expect(await values({ population, field: { attribute: 'country' } })).toMatchObject({
      rows: 2,
      empty: 1,
      values: [{ value: 'ES', rows: 1 }],
    });
    expect(pairs(await values({ population, field: { attribute: 'id' } }))).toEqual([
      [1, 1],
      [99, 1],
    ]);
    expect(await summariseField(shop.ctx, { population, field: { attribute: 'country' }, asOf })).toMatchObject({ rows: 2, empty: 1 });
  });

  it('has bins of equal width, empty ones too', async () => {
    expect(bars(await bins({ population: customers, field: { attribute: 'score' }, bins: 3, method: 'width' }))).toEqual([
      [-2, 1.75, 3],
      [1.75, 5.5, 3],
      [5.5, 9.25, 3],
    ]);
    expect(bars(await bins({ population: orders, field: { attribute: 'order_id' }, bins: 4, method: 'width' }))).toEqual([
      [101, 103, 3],
      [104, 106, 3],
      [107, 109, 3],
      [110, 110, 1],
    ]);
    expect((await bins({ population: orders, field: { attribute: 'order_id' }, bins: 100, method: 'width' })).bars.length).toBe(10);
    const born = await bins({ population: customers, field: { attribute: 'born' }, bins: 4, method: 'width' });
    // From 6 June 1966 to 31 December 2001 are 12 992 days: bins of 3 249.
    expect([bars(born), born.empty]).toEqual([
      [
        ['1966-06-06', '1975-04-28', 1],
        ['1975-04-29', '1984-03-20', 3],
        ['1984-03-21', '1993-02-10', 3],
        ['1993-02-11', '2001-12-31', 2],
      ],
      1,
    ]);
    const placed = await bins({ population: orders, field: { attribute: 'placed_at' }, bins: 2, method: 'width' });
    // 496 days and 11.5 hours between the first and the last; the first bin ends half of it later, to the second above.
    expect([bars(placed), placed.empty]).toEqual([
      [
        ['2025-01-01 00:00:00', '2025-09-06 05:45:00.999999', 1],
        ['2025-09-06 05:45:01', '2026-05-12 11:30:00', 8],
      ],
      1,
    ]);
  });

  it('has bins of about equal rows', async () => {
    expect(bars(await bins({ population: customers, field: { attribute: 'score' }, bins: 3, method: 'quantile' }))).toEqual([
      [-2, 1, 3],
      [1, 5, 3],
      [5, 9.25, 3],
    ]);
    // Half of the scores are at most 5; equal ones are never parted.
    expect(
      bars(await bins({ population: customers, field: { attribute: 'score' }, bins: 9, method: 'quantile' })).map((b) => b[2]),
    ).toEqual([1, 1, 1, 1, 2, 2, 1]);
  });

  it('puts what has no place on the line beside the bins', async () => {
    const population = { kind: 'audience' as const, audience: 'strange' };
    const found = await bins({ population, field: { attribute: 'odd' }, bins: 2, method: 'width' });
    expect([found.rows, found.empty, found.others, bars(found)]).toEqual([
      10,
      1,
      2,
      [
        [4, 7, 4],
        [7, 10, 3],
      ],
    ]);
    expect((await values({ population, field: { attribute: 'odd' } })).distinct).toBe(9);
  });

  it('refuses what it cannot bin or does not know', async () => {
    const asked = (attribute: string) =>
      countHistogram(shop.ctx, { asOf, population: customers, field: { attribute }, bins: 5, method: 'width' });
    await expect(asked('country')).rejects.toMatchObject({ code: 'rule-wrong-type' });
    await expect(asked('shoe')).rejects.toMatchObject({ code: 'rule-unknown-attribute' });
    const many = listValues(shop.ctx, {
      asOf,
      population: customers,
      field: { path: ['orders'], attribute: 'total' },
      offset: 0,
      limit: 1,
    });
    await expect(many).rejects.toMatchObject({ code: 'rule-path-many' });
  });

  it('is nothing for nobody', async () => {
    await savePopulation(shop.ctx, { population: { kind: 'audience', audience: 'vips' }, audience: 'none', mode: 'create', asOf });
    await savePopulation(shop.ctx, { population: { kind: 'audience', audience: 'vips' }, audience: 'none', mode: 'remove', asOf });
    const population = { kind: 'audience' as const, audience: 'none' };
    for (const method of ['width', 'quantile'] as const)
      expect(await bins({ population, field: { attribute: 'score' }, bins: 3, method })).toMatchObject({
        rows: 0,
        empty: 0,
        others: 0,
        bars: [],
      });
    expect(await values({ population, field: { attribute: 'score' } })).toMatchObject({ rows: 0, empty: 0, distinct: 0, values: [] });
  });

  it('is summed up per column', async () => {
    const summary = await summariseField(shop.ctx, { asOf, population: facts, field: { path: ['store'], attribute: 'code' } });
    expect(summary).toEqual({
      name: 'code',
      type: 'text',
      rows: 4,
      empty: 1,
      distinct: 2,
      min: 'S1',
      max: 'S3',
      kind: 'values',
      bars: [
        { from: 'S1', to: 'S1', rows: 2 },
        { from: 'S3', to: 'S3', rows: 1 },
      ],
      others: 0,
    });
    const columns = await profileColumns(shop.ctx, 'customers');
    expect(columns.find((c) => c.name === 'country')).toMatchObject({ rows: 10, empty: 2, distinct: 6, min: 'DE', max: 'US' });
    for (const c of columns) expect(c.bars.reduce((sum, b) => sum + b.rows, 0) + c.others + c.empty, c.name).toBe(10);
  });

  it('can be asked of these fields', async () => {
    const fields = fieldList.parse(await listFields(shop.ctx, { asOf, population: facts }));
    expect(fields.slice(0, 4).map((f) => [f.field, f.origin])).toEqual([
      [{ attribute: 'id' }, 'key'],
      [{ attribute: 'bought' }, 'column'],
      [{ attribute: 'first_name' }, 'attribute'],
      [{ attribute: 'last_name' }, 'attribute'],
    ]);
    expect(fields.filter((f) => f.field.path)).toMatchObject([
      { field: { path: ['store'], attribute: 'code' }, entity: 'stores', type: 'text' },
      { field: { path: ['store'], attribute: 'town' } },
    ]);
    const lines = await listFields(shop.ctx, { asOf, population: { kind: 'entity', entity: 'lines' } });
    expect(lines.map((f) => (f.field.path ?? []).join('.'))).toContain('order.customer.store');
    for (const { field } of lines)
      await listValues(shop.ctx, { asOf, population: { kind: 'entity', entity: 'lines' }, field, offset: 0, limit: 1 });
  });
});
