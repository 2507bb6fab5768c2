import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Campaign, campaign } from '../../../../core/model/campaign';
import { work } from '../../../../core/model/work';
import { countCampaign } from '../../../../core/usecases/campaign/count-campaign';
import { rehearseCampaign } from '../../../../core/usecases/campaign/rehearse-campaign';
import { worksOf } from '../../../../core/usecases/campaign/work-log';
import { engineState } from '../../../../core/usecases/workspace/engine-state';
import { shopAsOf } from '../../../support/shop';
import { openShop, type ShopWorkspace } from '../../../support/shop-workspace';

const flowOf = (sql: string): Campaign =>
  campaign.parse({
    format: 1,
    id: 'c',
    name: 'C',
    seed: 's',
    flow: {
      activities: [
        {
          id: 'french',
          type: 'build-audience',
          dimension: 'customers',
          rule: { kind: 'attribute', attribute: 'country', test: { op: 'equals', value: 'FR' } },
        },
        { id: 'some', type: 'sample', method: { kind: 'random', size: { kind: 'count', count: 1 } } },
        { id: 'own', type: 'sql', dimension: 'customers', sql },
      ],
      transitions: [{ from: 'french', output: 'out', to: 'some', input: 0 }],
    },
  });
const sound = flowOf('SELECT id FROM customers');
const failing = flowOf('SELECT id FROM customers WHERE CAST(email AS INTEGER) > 0');

describe('the log of a campaign', () => {
  let shop: ShopWorkspace;
  beforeAll(async () => {
    shop = await openShop();
  });
  afterAll(() => shop.close());
  const [at, last] = [{ asOf: shopAsOf }, () => worksOf(shop.ctx, 'c')[0]];
  const told = () => last()?.steps.map(({ activity, how, rows }) => [activity, how, rows]);

  it('tells of every step whether it was computed or kept, with its rows and the time of its statement', async () => {
    expect(worksOf(shop.ctx, 'c')).toEqual([]);
    await countCampaign(shop.ctx, sound, at);
    expect(work.safeParse(last()).success).toBe(true);
    expect(last()).toMatchObject({ kind: 'count', asOf: shopAsOf, ended: 'done' });
    expect(told()).toEqual(
      expect.arrayContaining([
        ['french', 'computed', 2],
        ['some', 'computed', 1],
        ['own', 'computed', 10],
      ]),
    );
    expect(last()?.steps.every((s) => s.statement !== null && s.milliseconds !== null)).toBe(true);
    await rehearseCampaign(shop.ctx, sound, at);
    expect(last()).toMatchObject({ kind: 'rehearsal', ended: 'done' });
    expect(told()).toEqual(
      expect.arrayContaining([
        ['french', 'kept', 2],
        ['own', 'kept', 10],
      ]),
    );
  });

  it('tells of what failed by its code alone, and of nothing that is in the data', async () => {
    await countCampaign(shop.ctx, failing, at);
    expect(told()).toContainEqual(['own', 'failed', null]);
    expect(last()?.findings.filter((f) => f.severity === 'error')).toEqual([{ activity: 'own', code: 'step-sql', severity: 'error' }]);
    expect(JSON.stringify(worksOf(shop.ctx, 'c'))).not.toContain('@');
  });

  it('has what was given up half-way with the steps it got to, and not what was given up at once', async () => {
    const before = worksOf(shop.ctx, 'c').length;
    const control = new AbortController();
    const own = (id: string, sql: string) => ({ id, type: 'sql', dimension: 'customers', sql });
    const activities = ['vip', 'score > 4', 'born IS NULL'].map((where, i) =>
      own(`q${i}`, `FROM (SELECT id FROM customers WHERE ${where})`),
    );
    const other = campaign.parse({ ...sound, flow: { activities, transitions: [] } });
    const onProgress = ({ done }: { done: number }) => done === 2 && control.abort();
    const stop = { ...at, signal: control.signal, onProgress };
    await expect(countCampaign(shop.ctx, other, stop)).rejects.toMatchObject({ code: 'cancelled' });
    expect(worksOf(shop.ctx, 'c')).toHaveLength(before + 1);
    expect(last()).toMatchObject({ ended: 'cancelled', findings: [] });
    expect(told()?.map(([, how]) => how)).toEqual(['computed', 'computed']);
    await expect(countCampaign(shop.ctx, sound, { ...at, signal: control.signal })).rejects.toMatchObject({
      code: 'cancelled',
    });
    expect(worksOf(shop.ctx, 'c')).toHaveLength(before + 1);
  });

  it('keeps the last fifty', { timeout: 60_000 }, async () => {
    for (let i = 0; i < 50; i++) await countCampaign(shop.ctx, sound, at);
    await countCampaign(shop.ctx, failing, at);
    expect(worksOf(shop.ctx, 'c')).toHaveLength(50);
    expect(last()?.findings.map((f) => f.code)).toContain('step-sql');
  });
});

it('counting goes on whoever asks meanwhile what the engine keeps', async () => {
  const { ctx, close } = await openShop();
  try {
    const [counted, ...states] = await Promise.all([
      countCampaign(ctx, sound, { asOf: shopAsOf }),
      ...Array.from({ length: 8 }, () => engineState(ctx)),
    ]);
    expect(counted.problems.filter((p) => p.severity === 'error')).toEqual([]);
    expect(states).toHaveLength(8);
    expect((await engineState(ctx)).worktables).toBeGreaterThan(0);
  } finally {
    await close();
  }
});
