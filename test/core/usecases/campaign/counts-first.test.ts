import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Campaign } from '../../../../core/model/campaign';
import type { TransitionCount } from '../../../../core/model/run';
import { type CountOptions, countCampaign, manyRows } from '../../../../core/usecases/campaign/count-campaign';
import { shopAsOf as asOf } from '../../../support/shop';
import { openShop, type ShopWorkspace } from '../../../support/shop-workspace';
import { recordStatements } from '../../../support/statements';
import { asks, build, campaignOf, change, rowsOf } from '../../../support/steered';

let shop: ShopWorkspace;
let statements: string[];

beforeEach(async () => {
  shop = await openShop();
  statements = recordStatements(shop.ctx);
});
afterEach(() => shop.close());

const spent = (least: number) => ({
  kind: 'aggregate',
  path: ['orders'],
  function: 'sum',
  attribute: 'total',
  test: { op: 'at-least', value: String(least) },
});
const sum = { kind: 'aggregate', path: ['orders'], function: 'sum', attribute: 'total', as: 'spent' };

/** Stores of a country and who shops there; without big spenders, one of each kind, and some of those. */
const flowOf = ({ least = 100, keep = 1 } = {}): Campaign =>
  campaignOf(
    'c',
    [
      build('stores', { kind: 'all', rules: [] }, { dimension: 'stores' }),
      { id: 'shoppers', type: 'change-dimension', path: ['customers'] },
      build('french', asks('country', { op: 'equals', value: 'FR' })),
      build('spenders', spent(least)),
      { id: 'either', type: 'combine', operation: 'union' },
      { id: 'modest', type: 'combine', operation: 'exclusion', complement: true },
      { id: 'facts', type: 'enrich', additions: [sum] },
      { id: 'one', type: 'deduplicate', fields: [{ attribute: 'vip' }], keep, complement: true },
      { id: 'parts', type: 'split', subsets: [{ id: 'first', limit: { kind: 'count', count: 1 } }], complement: true },
    ],
    [
      'stores shoppers',
      'shoppers either',
      'french either:1',
      'either modest',
      'spenders modest:1',
      'modest facts',
      'facts one',
      'one parts',
    ],
  );

interface Told {
  counted: TransitionCount[];
  /** Tables made before. */
  made: number;
}

async function count(document: Campaign, options: Partial<CountOptions> = {}) {
  statements.length = 0;
  const told: Told[] = [];
  const made = () => statements.filter((sql) => sql.startsWith('CREATE OR REPLACE TABLE')).length;
  const onProgress: CountOptions['onProgress'] = ({ counted }) => told.push({ counted, made: made() });
  const report = await countCampaign(shop.ctx, document, { asOf, countsFirst: 0, onProgress, ...options });
  return { report, told, made: made() };
}

/** The same counted table by table, in a workspace of its own. */
async function tableByTable(document: Campaign, ...changes: [entity: string, sql: string][]) {
  const other = await openShop();
  try {
    for (const [entity, sql] of changes) await change(other, entity, sql);
    return await countCampaign(other.ctx, document, { asOf });
  } finally {
    await other.close();
  }
}

const keptOf = ({ ctx }: ShopWorkspace) =>
  [...ctx.worktables.registry.kept].map(([name, { reading }]) => `${name} ${reading ? 'view' : 'table'}`);

describe('counts first', () => {
  it('tells every count before it keeps what reads the most, and what costs little before that', async () => {
    const { report, told, made } = await count(flowOf());
    expect(report.problems).toEqual([]);
    const all = told.findIndex(({ counted }) => counted.length === report.counts.length);
    expect(told[all]?.counted).toEqual(report.counts);
    const atOnce = told[all]?.made ?? made;
    expect(atOnce).toBeLessThan(made);
    const before = told[all - 1];
    expect(before?.counted.map((c) => c.activity)).toContain('stores');
    expect(before?.counted.length).toBeLessThan(report.counts.length);
    expect(report).toEqual(await tableByTable(flowOf()));
  });

  it('keeps the same for later counts', async () => {
    await count(flowOf());
    const kept = keptOf(shop);
    const other = await openShop();
    await countCampaign(other.ctx, flowOf(), { asOf });
    expect(kept).toEqual(keptOf(other));
    await other.close();
    expect(kept.some((k) => k.endsWith('table'))).toBe(true);

    const edited = await count(flowOf({ keep: 2 }));
    expect(edited.report.counts).toEqual((await tableByTable(flowOf({ keep: 2 }))).counts);
    expect(statements.filter((sql) => /"main"\."(orders|customers)"/.test(sql))).toEqual([]);
    expect((await count(flowOf({ least: 20 }))).report.counts).toEqual((await tableByTable(flowOf({ least: 20 }))).counts);
  });

  it('knows what it told when it is cancelled while it keeps', async () => {
    const known = (await tableByTable(flowOf())).counts;
    const controller = new AbortController();
    const onProgress: CountOptions['onProgress'] = ({ counted }) => counted.length === known.length && controller.abort();
    await expect(count(flowOf(), { signal: controller.signal, onProgress })).rejects.toMatchObject({ code: 'cancelled' });
    expect(keptOf(shop).length).toBeLessThan((await count(flowOf())).report.counts.length);
    const { report } = await count(flowOf());
    expect(report).toMatchObject({ counts: known, computed: 0 });
    expect((await count(flowOf({ keep: 2 }))).report.counts).toEqual((await tableByTable(flowOf({ keep: 2 }))).counts);
  });

  it('says what fails where it fails, also what is only found when rows are kept', async () => {
    const overflow = ['orders', 'UPDATE orders SET total = 9999999999999999.99'] as const;
    await change(shop, ...overflow);
    for (const document of [
      flowOf(),
      campaignOf(
        'd',
        [build('all'), { id: 'facts', type: 'enrich', additions: [sum] }, build('rich', asks('spent', { op: 'not-empty' }))],
        ['all facts', 'facts rich'],
      ),
      campaignOf(
        'e',
        [
          build('all'),
          { id: 'facts', type: 'enrich', additions: [sum] },
          { id: 'two', type: 'deduplicate', fields: [{ attribute: 'vip' }] },
          build('rest'),
        ],
        ['all facts', 'facts two', 'two rest'],
      ),
    ]) {
      const { report } = await count(document);
      expect(report.problems.map((p) => p.code)).toContain('step-overflow');
      const { counts, problems } = await tableByTable(document, [...overflow]);
      expect({ counts: report.counts, problems: report.problems }).toEqual({ counts, problems });
    }
  });

  it('asks whether written SQL repeats a key before it goes on', async () => {
    const written = (sql: string) =>
      campaignOf(
        'w',
        [
          { id: 'own', type: 'sql', dimension: 'customers', sql },
          build('french', asks('country', { op: 'equals', value: 'FR' })),
          { id: 'both', type: 'combine', operation: 'intersection' },
        ],
        ['own both', 'french both:1'],
      );
    const once = await count(written('SELECT id FROM (SELECT id, row_number() OVER () AS n FROM customers)'));
    expect(once.report).toMatchObject({ problems: [], counts: [{ rows: 10 }, { rows: 2 }, { rows: 2 }] });
    const twice = await count(written('SELECT id FROM customers UNION ALL SELECT id FROM customers'));
    expect(twice.report.problems.map((p) => p.code)).toEqual(['sql-key-repeated']);
    expect(twice.report.counts).toEqual([{ activity: 'french', output: 'out', rows: 2 }]);
  });

  it('keeps at once what reads little', async () => {
    await count(flowOf(), { countsFirst: manyRows });
    expect(statements.filter((sql) => sql.startsWith('WITH'))).toEqual([]);
    expect((await rowsOf(shop, "SELECT count(*) FROM duckdb_tables() WHERE database_name = 'work'"))[0]?.[0]).toBeGreaterThan(1);
  });
});
