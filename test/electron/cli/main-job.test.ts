import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { sampleCampaign } from '../../../core/sample/documents';
import { startEndpoint } from '../../../electron/endpoint/start-endpoint';
import { buildCli, muster, startMuster } from '../../support/cli';
import { testSecret } from '../../support/delivery-secret';
import { documentIn, done, refused, refusedWith, shapes } from './shapes';

const folder = mkdtempSync(join(tmpdir(), 'muster-cli-'));
const at = (name: string) => join(folder, name);
const ws = at('shop');
const asOf = ['--as-of', '2026-03-01T09:00:00Z'];

beforeAll(async () => {
  await buildCli();
  const made = await done(shapes.workspace, 'new', ws, '--sample', '--customers', '300');
  expect(made.entities.find((e) => e.name === 'customers')).toEqual({ name: 'customers', rows: 300, rejected: 0 });
  expect(made.campaigns).toEqual([sampleCampaign.id]);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a campaign', () => {
  it('is checked, counted and explained', async () => {
    expect(await done(shapes.check, 'check', ws, sampleCampaign.id)).toMatchObject({
      campaign: sampleCampaign.id,
      errors: 0,
      warnings: 0,
      problems: [],
    });
    const first = await done(shapes.counts, 'count', ws, sampleCampaign.name, ...asOf);
    expect(first.asOf).toBe('2026-03-01T09:00:00.000Z');
    expect(first.counts.length).toBeGreaterThan(sampleCampaign.flow.activities.length);
    const second = await done(shapes.counts, 'count', ws, sampleCampaign.id, ...asOf);
    expect(second).toEqual({ ...first, reused: first.reused + first.computed, computed: 0 });
    const { steps } = await done(shapes.steps, 'explain', ws, sampleCampaign.id, ...asOf);
    expect(steps.some((s) => s.activity === 'buyers' && s.sql.includes('"orders"'))).toBe(true);
  });

  it('shows people grouped numbers and the words of every reason', async () => {
    const { code, stdout } = await muster('rehearse', ws, sampleCampaign.id);
    expect(code).toBe(0);
    expect(stdout).toMatch(/−\d+ {2}No consent: Opted out/);
    expect(stdout).toMatch(/= \d+ {2}go out/);
  });

  it('rehearses a file as it rehearses a saved campaign', async () => {
    const file = at('mine.campaign.json');
    writeFileSync(file, JSON.stringify({ ...sampleCampaign, id: 'mine' }));
    const saved = await done(shapes.rehearsal, 'rehearse', ws, sampleCampaign.id, ...asOf);
    const mine = await done(shapes.rehearsal, 'rehearse', ws, file, ...asOf);
    expect(mine.counts).toEqual(saved.counts);
    for (const w of mine.waterfalls) expect(w.input).toBe(w.sent + w.exclusions.reduce((sum, e) => sum + e.rows, 0));
    const unconfirmed = await muster('run', ws, file, '--json');
    const error = documentIn(shapes.error, unconfirmed.stdout);
    expect([unconfirmed.code, error.code]).toEqual([1, 'cli-not-confirmed']);
    expect(error.rehearsal?.waterfalls.length).toBe(2);
    expect((await done(shapes.sync, 'sync', ws, '--url', 'http://127.0.0.1:9', '--secret-env', 'PATH')).deliveries).toEqual([]);
  });

  it('runs, exports and syncs, each exactly once', async () => {
    const file = at('mine.campaign.json');
    writeFileSync(file, JSON.stringify({ ...sampleCampaign, id: 'mine' }));
    const run = await done(shapes.run, 'run', ws, file, '--confirm', ...asOf);
    expect(run.deliveries.map((d) => [d.campaign, d.message, d.state])).toEqual([['mine', 'newsletter', 'frozen']]);
    expect(readFileSync(join(ws, run.exports[0] ?? '', 'postcard.csv'), 'utf8')).toContain('1 Sample Road');

    const out = await done(shapes.export, 'export', ws, 'mine', '--out', at('printer'), '--message', 'postcard', ...asOf);
    const sent = run.waterfalls.find((w) => w.activity === 'postcard');
    expect(out.messages[0]?.files[0]?.rows).toBe((sent?.sent ?? 0) + (sent?.seeds ?? 0));
    expect(out.messages[0]?.seeds).toBe(1);

    const endpoint = await startEndpoint({ dir: at('endpoint'), port: 0, secret: testSecret });
    try {
      const to = ['--url', endpoint.url, '--secret-env', 'MUSTER_TEST_SECRET', '--allow-private', '--json'];
      const env = { MUSTER_TEST_SECRET: testSecret };
      const refusedPrivate = await startMuster(['sync', ws, ...to.filter((a) => a !== '--allow-private')], { env }).ended;
      expect([refusedPrivate.code, documentIn(shapes.sync, refusedPrivate.stdout).problems[0]?.code]).toEqual([1, 'net-refused-address']);
      const first = documentIn(shapes.sync, (await startMuster(['sync', ws, 'mine', ...to], { env }).ended).stdout);
      expect(first.deliveries.map((d) => d.state)).toEqual(['delivered']);
      const again = documentIn(shapes.sync, (await startMuster(['sync', ws, ...to], { env }).ended).stdout);
      expect([again.deliveries, again.deliveredBefore]).toEqual([[], 1]);
      expect((await endpoint.ledger()).length).toBe((run.deliveries[0]?.recipients ?? 0) + 1);
      expect(readFileSync(join(ws, 'workspace.db')).includes(testSecret)).toBe(false);
    } finally {
      await endpoint.close();
    }
  });
});

describe('data', () => {
  const orders = () => {
    writeFileSync(at('people.csv'), 'id,name,city\n1,Ana,León\n2,Bo,\n3,Cy,Köln\n');
    writeFileSync(at('visits.csv'), 'visit_id,people_id,on_day,paid\n1,1,2026-01-05,12.50\n2,1,2026-01-06,3.00\n3,9,2026-02-01,1.25\n');
    return [at('people.csv'), at('visits.csv')];
  };

  it('is loaded from several files, linked and given a profile', async () => {
    const own = at('own');
    await done(shapes.workspace, 'new', own);
    const dry = await done(shapes.import, 'import', own, ...orders(), '--dry-run');
    expect(dry.files.map((f) => [f.entity.name, f.added, f.committed])).toEqual([
      ['people', 3, false],
      ['visits', 3, false],
    ]);
    const loaded = await done(shapes.import, 'import', own, ...orders());
    expect(loaded.files.map((f) => [f.entity.key, f.committed])).toEqual([
      [['id'], true],
      [['visit_id'], true],
    ]);
    expect(loaded.files[1]?.recipe.columns.map((c) => c.type)).toEqual(['integer', 'integer', 'date', 'decimal']);

    const proposed = await done(shapes.proposals, 'model', own, '--suggest');
    expect(proposed.saved).toBe(0);
    const accepted = await done(shapes.proposals, 'model', own, '--suggest', '--accept');
    expect(accepted.saved).toBe(accepted.proposals.length);
    writeFileSync(at('profile.json'), JSON.stringify({ entity: 'people' }));
    const model = await done(shapes.model, 'model', own, '--profile', at('profile.json'));
    expect(model.profile?.entity).toBe('people');
    const link = model.links.find((l) => l.link.from === 'visits');
    expect([link?.orphansFrom, link?.matchRate]).toEqual([1, 2 / 3]);
  }, 60_000);

  it('keeps what a file had wrong, and adds to what is there', async () => {
    const own = at('modes');
    await done(shapes.workspace, 'new', own);
    writeFileSync(at('stock.csv'), 'sku,amount\na,1\nb,2\n');
    await done(shapes.import, 'import', own, at('stock.csv'), '--key', 'sku');
    writeFileSync(at('more.csv'), 'sku,amount\nb,5\nc,many\nd,7\n');
    const more = await done(
      shapes.import,
      'import',
      own,
      at('more.csv'),
      '--entity',
      'stock',
      '--mode',
      'upsert',
      '--rejects',
      at('rejects.csv'),
    );
    expect(more.files.map((f) => [f.added, f.changed, f.rejected, f.entity.rows])).toEqual([[1, 1, 1, 3]]);
    expect(readFileSync(at('rejects.csv'), 'utf8')).toMatch(/^line,column,value,reason\n3,amount,many,/);
    const recipe = at('stock.recipe.json');
    writeFileSync(recipe, JSON.stringify(more.files[0]?.recipe));
    const again = await done(shapes.import, 'import', own, at('more.csv'), '--recipe', recipe);
    expect(again.files.map((f) => [f.unchanged, f.rejected])).toEqual([[2, 1]]);
    const { kind: _, ...first } = more.files[0]?.recipe ?? expect.fail();
    writeFileSync(recipe, JSON.stringify({ ...first, format: 1 }));
    const early = await done(shapes.import, 'import', own, at('more.csv'), '--recipe', recipe);
    expect(early.files.map((f) => [f.unchanged, f.rejected])).toEqual([[2, 1]]);

    expect((await done(shapes.refresh, 'refresh', own)).entities).toEqual([{ entity: 'stock', outcome: 'same' }]);
    writeFileSync(at('more.csv'), 'sku,amount\nb,6\n');
    const dry = await done(shapes.refresh, 'refresh', own, '--dry-run');
    expect(dry.entities.map((e) => [e.outcome, e.summary?.changed, e.summary?.committed])).toEqual([['checked', 1, false]]);
    expect((await muster('refresh', own)).stdout).toMatch(/stock +loaded +0 +1 +0 +0 +0 +3/);
    writeFileSync(at('more.csv'), 'sku,count\nb,6\n');
    const changed = await muster('refresh', own, 'stock', '--json');
    expect([changed.code, documentIn(shapes.refresh, changed.stdout).problems.map((p) => p.code)]).toEqual([1, ['import-header-changed']]);
  }, 60_000);

  it('is made of a query, and computed again after what that reads', async () => {
    const own = at('derived');
    await done(shapes.workspace, 'new', own);
    writeFileSync(at('sold.csv'), 'sku,shop,amount\na,Ulm,1\nb,Ulm,2\n');
    await done(shapes.import, 'import', own, at('sold.csv'), '--entity', 'sold');
    const sql = 'SELECT shop, sum(amount) AS total FROM sold GROUP BY shop';
    const made = await done(shapes['sql-entity'], 'sql', own, sql, '--entity', 'best', '--key', 'shop');
    expect([made.entity.rows, made.entity.key]).toEqual([1, ['shop']]);
    expect((await muster('sql', own, sql, '--entity', 'best')).code).toBe(2);
    expect((await muster('sql', own, sql, '--entity', 'best', '--key', 'shop', '--out', at('x.csv'))).code).toBe(2);
    refusedWith(1, 'entity-exists', await muster('sql', own, sql, '--entity', 'best', '--key', 'shop', '--json'));
    writeFileSync(at('sold.csv'), 'sku,shop,amount\na,Ulm,1\nb,Bonn,2\n');
    expect((await muster('refresh', own, '--dry-run')).stdout).toMatch(/sold +checked .*\nbest +after what it reads/);
    expect((await muster('refresh', own)).stdout).toMatch(/sold +loaded +0 +1 +1 +0 +0 +2\nbest +loaded +1 +1 +0 +0 +0 +2/);
    expect((await done(shapes.refresh, 'refresh', own)).entities.map((e) => e.outcome)).toEqual(['same', 'same']);
    const other = await done(
      shapes['sql-entity'],
      'sql',
      own,
      `${sql} HAVING total > 1`,
      '--entity',
      'best',
      '--key',
      'shop',
      '--overwrite',
    );
    expect([other.entity.rows, other.entity.dataVersion]).toEqual([1, 3]);
  }, 60_000);

  it('is never replaced by a file that only happens to be called the same', async () => {
    const own = at('names');
    await done(shapes.workspace, 'new', own);
    for (const year of ['2024', '2025']) mkdirSync(at(year));
    const [first, second] = [at('2024/sales.csv'), at('2025/Sales.csv')];
    writeFileSync(first, 'id,v\n1,a\n2,b\n');
    writeFileSync(second, 'id,v\n8,c\n');
    const both = await muster('import', own, first, second);
    expect([both.code, both.stderr]).toEqual([2, expect.stringContaining('would both become “Sales”')]);
    await done(shapes.import, 'import', own, first);
    const added = await done(shapes.import, 'import', own, second, '--mode', 'append');
    expect(added.files.map((f) => [f.entity.name, f.added, f.entity.rows])).toEqual([['sales', 1, 3]]);
    const recipe = at('capital.recipe.json');
    writeFileSync(recipe, JSON.stringify({ ...added.files[0]?.recipe, entity: 'SALES' }));
    refusedWith(1, 'entity-exists', await muster('import', own, second, '--recipe', recipe, '--json'));
  }, 60_000);

  it('is declared by DDL before it is there', async () => {
    const own = at('declared');
    await done(shapes.workspace, 'new', own);
    writeFileSync(
      at('shop.sql'),
      'CREATE TABLE people (id bigint PRIMARY KEY, name text, born date);\nCREATE TABLE visits (visit_id int PRIMARY KEY, people_id bigint REFERENCES people);',
    );
    const dry = await done(shapes.ddl, 'model', own, '--ddl', at('shop.sql'), '--dry-run');
    expect([dry.committed, dry.entities.length, dry.links.length]).toEqual([false, 2, 1]);
    expect((await muster('model', own, '--ddl', at('shop.sql'))).stdout).toMatch(
      /visits\.people → people \(N-1\)\nMade 2 entities and 1 link\n/,
    );
    writeFileSync(at('born.csv'), 'NAME,ID,BORN\n007,1,1990-01-02\n');
    const loaded = await done(shapes.import, 'import', own, at('born.csv'), '--entity', 'people');
    const labels = loaded.files[0]?.entity.attributes.map((a) => a.personal ?? null);
    expect(labels).toEqual(['name', null, 'birth-date']);
    const told = (await muster('import', own, at('born.csv'), '--entity', 'people')).stdout;
    expect(told).toContain('Labelled as personal data: name (name), born (birth-date)\n');
    expect(loaded.files.map((f) => [f.entity.name, f.entity.key, f.recipe.columns.map((c) => [c.attribute, c.type])])).toEqual([
      [
        'people',
        ['id'],
        [
          ['name', 'text'],
          ['id', 'integer'],
          ['born', 'date'],
        ],
      ],
    ]);
  }, 60_000);

  it('has attributes derived, described and labelled', async () => {
    writeFileSync(
      at('attributes.json'),
      JSON.stringify({
        customers: [
          { name: 'mail_domain', derived: { sql: "split_part(email, '@', 2)" } },
          { name: 'email', personal: 'contact' },
        ],
      }),
    );
    const { entities } = await done(shapes.model, 'model', ws, '--attributes', at('attributes.json'));
    const attributes = entities.find((e) => e.name === 'customers')?.attributes;
    expect(attributes?.find((a) => a.name === 'email')?.personal).toBe('contact');
    const page = await done(shapes.rows, 'sql', ws, 'SELECT count(*) FROM customers WHERE email IS NOT NULL AND mail_domain IS NULL');
    expect(page.rows).toEqual([[0]]);
  }, 60_000);

  it('is read with SQL, as a table, rows, and files', async () => {
    const page = await done(shapes.rows, 'sql', ws, 'SELECT customer_id, total FROM orders ORDER BY 1, 2', '--limit', '2', '--offset', '1');
    expect([page.rows.length, page.offset, typeof page.rows[0]?.[1]]).toEqual([2, 1, 'string']);
    const whole = await muster('sql', ws, 'SELECT customer_id FROM customers ORDER BY 1', '--format', 'csv');
    expect(whole.stdout.split('\n').length).toBe(302);
    const lines = await muster('sql', ws, 'SELECT 1234567890123456.75 AS a, TRUE AS b', '--format', 'json');
    expect(lines.stdout).toBe('{"a":1234567890123456.75,"b":true}\n');
    const file = await done(shapes.file, 'sql', ws, 'SELECT * FROM customers', '--out', at('c.parquet'));
    expect(file).toMatchObject({ file: at('c.parquet'), fileFormat: 'parquet', rows: 300, bytes: readFileSync(at('c.parquet')).length });
    const shown = await muster('sql', ws, "SELECT chr(27) || '[2J' AS a, NULL AS b", '--limit', '1');
    expect(shown.stdout).toContain('·[2J');
  });

  it('is saved as audiences, live and frozen', async () => {
    const live = await done(
      shapes['audience-count'],
      'audience',
      ws,
      'gold',
      'save',
      '--sql',
      "SELECT customer_id FROM customers WHERE loyalty_tier = 'gold'",
      '--dimension',
      'customers',
    );
    const frozen = await done(shapes['audience-count'], 'audience', ws, 'gold-then', 'save', '--from', 'gold');
    expect([live.audience.definition, frozen.audience.definition, frozen.rows]).toEqual(['sql', 'snapshot', live.rows]);
    expect((await done(shapes['audience-count'], 'audience', ws, 'gold', 'count', ...asOf)).rows).toBe(live.rows);
    expect((await done(shapes.rows, 'audience', ws, 'gold-then', 'rows')).total).toBe(live.rows);
  });

  it('is saved again, compared, laid over and profiled as audiences', async () => {
    const audience = <T extends z.ZodType>(shape: T, ...args: string[]) => done(shape, 'audience', ws, ...args, ...asOf);
    const select = (where: string) => ['save', '--sql', `SELECT customer_id FROM customers WHERE ${where}`, '--dimension', 'customers'];
    const silver = await audience(shapes['audience-count'], 'silver', ...select("loyalty_tier = 'silver'"));
    const gold = await audience(shapes['audience-count'], 'gold', ...select("loyalty_tier = 'gold'"));
    const first = await audience(
      shapes['audience-count'],
      'best',
      'save',
      '--from',
      'gold',
      '--mode',
      'create',
      '--columns',
      'loyalty_tier',
    );
    expect(first.change).toEqual({ audience: 'best', mode: 'create', added: gold.rows, removed: 0, kept: 0, rows: gold.rows });
    const tried = await audience(shapes['audience-change'], 'best', 'save', '--from', 'silver', '--mode', 'append', '--dry-run');
    expect(tried.change).toMatchObject({ added: silver.rows, kept: gold.rows, rows: gold.rows + silver.rows });
    const both = await audience(shapes['audience-count'], 'best', 'save', '--from', 'silver', '--mode', 'append');
    expect([both.rows, both.change]).toEqual([gold.rows + silver.rows, tried.change]);
    await refused(1, 'audience-exists', 'audience', ws, 'best', 'save', '--from', 'silver', '--mode', 'create');

    const diff = await audience(
      shapes['audience-diff'],
      'best',
      'diff',
      '--against',
      'gold',
      '--part',
      'entered',
      '--fields',
      'loyalty_tier,store.name',
      '--limit',
      '3',
    );
    expect([diff.entered, diff.left, diff.stayed, diff.rows?.total]).toEqual([silver.rows, 0, gold.rows, silver.rows]);
    expect(diff.rows?.columns.map((c) => c.name)).toEqual(['customer_id', 'loyalty_tier', 'store › name']);
    await refused(1, 'audience-no-snapshot', 'audience', ws, 'silver', 'diff');
    await audience(shapes['audience-count'], 'silver-once', 'save', '--from', 'silver');
    expect(await audience(shapes['audience-diff'], 'silver', 'diff')).toMatchObject({
      before: { audience: 'silver-once' },
      entered: 0,
      left: 0,
      stayed: silver.rows,
    });
    expect(await audience(shapes['audience-diff'], 'recently-contacted', 'diff', '--from', '2026-02-01T09:00:00Z')).toMatchObject({
      before: { audience: 'recently-contacted', asOf: '2026-02-01T09:00:00.000Z' },
    });
    await refused(2, 'cli-usage', 'audience', ws, 'gold', 'diff', '--from', 'yesterday');

    const overlap = await audience(shapes['audience-overlap'], 'best', 'overlap', '--with', 'gold,silver', '--region', 'best,gold');
    expect(Object.fromEntries(overlap.regions.map((r) => [r.inside.join('+'), r.rows]))).toEqual({
      best: 0,
      gold: 0,
      silver: 0,
      'best+gold': gold.rows,
      'best+silver': silver.rows,
      'gold+silver': 0,
      'best+gold+silver': 0,
    });
    expect([overlap.union, overlap.rows?.total]).toEqual([gold.rows + silver.rows, gold.rows]);
    const kept = await audience(shapes['audience-count'], 'best', 'overlap', '--with', 'gold', '--region', 'best', '--save', 'best-silver');
    expect([kept.audience.id, kept.rows]).toEqual(['best-silver', silver.rows]);
    await refused(1, 'audience-no-rule', 'audience', ws, 'best', 'overlap', '--with', 'gold', '--region', 'best', '--save', 'x', '--live');
    await refused(2, 'cli-usage', 'audience', ws, 'best', 'overlap');
    await refused(2, 'cli-usage', 'audience', ws, 'best', 'overlap', '--with', 'gold', '--region', 'silver');

    const profile = await audience(shapes['audience-profile'], 'gold', 'profile', '--fields', 'loyalty_tier,store.name');
    expect([profile.audience, profile.base, profile.both]).toEqual([gold.rows, 300, gold.rows]);
    const tier = profile.fields[0]?.groups[0];
    expect([tier?.from, tier?.audience, tier?.base, tier?.index]).toEqual([
      'gold',
      gold.rows,
      gold.rows,
      expect.closeTo((100 * 300) / gold.rows, 6),
    ]);
    const shown = await muster('audience', ws, 'gold', 'profile', '--against', 'best');
    expect(shown.stdout).toContain(`against ${gold.rows + silver.rows}; ${gold.rows} are in both`);

    const uses = await audience(shapes['audience-uses'], 'recently-contacted', 'used-by');
    expect(uses.uses.map((u) => [u.kind, u.id, u.needed])).toContainEqual(['campaign', sampleCampaign.id, true]);
    await refused(1, 'audience-in-use', 'audience', ws, 'recently-contacted', 'remove');
    expect((await audience(shapes['audience-removed'], 'best-silver', 'remove')).audience).toBe('best-silver');
    await refused(1, 'not-found', 'audience', ws, 'best-silver', 'count');
  }, 240_000);
});
