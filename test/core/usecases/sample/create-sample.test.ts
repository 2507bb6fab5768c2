import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instantOf } from '../../../../core/base/instant';
import type { ImportSummary } from '../../../../core/model/data-report';
import { checkCampaign } from '../../../../core/usecases/campaign/check-campaign';
import { rehearseCampaign } from '../../../../core/usecases/campaign/rehearse-campaign';
import { runCampaign } from '../../../../core/usecases/campaign/run-campaign';
import { measureLink } from '../../../../core/usecases/data/measure-link';
import { listDeliveries } from '../../../../core/usecases/delivery/list-deliveries';
import { findDocument } from '../../../../core/usecases/find-document';
import { createSample } from '../../../../core/usecases/sample/create-sample';
import { writeSampleFiles } from '../../../../electron/host/sample/write-sample-files';
import { openEmpty, type TestWorkspace } from '../../../support/empty-workspace';

let sample: TestWorkspace;
let loads: ImportSummary[];
beforeAll(async () => {
  sample = await openEmpty();
  loads = await createSample(sample.ctx, sample.ctx.sources, writeSampleFiles, { customers: 2000, seed: 'test' });
});
afterAll(() => sample.close());

const typesOf = (entity: string) => Object.fromEntries(findDocument(sample.ctx, 'entity', entity).attributes.map((a) => [a.name, a.type]));

describe('the sample', () => {
  it('loads every row of every file', () => {
    expect(loads.map((l) => [l.entity.name, l.rejected])).toEqual(loads.map((l) => [l.entity.name, 0]));
    expect(findDocument(sample.ctx, 'entity', 'customers').rows).toBe(2000);
    expect(loads).toHaveLength(10);
  });

  it('has the types a person would give it', () => {
    expect(typesOf('customers')).toMatchObject({
      customer_id: 'text',
      phone: 'text',
      birth_date: 'date',
      postcode: 'text',
      loyalty_points: 'integer',
      vip: 'boolean',
    });
    expect(typesOf('orders')).toMatchObject({ order_id: 'integer', ordered_at: 'timestamp', total: 'decimal' });
    expect(typesOf('order_lines')).toMatchObject({ quantity: 'integer', amount: 'decimal' });
    expect(typesOf('bookings')).toMatchObject({ starts_at: 'timestamp', seats: 'integer' });
  });

  it('says what of it is personal', () => {
    const labels = (entity: string) =>
      findDocument(sample.ctx, 'entity', entity).attributes.flatMap((a) => (a.personal ? [[a.name, a.personal]] : []));
    expect(labels('customers')).toEqual([
      ['first_name', 'name'],
      ['last_name', 'name'],
      ['email', 'contact'],
      ['phone', 'contact'],
      ['birth_date', 'birth-date'],
      ['street', 'address'],
      ['postcode', 'address'],
    ]);
    expect(labels('suppression')).toEqual([['email', 'contact']]);
  });

  it('keeps accents from every encoding', async () => {
    const connection = await sample.ctx.connection();
    const page = await connection.query(
      "SELECT (SELECT count(*) FROM customers WHERE city = 'Saint-Étienne') > 0, (SELECT count(*) FROM households WHERE income_band LIKE '%€') > 0",
      { limit: 1 },
    );
    await connection.close();
    expect(page.values).toEqual([[true], [true]]);
  });

  it('is linked as it says', async () => {
    for (const link of sample.ctx.store.list('link')) {
      const measured = await measureLink(sample.ctx, link);
      expect([link.name, measured.cardinality]).toEqual([link.name, expect.stringMatching(/^(N-1|1-1)$/)]);
      expect(measured.matchRate, link.name).toBeGreaterThan(0.9);
    }
  });

  it('has a campaign without problems whose messages reach people, every exclusion with one reason', async () => {
    const campaign = findDocument(sample.ctx, 'campaign', 'autumn-return');
    const asOf = instantOf(sample.ctx.clock.now());
    expect(campaign.flow.activities.length).toBeGreaterThanOrEqual(10);
    expect(await checkCampaign(sample.ctx, campaign, { asOf })).toEqual([]);
    const rehearsal = await rehearseCampaign(sample.ctx, campaign, { asOf });
    expect(rehearsal.problems).toEqual([]);
    expect(rehearsal.waterfalls.map((w) => w.activity).sort()).toEqual(['newsletter', 'postcard']);
    for (const w of rehearsal.waterfalls) {
      expect(w.sent).toBeGreaterThan(20);
      expect(w.exclusions.length).toBeGreaterThan(2);
      expect(w.input).toBe(w.sent + w.exclusions.reduce((sum, e) => sum + e.rows, 0));
    }
    expect(sample.ctx.store.list('run')).toEqual([]);
  });

  it('runs for real once: the audience kept, the email frozen, and the mail written', async () => {
    const asOf = instantOf(sample.ctx.clock.now());
    const first = await runCampaign(sample.ctx, 'autumn-return', { asOf });
    const deliveries = await listDeliveries(sample.ctx);
    expect(deliveries).toEqual(first.deliveries);
    const run = findDocument(sample.ctx, 'run', first.run);
    expect(run).toMatchObject({ state: 'done', asOf });
    expect(deliveries[0]?.recipients).toBe(run.waterfalls.find((w) => w.activity === 'newsletter')?.sent);
    const kept = findDocument(sample.ctx, 'audience', 'autumn-post');
    expect(kept.definition).toMatchObject({ kind: 'snapshot', rows: run.counts.find((c) => c.activity === 'keep')?.rows });
    for (const folder of run.exports) expect(await sample.ctx.files.exists(`${folder}/manifest.json`)).toBe(true);
  });

  it('finishes a run that was cut off, with its own moment and without doing anything twice', async () => {
    const before = await listDeliveries(sample.ctx);
    const [done] = sample.ctx.store.list('run');
    if (!done) throw new Error('no run');
    await sample.ctx.store.commit([
      { kind: 'run', id: done.id, document: { ...done, state: 'freezing', waterfalls: [], deliveries: [], exports: [] } },
    ]);
    const resumed = await runCampaign(sample.ctx, 'autumn-return', { asOf: instantOf(sample.ctx.clock.now() + 60_000) });
    expect(resumed.run).toBe(done.id);
    expect(await listDeliveries(sample.ctx)).toEqual(before);
    expect(findDocument(sample.ctx, 'run', done.id)).toEqual(done);
  });
});
