import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { problem } from '../../../../core/base/problems';
import type { Entity } from '../../../../core/model/entity';
import { countCampaign } from '../../../../core/usecases/campaign/count-campaign';
import { forgetPassed } from '../../../../core/usecases/campaign/forget-passed';
import { rehearseCampaign } from '../../../../core/usecases/campaign/rehearse-campaign';
import { removeCampaign } from '../../../../core/usecases/campaign/remove-campaign';
import { runCampaign } from '../../../../core/usecases/campaign/run-campaign';
import { saveCampaign } from '../../../../core/usecases/campaign/save-campaign';
import type { Context } from '../../../../core/usecases/context';
import { findDocument } from '../../../../core/usecases/find-document';
import { walkStep } from '../../../../core/usecases/undo/walk';
import { openShop, type ShopWorkspace } from '../../../support/shop-workspace';
import { at, build, campaignOf, change, cutOff, email, rowsOf, save, vips } from '../../../support/steered';

const first = '2026-05-12T09:30:00.000Z';
const second = '2026-05-13T09:30:00.000Z';
const third = '2026-05-20T09:30:00.000Z';

const byKey = (days: number, id = 'news') => ({
  id: 'new',
  type: 'incremental-query',
  dimension: 'customers',
  rule: vips,
  memory: { kind: 'key', days },
  label: id,
});
const newVips = (days = 0) => campaignOf('news', [byKey(days), email('m')], ['new m']);
const byDate = campaignOf(
  'orders',
  [
    {
      id: 'new',
      type: 'incremental-query',
      dimension: 'orders',
      rule: { kind: 'all', rules: [] },
      memory: { kind: 'date', attribute: 'placed_at' },
    },
    { id: 'people', type: 'change-dimension', path: ['customer'] },
    email('m'),
  ],
  ['new people', 'people m'],
);

let shop: ShopWorkspace;
beforeEach(async () => {
  shop = await openShop();
});
afterEach(() => shop.close());

async function passed(id: string, asOf: string): Promise<number | undefined> {
  const report = await countCampaign(shop.ctx, findDocument(shop.ctx, 'campaign', id), { asOf });
  expect(report.problems).toEqual([]);
  return report.counts.find((c) => c.activity === 'new')?.rows;
}

const run = (id: string, asOf: string, ctx: Context = at(shop, asOf)) => runCampaign(ctx, id, { asOf });
const keys = () =>
  rowsOf(shop, `SELECT key_1, "version" FROM remembered."${shop.ctx.store.read('memory', 'news')?.queries[0]?.table}" ORDER BY ALL`);

describe('what an incremental query remembers', () => {
  it('is written by a confirmed run only', async () => {
    await save(shop, newVips());
    expect(await passed('news', first)).toBe(4);
    await rehearseCampaign(shop.ctx, newVips(), { asOf: first });
    expect(await passed('news', first)).toBe(4);
    expect(shop.ctx.store.list('memory')).toEqual([]);

    const { run: id } = await run('news', first);
    expect(findDocument(shop.ctx, 'run', id).counts).toContainEqual({ activity: 'new', output: 'out', rows: 4 });
    expect(await passed('news', second)).toBe(0);
    await change(shop, 'customers', 'UPDATE customers SET vip = TRUE WHERE id IN (2, 6)');
    expect(await passed('news', second)).toBe(2);
    await run('news', second);
    expect(await keys()).toEqual([
      [1, 1],
      [2, 2],
      [4, 1],
      [6, 2],
      [8, 1],
      [10, 1],
    ]);
    expect(await passed('news', third)).toBe(0);
  });

  it('does not exist yet as of a moment before it', async () => {
    await save(shop, newVips());
    await run('news', second);
    expect(await passed('news', first)).toBe(4);
    expect(await passed('news', second)).toBe(0);
  });

  it('fades after the days asked for, counted from the start of the day', async () => {
    await save(shop, newVips(7));
    await run('news', first);
    expect(await passed('news', '2026-05-19T21:59:59.000Z')).toBe(0);
    expect(await passed('news', '2026-05-19T22:00:00.000Z')).toBe(4);
  });

  it('is the moment of the last run where the query goes by date', async () => {
    await save(shop, byDate);
    expect(await passed('orders', first)).toBe(10);
    await run('orders', first);
    expect(await passed('orders', second)).toBe(0);
    await change(
      shop,
      'orders',
      `INSERT INTO orders VALUES (111, 2, '2026-05-12 11:30:00.001', 1, 'web'), (112, 2, '2026-05-13 11:30:00.001', 1, 'web')`,
    );
    expect(await passed('orders', second)).toBe(1);
    await run('orders', second);
    expect(await passed('orders', third)).toBe(1);
  });

  it('is not written where the run does not come', async () => {
    const nobody = { ...build('nobody', { kind: 'any', rules: [] }), stopWhenEmpty: true };
    await save(shop, campaignOf('news', [nobody, byKey(0), email('m')], ['nobody new', 'new m']));
    const { run: id, deliveries } = await run('news', first);
    expect(deliveries).toEqual([]);
    expect(findDocument(shop.ctx, 'run', id).memory).toBeUndefined();
    expect(shop.ctx.store.list('memory')).toEqual([]);
  });

  it('stays when the query goes by date for a time', async () => {
    await save(shop, newVips());
    await run('news', first);
    const dated = { ...byKey(0), memory: { kind: 'date', attribute: 'born' } };
    await save(shop, campaignOf('news', [dated, email('m')], ['new m']));
    await run('news', second);
    await save(shop, newVips());
    expect(await passed('news', third)).toBe(0);
  });
});

describe('a run that was cut off', () => {
  it('does not see what it has passed on itself, and is finished with the same', async () => {
    await save(shop, newVips());
    await expect(run('news', first, cutOff(at(shop, first), 'news', 'done'))).rejects.toThrow('cut off');
    expect(shop.ctx.store.list('memory')).toEqual([]);
    expect(await passed('news', second)).toBe(4);

    const { run: id, deliveries } = await run('news', second);
    expect(deliveries.map((d) => d.recipients)).toEqual([2]);
    expect(findDocument(shop.ctx, 'run', id)).toMatchObject({ state: 'done', asOf: first });
    expect(shop.ctx.store.read('memory', 'news')?.queries).toMatchObject([{ activity: 'new', version: 1, run: id, asOf: first, rows: 4 }]);
    expect(await keys()).toHaveLength(4);
    expect(await passed('news', second)).toBe(0);
  });

  it('does not see its own beside those of runs before it', async () => {
    await save(shop, newVips());
    await run('news', first);
    await change(shop, 'customers', 'UPDATE customers SET vip = TRUE WHERE id = 2');
    await expect(run('news', second, cutOff(at(shop, second), 'news', 'done'))).rejects.toThrow('cut off');
    expect(await passed('news', third)).toBe(1);
    const { run: id } = await run('news', third);
    expect(findDocument(shop.ctx, 'run', id)).toMatchObject({ asOf: second, counts: [{ activity: 'new', rows: 1 }, {}] });
    expect(await keys()).toHaveLength(5);
  });

  it('leaves nothing when the data changed before it had frozen anything', async () => {
    await save(shop, newVips());
    const broken = { ...at(shop, first), files: { ...shop.ctx.files, makeFolder: () => Promise.reject(new Error('cut off')) } };
    await expect(run('news', first, broken)).rejects.toThrow('cut off');
    await change(shop, 'customers', 'UPDATE customers SET vip = FALSE WHERE id = 1');
    await run('news', second);
    expect(await keys()).toEqual([
      [4, 1],
      [8, 1],
      [10, 1],
    ]);
  });

  it('is remembered when it cannot be finished and has frozen something', async () => {
    await save(shop, newVips());
    await expect(run('news', first, cutOff(at(shop, first), 'news', 'done'))).rejects.toThrow('cut off');
    await change(shop, 'customers', 'UPDATE customers SET vip = TRUE WHERE id = 2');
    await expect(run('news', second)).rejects.toMatchObject({ code: 'campaign-run-outdated' });
    expect(await passed('news', second)).toBe(1);
  });
});

describe('memory that is gone', () => {
  it('stays when its campaign is removed, and goes when another takes its id', async () => {
    await save(shop, newVips());
    await run('news', first);
    await removeCampaign(shop.ctx, 'news');
    await walkStep(shop.ctx, 'campaigns', 'undo');
    expect(await passed('news', second)).toBe(0);
    await removeCampaign(shop.ctx, 'news');
    await saveCampaign(shop.ctx, newVips());
    expect(shop.ctx.store.list('memory')).toEqual([]);
    expect(await rowsOf(shop, "SELECT table_name FROM duckdb_tables() WHERE schema_name = 'remembered'")).toEqual([]);
    expect(await passed('news', second)).toBe(4);
  });

  it('begins anew on request, for one query or all', async () => {
    const other = { ...byKey(0), id: 'other' };
    await save(shop, campaignOf('news', [byKey(0), email('m'), other, email('n')], ['new m', 'other n']));
    await run('news', first);
    const rows = async () => (await countCampaign(shop.ctx, findDocument(shop.ctx, 'campaign', 'news'), { asOf: second })).counts;
    await forgetPassed(shop.ctx, 'news', 'new');
    expect(await rows()).toMatchObject([
      { activity: 'new', rows: 4 },
      { activity: 'm' },
      { activity: 'other', rows: 0 },
      { activity: 'n' },
    ]);
    expect(shop.ctx.store.read('memory', 'news')?.queries.map((q) => q.activity)).toEqual(['other']);
    await expect(forgetPassed(shop.ctx, 'news', 'new')).rejects.toMatchObject({ code: 'not-found' });
    await forgetPassed(shop.ctx, 'news');
    expect((await rows()).map((c) => c.rows)).toContain(4);
    expect(shop.ctx.store.list('memory')).toEqual([]);
    await run('news', second);
    expect(await passed('news', third)).toBe(0);
  });

  it('is told before anyone is contacted twice', async () => {
    await save(shop, newVips());
    await run('news', first);
    const table = shop.ctx.store.read('memory', 'news')?.queries[0]?.table;
    for (const sql of [`DELETE FROM remembered."${table}" WHERE key_1 = 4`, `DROP TABLE remembered."${table}"`]) {
      const connection = await shop.ctx.connection();
      await connection.run(sql);
      await connection.close();
      const { problems, counts } = await countCampaign(shop.ctx, newVips(), { asOf: second });
      expect(problems).toMatchObject([{ code: 'memory-lost', place: ['activities', 'new', 'memory'] }]);
      expect(counts).toEqual([]);
      await expect(run('news', second)).rejects.toMatchObject({ code: 'campaign-not-ready' });
    }
  });

  it.each<[string, Partial<Entity>]>([
    ['key', { key: ['email'] }],
    ['type of the key', { attributes: [{ name: 'id', type: 'text' }] }],
  ])('is not taken for another one when the %s of its entity changes', async (_, part) => {
    await save(shop, newVips());
    await run('news', first);
    const entity = findDocument(shop.ctx, 'entity', 'customers');
    const attributes = entity.attributes.map((a) => part.attributes?.find((p) => p.name === a.name) ?? a);
    const become = (document: Entity) => shop.ctx.store.commit([{ kind: 'entity', id: 'customers', document }]);
    await become({ ...entity, ...part, attributes });
    const { problems, counts } = await countCampaign(shop.ctx, newVips(), { asOf: second });
    const told = { rows: 4, entity: 'customers', key: (part.key ?? ['id']).join() };
    expect(problems).toEqual([problem('memory-other-key', ['activities', 'new', 'memory'], told)]);
    expect(counts).toEqual([]);
    await expect(run('news', second)).rejects.toMatchObject({ code: 'campaign-not-ready' });
    await become(entity);
    expect(await passed('news', second)).toBe(0);
  });

  it('of another entity counts only once it is forgotten', async () => {
    await save(shop, newVips());
    await run('news', first);
    const ofOrders = { ...byKey(0), dimension: 'orders', rule: { kind: 'all', rules: [] } };
    await save(shop, campaignOf('news', [ofOrders], []));
    const count = () => countCampaign(shop.ctx, findDocument(shop.ctx, 'campaign', 'news'), { asOf: second });
    expect((await count()).problems).toMatchObject([{ code: 'memory-other-key' }]);
    await forgetPassed(shop.ctx, 'news', 'new');
    expect(await passed('news', second)).toBe(10);
  });
});
