import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { audience } from '../../../../core/model/audience';
import { audienceDiff, audienceOverlap } from '../../../../core/model/report';
import { diffAudience } from '../../../../core/usecases/audience/diff-audience';
import { overlapAudiences } from '../../../../core/usecases/audience/overlap-audiences';
import { saveRegionRule } from '../../../../core/usecases/audience/save-region-rule';
import { readPopulation } from '../../../../core/usecases/population/read-population';
import { savePopulation } from '../../../../core/usecases/population/save-population';
import { shopAsOf as asOf } from '../../../support/shop';
import {
  best,
  french,
  lyon,
  rowsBySql,
  ruleAudience,
  saveDocuments,
  spanish,
  spenders,
  storedMembers,
  vips,
  written,
} from '../../../support/shop-saved';
import { openShop, type ShopWorkspace } from '../../../support/shop-workspace';

/** Who ordered in the last 30 days. */
const recent = audience.parse({
  format: 1,
  id: 'recent',
  name: 'recent',
  dimension: 'customers',
  definition: {
    kind: 'rule',
    rule: {
      kind: 'related',
      quantifier: 'some',
      path: ['orders'],
      where: { kind: 'attribute', attribute: 'placed_at', test: { op: 'in-last', count: 30, unit: 'day' } },
    },
  },
});
const orders = audience.parse({
  format: 1,
  id: 'web',
  name: 'web',
  dimension: 'orders',
  definition: { kind: 'rule', rule: { kind: 'attribute', attribute: 'channel', test: { op: 'equals', value: 'web' } } },
});

describe.each(['native', 'wasm'] as const)('audiences laid over each other on %s', (engine) => {
  let shop: ShopWorkspace;
  beforeAll(async () => {
    shop = await openShop({ engine });
    await saveDocuments(shop, [french, spanish, vips, lyon, best, spenders, recent, orders]);
    await savePopulation(shop.ctx, { population: { kind: 'audience', audience: 'lyon' }, audience: 'then', mode: 'create', asOf });
  }, 60_000);
  afterAll(() => shop.close());

  const overlap = async (...ids: string[]) => audienceOverlap.parse(await overlapAudiences(shop.ctx, ids, { asOf }));
  const regions = (found: Awaited<ReturnType<typeof overlap>>) =>
    Object.fromEntries(found.regions.map((r) => [r.inside.join('+'), r.rows]));
  const idsIn = async (population: Parameters<typeof readPopulation>[1]['population']) => {
    const page = await readPopulation(shop.ctx, {
      population,
      asOf,
      offset: 0,
      limit: 100,
      fields: [],
      sort: { column: 'id', descending: false },
    });
    return page.values[0];
  };

  it.each([
    ['rules', 'lyon'],
    ['rules and a snapshot', 'then'],
  ])('have exact regions: %s', async (_what, store) => {
    // VIPs 1, 4, 8, 10; Lyon 1, 2, 7, 8; the best 1, 4, 8.
    const found = await overlap('vips', store, 'best');
    expect(found.audiences).toEqual([
      { audience: 'vips', rows: 4 },
      { audience: store, rows: 4 },
      { audience: 'best', rows: 3 },
    ]);
    expect(regions(found)).toEqual({
      vips: 1,
      [store]: 2,
      [`vips+${store}`]: 0,
      best: 0,
      'vips+best': 1,
      [`${store}+best`]: 0,
      [`vips+${store}+best`]: 2,
    });
    expect([found.union, found.rules]).toEqual([6, store === 'lyon']);
    const region = { kind: 'region' as const, audiences: ['vips', store, 'best'] };
    expect(await idsIn({ ...region, inside: ['best', 'vips'] })).toEqual([4]);
    expect(await idsIn({ ...region, inside: [store] })).toEqual([2, 7]);
    expect(await idsIn({ ...region, inside: ['vips', store] })).toEqual([]);
  });

  it('judge rules in one scan of their entity, storing none of them', async () => {
    const stored = "SELECT count(*) FROM duckdb_tables() WHERE database_name = 'work' AND table_name LIKE 'w%'";
    const before = await rowsBySql(shop, stored);
    expect(await overlap('vips', 'lyon', 'best', 'french', 'recent')).toMatchObject({ union: 7, rules: true });
    expect(regions(await overlap('recent', 'french'))).toEqual({ recent: 3, french: 1, 'recent+french': 1 });
    expect(await rowsBySql(shop, stored)).toEqual(before);
  });

  it('show fields beside the key, sorted by any of them', async () => {
    const population = { kind: 'region' as const, audiences: ['vips', 'french'], inside: ['vips'] };
    const fields = [{ attribute: 'first_name' }, { path: ['store'], attribute: 'code' }, { attribute: 'id' }];
    const ask = (more: object) => readPopulation(shop.ctx, { population, asOf, offset: 0, limit: 2, fields, ...more });
    const sorted = await ask({ sort: { column: 'store › code', descending: true } });
    expect(sorted.columns.map((c) => c.name)).toEqual(['id', 'first_name', 'store › code']);
    expect([sorted.values, sorted.total]).toEqual([
      [
        [10, 1],
        ['Last', 'Ana'],
        ['S3', 'S1'],
      ],
      4,
    ]);
    const last = await ask({ sort: { column: 'store › code', descending: true }, offset: 2 });
    expect(last.values).toEqual([
      [8, 4],
      ['Ana', 'Jürgen'],
      ['S1', null],
    ]);
    const pages = [await ask({}), await ask({ offset: 2 })];
    expect(
      pages
        .flatMap((p) => p.values[0])
        .map(Number)
        .sort((a, b) => a - b),
    ).toEqual([1, 4, 8, 10]);
    expect(pages.flatMap((p) => p.values[1]).sort()).toEqual(['Ana', 'Ana', 'Jürgen', 'Last']);
    await expect(ask({ sort: { column: 'nope', descending: true } })).rejects.toMatchObject({ code: 'not-found' });
    const whole = await readPopulation(shop.ctx, {
      population: { kind: 'entity', entity: 'customers' },
      asOf,
      offset: 8,
      limit: 5,
      fields,
    });
    expect([whole.values[0], whole.values[2], whole.total]).toEqual([[9, 10], ['S3', 'S3'], 10]);
    const bare = await readPopulation(shop.ctx, { population: { kind: 'entity', entity: 'lines' }, asOf, offset: 0, limit: 2 });
    expect(bare.columns.map((c) => c.name)).toEqual(['order_id', 'line']);
  });

  it('give a region as a snapshot or, of rules, as a rule', async () => {
    const region = { audiences: ['vips', 'lyon'], inside: ['vips'] };
    const { change } = await savePopulation(shop.ctx, {
      population: { kind: 'region', ...region },
      audience: 'away',
      mode: 'create',
      columns: ['country'],
      asOf,
    });
    expect(change).toMatchObject({ added: 2, rows: 2 });
    expect(await storedMembers(shop, 'away')).toEqual([
      [4, 'DE'],
      [10, 'US'],
    ]);
    const live = await saveRegionRule(shop.ctx, region, { id: 'away-live', name: 'VIPs elsewhere' });
    expect(live.definition.kind).toBe('rule');
    expect(await idsIn({ kind: 'audience', audience: 'away-live' })).toEqual([4, 10]);
    const again = saveRegionRule(shop.ctx, region, { id: 'away-live', name: 'Again' });
    await expect(again).rejects.toMatchObject({ code: 'audience-exists' });
    const mixed = saveRegionRule(shop.ctx, { audiences: ['vips', 'then'], inside: ['vips'] }, { id: 'mixed', name: 'Mixed' });
    await expect(mixed).rejects.toMatchObject({ code: 'audience-no-rule', details: { audience: 'then' } });
  });

  it('must be of one dimension, and exist', async () => {
    await expect(overlap('vips', 'web')).rejects.toMatchObject({ code: 'flow-dimension-mismatch' });
    await expect(overlap('vips', 'nope')).rejects.toMatchObject({ code: 'not-found' });
    await expect(idsIn({ kind: 'region', audiences: ['vips', 'lyon'], inside: ['best'] })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('differ by who entered, left and stayed', async () => {
    const diff = audienceDiff.parse(await diffAudience(shop.ctx, { audience: 'vips', against: 'lyon' }, { asOf }));
    expect(diff).toEqual({
      dimension: 'customers',
      before: { audience: 'lyon', asOf, rows: 4 },
      after: { audience: 'vips', asOf, rows: 4 },
      entered: 2,
      left: 2,
      stayed: 2,
    });
    const change = { kind: 'change' as const, audience: 'vips', against: 'lyon' };
    expect(await idsIn({ ...change, part: 'entered' })).toEqual([4, 10]);
    expect(await idsIn({ ...change, part: 'left' })).toEqual([2, 7]);
    expect(await idsIn({ ...change, part: 'stayed' })).toEqual([1, 8]);
  });

  it('differ from their last snapshot', async () => {
    await expect(diffAudience(shop.ctx, { audience: 'best' }, { asOf })).rejects.toMatchObject({ code: 'audience-no-snapshot' });
    await saveDocuments(shop, [ruleAudience('moving', 'country', { op: 'equals', value: 'ES' })]);
    const keep = (to: string, at: string) =>
      savePopulation(shop.ctx, { population: { kind: 'audience', audience: 'moving' }, audience: to, mode: 'create', asOf: at });
    await keep('second', '2026-05-02T00:00:00Z');
    await saveDocuments(shop, [ruleAudience('moving', 'country', { op: 'equals', value: 'FR' })]);
    await keep('first', '2026-05-01T00:00:00Z');
    await saveDocuments(shop, [ruleAudience('moving', 'country', { op: 'one-of', values: ['ES', 'IE'] })]);
    expect(await diffAudience(shop.ctx, { audience: 'moving' }, { asOf })).toMatchObject({
      before: { audience: 'second', asOf: '2026-05-02T00:00:00Z', rows: 2 },
      after: { audience: 'moving', asOf, rows: 3 },
      entered: 1,
      left: 0,
      stayed: 2,
    });
  });

  it('differ between two moments', async () => {
    // On 12 May 1, 2, 4 and 8 had ordered within 30 days; on 1 May 2026 at noon in Paris 1, 4, 5 and 8.
    const change = { audience: 'recent', from: '2026-05-01T10:00:00Z' };
    expect(await diffAudience(shop.ctx, change, { asOf })).toMatchObject({
      before: { audience: 'recent', asOf: '2026-05-01T10:00:00Z', rows: 4 },
      after: { rows: 4 },
      entered: 1,
      left: 1,
      stayed: 3,
    });
    expect(await idsIn({ kind: 'change', ...change, part: 'left' })).toEqual([5]);
    await expect(diffAudience(shop.ctx, { audience: 'then', from: asOf }, { asOf })).rejects.toMatchObject({ code: 'audience-fixed' });
  });

  it('add up, whoever is in them', { timeout: 120_000 }, async () => {
    const members = fc.uniqueArray(fc.integer({ min: 1, max: 10 }));
    await fc.assert(
      fc.asyncProperty(fc.array(members, { minLength: 2, maxLength: 5 }), async (sets) => {
        const ids = sets.map((_, i) => `set-${i}`);
        await saveDocuments(
          shop,
          sets.map((set, i) => written(`set-${i}`, set)),
        );
        const found = await overlap(...ids);
        for (const { inside, rows } of found.regions) {
          const inRegion = (n: number) => sets.every((set, i) => set.includes(n) === inside.includes(`set-${i}`));
          expect(rows, inside.join()).toBe([1, 2, 3, 4, 5, 6, 7, 8, 9, 10].filter(inRegion).length);
        }
        expect(found.regions.length).toBe(2 ** sets.length - 1);
        expect(found.regions.reduce((sum, r) => sum + r.rows, 0)).toBe(found.union);
        expect(found.union).toBe(new Set(sets.flat()).size);
        const diff = await diffAudience(shop.ctx, { audience: 'set-1', against: 'set-0' }, { asOf });
        expect([diff.left + diff.stayed, diff.entered + diff.stayed]).toEqual([sets[0]?.length, sets[1]?.length]);
      }),
      { numRuns: engine === 'native' ? 15 : 5 },
    );
  });
});
