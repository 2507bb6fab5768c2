import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleCampaign } from '../../../../core/sample/documents';
import { codeOf, openHost, stateOf, type TestHost } from '../../../support/host';

let host: TestHost;
let before: Awaited<ReturnType<typeof stateOf>>;
const call: TestHost['client']['call'] = (method, input, options) => host.client.call(method, input, options);

beforeAll(async () => {
  host = await openHost();
  await host.client.call('workspace.create', { folder: host.at('shop'), name: 'Shop', sample: { customers: 300 } });
  before = await stateOf(host.client);
}, 120_000);
afterAll(async () => {
  await host.close();
});

/** Cancels as soon as there is something to cancel. */
function soon(milliseconds = 20): AbortSignal {
  return AbortSignal.timeout(milliseconds);
}

const huge = 'SELECT a.order_id, b.total, c.customer_id FROM orders a, orders b, orders c, orders d, orders e';

describe('a cancel', () => {
  it('stops a query without end, and the next one is answered', async () => {
    expect(await codeOf(call('sql.query', { sql: `${huge} ORDER BY 1, 2, 3`, offset: 0, limit: 10 }, { signal: soon(200) }))).toBe(
      'cancelled',
    );
    expect((await call('sql.query', { sql: 'SELECT count(*) FROM stores', offset: 0, limit: 10 })).page.rows).toBe(1);
  });

  it('stops a count, which then can be made', async () => {
    const asOf = '2026-02-03T04:05:06Z';
    const slow = {
      id: 'slow',
      type: 'sql' as const,
      dimension: 'customers',
      sql: `SELECT customer_id FROM (${huge}) GROUP BY customer_id`,
    };
    const campaign = { ...sampleCampaign, flow: { activities: [slow], transitions: [] } };
    expect(await codeOf(call('campaign.count', { campaign, asOf }, { signal: soon(200) }))).toBe('cancelled');
    expect((await call('campaign.count', { campaign: sampleCampaign, asOf })).problems.filter((p) => p.severity === 'error')).toEqual([]);
    expect(await stateOf(host.client)).toEqual(before);
  });

  it('stops an import and leaves the entity as it was', async () => {
    const lines = Array.from({ length: 400_000 }, (_, n) => `S${n},Store ${n}`);
    await mkdir(host.at('in'));
    await writeFile(host.at('in/stores.csv'), `store_id,name\n${lines.join('\n')}\n`);
    const preview = await call('import.preview', { path: host.at('in/stores.csv') });
    const source = { path: preview.path, format: preview.format, ...(preview.dialect ? { dialect: preview.dialect } : {}) };
    const key = ['store_id'];
    const recipe = {
      format: 2 as const,
      kind: 'file' as const,
      id: 'stores',
      entity: 'stores',
      source,
      columns: preview.columns,
      key,
      mode: 'replace' as const,
    };
    expect(await codeOf(call('import.run', { recipe }, { signal: soon() }))).toBe('cancelled');
    await expect.poll(() => stateOf(host.client)).toEqual(before);
  });

  it('stops a new sample and leaves no folder half filled', async () => {
    const sample = { customers: 100_000 };
    expect(await codeOf(call('workspace.create', { folder: host.at('other'), name: 'Other', sample }, { signal: soon(300) }))).toBe(
      'cancelled',
    );
    const there = async () => [(await call('workspace.current', {}))?.folder, await readdir(host.at('other'))];
    await expect.poll(there, { timeout: 20_000 }).toEqual([host.at('shop'), []]);
    expect(await stateOf(host.client)).toEqual(before);
    expect((await call('app.recent', {})).map((r) => r.name)).toEqual(['Shop']);
  });
});

describe('a run that is cancelled', () => {
  const asOf = '2026-03-01T09:00:00Z';

  /** Cancels when the message of that number comes, and waits until the host has stopped. */
  async function cutOff(id: string, message: number): Promise<void> {
    const abort = new AbortController();
    const stages = new Set<string>();
    const onProgress = ({ stage }: { stage: string }) => {
      if (stages.add(stage).size > message) abort.abort();
    };
    expect(await codeOf(call('campaign.run', { id, asOf }, { signal: abort.signal, onProgress }))).toBe('cancelled');
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  const deliveries = async (id: string) => (await call('delivery.list', {})).filter((d) => d.campaign === id).length;

  it.each([0, 1])('after %i messages is begun anew after an edit, once what it left was told', async (message) => {
    const id = `cut-${message}`;
    const campaign = { ...sampleCampaign, id };
    await call('campaign.save', { campaign });
    await cutOff(id, message);
    await call('campaign.save', { campaign: { ...campaign, seed: 'another' } });
    if (message > 0)
      await expect(call('campaign.run', { id, asOf })).rejects.toMatchObject({ code: 'campaign-run-outdated', details: { frozen: 1 } });
    const again = await codeOf(call('campaign.run', { id, asOf: '2026-03-01T10:00:00Z' }));
    expect([again, await deliveries(id)]).toEqual(['none', 1]);
    await call('campaign.remove', { id });
  });
});

describe('at the same time', () => {
  const asOf = '2026-03-01T09:00:00Z';

  it('two counts compute each step once', async () => {
    const both = await Promise.all([
      call('campaign.count', { campaign: sampleCampaign, asOf }),
      call('campaign.count', { campaign: sampleCampaign, asOf }),
    ]);
    expect(both[0].counts).toEqual(both[1].counts);
    expect(Math.min(...both.map((r) => r.computed))).toBe(0);
  });

  it('an edit while counting counts what each was asked', async () => {
    const [first] = sampleCampaign.flow.activities;
    const flow = {
      ...sampleCampaign.flow,
      activities: sampleCampaign.flow.activities.map((a) => (a === first ? { ...a, disabled: true } : a)),
    };
    const edited = { ...sampleCampaign, flow };
    const [before, , after] = await Promise.all([
      call('campaign.count', { campaign: sampleCampaign, asOf }),
      call('campaign.save', { campaign: sampleCampaign }),
      call('campaign.count', { campaign: edited, asOf }),
    ]);
    expect(before.counts.some((c) => c.activity === first?.id)).toBe(true);
    expect(after.counts.some((c) => c.activity === first?.id)).toBe(false);
  });

  it('a second click on run does not send twice', async () => {
    const runs = await Promise.allSettled([1, 2].map(() => call('campaign.run', { id: sampleCampaign.id, asOf })));
    expect(runs.map((r) => r.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(runs.find((r) => r.status === 'rejected')?.reason).toMatchObject({ code: 'campaign-running' });
    expect((await call('delivery.list', {})).filter((d) => d.campaign === sampleCampaign.id).length).toBe(1);
  });

  it('closing while counting ends the count with an error, and the workspace opens again', async () => {
    const counting = codeOf(call('campaign.count', { campaign: sampleCampaign, asOf: '2026-03-02T09:00:00Z' }));
    await call('workspace.close', {});
    await counting;
    expect((await call('workspace.open', { folder: host.at('shop') })).notices).toEqual([]);
  });
});

describe('a query', () => {
  const ask = (sql: string, offset = 0) => call('sql.query', { sql, offset, limit: 100 });

  it('may repeat names, return nothing, or be wide', async () => {
    const twice = (await ask('SELECT 1 AS a, 2 AS a, 3 AS "A"')).page;
    expect(twice.values).toEqual([[1], [2], [3]]);
    expect(new Set(twice.columns.map((c) => c.name.toLowerCase())).size).toBe(3);
    expect((await ask('SELECT * FROM stores WHERE FALSE')).page).toMatchObject({ rows: 0, total: 0 });
    const wide = Array.from({ length: 2000 }, (_, n) => `${n} AS c${n}`).join(', ');
    expect((await ask(`SELECT ${wide}`)).page.columns.length).toBe(2000);
  });

  it('keeps its order through every page', async () => {
    const sql =
      'SELECT a.customer_id AS a, b.customer_id AS b, c.store_id AS c FROM customers a, customers b, stores c ORDER BY 2 DESC, 1, 3';
    const first = (await ask(sql)).page;
    const late = (await ask(sql, 70_000)).page;
    expect(first.total).toBeGreaterThan(70_000);
    const [as = [], bs = []] = [first, late].map((p) => (p.values[1] ?? []).map(String)) as [string[], string[]];
    expect(as.every((a) => bs.every((b) => a >= b))).toBe(true);
    expect(late.values[1]?.map(String)).toEqual(late.values[1]?.map(String).toSorted().reverse());
  });

  it('that would fill the disk is refused with what to do', async () => {
    await expect(
      ask(
        'SELECT a.customer_id AS a, b.customer_id AS b, c.customer_id AS c, d.store_id AS d FROM customers a, customers b, customers c, stores d',
      ),
    ).rejects.toMatchObject({
      code: 'sql-too-many-rows',
    });
  }, 120_000);

  it('reads entities whatever they are called', async () => {
    await writeFile(host.at('odd.csv'), 'id,it\'s "quoted"\n1,a\n2,b\n');
    const preview = await call('import.preview', { path: host.at('odd.csv') });
    const source = { path: preview.path, format: preview.format, ...(preview.dialect ? { dialect: preview.dialect } : {}) };
    const entity = 'Our "best" guest\'s; list';
    const recipe = {
      format: 2 as const,
      kind: 'file' as const,
      id: 'odd',
      entity,
      source,
      columns: preview.columns,
      key: ['id'],
      mode: 'replace' as const,
    };
    await call('import.run', { recipe });
    expect((await call('entity.rows', { entity, offset: 0, limit: 5 })).total).toBe(2);
    expect((await ask(`SELECT * FROM "${entity.replaceAll('"', '""')}"`)).page.total).toBe(2);
    expect((await call('entity.columns', { entity })).map((c) => c.distinct)).toEqual([2, 2]);
    await call('entity.remove', { entity });
  });
});
