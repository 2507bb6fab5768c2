import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pathIn } from '../../../../core/delivery/folder';
import { longestChain } from '../../../../core/plan/signals';
import { checkCampaign } from '../../../../core/usecases/campaign/check-campaign';
import { rehearseCampaign } from '../../../../core/usecases/campaign/rehearse-campaign';
import { runCampaign } from '../../../../core/usecases/campaign/run-campaign';
import type { Context } from '../../../../core/usecases/context';
import { listDeliveries } from '../../../../core/usecases/delivery/list-deliveries';
import { findDocument } from '../../../../core/usecases/find-document';
import { openShop, type ShopWorkspace } from '../../../support/shop-workspace';
import { asks, at, build, campaignOf, change, cutOff, email, save, vips } from '../../../support/steered';

const asOf = '2026-05-12T09:30:00.000Z';
const later = '2026-05-12T10:30:00.000Z';

let shop: ShopWorkspace;
beforeEach(async () => {
  shop = await openShop();
});
afterEach(() => shop.close());

const run = (id: string, moment = asOf, ctx: Context = at(shop, moment)) => runCampaign(ctx, id, { asOf: moment });
const runs = () => shop.ctx.store.list('run');

const signalTo = (campaign: string, parameters: object = {}, id = 'end') => ({ id, type: 'end', signal: { campaign, parameters } });
const awaits = (...variables: string[]) => ({ id: 'start', type: 'start', by: { kind: 'signal', variables } });
const land = { name: 'land', type: 'text', value: 'XX' };
const most = { name: 'most', type: 'number', value: 0 };
const countryIs = asks('country', { op: 'equals', value: { variable: 'land' } });

/** Writes to the people of a country it is told. */
const follow = campaignOf('follow', [awaits('land', 'most'), build('people', countryIs), email('m')], ['start people', 'people m'], {
  variables: [land, most],
});
/** Writes to VIPs and starts the other with how many there were. */
const lead = campaignOf(
  'lead',
  [build('vips', vips), email('m'), signalTo('follow', { land: 'FR', most: { variable: 'found' } })],
  ['vips m', 'm end'],
  { variables: [{ name: 'found', type: 'number', count: { activity: 'vips', output: 'out' } }] },
);

describe('what a run comes to', () => {
  const small = {
    id: 'test',
    type: 'test',
    branches: [{ id: 'few', all: [{ left: { kind: 'count' }, op: 'less', right: 5 }] }],
    default: true,
  };
  const steered = campaignOf(
    'steered',
    [
      build('vips', vips),
      small,
      { id: 'alert', type: 'alert', title: 'Few VIPs', message: 'Fewer than five.' },
      { id: 'keep', type: 'save-audience', audience: 'kept', mode: 'overwrite' },
      email('big'),
      { id: 'big-keep', type: 'save-audience', audience: 'never', mode: 'overwrite' },
      { id: 'big-alert', type: 'alert', title: 'Many', message: '' },
      signalTo('follow'),
    ],
    ['vips test', 'test:few alert', 'alert keep', 'test:default big', 'big big-keep', 'big-keep big-alert', 'big-alert end'],
  );

  it('is all it does: messages, audiences, alerts and signals of other branches are left out', async () => {
    await save(shop, steered, follow);
    const rehearsal = await rehearseCampaign(shop.ctx, steered, { asOf });
    expect(rehearsal.problems).toEqual([]);
    expect(rehearsal).toMatchObject({
      waterfalls: [],
      files: [],
      saves: [{ activity: 'keep', rows: 4 }],
      alerts: [{ activity: 'alert', title: 'Few VIPs', message: 'Fewer than five.' }],
      signals: [],
      chained: [],
      skipped: ['big', 'big-keep', 'big-alert', 'end'],
    });

    const done = await run('steered');
    expect(done.deliveries).toEqual([]);
    expect(findDocument(shop.ctx, 'run', done.run)).toMatchObject({
      state: 'done',
      waterfalls: [],
      alerts: [{ activity: 'alert', title: 'Few VIPs', message: 'Fewer than five.' }],
    });
    expect(shop.ctx.store.list('audience').map((a) => a.id)).toEqual(['kept']);

    await change(shop, 'customers', 'UPDATE customers SET vip = TRUE WHERE id = 2');
    const other = await run('steered', later);
    expect(other.deliveries.map((d) => [d.message, d.recipients])).toEqual([
      ['big', 3],
      ['m', 0],
    ]);
    expect(findDocument(shop.ctx, 'run', other.run)).toMatchObject({ alerts: [{ title: 'Many' }], signals: [{ campaign: 'follow' }] });
  });

  it('goes out after the waits before it', async () => {
    const wait = (id: string, until: object) => ({ id, type: 'wait', until });
    const flow = campaignOf(
      'waits',
      [
        build('vips', vips),
        email('now'),
        wait('day', { kind: 'duration', amount: 1, unit: 'day' }),
        email('tomorrow'),
        wait('past', { kind: 'instant', at: '2026-01-01T00:00:00Z' }),
        email('same'),
      ],
      ['vips now', 'vips day', 'day tomorrow', 'vips past', 'past same'],
    );
    await save(shop, flow);
    const { files } = await rehearseCampaign(shop.ctx, flow, { asOf });
    expect(files.map((f) => [f.activity, f.sendAt])).toEqual([
      ['now', null],
      ['tomorrow', '2026-05-13T09:30:00Z'],
      ['same', null],
    ]);
    const { deliveries } = await run('waits');
    const sent = await Promise.all(
      deliveries.map(async (d) => JSON.parse(new TextDecoder().decode(await shop.ctx.files.read(pathIn(d.folder, 'manifest.json'))))),
    );
    expect(Object.fromEntries(sent.map((m) => [m.message, m.send_at]))).toEqual({
      now: null,
      tomorrow: '2026-05-13T09:30:00Z',
      same: null,
    });
  });
});

describe('a signal', () => {
  it('starts the other campaign at the same moment with its values, and is noted', async () => {
    await save(shop, lead, follow);
    const { run: id, deliveries } = await run('lead');
    expect(deliveries.map((d) => [d.campaign, d.recipients])).toEqual([
      ['lead', 2],
      ['follow', 2],
    ]);
    const started = runs().find((r) => r.campaign === 'follow');
    const variables = { land: 'FR', most: 4 };
    expect(findDocument(shop.ctx, 'run', id)).toMatchObject({
      state: 'done',
      signals: [{ activity: 'end', campaign: 'follow', variables, run: started?.id }],
    });
    expect(started).toMatchObject({ state: 'done', asOf, variables, startedBy: { run: id, activity: 'end' } });
  });

  it('is followed by a rehearsal, which leaves nothing', async () => {
    await save(shop, lead, follow);
    const rehearsal = await rehearseCampaign(shop.ctx, lead, { asOf });
    expect(rehearsal.signals).toEqual([{ activity: 'end', campaign: 'follow', variables: { land: 'FR', most: 4 } }]);
    expect(rehearsal.chained).toMatchObject([{ campaign: 'follow', waterfalls: [{ activity: 'm', sent: 2 }], chained: [] }]);
    expect(runs()).toEqual([]);
    expect(await listDeliveries(shop.ctx)).toEqual([]);
  });

  it('sees the audiences that were saved before it', async () => {
    const keeps = campaignOf(
      'lead',
      [build('vips', vips), { id: 'keep', type: 'save-audience', audience: 'kept', mode: 'overwrite' }, signalTo('reads')],
      ['vips keep', 'keep end'],
    );
    const reads = campaignOf(
      'reads',
      [awaits(), { id: 'read', type: 'read-audience', audience: 'kept' }, email('m')],
      ['start read', 'read m'],
    );
    await save(shop, keeps, reads);
    const { deliveries } = await run('lead');
    expect(deliveries.map((d) => [d.campaign, d.recipients])).toEqual([['reads', 2]]);
  });

  it.each([
    ['follow', 'freezing'],
    ['follow', 'done'],
    ['lead', 'signalling'],
    ['lead', 'done'],
  ])('is sent once when the run of %s is cut off before it is %s', async (campaign, state) => {
    await save(shop, lead, follow);
    await expect(run('lead', asOf, cutOff(at(shop, asOf), campaign, state))).rejects.toThrow('cut off');
    const { run: id } = await run('lead', later);
    expect(
      runs()
        .map((r) => [r.campaign, r.state, r.asOf, r.startedBy?.run])
        .sort(),
    ).toEqual([
      ['follow', 'done', asOf, id],
      ['lead', 'done', asOf, undefined],
    ]);
    expect((await listDeliveries(shop.ctx)).map((d) => d.campaign).sort()).toEqual(['follow', 'lead']);
    expect(findDocument(shop.ctx, 'run', id).signals?.[0]?.run).toBe(runs().find((r) => r.campaign === 'follow')?.id);
  });

  it('may start one campaign twice, whose mail is kept apart', async () => {
    const layout = { columns: [{ label: 'Name', content: '{{ profile.first_name }}' }] };
    const mail = { id: 'mail', type: 'direct-mail', message: { category: 'transactional', layout } };
    await save(
      shop,
      campaignOf('follow', [awaits('land'), build('people', countryIs), mail], ['start people', 'people mail'], { variables: [land] }),
      campaignOf(
        'lead',
        [build('a', vips), signalTo('follow', { land: 'FR' }, 'fr'), signalTo('follow', { land: 'DE' }, 'de')],
        ['a fr', 'a de'],
      ),
    );
    await run('lead');
    const exports = runs().flatMap((r) => r.exports);
    expect(new Set(exports).size).toBe(2);
    const texts = await Promise.all(
      exports.map(async (folder) => new TextDecoder().decode(await shop.ctx.files.read(`${folder}/mail.csv`))),
    );
    expect(texts.sort()).toEqual(['Name\r\nJürgen\r\n', 'Name\r\nZoë\r\nÉlodie\r\n']);
  });

  it('that cannot be followed is noted, and the run is done', async () => {
    const broken = campaignOf(
      'follow',
      [awaits('land', 'most'), build('people', asks('nothing', { op: 'true' })), email('m')],
      ['people m'],
      {
        variables: [land, most],
      },
    );
    await save(shop, lead, broken);
    const { run: id } = await run('lead');
    expect(findDocument(shop.ctx, 'run', id)).toMatchObject({ state: 'done', signals: [{ problem: { code: 'campaign-not-ready' } }] });
    expect(runs()).toHaveLength(1);
  });

  it('finishes a run of the other campaign that was cut off first', async () => {
    await save(shop, lead, follow);
    await expect(runCampaign(cutOff(at(shop, asOf), 'follow', 'done'), 'follow', { asOf, variables: { land: 'ES' } })).rejects.toThrow(
      'cut off',
    );
    await run('lead', later);
    expect(
      runs()
        .map((r) => [r.campaign, r.state, r.asOf, r.variables?.land])
        .sort(),
    ).toEqual([
      ['follow', 'done', asOf, 'ES'],
      ['follow', 'done', later, 'FR'],
      ['lead', 'done', later, undefined],
    ]);
  });
});

describe('what is wrong with signals', () => {
  const codes = async (document: ReturnType<typeof campaignOf>) =>
    (await checkCampaign(shop.ctx, document, { asOf })).map((p) => [p.code, p.place.slice(1).join('.')]);
  const sends = (signal: object, more: object = {}) => campaignOf('lead', [build('a'), signal], ['a end'], more);

  it('is told at the end that sends it', async () => {
    await save(shop, follow, campaignOf('plain', [build('a'), email('m')], ['a m']));
    expect(await codes(sends(signalTo('follow', { land: 'FR' })))).toEqual([]);
    expect(await codes(sends(signalTo('ghost')))).toEqual([['signal-unknown-campaign', 'end.signal']]);
    expect(await codes(sends(signalTo('plain')))).toEqual([['signal-not-awaited', 'end.signal']]);
    expect(await codes(sends(signalTo('follow', { sea: 'FR' })))).toEqual([['signal-unknown-variable', 'end.signal.parameters.sea']]);
    expect(await codes(sends(signalTo('follow', { most: 'many' })))).toEqual([['variable-bad-value', 'end.signal.parameters.most']]);
    expect(await codes(sends(signalTo('follow', { most: { variable: 'x' } })))).toEqual([
      ['variable-unknown', 'end.signal.parameters.most'],
    ]);
    expect(await codes(sends(signalTo('follow', { most: { variable: 'land' } }), { variables: [land] }))).toEqual([
      ['variable-wrong-type', 'end.signal.parameters.most'],
    ]);
    expect(await codes(campaignOf('waits', [awaits('sea'), build('a'), email('m')], ['start a', 'a m']))).toEqual([
      ['variable-unknown', 'start.by'],
    ]);
  });

  it('is a circle of campaigns, seen from each and from before it', async () => {
    const link = (id: string, to: string) => campaignOf(id, [awaits(), build('a'), signalTo(to)], ['start a', 'a end']);
    await save(shop, link('b', 'c'), link('c', 'b'));
    for (const document of [link('b', 'c'), link('a', 'b'), link('a', 'a')])
      expect(await codes(document)).toEqual([['signal-circle', 'end.signal']]);
    await expect(run('b')).rejects.toMatchObject({ code: 'campaign-not-ready' });
    expect((await rehearseCampaign(shop.ctx, link('a', 'b'), { asOf })).chained).toEqual([]);
  });

  it('is a chain that is too long', async () => {
    const link = (n: number) =>
      campaignOf(
        `c${n}`,
        [awaits(), build('a'), ...(n > 1 ? [signalTo(`c${n - 1}`)] : [email('m')])],
        ['start a', `a ${n > 1 ? 'end' : 'm'}`],
      );
    await save(shop, ...Array.from({ length: longestChain }, (_, i) => link(i + 1)));
    expect(await codes(link(longestChain))).toEqual([]);
    expect(await codes(link(longestChain + 1))).toEqual([['signal-chain', 'end.signal']]);
  });
});
