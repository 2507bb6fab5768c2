import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Campaign } from '../../../../core/model/campaign';
import type { MusterContract } from '../../../../core/rpc/contract';
import type { Input } from '../../../../core/rpc/define';
import { sampleCampaign } from '../../../../core/sample/documents';
import { codeOf, openHost, stateOf, type TestHost } from '../../../support/host';

const asOf = '2026-03-01T09:00:00Z';
let host: TestHost;
let before: Awaited<ReturnType<typeof stateOf>>;

beforeAll(async () => {
  host = await openHost();
  await host.client.call('workspace.create', { folder: host.at('shop'), name: 'Shop', sample: { customers: 300 } });
  before = await stateOf(host.client);
}, 120_000);
afterAll(async () => {
  await host.close();
});

const call: TestHost['client']['call'] = (method, input, options) => host.client.call(method, input, options);
const unchanged = async () => expect(await stateOf(host.client)).toEqual(before);

/** As a broken page would send it: whatever the types say. */
const raw = (method: string, input: unknown) =>
  host.client.call(method as keyof MusterContract, input as Input<MusterContract['app.hello']>);

const withFlow = (change: Partial<Campaign['flow']>): Campaign => ({ ...sampleCampaign, flow: { ...sampleCampaign.flow, ...change } });
const sqlCampaign = (sql: string): Campaign =>
  withFlow({ activities: [{ id: 'own', type: 'sql', dimension: 'customers', sql }], transitions: [] });
const page = { offset: 0, limit: 10 };

describe('a broken page', () => {
  it.each([
    ['no.such', {}, 'unknown-method'],
    ['constructor', {}, 'unknown-method'],
    ['campaign.save', { campaign: { ...sampleCampaign, extra: 1 } }, 'bad-document'],
    ['campaign.save', { campaign: { ...sampleCampaign, id: '../evil' } }, 'bad-document'],
    ['campaign.save', {}, 'bad-document'],
    ['campaign.save', 'text', 'bad-document'],
    ['campaign.list', { more: true }, 'bad-document'],
    ['campaign.count', { campaign: sampleCampaign, asOf: 'yesterday' }, 'bad-document'],
    ['entity.rows', { entity: 'customers', offset: -1, limit: 10 }, 'bad-document'],
    ['entity.rows', { entity: 'customers', offset: 0, limit: 2001 }, 'bad-document'],
    ['entity.rows', { entity: 'customers', offset: 0.5, limit: 1 }, 'bad-document'],
    ['entity.rows', { entity: 7, ...page }, 'bad-document'],
    ['audience.overlap', { audiences: ['recently-contacted'] }, 'bad-document'],
    ['audience.overlap', { audiences: ['recently-contacted', 'recently-contacted'] }, 'bad-document'],
    [
      'population.histogram',
      { population: { kind: 'entity', entity: 'customers' }, field: { attribute: 'x' }, bins: 0, method: 'width' },
      'bad-document',
    ],
    ['files.upload', { name: 'a.csv', upload: 'x', offset: 0, bytes: 'text' }, 'bad-document'],
    [
      'endpoint.save',
      { endpoint: { format: 1, id: 'e', name: 'E', url: 'file:///etc/passwd', secret: 's', allowPrivate: true } },
      'bad-document',
    ],
    ['workspace.create', { folder: '', name: 'W' }, 'bad-document'],
    ['workspace.create', { folder: '/tmp/w', name: 'W', sample: { customers: 1e12 } }, 'bad-document'],
  ])('gets a clear answer to %s (%#)', async (method, input, code) => {
    expect(await codeOf(raw(method, input))).toBe(code);
    await unchanged();
  });
});

describe('a name nobody knows', () => {
  const stranger: Campaign = { ...sampleCampaign, id: 'stranger' };
  it.each([
    ['entity.rows', { entity: 'guests', ...page }, 'customers'],
    ['entity.rows', { entity: 'customers', ...page, sort: { column: 'nope', descending: false } }, 'loyalty_tier'],
    ['entity.columns', { entity: 'guests' }, 'customers'],
    ['entity.remove', { entity: 'guests' }, 'customers'],
    ['import.rejects', { entity: 'guests', ...page }, 'customers'],
    ['model.removeLink', { from: 'orders', name: 'nope' }, 'orders'],
    ['campaign.remove', { id: 'stranger' }, 'autumn-return'],
    ['campaign.run', { id: 'stranger' }, 'autumn-return'],
    ['campaign.export', { id: 'stranger' }, 'autumn-return'],
    ['campaign.export', { id: 'autumn-return', message: 'newsletter', asOf }, 'postcard'],
    [
      'population.rows',
      { population: { kind: 'output', campaign: stranger, activity: 'nope', output: 'out' }, asOf, ...page },
      'facts:out',
    ],
    [
      'population.rows',
      { population: { kind: 'output', campaign: stranger, activity: 'facts', output: 'nope' }, asOf, ...page },
      'facts:out',
    ],
    [
      'population.rows',
      {
        population: { kind: 'output', campaign: stranger, activity: 'facts', output: 'out' },
        asOf,
        ...page,
        sort: { column: 'nope', descending: true },
      },
      'spent',
    ],
    ['population.rows', { population: { kind: 'audience', audience: 'nope' }, ...page }, 'recently-contacted'],
    ['population.fields', { population: { kind: 'entity', entity: 'guests' } }, 'customers'],
    ['population.tellingField', { population: { kind: 'entity', entity: 'guests' } }, 'customers'],
    ['audience.diff', { audience: 'nope' }, 'recently-contacted'],
    ['audience.overlap', { audiences: ['recently-contacted', 'nope'] }, 'recently-contacted'],
    ['campaign.waterfall', { campaign: stranger, asOf, activity: 'facts' }, 'newsletter'],
    ['audience.remove', { id: 'nope' }, 'recently-contacted'],
    ['audience.count', { id: 'nope' }, 'recently-contacted'],
    ['filter.remove', { id: 'nope' }, '–'],
    ['endpoint.remove', { id: 'nope' }, '–'],
    ['delivery.sync', { endpoint: 'nope' }, '–'],
    ['delivery.sync', { endpoint: 'nope', folders: ['../..'] }, '–'],
  ])('is told with those that exist: %s (%#)', async (method, input, known) => {
    await expect(raw(method, input)).rejects.toMatchObject({ code: 'not-found', details: { known: expect.stringContaining(known) } });
    await unchanged();
  });
});

it('tells which fields a population has', async () => {
  const population = { kind: 'output', campaign: sampleCampaign, activity: 'facts', output: 'out' };
  await expect(raw('population.column', { population, asOf, field: { attribute: 'nope' } })).rejects.toMatchObject({
    code: 'rule-unknown-attribute',
    details: { known: expect.stringContaining('spent') },
  });
  await unchanged();
});

describe('a campaign that cannot work', () => {
  const [first] = sampleCampaign.flow.transitions;
  if (!first) throw new Error('the sample flow has transitions');
  const cycle = withFlow({ transitions: [...sampleCampaign.flow.transitions, { from: 'facts', output: 'out', to: 'everyone', input: 3 }] });
  const unknownAttribute = withFlow({
    activities: [
      { id: 'own', type: 'build-audience', dimension: 'customers', rule: { kind: 'attribute', attribute: 'shoe', test: { op: 'empty' } } },
    ],
    transitions: [],
  });

  it.each([
    ['a cycle', cycle],
    ['an unknown attribute', unknownAttribute],
    ['an arrow to nowhere', withFlow({ transitions: [{ ...first, to: 'nobody' }] })],
    ['SQL that deletes', sqlCampaign('DELETE FROM customers')],
    ['SQL that reads files', sqlCampaign("SELECT * FROM read_csv('/etc/passwd')")],
    ['SQL over nothing', sqlCampaign('SELECT * FROM nobody')],
    ['SQL with two statements', sqlCampaign('SELECT customer_id FROM customers; DROP TABLE customers')],
    ['SQL without the key', sqlCampaign('SELECT 1 AS one')],
    ['an audience that is not there', withFlow({ activities: [{ id: 'r', type: 'read-audience', audience: 'gone' }], transitions: [] })],
  ])('shows its problems: %s', async (_what, campaign) => {
    const errors = (await call('campaign.check', { campaign })).filter((p) => p.severity === 'error');
    expect(errors.length).toBeGreaterThan(0);
    const counted = await call('campaign.count', { campaign, asOf });
    expect(counted.problems.map((p) => p.code)).toEqual(expect.arrayContaining(errors.map((e) => e.code)));
    await call('campaign.rehearse', { campaign, asOf });
    await unchanged();
    await call('campaign.save', { campaign: { ...campaign, id: 'broken' } });
    expect(await codeOf(call('campaign.run', { id: 'broken', asOf }))).toBe('campaign-not-ready');
    expect(await codeOf(call('campaign.export', { id: 'broken', asOf }))).toBe('campaign-not-ready');
    await call('campaign.remove', { id: 'broken' });
    await unchanged();
  });

  it('whose key repeats tells so at its activity and runs nothing', async () => {
    const campaign = sqlCampaign('SELECT customer_id FROM customers UNION ALL SELECT customer_id FROM customers');
    const counted = await call('campaign.count', { campaign, asOf });
    expect(counted.problems).toMatchObject(
      [{ code: 'flow-no-end' }, { code: 'sql-key-repeated', place: ['activities', 'own'] }].slice(-counted.problems.length),
    );
    await expect(
      call('population.rows', { population: { kind: 'output', campaign, activity: 'own', output: 'out' }, asOf, ...page }),
    ).rejects.toMatchObject({
      code: 'sql-key-repeated',
    });
  });

  it('without messages is not run', async () => {
    await call('campaign.save', { campaign: { ...sqlCampaign('SELECT customer_id FROM customers'), id: 'silent' } });
    expect(await codeOf(call('campaign.run', { id: 'silent', asOf }))).toBe('campaign-nothing-to-send');
    await call('campaign.remove', { id: 'silent' });
    await unchanged();
  });
});

describe('what is in use', () => {
  it('is not removed: an entity with a link', async () => {
    expect(await codeOf(call('entity.remove', { entity: 'customers' }))).toBe('entity-in-use');
    await unchanged();
  });

  it('leaves a campaign that says what is missing when a link goes', async () => {
    const link = before.model.links.find((l) => l.to === 'stores' && l.from === 'customers');
    if (!link) throw new Error('the sample links customers to stores');
    const walked = { from: link.from, name: link.name };
    await expect(call('model.removeLink', walked)).rejects.toMatchObject({ code: 'link-in-use' });
    await call('model.removeLink', { ...walked, force: true });
    const errors = (await call('campaign.check', { campaign: sampleCampaign })).filter((p) => p.severity === 'error');
    expect(errors.map((e) => e.place[1])).toContain('facts');
    await expect(
      call('population.rows', {
        population: { kind: 'output', campaign: sampleCampaign, activity: 'facts', output: 'out' },
        asOf,
        ...page,
      }),
    ).rejects.toMatchObject({
      code: errors.find((e) => e.place[1] === 'facts')?.code,
    });
    await call('model.saveLink', { link });
    await unchanged();
  });

  it('stays consistent when a link is saved over another name or end', async () => {
    const [link] = before.model.links;
    if (!link) throw new Error('the sample has links');
    expect(await codeOf(call('model.saveLink', { link: { ...link, to: 'nobody' } }))).not.toBe('none');
    expect(await codeOf(call('model.saveLink', { link: { ...link, on: [{ from: 'nope', to: 'nope' }] } }))).not.toBe('none');
    await unchanged();
  });
});

describe('pages', () => {
  it('beyond the end are empty, with the exact total', async () => {
    const far = { offset: 1e12, limit: 10 };
    expect(await call('entity.rows', { entity: 'customers', ...far })).toMatchObject({ rows: 0, total: 300 });
    const sort = { column: 'email', descending: true };
    expect(await call('entity.rows', { entity: 'customers', ...far, sort })).toMatchObject({ rows: 0, total: 300 });
    const rows = await call('population.rows', {
      population: { kind: 'output', campaign: sampleCampaign, activity: 'facts', output: 'out' },
      asOf,
      ...far,
    });
    expect(rows.rows).toBe(0);
    expect((await call('sql.query', { sql: 'SELECT * FROM stores', ...far })).page.rows).toBe(0);
    expect((await call('import.rejects', { entity: 'stores', ...far })).rows).toBe(0);
  });
});

describe('files', () => {
  const bytes = new Uint8Array([1, 2, 3]);
  it.each(['../evil.csv', '/etc/evil', 'a/b.csv', 'a\\b.csv', '..', '.', 'a\0b'])('refuses to keep an upload called %j', async (name) => {
    expect(await codeOf(call('files.upload', { name, upload: 'evil', offset: 0, bytes }))).toBe('import-upload-name');
    expect(await readdir(host.at('shop/source')).then((found) => found.includes('evil'))).toBe(false);
  });

  it('takes parts in order and of a bounded size only', async () => {
    await call('files.upload', { name: 'a.csv', upload: 'u', offset: 0, bytes });
    await expect(call('files.upload', { name: 'a.csv', upload: 'u', offset: 7, bytes })).rejects.toMatchObject({
      code: 'import-upload-order',
    });
    await expect(call('files.upload', { name: 'b.csv', upload: 'u', offset: 7, bytes })).rejects.toMatchObject({
      code: 'import-upload-order',
    });
    const large = new Uint8Array(8 * 1024 * 1024 + 1);
    expect(await codeOf(call('files.upload', { name: 'c.csv', upload: 'u', offset: 0, bytes: large }))).toBe('import-upload-too-large');
    expect((await call('files.upload', { name: 'a.csv', upload: 'u', offset: 3, bytes })).path).toContain('a.csv');
  });

  it('that are missing or folders are told', async () => {
    expect(await codeOf(call('import.preview', { path: host.at('nowhere.csv') }))).toBe('import-file-missing');
    await mkdir(host.at('folder'), { recursive: true });
    expect(await codeOf(call('import.preview', { path: host.at('folder') }))).toBe('import-not-a-file');
    await writeFile(host.at('plain'), 'x');
    expect(await codeOf(call('campaign.export', { id: 'autumn-return', asOf, folder: host.at('plain') }))).toBe('folder-is-file');
    await unchanged();
  });
});
