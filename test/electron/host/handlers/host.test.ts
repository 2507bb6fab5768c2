import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Campaign } from '../../../../core/model/campaign';
import { changedSince } from '../../../../core/model/entity';
import { contract } from '../../../../core/rpc/contract';
import { sampleCampaign } from '../../../../core/sample/documents';
import { startEndpoint } from '../../../../electron/endpoint/start-endpoint';
import { testSecret } from '../../../support/delivery-secret';
import { openHost, type TestHost } from '../../../support/host';

const asOf = '2026-03-01T09:00:00Z';
const customers = 300;

/** The whole way through the window's methods, each at least once. */
describe.each(['native', 'wasm'] as const)('the host on the %s engine', (engine) => {
  let host: TestHost;
  const asked = new Set<string>();
  let call: TestHost['client']['call'];
  const campaign: Campaign = { ...sampleCampaign, id: 'mine', name: 'Mine' };

  beforeAll(async () => {
    host = await openHost({ engine });
    call = (method, input, options) => {
      asked.add(method);
      return host.client.call(method, input, options);
    };
    const stages: string[] = [];
    const made = await call(
      'workspace.create',
      { folder: host.at('shop'), name: 'Shop', sample: { customers } },
      { onProgress: (p) => stages.push(p.stage) },
    );
    expect([made.name, made.engine.kind, made.campaigns, made.notices]).toEqual(['Shop', engine, 1, []]);
    expect(stages).toContain('links');
  }, 120_000);
  afterAll(async () => {
    await host.close();
  });

  it('says who it is and what was opened', async () => {
    expect(await call('app.hello', {})).toMatchObject({ shell: 'test', home: host.at('home') });
    expect((await call('app.recent', {})).map((r) => [r.name, r.state])).toEqual([['Shop', 'free']]);
    expect((await call('workspace.current', {}))?.folder).toBe(host.at('shop'));
    const settings = await call('workspace.settings', {});
    await call('workspace.saveSettings', { workspace: { ...settings, zone: 'Europe/Madrid' } });
    expect((await call('workspace.settings', {})).zone).toBe('Europe/Madrid');
    const folder = host.at('text');
    expect((await call('workspace.exportText', { folder })).written).toContain('workspace.json');
    await call('workspace.saveSettings', { workspace: { ...settings, zone: 'Europe/Paris' } });
    const change = { kind: 'workspace', state: 'changed' };
    expect((await call('workspace.importText', { folder, look: true })).changes).toMatchObject([change]);
    expect((await call('workspace.settings', {})).zone).toBe('Europe/Paris');
    expect((await call('workspace.importText', { folder })).changes).toMatchObject([change]);
    expect((await call('workspace.settings', {})).zone).toBe('Europe/Madrid');
  });

  it('shows the data', async () => {
    const model = await call('model.read', {});
    expect(model.entities.find((e) => e.name === 'customers')?.rows).toBe(customers);
    const page = await call('entity.rows', {
      entity: 'customers',
      offset: 290,
      limit: 50,
      sort: { column: 'customer_id', descending: true },
    });
    expect([page.rows, page.total]).toEqual([10, customers]);
    const columns = await call('entity.columns', { entity: 'stores' });
    expect(columns.length).toBe(model.entities.find((e) => e.name === 'stores')?.attributes.length);
    const [link] = model.links;
    if (!link) throw new Error('the sample has links');
    expect((await call('model.measureLink', { link })).link).toEqual(link);
    await call('model.removeLink', { from: link.from, name: link.name, force: true });
    expect(await call('model.proposeLinks', { entity: 'nobody' })).toEqual([]);
    expect((await call('model.proposeLinks', {})).some((p) => p.link.from === link.from && p.link.to === link.to)).toBe(true);
    await call('model.saveLink', { link });
    expect((await call('model.read', {})).links).toEqual(model.links);
  });

  it('takes a file, loads it, shows what it refused, and lets it go', async () => {
    const bytes = new TextEncoder().encode('sku,amount\na,1\nb,2\nc,many\n');
    await call('files.upload', { name: 'stock.csv', upload: 'u1', offset: 0, bytes: bytes.subarray(0, 10) });
    const { path } = await call('files.upload', { name: 'stock.csv', upload: 'u1', offset: 10, bytes: bytes.subarray(10) });
    expect(new Uint8Array(await readFile(path))).toEqual(bytes);
    expect(await call('import.parts', { path })).toEqual({ format: 'csv', members: [], sheets: [], columns: ['sku', 'amount'] });
    const preview = await call('import.preview', { path });
    const columns = preview.columns.map((c) => (c.attribute === 'amount' ? { ...c, type: 'integer' as const } : c));
    const source = { path, format: preview.format, ...(preview.dialect ? { dialect: preview.dialect } : {}) };
    const tried = await call('import.try', { source, columns, key: ['sku'] });
    expect(tried.columns).toEqual([{ attribute: 'amount', refused: 1, first: { line: 4, value: 'many' } }]);
    expect(tried.key).toEqual({ empty: 0, repeated: 0 });
    const recipe = {
      format: 2 as const,
      kind: 'file' as const,
      id: 'stock',
      entity: 'stock',
      source,
      columns,
      key: ['sku'],
      mode: 'replace' as const,
    };
    const dry = await call('import.run', { recipe, dryRun: true });
    expect([dry.committed, dry.loaded, dry.rejected]).toEqual([false, 2, 1]);
    const loaded = await call('import.run', { recipe, labels: [{ attribute: 'sku', personal: 'identifier' }] });
    expect([loaded.committed, loaded.entity.attributes.map((a) => a.personal)]).toEqual([true, ['identifier', undefined]]);
    const rejects = await call('import.rejects', { entity: 'stock', offset: 0, limit: 10 });
    expect([rejects.total, rejects.values[2]]).toEqual([1, ['many']]);
    expect((await call('entity.health', {})).find((h) => h.entity === 'stock')).toEqual({
      entity: 'stock',
      recipe: 'file',
      file: path,
      newer: [],
      source: 'same',
      rejected: 1,
      problems: [],
    });
    const again = await call('import.refresh', { entities: ['stock'], dryRun: true });
    expect(again.map((r) => [r.entity, r.outcome, r.summary?.unchanged])).toEqual([['stock', 'checked', 2]]);
    expect((await call('import.refresh', { entities: ['stock'] })).map((r) => r.outcome)).toEqual(['loaded']);
    expect(await call('entity.measureKey', { entity: 'stock', key: ['amount'] })).toEqual({ empty: 0, repeated: 0 });
    await call('entity.saveKey', { entity: 'stock', key: ['amount'] });
    expect((await call('model.read', {})).entities.find((e) => e.name === 'stock')?.key).toEqual(['amount']);
    await call('entity.remove', { entity: 'stock' });
    expect((await call('model.read', {})).entities.some((e) => e.name === 'stock')).toBe(false);
  });

  it('makes entities of DDL', async () => {
    const sql = 'CREATE TABLE shelves (id int PRIMARY KEY, town text)';
    expect((await call('model.loadDdl', { sql, dryRun: true })).committed).toBe(false);
    expect((await call('model.loadDdl', { sql })).entities.map((e) => [e.name, e.key])).toEqual([['shelves', ['id']]]);
    expect((await call('entity.rows', { entity: 'shelves', offset: 0, limit: 5 })).total).toBe(0);
    const derived = { sql: 'upper(town)' };
    expect((await call('entity.tryDerivation', { entity: 'shelves', attribute: 'loud', derived })).type).toBe('text');
    await call('entity.saveAttribute', { entity: 'shelves', attribute: { name: 'loud', derived, personal: 'address' } });
    const { identities, tables } = await call('model.reconcile', {});
    expect(identities).toEqual([]);
    expect(tables.map((m) => m.kind)).toEqual(expect.arrayContaining(['consent', 'history', 'suppression']));
    for (const { rows, empty, matched, orphans } of tables) expect(empty + matched + orphans).toBe(rows);
    await call('entity.removeAttribute', { entity: 'shelves', attribute: 'loud' });
    await call('entity.remove', { entity: 'shelves' });
  });

  it('saves, checks, counts, explains and rehearses a campaign', async () => {
    await call('campaign.save', { campaign });
    expect((await call('campaign.list', {})).map((c) => c.id)).toEqual([sampleCampaign.id, 'mine']);
    expect((await call('campaign.journal', { id: 'mine' })).entries).toEqual([{ base: campaign }]);
    expect((await call('campaign.check', { campaign })).filter((p) => p.severity === 'error')).toEqual([]);
    const counted = await call('campaign.count', { campaign, asOf });
    expect(counted.problems.filter((p) => p.severity === 'error')).toEqual([]);
    expect(await call('campaign.count', { campaign, asOf })).toMatchObject({ counts: counted.counts, computed: 0 });
    const rows = counted.counts.find((c) => c.activity === 'facts')?.rows ?? 0;
    const page = await call('population.rows', {
      population: { kind: 'output', campaign, activity: 'facts', output: 'out' },
      asOf,
      offset: 0,
      limit: 2000,
    });
    expect([page.rows, page.total, rows > 0]).toEqual([rows, rows, true]);
    const spent = { column: 'spent', descending: true };
    const sorted = await call('population.rows', {
      population: { kind: 'output', campaign, activity: 'facts', output: 'out' },
      asOf,
      offset: 0,
      limit: 5,
      sort: spent,
    });
    const at = sorted.columns.findIndex((c) => c.name === 'spent');
    const values = (sorted.values[at] ?? []).map(Number);
    expect(values).toEqual(values.toSorted((a, b) => b - a));
    const population = { kind: 'output' as const, campaign, activity: 'facts', output: 'out' };
    expect((await call('population.column', { population, asOf, field: { attribute: 'spent' } })).rows).toBe(rows);
    expect((await call('campaign.sql', { campaign, asOf })).map((s) => s.activity)).toContain('lapsing');
    const best = String(sorted.values[sorted.columns.findIndex((c) => c.name === 'customer_id')]?.[0]);
    const why = await call('campaign.why', { campaign, asOf, key: [best], entity: 'customers' });
    expect(why.rows[0]?.activities.find((a) => a.activity === 'facts')).toMatchObject({ state: 'passed', outputs: ['out'], inputs: [0] });
    const waterfall = await call('campaign.waterfall', { campaign, asOf, activity: 'newsletter' });
    expect(waterfall.input).toBe(waterfall.sent + waterfall.exclusions.reduce((sum, e) => sum + e.rows, 0));
    const rehearsal = await call('campaign.rehearse', { campaign, asOf });
    expect(rehearsal.waterfalls).toContainEqual(waterfall);
    const log = await call('campaign.log', { id: 'mine' });
    expect(log.map((w) => [w.kind, w.ended])).toEqual([
      ['rehearsal', 'done'],
      ['count', 'done'],
      ['count', 'done'],
    ]);
    expect(log.map((w) => w.steps.some((s) => s.how === 'computed'))).toEqual([true, false, true]);
    expect(log.at(-1)?.steps.find((s) => s.activity === 'facts')).toMatchObject({ name: 'out', rows, how: 'computed' });
  });

  it('answers SQL', async () => {
    const sql = 'SELECT customer_id, total FROM orders ORDER BY 1, 2;';
    const first = await call('sql.query', { sql, offset: 0, limit: 5 });
    const next = await call('sql.query', { sql, offset: 3, limit: 2 });
    expect(next.page.values.map((column) => column[0])).toEqual(first.page.values.map((column) => column[3]));
    expect((await call('sql.describe', { sql })).map((c) => c.name)).toEqual(['customer_id', 'total']);
    const sorted = await call('sql.query', { sql, offset: 0, limit: 1, sort: { column: 'total', descending: true } });
    const most = await call('sql.query', { sql: 'SELECT max(total) FROM orders', offset: 0, limit: 1 });
    expect(sorted.page.values[1]).toEqual(most.page.values[0]);
  });

  it('runs SQL with parameters, and remembers what ran', async () => {
    const sql = 'SELECT customer_id FROM customers WHERE loyalty_tier = $tier';
    const parameters = [{ name: 'tier', type: 'text' as const, value: 'gold' }];
    const { page, at, read, asOf, meaning } = await call('sql.run', { sql, parameters, limit: 2 });
    expect(Date.parse(at)).toBeLessThanOrEqual(Date.now());
    const { entities } = await call('model.read', {});
    expect(read.map((r) => r.entity)).toEqual(['customers']);
    expect(changedSince(read, entities)).toEqual([]);
    const loadedSince = entities.map((e) => ({ ...e, dataVersion: e.dataVersion + 1 }));
    expect(changedSince(read, loadedSince)).toEqual(['customers']);
    expect(changedSince(read, [])).toEqual(['customers']);
    expect(await call('sql.meaning', { sql, parameters, asOf })).toEqual({ meaning });
    const bound = await call('sql.bind', { sql, parameters });
    expect(bound.sql).toBe("SELECT customer_id FROM customers WHERE loyalty_tier = ('gold')");
    expect((await call('sql.query', { sql: bound.sql, offset: 0, limit: 1 })).page.total).toBe(page.total);
    await expect(call('sql.run', { sql: 'SELECT nothing FROM customers', limit: 2 })).rejects.toMatchObject({ code: 'sql-error' });
    const found = await call('sql.statements', { search: 'CUSTOMERS', offset: 0, limit: 10 });
    expect(found.statements.map((s) => s.problem?.code ?? s.rows)).toEqual(['sql-error', page.total]);
    expect((await call('sql.statements', { search: 'tier', offset: 0, limit: 10 })).total).toBe(1);
    await call('sql.forgetStatements', {});
    expect((await call('sql.statements', { search: '', offset: 0, limit: 10 })).total).toBe(0);
  });

  it('explains and charts SQL, and writes it to a file and an entity', async () => {
    const sql = 'SELECT loyalty_tier, count(*) AS people FROM customers WHERE loyalty_tier IS NOT NULL GROUP BY 1';
    const plan = await call('sql.explain', { sql, measure: true });
    expect(plan.roots.length).toBeGreaterThan(0);
    const chart = { kind: 'bar' as const, x: 'loyalty_tier', measure: 'sum' as const, y: ['people'], bins: 10 };
    const shown = await call('sql.chart', { sql, chart });
    expect(shown.from.length).toBe(shown.groups);
    const total = await call('sql.query', { sql: `SELECT sum(people) FROM (${sql})`, offset: 0, limit: 1 });
    expect(shown.series[0]?.values.reduce((sum: number, v) => sum + (v ?? 0), 0)).toBe(Number(total.page.values[0]?.[0]));
    const { file, rows } = await call('sql.saveFile', { sql, name: 'tiers', format: 'csv', replace: false });
    expect((await readFile(file, 'utf8')).trim().split('\n').length).toBe(rows + 1);
    await expect(call('sql.saveFile', { sql, name: 'tiers', format: 'csv', replace: false })).rejects.toMatchObject({
      code: 'file-exists',
    });
    expect((await call('sql.saveEntity', { sql, name: 'tiers', key: ['loyalty_tier'] })).rows).toBe(rows);
    expect((await call('entity.rows', { entity: 'tiers', offset: 0, limit: 10 })).total).toBe(rows);
    expect(await call('entity.query', { entity: 'tiers' })).toEqual({ sql, parameters: [] });
    await expect(call('entity.query', { entity: 'orders' })).rejects.toMatchObject({ code: 'not-found' });
    await expect(call('sql.saveEntity', { sql, name: 'tiers', key: ['loyalty_tier'] })).rejects.toMatchObject({ code: 'entity-exists' });
    const fewer = `${sql} LIMIT 1`;
    expect((await call('sql.saveEntity', { sql: fewer, name: 'tiers', key: ['loyalty_tier'], replace: true })).rows).toBe(1);
    expect((await call('entity.query', { entity: 'tiers' })).sql).toBe(fewer);
    await call('entity.remove', { entity: 'tiers' });
    expect((await call('sql.functions', {})).find((f) => f.name === 'date_trunc')?.parameters.length).toBe(2);
  });

  it('tells what the engine keeps, and frees it without forgetting what was counted', async () => {
    const counted = await call('campaign.count', { campaign, asOf });
    const facts = { kind: 'output' as const, campaign, activity: 'facts', output: 'out' };
    const population = { population: facts, asOf, offset: 0, limit: 10 };
    const before = await call('population.rows', population);
    const held = await call('workspace.engine', {});
    for (const n of [held.threads, held.worktables, held.worktableRows, held.worktableCells]) expect(n).toBeGreaterThan(0);
    expect(held.worktableCells).toBeLessThan(held.worktableBudget);
    expect(held.memoryLimit).toMatch(/^[\d.]+ [KMGT]iB$/);
    expect(await call('workspace.freeWorktables', {})).toMatchObject({ worktables: 0, worktableRows: 0, worktableCells: 0 });
    expect(await call('campaign.count', { campaign, asOf })).toMatchObject({ counts: counted.counts, computed: 0 });
    expect(await call('population.rows', population)).toEqual(before);
  });

  it('keeps queries and what lies open', async () => {
    const query = { format: 1 as const, id: 'spenders', name: 'Spenders', kind: 'sql' as const, sql: 'SELECT 1', parameters: [] };
    await call('query.save', { query });
    await expect(call('query.save', { query: { ...query, id: 'others' } })).rejects.toMatchObject({ code: 'query-name-taken' });
    expect(await call('query.list', {})).toEqual([query]);
    await call('query.remove', { id: 'spenders' });
    expect(await call('query.list', {})).toEqual([]);
    expect(await call('sql.desk', {})).toEqual({ desk: null, turn: 1 });
    const tab = { id: 'one', name: 'One', sql: 'SELECT 1', cursor: 8, parameters: [] };
    const desk = { format: 1 as const, id: 'sql', tabs: [tab], active: 'one', closed: [] };
    expect(await call('sql.saveDesk', { desk, seen: 1 })).toEqual({ desk, turn: 2, both: [] });
    expect(await call('sql.desk', {})).toEqual({ desk, turn: 3 });
  });

  it('keeps audiences', async () => {
    const gold = { format: 1 as const, id: 'gold', name: 'Gold', dimension: 'customers' };
    const sql = "SELECT customer_id FROM customers WHERE loyalty_tier = 'gold'";
    await call('audience.save', { audience: { ...gold, definition: { kind: 'sql', sql } } });
    const { rows } = await call('audience.count', { id: 'gold', asOf });
    expect(rows).toBe((await call('sql.query', { sql, offset: 0, limit: 1 })).page.total);
    expect((await call('audience.list', {})).map((a) => a.id)).toContain('gold');
    await call('audience.remove', { id: 'gold' });
    expect((await call('audience.list', {})).map((a) => a.id)).not.toContain('gold');
  });

  it('keeps filters', async () => {
    const tier = { kind: 'attribute' as const, attribute: 'loyalty_tier', test: { op: 'equals' as const, value: { variable: 'tier' } } };
    const parameters = [{ name: 'tier', type: 'text' as const }];
    await call('filter.save', { filter: { format: 1, id: 'of-tier', name: 'Of a tier', entity: 'customers', parameters, rule: tier } });
    expect((await call('filter.list', {})).map((f) => f.id)).toContain('of-tier');
    const rule = { kind: 'filter' as const, filter: 'of-tier', arguments: { tier: 'gold' } };
    const golden = {
      format: 1 as const,
      id: 'golden',
      name: 'Golden',
      dimension: 'customers',
      definition: { kind: 'rule' as const, rule },
    };
    await call('audience.save', { audience: golden });
    const sql = "SELECT customer_id FROM customers WHERE loyalty_tier = 'gold'";
    const { rows } = await call('audience.count', { id: 'golden', asOf });
    expect(rows).toBe((await call('sql.query', { sql, offset: 0, limit: 1 })).page.total);
    const without = {
      format: 1 as const,
      id: 'of-tier',
      name: 'All',
      entity: 'customers',
      parameters: [],
      rule: { kind: 'all' as const, rules: [] },
    };
    expect((await call('filter.breaks', { filter: without })).map((b) => [b.id, b.problems.map((p) => p.code)])).toEqual([
      ['golden', ['rule-unknown-parameter']],
    ]);
    await expect(call('filter.remove', { id: 'of-tier' })).rejects.toMatchObject({
      code: 'filter-in-use',
      details: { users: 'Golden (definition › rule)' },
    });
    await call('audience.remove', { id: 'golden' });
    await call('filter.remove', { id: 'of-tier' });
    expect((await call('filter.list', {})).map((f) => f.id)).not.toContain('of-tier');
  });

  it('looks at any population', async () => {
    const population = { kind: 'output' as const, campaign, activity: 'facts', output: 'out' };
    const fields = await call('population.fields', { population, asOf });
    const named = fields.map((f) => [...(f.field.path ?? []), f.field.attribute].join('.'));
    expect(named).toEqual(expect.arrayContaining(['spent', 'loyalty_tier', 'store.name']));
    expect(named).toContain((await call('population.tellingField', { population, asOf }))?.attribute);
    const tier = { attribute: 'loyalty_tier' };
    const values = await call('population.values', { population, asOf, field: tier, offset: 0, limit: 100 });
    expect(values.empty + values.values.reduce((sum, v) => sum + v.rows, 0)).toBe(values.rows);
    const spent = await call('population.histogram', { population, asOf, field: { attribute: 'spent' }, bins: 8, method: 'quantile' });
    expect(spent.empty + spent.others + spent.bars.reduce((sum, b) => sum + b.rows, 0)).toBe(values.rows);
    const page = await call('population.rows', { population, asOf, fields: [tier], offset: 0, limit: 3 });
    expect([page.total, page.columns.at(-1)?.name]).toEqual([values.rows, 'loyalty_tier']);

    const stages: number[] = [];
    const profile = await call('population.profile', { population, asOf, fields: [tier] }, { onProgress: (p) => stages.push(p.done) });
    expect(profile.fields[0]?.groups.reduce((sum, g) => sum + g.audience, 0)).toBe(values.rows);
    expect([profile.base, stages.at(-1)]).toEqual([customers, 1]);

    const save = { population, asOf, audience: 'bought', columns: ['spent'] };
    const tried = await call('population.save', { ...save, mode: 'create', dryRun: true });
    expect(tried).toEqual({ change: { audience: 'bought', mode: 'create', added: values.rows, removed: 0, kept: 0, rows: values.rows } });
    expect((await call('population.save', { ...save, mode: 'create' })).audience?.definition).toMatchObject({ rows: values.rows });
    const overlap = await call('audience.overlap', { audiences: ['bought', 'recently-contacted'], asOf });
    expect(overlap.regions.reduce((sum, r) => sum + r.rows, 0)).toBe(overlap.union);
    const region = { audiences: ['recently-contacted', 'bought'], inside: ['recently-contacted'] };
    const diff = await call('audience.diff', { audience: 'bought', against: 'recently-contacted', asOf });
    expect(diff.left).toBe(overlap.regions.find((r) => r.inside.join() === 'recently-contacted')?.rows);
    const left = { kind: 'change' as const, audience: 'bought', against: 'recently-contacted', part: 'left' as const };
    expect((await call('population.rows', { population: left, asOf, offset: 0, limit: 1 })).total).toBe(diff.left);
    expect((await call('population.rows', { population: { kind: 'region', ...region }, asOf, offset: 0, limit: 1 })).total).toBe(diff.left);
    await expect(call('audience.saveRegion', { ...region, id: 'only', name: 'Only' })).rejects.toMatchObject({ code: 'audience-no-rule' });
    expect(await call('model.usedBy', { of: { kind: 'attribute', entity: 'customers', attribute: 'household_id' } })).toMatchObject([
      { kind: 'campaign', id: sampleCampaign.id, needed: true, places: [['activities', 'one-per-home', 'fields', 0, 'attribute']] },
      { kind: 'campaign', id: 'mine' },
      { kind: 'link', name: 'household' },
    ]);
    await expect(call('audience.remove', { id: 'recently-contacted' })).rejects.toMatchObject({ code: 'audience-in-use' });
    await call('audience.remove', { id: 'bought' });
  });

  it('knows whom the sample was sent what', async () => {
    const rule = { kind: 'history' as const, event: 'responded' as const, happened: true, channel: 'email' as const, campaign: 'welcome' };
    const flow = { activities: [{ id: 'a', type: 'build-audience' as const, dimension: 'customers', rule }], transitions: [] };
    const counted = await call('population.rows', {
      population: {
        kind: 'output',
        campaign: { format: 1, id: 'x', name: 'X', seed: 'x', flow, layout: {} },
        activity: 'a',
        output: 'out',
      },
      asOf: '2100-01-01T00:00:00Z',
      offset: 0,
      limit: 1,
    });
    const sql = "SELECT DISTINCT customer_id FROM contacts WHERE channel = 'email' AND campaign = 'welcome' AND status = 'clicked'";
    const { page } = await call('sql.query', { sql, offset: 0, limit: 1 });
    expect(page.total).toBeGreaterThan(0);
    expect(counted.total).toBe(page.total);
  });

  it('says a rule as SQL and reads it back where the engine can', async () => {
    const rule = { kind: 'attribute' as const, attribute: 'country', test: { op: 'equals' as const, value: 'FR' } };
    const said = await call('rule.toSql', { entity: 'customers', rule });
    if (said.kind === 'problems') throw new Error(JSON.stringify(said.problems));
    const back = await call('rule.fromSql', { entity: 'customers', sql: said.sql });
    const problems = [{ code: 'rewrite-engine' }];
    expect(back).toMatchObject(engine === 'wasm' ? { kind: 'sql', problems } : { kind: 'rule', entity: 'customers', rule });
  });

  it('runs, exports and syncs, each recipient once', async () => {
    const run = await call('campaign.run', { id: 'mine', asOf });
    expect(run.deliveries.map((d) => [d.message, d.state])).toEqual([['newsletter', 'frozen']]);
    expect(await call('campaign.ran', {})).toMatchObject([{ campaign: 'mine', runs: 1 }]);
    const mails = await call('delivery.exports', {});
    expect(mails.map((mail) => mail.folder)).toEqual(run.exports);
    expect(mails).toMatchObject([{ campaign: { id: 'mine', name: campaign.name }, asOf }]);
    await mkdir(host.at('shop/exports/beside'));
    await writeFile(host.at('shop/exports/beside/manifest.json'), '{"format": 1}');
    expect(await call('delivery.exports', {})).toEqual(mails);
    expect((await call('audience.list', {})).map((a) => a.id)).toContain('autumn-post');
    expect(await call('campaign.memory', { id: 'mine' })).toEqual([]);
    expect(await call('campaign.forget', { id: 'mine' })).toEqual({});
    const [exported] = await call('campaign.export', { id: 'mine', asOf, folder: host.at('printer') });
    expect((await stat(join(host.at('printer'), exported?.folder ?? '-', exported?.files[0]?.file ?? '-'))).size).toBe(
      exported?.files[0]?.bytes,
    );
    const printer = join(host.at('printer'), 'postcard');
    const told = async () => (await call('delivery.exports', {})).filter((mail) => mail.place !== 'inside');
    const outside = { path: printer, folder: printer, asOf, campaign: { id: 'mine', name: campaign.name }, files: exported?.files };
    expect(await told()).toMatchObject([{ ...outside, place: 'outside' }]);
    await rm(host.at('printer'), { recursive: true });
    expect(await told()).toMatchObject([{ ...outside, place: 'missing' }]);
    await call('campaign.export', { id: 'mine', asOf, folder: host.at('printer') });
    expect(await told()).toMatchObject([{ ...outside, place: 'outside' }]);
    await writeFile(join(printer, 'manifest.json'), '{"format": 1}');
    expect(await told()).toMatchObject([{ ...outside, place: 'missing' }]);
    expect(await call('delivery.exports', {})).toEqual(expect.arrayContaining(mails));
    const endpoint = await startEndpoint({ dir: host.at('endpoint'), port: 0, secret: testSecret });
    try {
      const document = { format: 1 as const, id: 'here', name: 'Here', url: endpoint.url, secret: 'here', allowPrivate: true };
      await call('endpoint.save', { endpoint: document, secret: testSecret });
      expect(await call('endpoint.list', {})).toEqual([document]);
      expect((await call('delivery.sync', { endpoint: 'here' })).map((d) => d.state)).toEqual(['delivered']);
      expect(await call('delivery.sync', { endpoint: 'here' })).toEqual([]);
      const [delivery] = await call('delivery.list', {});
      expect(delivery?.state).toBe('delivered');
      const effects = (await endpoint.ledger()).length;
      expect(effects).toBe((delivery?.recipients ?? 0) + (run.deliveries.length > 0 ? 1 : 0));
      await call('endpoint.remove', { id: 'here' });
      expect((await call('undo.peek', { place: 'delivery' })).undo).toMatchObject({ did: 'remove', kind: 'endpoint', name: 'Here' });
      await call('undo.walk', { place: 'delivery', direction: 'undo' });
      expect(await call('endpoint.list', {})).toEqual([document]);
      await call('endpoint.remove', { id: 'here' });
    } finally {
      await endpoint.close();
    }
    const look = { at: asOf, counts: [{ activity: 'all', output: 'out', rows: 3 }] };
    await call('campaign.keepLook', { id: 'mine', look });
    expect(await call('campaign.look', { id: 'mine' })).toEqual({ look });
    expect(await call('campaign.unusedId', { like: 'mine' })).toEqual({ id: 'mine-2' });
    await call('campaign.remove', { id: 'mine' });
  });

  it('closes and opens again as it was', async () => {
    const before = await call('model.read', {});
    await call('workspace.idle', {});
    await call('workspace.close', {});
    expect(await call('workspace.current', {})).toBe(null);
    const opened = await call('workspace.open', { folder: host.at('shop') });
    // The portable engine keeps no rows, so the members that the run saved are gone.
    expect(opened.notices.map((n) => n.code)).toEqual(engine === 'wasm' ? ['audience-lost'] : []);
    const rows = (entities: typeof before.entities) => entities.map((e) => [e.name, e.rows]);
    expect(rows((await call('model.read', {})).entities)).toEqual(rows(before.entities));
    await call('app.forgetRecent', { folder: host.at('shop') });
    expect(await call('app.recent', {})).toEqual([]);
  }, 120_000);

  it('has been asked everything the contract offers', () => {
    expect(Object.keys(contract).filter((method) => !asked.has(method))).toEqual([]);
  });
});

it('refuses a workspace of another process and a folder that is a file', async () => {
  const [one, two] = [await openHost(), await openHost()];
  try {
    await one.client.call('workspace.create', { folder: one.at('w'), name: 'W' });
    await expect(two.client.call('workspace.open', { folder: one.at('w') })).rejects.toMatchObject({ code: 'workspace-in-use' });
    await writeFile(two.at('file'), 'x');
    await expect(two.client.call('workspace.open', { folder: two.at('file') })).rejects.toMatchObject({ code: 'folder-is-file' });
    await expect(two.client.call('workspace.create', { folder: two.at('file'), name: 'W' })).rejects.toMatchObject({
      code: 'folder-is-file',
    });
    await expect(two.client.call('workspace.create', { folder: one.at('w'), name: 'W' })).rejects.toMatchObject({
      code: 'workspace-exists',
    });
    await expect(two.client.call('workspace.open', { folder: two.base })).rejects.toMatchObject({ code: 'not-a-workspace' });
    await expect(two.client.call('campaign.list', {})).rejects.toMatchObject({ code: 'workspace-not-open' });
  } finally {
    await one.close();
    await two.close();
  }
});
