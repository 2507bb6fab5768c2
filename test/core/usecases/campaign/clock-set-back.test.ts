import { afterEach, beforeEach, expect, it } from 'vitest';
import { runCampaign } from '../../../../core/usecases/campaign/run-campaign';
import { listDeliveries } from '../../../../core/usecases/delivery/list-deliveries';
import { openShop, type ShopWorkspace } from '../../../support/shop-workspace';
import { at, build, campaignOf, change, email, rowsOf, save, vips } from '../../../support/steered';

const morning = '2026-05-12T09:30:00.000Z';
const hourBefore = '2026-05-12T08:30:00.000Z';
const evening = '2026-05-12T19:30:00.000Z';

let shop: ShopWorkspace;
beforeEach(async () => {
  shop = await openShop();
});
afterEach(() => shop.close());

const run = (id: string, clock: string) => runCampaign(at(shop, clock), id, { asOf: clock });
const runs = () => shop.ctx.store.list('run');
const more = () =>
  change(shop, 'customers', `UPDATE customers SET vip = true WHERE id = (SELECT min(id) FROM customers WHERE vip IS NOT TRUE)`);

it('a moment that the clock shows twice makes two runs, each with its own email and mail', async () => {
  const layout = { columns: [{ label: 'Id', content: '{{ profile.id }}' }] };
  const mail = { id: 'mail', type: 'direct-mail', message: { category: 'transactional', layout } };
  await save(shop, campaignOf('both', [build('a', vips), email('m'), mail], ['a m', 'a mail']));
  const first = await run('both', morning);
  await more();
  const second = await run('both', morning);
  expect(second.run).not.toBe(first.run);
  expect(runs().map((r) => r.state)).toEqual(['done', 'done']);
  const recipients = (await listDeliveries(shop.ctx)).map((d) => d.recipients).sort((a, b) => a - b);
  const sent = recipients[0] ?? 0;
  expect(recipients).toEqual([sent, sent + 1]);
  const exports = runs().flatMap((r) => r.exports);
  expect(new Set(exports).size).toBe(2);
  const lines = await Promise.all(
    exports.map(async (folder) => new TextDecoder().decode(await shop.ctx.files.read(`${folder}/mail.csv`)).split('\r\n').length),
  );
  expect(Math.abs((lines[0] ?? 0) - (lines[1] ?? 0))).toBe(1);
});

it.each([
  ['keys', { kind: 'key', days: 7 }],
  ['dates', { kind: 'date', attribute: 'signed_up' }],
])('what was passed on is not passed on again after the clock was set back: by %s', async (_, memory) => {
  const column = memory.kind === 'date' ? 'signed_up' : undefined;
  const known = shop.ctx.store.read('entity', 'customers')?.attributes.find((a) => a.type === 'date' || a.type === 'timestamp')?.name;
  const by = column === undefined ? memory : { ...memory, attribute: known };
  const query = { id: 'new', type: 'incremental-query', dimension: 'customers', rule: vips, memory: by };
  await save(shop, campaignOf('news', [query, email('m')], ['new m']));
  await run('news', morning);
  const before = await listDeliveries(shop.ctx);
  const passed = before[0]?.recipients ?? 0;
  expect(passed).toBeGreaterThan(0);
  await more();
  await expect(run('news', hourBefore)).rejects.toMatchObject({
    code: 'campaign-run-earlier',
    details: { asOf: hourBefore, last: morning },
  });
  expect(await listDeliveries(shop.ctx)).toEqual(before);
  expect(runs().length).toBe(1);
  if (memory.kind === 'date') return;
  await run('news', evening);
  const after = (await listDeliveries(shop.ctx)).map((d) => d.recipients).sort((a, b) => a - b);
  expect(after).toEqual([1, passed]);
  const [[versions]] = (await rowsOf(
    shop,
    `SELECT count(DISTINCT key_1) - count(*) FROM remembered."${shop.ctx.store.read('memory', 'news')?.queries[0]?.table}"`,
  )) as [[number]];
  expect(Number(versions)).toBe(0);
});

it('a campaign without a memory runs as ever, and its runs stay apart', async () => {
  await save(shop, campaignOf('plain', [build('a', vips), email('m')], ['a m']));
  await run('plain', morning);
  await run('plain', hourBefore);
  expect(
    runs()
      .map((r) => [r.state, r.asOf])
      .sort(),
  ).toEqual([
    ['done', hourBefore],
    ['done', morning],
  ]);
  expect((await listDeliveries(shop.ctx)).length).toBe(2);
});
