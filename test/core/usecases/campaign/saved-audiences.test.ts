import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Campaign, campaign } from '../../../../core/model/campaign';
import { rehearseCampaign } from '../../../../core/usecases/campaign/rehearse-campaign';
import { runCampaign } from '../../../../core/usecases/campaign/run-campaign';
import type { Context } from '../../../../core/usecases/context';
import { savePopulation } from '../../../../core/usecases/population/save-population';
import { shopAsOf as asOf } from '../../../support/shop';
import { french, rowsBySql, saveDocuments, storedMembers, vips, written } from '../../../support/shop-saved';
import { openShop, type ShopWorkspace } from '../../../support/shop-workspace';

type Save = { audience: string; mode: string; columns?: string[] };

/** Writes to the VIPs (1, 4, 8, 10) who are not in `contacted`, and saves whom it wrote to. */
function flowOf(...saves: Save[]): Campaign {
  const arrow = (from: string, to: string, input = 0, output = 'out') => ({ from, output, to, input });
  const message = {
    category: 'transactional',
    subject: 'Hello',
    from: { name: 'Shop', address: 'shop@example.test' },
    html: '<p>Hello {{ profile.first_name }}</p>',
  };
  const ids = ['rested', ...saves.map((_, i) => `save-${i}`), 'mail'];
  return campaign.parse({
    format: 1,
    id: 'c',
    name: 'C',
    seed: 's',
    flow: {
      activities: [
        { id: 'vips', type: 'read-audience', audience: 'vips' },
        { id: 'contacted', type: 'read-audience', audience: 'contacted' },
        { id: 'rested', type: 'combine', operation: 'exclusion' },
        ...saves.map((save, i) => ({ id: `save-${i}`, type: 'save-audience', ...save })),
        { id: 'mail', type: 'email', message },
      ],
      transitions: [arrow('vips', 'rested'), arrow('contacted', 'rested', 1), ...ids.slice(1).map((to, i) => arrow(ids[i] ?? '', to))],
    },
  });
}

let shop: ShopWorkspace;
const keep = async (document: Campaign) => {
  await shop.ctx.store.commit([{ kind: 'campaign', id: document.id, document }]);
  return document;
};
const ids = async (audience: string) => (await storedMembers(shop, audience)).map(([id]) => id);

beforeEach(async () => {
  shop = await openShop();
  await saveDocuments(shop, [french, vips, written('first', [4, 5])]);
  await savePopulation(shop.ctx, { population: { kind: 'audience', audience: 'first' }, audience: 'contacted', mode: 'create', asOf });
});
afterEach(() => shop.close());

describe('a campaign that saves audiences', () => {
  it('rehearses what each save would change, and changes nothing', async () => {
    const before = shop.ctx.store.list('audience');
    const tables = await rowsBySql(shop, "SELECT table_name FROM duckdb_tables() WHERE schema_name = 'audience'");
    const saves = [
      { audience: 'contacted', mode: 'append' },
      { audience: 'fresh', mode: 'create', columns: ['email'] },
      { audience: 'contacted', mode: 'remove' },
    ];
    const rehearsal = await rehearseCampaign(shop.ctx, flowOf(...saves), { asOf });
    expect(rehearsal.problems).toEqual([]);
    // Customers 1, 8 and 10 join 4 and 5, and leave again.
    expect(rehearsal.saves).toEqual([
      { activity: 'save-0', audience: 'contacted', mode: 'append', added: 3, removed: 0, kept: 2, rows: 5 },
      { activity: 'save-2', audience: 'contacted', mode: 'remove', added: 0, removed: 3, kept: 2, rows: 2 },
      { activity: 'save-1', audience: 'fresh', mode: 'create', added: 3, removed: 0, kept: 0, rows: 3 },
    ]);
    expect(shop.ctx.store.list('audience')).toEqual(before);
    expect(await rowsBySql(shop, "SELECT table_name FROM duckdb_tables() WHERE schema_name = 'audience'")).toEqual(tables);
  });

  it.each([
    [{ audience: 'vips', mode: 'overwrite' }, 'audience-live'],
    [{ audience: 'contacted', mode: 'create' }, 'audience-exists'],
    [{ audience: 'nobody', mode: 'remove' }, 'flow-unknown-audience'],
    [{ audience: 'new', mode: 'create', columns: ['nope'] }, 'rule-unknown-attribute'],
  ])('is not ready with %j', async (save, code) => {
    const document = await keep(flowOf(save));
    expect((await rehearseCampaign(shop.ctx, document, { asOf })).problems).toMatchObject([
      { code, place: ['activities', 'save-0'].concat(code.startsWith('rule') ? ['columns'] : []) },
    ]);
    await expect(runCampaign(shop.ctx, 'c', { asOf })).rejects.toMatchObject({ code: 'campaign-not-ready' });
  });

  it('saves in order, together with the run', async () => {
    await keep(flowOf({ audience: 'contacted', mode: 'append' }, { audience: 'fresh', mode: 'create', columns: ['country'] }));
    await runCampaign(shop.ctx, 'c', { asOf });
    expect(await ids('contacted')).toEqual([1, 4, 5, 8, 10]);
    expect(await storedMembers(shop, 'fresh')).toEqual([
      [1, 'ES'],
      [8, 'ES'],
      [10, 'US'],
    ]);
    expect(shop.ctx.store.list('run').map((r) => r.state)).toEqual(['done']);
  });

  it('finds its audiences as they were when it is finished after a cut, and saves them once', async () => {
    await keep(flowOf({ audience: 'contacted', mode: 'append' }));
    const before = shop.ctx.store.read('audience', 'contacted');
    const broken: Context = {
      ...shop.ctx,
      files: { ...shop.ctx.files, publish: () => Promise.reject(new Error('cut off')), write: () => Promise.reject(new Error('cut off')) },
    };
    await expect(runCampaign(broken, 'c', { asOf })).rejects.toThrow('cut off');
    expect(shop.ctx.store.list('run').map((r) => r.state)).toEqual(['freezing']);
    expect(shop.ctx.store.read('audience', 'contacted')).toEqual(before);
    expect(await ids('contacted')).toEqual([4, 5]);

    const finished = await runCampaign(shop.ctx, 'c', { asOf: '2026-06-01T00:00:00Z' });
    expect(shop.ctx.store.list('run').map((r) => [r.id, r.state, r.asOf])).toEqual([[finished.run, 'done', asOf]]);
    // Customers 1 and 8 share an address.
    expect(finished.deliveries.map((d) => d.recipients)).toEqual([2]);
    expect(await ids('contacted')).toEqual([1, 4, 5, 8, 10]);
    expect(shop.ctx.store.read('audience', 'contacted')?.definition).toMatchObject({ asOf });
    expect(await rowsBySql(shop, "SELECT count(*) FROM duckdb_tables() WHERE schema_name = 'audience'")).toEqual([[1]]);
  });
});
