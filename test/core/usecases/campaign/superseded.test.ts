import { afterEach, beforeEach, expect, it } from 'vitest';
import { countCampaign } from '../../../../core/usecases/campaign/count-campaign';
import { readPopulation } from '../../../../core/usecases/population/read-population';
import { shopAsOf as asOf } from '../../../support/shop';
import { openShop, type ShopWorkspace } from '../../../support/shop-workspace';
import { asks, build, campaignOf, change } from '../../../support/steered';

let shop: ShopWorkspace;
beforeEach(async () => {
  shop = await openShop();
});
afterEach(() => shop.close());

const many = (rows: number) =>
  change(
    shop,
    'customers',
    `INSERT INTO customers (id, country, score, vip) SELECT 1000 + range, 'DE', range % 10, TRUE FROM range(${rows})`,
  );

/** People of a score, without the French, and of those who are left the ones of a number. */
const flowOf = (id: string, score: number, number = 1000) =>
  campaignOf(
    id,
    [
      build('scored', asks('score', { op: 'at-least', value: String(score) })),
      build('french', asks('country', { op: 'equals', value: 'FR' })),
      { id: 'rest', type: 'combine', operation: 'exclusion' },
      { id: 'parts', type: 'split', subsets: [{ id: 'late', rule: asks('id', { op: 'at-least', value: String(number) }) }] },
      { id: 'one', type: 'deduplicate', fields: [{ attribute: 'vip' }], keep: 1 },
    ],
    ['scored rest', 'french rest:1', 'rest parts', 'parts:late one'],
  );

const count = (id: string, score: number, number?: number) => countCampaign(shop.ctx, flowOf(id, score, number), { asOf });
const tables = () => [...shop.ctx.worktables.registry.kept].flatMap(([name, { reading }]) => (reading ? [] : [name]));
const lost = (before: readonly string[]) => before.filter((name) => !tables().includes(name)).length;

it('lets the large tables of what a campaign was give their room to what it is', async () => {
  await many(400_000);
  const first = await count('c', 1);
  const before = tables();
  const second = await count('c', 2);
  expect(lost(before)).toBeGreaterThan(0);
  expect(tables().length).toBe(before.length);
  const [scored] = second.counts;
  expect(scored).toEqual({ activity: 'scored', output: 'out', rows: 320_006 });

  const again = await count('c', 1);
  expect({ counts: again.counts, computed: again.computed }).toEqual({ counts: first.counts, computed: 0 });
  const population = { kind: 'output' as const, campaign: flowOf('c', 1), activity: 'rest', output: 'out' };
  expect(await readPopulation(shop.ctx, { population, asOf, offset: 0, limit: 1 })).toMatchObject({
    total: first.counts.find((c) => c.activity === 'rest')?.rows,
  });
});

it('keeps large tables that are read on, of another campaign too, and small ones', async () => {
  await many(400_000);
  await count('c', 1);
  await count('d', 1);
  const before = tables();
  await count('c', 1, 2000);
  expect(lost(before)).toBe(0);
  await count('c', 2);
  expect(lost(before)).toBe(0);
  await count('d', 3);
  expect(lost(before)).toBeGreaterThan(0);
});

it('keeps the small tables of what a campaign was', async () => {
  await many(1000);
  await count('c', 1);
  const before = tables();
  await count('c', 2);
  expect(before.length).toBeGreaterThan(0);
  expect(lost(before)).toBe(0);
});
