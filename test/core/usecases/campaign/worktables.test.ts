import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Campaign } from '../../../../core/model/campaign';
import { countCampaign } from '../../../../core/usecases/campaign/count-campaign';
import { whyRow } from '../../../../core/usecases/campaign/why-row';
import { evictTables } from '../../../../core/usecases/campaign/worktables';
import type { Context } from '../../../../core/usecases/context';
import { readPopulation } from '../../../../core/usecases/population/read-population';
import { freeWorktables } from '../../../../core/usecases/workspace/free-worktables';
import { codeOf } from '../../../support/host';
import { shopAsOf as asOf } from '../../../support/shop';
import { openShop, type ShopWorkspace } from '../../../support/shop-workspace';
import { asks, build, campaignOf, rowsOf, vips } from '../../../support/steered';

let shop: ShopWorkspace;
beforeEach(async () => {
  shop = await openShop();
});
afterEach(() => shop.close());

const document = campaignOf(
  'c',
  [
    build('all'),
    build('french', asks('country', { op: 'equals', value: 'FR' })),
    { id: 'rest', type: 'combine', operation: 'exclusion', complement: true },
    { id: 'parts', type: 'split', subsets: [{ id: 'vips', rule: vips }], complement: true },
    { id: 'one', type: 'deduplicate', fields: [{ attribute: 'store' }], keep: 1, complement: true },
    { id: 'more', type: 'split', subsets: [{ id: 'french', rule: asks('country', { op: 'equals', value: 'FR' }) }], complement: true },
  ],
  ['all rest', 'french rest:1', 'rest parts', 'parts:complement one', 'parts:complement more'],
);

const why = (ctx: Context, signal?: AbortSignal) => whyRow(ctx, { campaign: document, asOf, key: ['2'], entity: 'customers', signal });
const page = (ctx: Context, activity: string, output: string, signal?: AbortSignal) =>
  readPopulation(ctx, { population: { kind: 'output', campaign: document, activity, output }, asOf, offset: 0, limit: 10, signal });
const counts = async (ctx: Context, campaign: Campaign, signal?: AbortSignal) =>
  (await countCampaign(ctx, campaign, { asOf, ...(signal ? { signal } : {}) })).counts;

type Ask = (ctx: Context, signal?: AbortSignal) => Promise<unknown>;
const asked: Ask[] = [
  why,
  (ctx, signal) => page(ctx, 'rest', 'out', signal),
  (ctx, signal) => page(ctx, 'parts', 'complement', signal),
  (ctx, signal) => counts(ctx, document, signal),
];

/** The context of the shop, which tells before any statement that changes something how many there were before it. */
function watched(tell: (statements: number) => unknown): Context {
  let statements = 0;
  const connection = async () => {
    const made = await shop.ctx.connection();
    const { run } = made;
    made.run = async (sql, options) => {
      await tell(statements++);
      return run.call(made, sql, options);
    };
    return made;
  };
  return { ...shop.ctx, connection };
}

async function beginAnew(): Promise<void> {
  const connection = await shop.ctx.connection();
  await evictTables(connection, shop.ctx.worktables, -1);
  await connection.run('DELETE FROM muster.worktables');
  await connection.close();
}

const kept = () => [...shop.ctx.worktables.registry.kept.keys()];

async function unreadable(names: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const name of names) await rowsOf(shop, `SELECT * FROM work."${name}"`).catch(() => found.push(name));
  return found;
}

it('keeps what is being read, whoever asks for room meanwhile', async () => {
  const alone = await page(shop.ctx, 'one', 'complement');
  await beginAnew();
  let freed = 0;
  const ctx: Context = {
    ...shop.ctx,
    connection: async () => {
      const made = await shop.ctx.connection();
      const { query } = made;
      made.query = async (sql, options) => {
        if (sql.startsWith('SELECT * FROM "work"')) {
          await freeWorktables(shop.ctx);
          freed++;
        }
        return query.call(made, sql, options);
      };
      return made;
    },
  };
  expect(await page(ctx, 'one', 'complement')).toEqual(alone);
  expect(freed).toBe(1);
  await freeWorktables(shop.ctx);
  expect(kept()).toEqual([]);
});

it('lets others read a view until it is a table', async () => {
  await why(shop.ctx);
  const names = kept();
  const lost: string[] = [];
  const ctx = watched(async () => lost.push(...(await unreadable(names))));
  await page(ctx, 'rest', 'out');
  expect(names.length).toBeGreaterThan(8);
  expect(lost).toEqual([]);
});

it('can read all it keeps and answers the same, whatever was cancelled before whichever statement', async () => {
  const expected: unknown[] = [];
  const lengths: number[] = [];
  for (const [at, ask] of asked.entries()) {
    expected.push(await ask(watched((statements) => (lengths[at] = statements + 1))));
  }
  let cancelled = 0;
  for (const [at, length] of lengths.entries()) {
    for (let statement = 0; statement < length; statement++) {
      await beginAnew();
      for (const ask of asked.slice(0, at)) await ask(shop.ctx);
      const control = new AbortController();
      const ctx = watched((statements) => statements === statement && control.abort());
      if ((await codeOf(asked[at]?.(ctx, control.signal) ?? Promise.resolve())) === 'cancelled') cancelled++;
      expect(await unreadable(kept())).toEqual([]);
      const after: unknown[] = [];
      for (const ask of asked) after.push(await ask(shop.ctx));
      expect(after).toEqual(expected);
    }
  }
  expect(cancelled).toBeGreaterThan(10);
});
