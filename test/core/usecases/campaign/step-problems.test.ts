import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { wordsFor } from '../../../../core/base/codes';
import type { Problem } from '../../../../core/base/problems';
import { type Campaign, campaign } from '../../../../core/model/campaign';
import { countCampaign } from '../../../../core/usecases/campaign/count-campaign';
import { rehearseCampaign } from '../../../../core/usecases/campaign/rehearse-campaign';
import { shopAsOf as asOf } from '../../../support/shop';
import { shopAudiences } from '../../../support/shop-audiences';
import { openShop, type ShopWorkspace } from '../../../support/shop-workspace';

let shop: ShopWorkspace;
beforeEach(async () => {
  shop = await openShop();
});
afterEach(() => shop.close());

type Arrow = [from: string, output: string, to: string, input?: number];

function flowOf(activities: object[], arrows: Arrow[] = []): Campaign {
  const transitions = arrows.map(([from, output, to, input = 0]) => ({ from, output, to, input }));
  return campaign.parse({ format: 1, id: 'c', name: 'C', seed: 's', flow: { activities, transitions } });
}

async function run(...statements: string[]): Promise<void> {
  const connection = await shop.ctx.connection();
  for (const statement of statements) await connection.run(statement);
  await connection.close();
}

/** The one problem of a count; what it says holds the activity's label and more than the engine's words. */
async function problemOf(document: Campaign, label: string): Promise<Problem> {
  const { problems } = await countCampaign(shop.ctx, document, { asOf });
  expect(problems).toHaveLength(1);
  const [problem] = problems;
  if (!problem) throw new Error('no problem');
  for (const language of ['en', 'es'] as const) expect(wordsFor(problem.code, problem.details, language).says).toContain(label);
  return problem;
}

const everyone = { kind: 'all', rules: [] };
const build = (id: string, rule: object = everyone) => ({
  id,
  type: 'build-audience',
  dimension: 'customers',
  label: 'Big spenders',
  rule,
});
const spent = { kind: 'aggregate', path: ['orders'], function: 'sum', attribute: 'total', test: { op: 'greater', value: '5' } };
const french = { kind: 'attribute', attribute: 'country', test: { op: 'equals', value: 'FR' } };
const written = (sql: string) => ({ id: 'q', type: 'sql', dimension: 'customers', label: 'Own query', sql });
const most = '9999999999999999.99';

describe('what fails while it is computed', () => {
  it('names the part of the rule whose sum grows too large, and goes on with the rest', async () => {
    await run(`UPDATE orders SET total = ${most}`);
    const document = flowOf([build('a', { kind: 'any', rules: [french, { kind: 'not', rule: spent }] }), build('b', french)]);
    expect(await problemOf(document, 'Big spenders')).toMatchObject({
      code: 'step-overflow',
      place: ['activities', 'a', 'rule', 'rules', 1, 'rule'],
      details: { activity: 'Big spenders', reason: expect.stringContaining('out of range') },
    });
    expect((await countCampaign(shop.ctx, document, { asOf })).counts).toEqual([{ activity: 'b', output: 'out', rows: 2 }]);
  });

  it('names the addition of an enrichment, the subset of a split and a rule about related rows', async () => {
    await run(`UPDATE orders SET total = ${most}`);
    const additions = [
      { kind: 'aggregate', path: ['orders'], function: 'count', as: 'orders' },
      { kind: 'aggregate', path: ['orders'], function: 'sum', attribute: 'total', as: 'spent' },
    ];
    const behind = (activity: object) => flowOf([build('a'), { label: 'Facts', ...activity }], [['a', 'out', 'x']]);
    const asked = { kind: 'attribute', attribute: 'spent', test: { op: 'not-empty' } };
    const enriched = behind({ id: 'x', type: 'enrich', additions });
    enriched.flow.activities.push(...flowOf([build('y', asked)]).flow.activities);
    enriched.flow.transitions.push({ from: 'x', output: 'out', to: 'y', input: 0 });
    expect((await problemOf(enriched, 'Facts')).place).toEqual(['activities', 'x', 'additions', 1]);
    const subsets = [
      { id: 'one', rule: french },
      { id: 'two', rule: spent },
    ];
    const split = await problemOf(behind({ id: 'x', type: 'split', subsets }), 'Facts');
    expect(split.place).toEqual(['activities', 'x', 'subsets', 1, 'rule']);
    const some = { kind: 'related', quantifier: 'some', path: ['customers'], where: { kind: 'all', rules: [french, spent] } };
    const stores = { id: 'x', type: 'build-audience', dimension: 'stores', label: 'Facts', rule: some };
    expect((await problemOf(flowOf([stores]), 'Facts')).place).toEqual(['activities', 'x', 'rule', 'where', 'rules', 1]);
  });

  it('names the line of written SQL where a value cannot be converted', async () => {
    const sql = '\n\nSELECT id,\n  CAST(first_name AS INTEGER) AS number\nFROM customers;';
    expect(await problemOf(flowOf([written(sql)]), 'Own query')).toMatchObject({
      code: 'step-sql',
      place: ['activities', 'q', 'sql'],
      details: { line: 4, reason: expect.stringContaining('Could not convert') },
    });
    const over =
      'WITH french AS (SELECT id FROM input)\nSELECT id, score,\n       CAST(score / 0 AS INTEGER) AS none\nFROM customers JOIN french USING (id)';
    const document = flowOf([build('a', french), written(over)], [['a', 'out', 'q']]);
    expect(await problemOf(document, 'Own query')).toMatchObject({ code: 'step-sql', details: { line: 3 } });
  });

  it('says what written SQL overflows with where the engine knows no line', async () => {
    const adding = await problemOf(flowOf([written('SELECT id, id + 9223372036854775807 AS more FROM customers')]), 'Own query');
    expect(adding).toMatchObject({ code: 'step-overflow', place: ['activities', 'q', 'sql'] });
    const summing = 'SELECT id, sum(9223372036854775807) OVER () AS total FROM customers';
    expect(await problemOf(flowOf([written(summing)]), 'Own query')).toMatchObject({
      code: 'step-overflow',
      place: ['activities', 'q', 'sql'],
    });
  });

  it('says which audience or entity is gone from the database', async () => {
    await shop.ctx.store.commit(shopAudiences.map((document) => ({ kind: 'audience', id: document.id, document })));
    const reading = flowOf([{ id: 'r', type: 'read-audience', audience: 'frozen', label: 'Members' }]);
    expect(await problemOf(reading, 'Members')).toEqual({
      code: 'audience-gone',
      severity: 'error',
      place: ['activities', 'r'],
      details: { activity: 'Members', audience: 'Frozen' },
    });
    await run('DROP TABLE orders');
    expect(await problemOf(flowOf([build('a', spent)]), 'Big spenders')).toMatchObject({
      code: 'data-gone',
      details: { activity: 'Big spenders', entity: 'orders' },
    });
  });

  it('says that memory ran out, and where', async () => {
    await run("SET memory_limit = '60MB'", 'SET threads = 1');
    const sql = 'SELECT 1 AS id, len(list(i)) AS much FROM range(50000000) r(i)';
    expect(await problemOf(flowOf([written(sql)]), 'Own query')).toMatchObject({ code: 'step-memory', place: ['activities', 'q'] });
    expect((await countCampaign(shop.ctx, flowOf([build('a', french)]), { asOf })).counts).toMatchObject([{ rows: 2 }]);
  });

  it('says that the disk is full, and where', async () => {
    await run("SET memory_limit = '60MB'", "SET max_temp_directory_size = '1MB'", 'SET threads = 1');
    const sql = 'SELECT id, row_number() OVER (ORDER BY i DESC, id) AS place FROM customers, range(3000000) r(i) QUALIFY place < 3';
    expect(await problemOf(flowOf([written(sql)]), 'Own query')).toMatchObject({ code: 'step-disk', place: ['activities', 'q'] });
  });

  it('is no problem of an activity when it was cancelled', async () => {
    const controller = new AbortController();
    const slow =
      'SELECT id FROM customers WHERE id < (SELECT count(*) FROM range(300000) a(i), range(200000) b(i) WHERE (a.i * b.i) % 7 = 3)';
    const counting = countCampaign(shop.ctx, flowOf([written(slow)]), {
      asOf,
      signal: controller.signal,
      onProgress: () => setTimeout(() => controller.abort(), 50),
    });
    await expect(counting).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('keeps a campaign from running, in the words of the activity', async () => {
    await run(`UPDATE orders SET total = ${most}`);
    const { problems } = await rehearseCampaign(shop.ctx, flowOf([build('a', spent)]), { asOf });
    expect(problems.map((p) => [p.code, p.place])).toEqual([['step-overflow', ['activities', 'a', 'rule']]]);
  });
});
