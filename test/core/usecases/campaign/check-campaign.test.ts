import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Problem } from '../../../../core/base/problems';
import { type Campaign, campaign } from '../../../../core/model/campaign';
import type { Guardrails } from '../../../../core/model/workspace';
import { checkCampaign } from '../../../../core/usecases/campaign/check-campaign';
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

/** Problems besides those of activities that nothing uses, which small flows have all the time. */
async function found(document: Campaign): Promise<Pick<Problem, 'code' | 'severity' | 'place' | 'details'>[]> {
  return (await checkCampaign(shop.ctx, document, { asOf })).filter((p) => p.code !== 'flow-no-end');
}

const everyone = { kind: 'all', rules: [] };
const build = (id: string, more: object = {}) => ({ id, type: 'build-audience', dimension: 'customers', rule: everyone, ...more });
const country = (value: string) => ({ kind: 'attribute', attribute: 'country', test: { op: 'equals', value } });
const enrich = (id: string, ...additions: object[]) => ({ id, type: 'enrich', additions });
const split = (...subsets: object[]) => ({ id: 's', type: 'split', subsets });
const read = (audience: string) => ({ id: 'r', type: 'read-audience', audience });

async function change(kind: 'entity', name: string, fields: object): Promise<void> {
  const before = shop.ctx.store.read(kind, name);
  if (!before) throw new Error(`no ${name}`);
  await shop.ctx.store.commit([{ kind, id: name, document: { ...before, ...fields } }]);
}

async function limit(guardrails: Partial<Guardrails>): Promise<void> {
  const [settings] = shop.ctx.store.list('workspace');
  if (!settings) throw new Error('no settings');
  await shop.ctx.store.commit([{ kind: 'workspace', id: settings.id, document: { ...settings, guardrails } }]);
}

const run = async (sql: string) => {
  const connection = await shop.ctx.connection();
  await connection.run(sql);
  await connection.close();
};

describe('the shape of a flow', () => {
  it('has nothing to say about a flow that is right', async () => {
    const flow = flowOf(
      [build('a'), enrich('e', { kind: 'attribute', path: ['store'], attribute: 'town', as: 'town' })],
      [['a', 'out', 'e']],
    );
    expect(await found(flow)).toEqual([]);
  });

  it('warns where nothing uses what is passed on, not of what ends a flow or is disabled', async () => {
    const save = { id: 'k', type: 'save-audience', audience: 'kept', mode: 'overwrite' };
    const flow = flowOf([build('a'), build('b'), build('off', { disabled: true }), save], [['a', 'out', 'k']]);
    expect(await checkCampaign(shop.ctx, flow, { asOf })).toMatchObject([{ code: 'flow-no-end', place: ['activities', 'b'] }]);
  });

  it('tells at a disabled activity what does not run behind it', async () => {
    const flow = flowOf(
      [build('a'), build('b', { disabled: true, label: 'Off' }), build('c', { label: 'Next' }), build('d'), build('e')],
      [
        ['a', 'out', 'b'],
        ['b', 'out', 'c'],
        ['c', 'out', 'd'],
      ],
    );
    expect(await found(flow)).toEqual([
      { code: 'flow-after-disabled', severity: 'warning', place: ['activities', 'b'], details: { activity: 'Off', after: 'Next, d' } },
    ]);
  });

  it('tells which activities nobody can arrive at, and which of them only go round', async () => {
    const flow = flowOf(
      [build('a'), build('b'), build('c', { label: 'Behind' }), enrich('lonely', { kind: 'attribute', attribute: 'country', as: 'land' })],
      [
        ['a', 'out', 'b'],
        ['b', 'out', 'a'],
        ['b', 'out', 'c'],
      ],
    );
    expect(await found(flow)).toMatchObject([
      { code: 'flow-missing-input', place: ['activities', 'lonely'] },
      { code: 'flow-cycle', details: { activities: 'a, b' } },
      { code: 'flow-unreachable', severity: 'warning', place: ['activities', 'c'], details: { activity: 'Behind' } },
    ]);
  });
});

describe('splits', () => {
  const behind = (...subsets: object[]) => found(flowOf([build('a'), split(...subsets)], [['a', 'out', 's']]));

  it('warns of a code that two subsets share', async () => {
    const problems = await behind({ id: 'x', code: 'A', rule: country('FR') }, { id: 'y', code: 'B' }, { id: 'z', code: 'A', label: 'Z' });
    expect(problems).toContainEqual({
      code: 'split-same-code',
      severity: 'warning',
      place: ['activities', 's', 'subsets', 2, 'code'],
      details: { code: 'A', first: 'A' },
    });
    expect(problems.filter((p) => p.code === 'split-same-code')).toHaveLength(1);
  });

  it.each<[why: string, taker: object]>([
    ['no rule and no limit', {}],
    ['a rule that is always true', { rule: { kind: 'any', rules: [country('FR'), everyone] } }],
    ['all of what is left', { limit: { kind: 'percent', percent: 100, of: 'left' } }],
  ])('warns of subsets behind one with %s', async (_why, taker) => {
    expect(await behind({ id: 'x', rule: country('FR') }, { id: 'y', label: 'All', ...taker }, { id: 'z' })).toEqual([
      { code: 'split-nothing-left', severity: 'warning', place: ['activities', 's', 'subsets', 2], details: { subset: 'z', taker: 'All' } },
    ]);
  });

  it.each<[why: string, taker: object]>([
    ['a limit', { limit: { kind: 'count', count: 3 } }],
    ['a share', { limit: { kind: 'percent', percent: 99, of: 'left' } }],
    ['rows it skips', { skip: 1 }],
    ['a rule', { rule: country('FR') }],
  ])('says nothing of subsets behind one with %s', async (_why, taker) => {
    expect(await behind({ id: 'y', ...taker }, { id: 'z' })).toEqual([]);
  });

  it('says nothing where subsets may overlap', async () => {
    const overlapping = { ...split({ id: 'y' }, { id: 'z' }), overlap: true };
    expect(await found(flowOf([build('a'), overlapping], [['a', 'out', 's']]))).toEqual([]);
  });
});

describe('columns', () => {
  it('warns of added columns that hide attributes of the dimension', async () => {
    const hide = { kind: 'aggregate', path: ['orders'], function: 'count', as: 'score' };
    const flow = flowOf(
      [build('a'), enrich('e', hide, { kind: 'attribute', path: ['store'], attribute: 'town', as: 'town' }), build('f')],
      [
        ['a', 'out', 'e'],
        ['e', 'out', 'f'],
      ],
    );
    expect(await found(flow)).toEqual([
      {
        code: 'flow-column-hides',
        severity: 'warning',
        place: ['activities', 'e'],
        details: { activity: 'e', columns: 'score', entity: 'customers' },
      },
    ]);
  });

  it('tells when inputs of a combination bring a column with different types: no union, the first of an intersection', async () => {
    const combined = (operation: string) =>
      flowOf(
        [
          build('a'),
          enrich('n', { kind: 'aggregate', path: ['orders'], function: 'count', as: 'mark' }),
          enrich('t', { kind: 'attribute', attribute: 'city', as: 'mark' }),
          { id: 'c', type: 'combine', operation },
        ],
        [
          ['a', 'out', 'n'],
          ['a', 'out', 't'],
          ['n', 'out', 'c'],
          ['t', 'out', 'c', 1],
          ['t', 'out', 'c', 2],
        ],
      );
    const told = { code: 'flow-column-types', place: ['activities', 'c'], details: { column: 'mark', type: 'integer', other: 'text' } };
    expect(await found(combined('union'))).toMatchObject([{ ...told, severity: 'error' }]);
    expect(await found(combined('intersection'))).toMatchObject([{ ...told, severity: 'warning' }]);
    expect(await found(combined('exclusion'))).toEqual([]);
  });
});

describe('inputs', () => {
  const readsOrders = flowOf([
    build('a', { rule: { kind: 'related', quantifier: 'some', path: ['orders'], where: everyone } }),
    build('again', { dimension: 'orders' }),
  ]);

  it('warns once of an entity without rows, also where only written SQL reads it', async () => {
    await change('entity', 'orders', { rows: 0 });
    expect(await found(readsOrders)).toEqual([
      { code: 'data-empty', severity: 'warning', place: ['activities', 'a'], details: { entity: 'orders' } },
    ]);
    const written = flowOf([{ id: 'q', type: 'sql', dimension: 'customers', sql: 'SELECT DISTINCT customer_id AS id FROM Orders' }]);
    expect(await found(written)).toMatchObject([{ code: 'data-empty', place: ['activities', 'q'] }]);
  });

  it('warns of data that was loaded long ago, by the number of days in the settings', async () => {
    await change('entity', 'orders', { loadedAt: '2026-04-12T09:29:59Z' });
    expect(await found(readsOrders)).toEqual([]);
    await change('entity', 'orders', { loadedAt: '2026-04-11T09:30:00Z' });
    expect(await found(readsOrders)).toMatchObject([{ code: 'data-stale', details: { entity: 'orders', days: 31, most: 30 } }]);
    await limit({ staleDays: 31 });
    expect(await found(readsOrders)).toEqual([]);
  });

  it('warns of a snapshot that is older than its data', async () => {
    await shop.ctx.store.commit(shopAudiences.map((document) => ({ kind: 'audience', id: document.id, document })));
    expect(await found(flowOf([read('frozen')]))).toEqual([]);
    await change('entity', 'orders', { dataVersion: 2 });
    expect(await found(flowOf([read('frozen')]))).toEqual([]);
    await change('entity', 'customers', { dataVersion: 2 });
    expect(await found(flowOf([read('frozen')]))).toEqual([
      {
        code: 'audience-stale',
        severity: 'warning',
        place: ['activities', 'r'],
        details: { audience: 'Frozen', takenAt: '2026-05-12', entity: 'customers' },
      },
    ]);
  });
});

describe('links that lead to more than they should', () => {
  const byStore = (rule: object) => flowOf([build('a', { rule })]);
  const town = byStore({ kind: 'attribute', path: ['store'], attribute: 'town', test: { op: 'equals', value: 'Lyon' } });

  it('are an error where a value is read along them, with what was measured', async () => {
    expect(await found(town)).toEqual([]);
    await run("INSERT INTO stores VALUES ('S1', 'Lille'), ('S1', 'Laon')");
    await change('entity', 'stores', { dataVersion: 2, rows: 5 });
    const problem = {
      code: 'link-repeats-rows',
      severity: 'error',
      place: ['activities', 'a', 'rule'],
      details: { link: 'store', cardinality: 'N-1', entity: 'customers', target: 'stores', average: 2, maximum: 3 },
    };
    expect(await found(town)).toEqual([problem]);
    expect((await rehearseCampaign(shop.ctx, town, { asOf })).problems).toEqual([problem]);
  });

  it('are a warning where rows are only reached', async () => {
    await run("INSERT INTO stores VALUES ('S2', 'Lille')");
    await change('entity', 'stores', { dataVersion: 2 });
    const change_ = { id: 'd', type: 'change-dimension', path: ['store'] };
    const some = build('some', { rule: { kind: 'related', quantifier: 'some', path: ['store'], where: everyone } });
    expect(await found(flowOf([build('a'), change_, some], [['a', 'out', 'd']]))).toMatchObject([
      { code: 'link-fans-out', severity: 'warning', place: ['activities', 'd', 'path'], details: { maximum: 2 } },
      { code: 'link-fans-out', severity: 'warning', place: ['activities', 'some', 'rule'] },
    ]);
  });

  it('are measured once for each version of the data', async () => {
    expect(await found(town)).toEqual([]);
    await run("INSERT INTO stores VALUES ('S1', 'Lille')");
    expect(await found(town)).toEqual([]);
    await change('entity', 'stores', { dataVersion: 2 });
    expect(await found(town)).toHaveLength(1);
  });

  it('do not hide that a table is gone', async () => {
    await run('DROP TABLE stores');
    expect(await found(town)).toEqual([]);
    expect((await countCampaign(shop.ctx, town, { asOf })).problems).toHaveLength(1);
  });
});

describe('guardrails', () => {
  const columns = [{ label: 'a', content: 'x' }];
  const mail = {
    id: 'm',
    type: 'direct-mail',
    message: { category: 'transactional', secondary: ['lines'], layout: { columns: [...columns, { label: 'b', content: 'x' }] } },
  };
  const profile = { toProfile: ['customer'] };
  const byLine = flowOf([build('a', { dimension: 'orders' }), { ...mail, message: { ...mail.message, ...profile } }], [['a', 'out', 'm']]);
  const lists = flowOf(
    [
      build('a'),
      enrich('e', { kind: 'attribute', attribute: 'score', as: 'scores' }),
      { id: 'd', type: 'change-dimension', path: ['store'], columns: [{ column: 'scores', keep: 'list' }] },
      { id: 'k', type: 'save-audience', audience: 'kept', mode: 'overwrite', columns: ['scores'] },
    ],
    [
      ['a', 'out', 'e'],
      ['e', 'out', 'd'],
      ['d', 'out', 'k'],
    ],
  );

  it.each<[code: string, limits: Partial<Guardrails>, document: Campaign, place: (string | number)[], details: object]>([
    ['guardrail-activities', { advisedActivities: 1 }, flowOf([build('a'), build('b')]), ['flow'], { found: 2, advised: 1 }],
    ['guardrail-activities', { activities: 1 }, flowOf([build('a'), build('b')]), ['flow'], { found: 2, advised: 1 }],
    ['guardrail-channels', { channels: 1 }, flowOf([mail, { ...mail, id: 'n' }]), ['flow'], { found: 2, advised: 1 }],
    ['guardrail-entities', { entities: 5 }, flowOf([build('a')]), ['entities'], { found: 6, advised: 5 }],
    [
      'guardrail-attributes',
      { attributes: 11 },
      flowOf([build('a')]),
      ['entities', 'customers'],
      { entity: 'customers', found: 12, advised: 11 },
    ],
    [
      'guardrail-mail-columns',
      { mailColumns: 1 },
      byLine,
      ['activities', 'm', 'message', 'layout', 'columns'],
      { activity: 'm', found: 2, advised: 1 },
    ],
    ['guardrail-composite-key', {}, byLine, ['activities', 'm', 'message', 'secondary'], { entity: 'lines', key: 'order_id, line' }],
    ['guardrail-list-column', {}, lists, ['activities', 'k', 'columns'], { column: 'scores' }],
  ])('%s with %j', async (code, limits, document, place, details) => {
    await limit(limits);
    expect(await found(document)).toContainEqual({ code, severity: 'warning', place, details });
    await limit({ advisedActivities: 2, activities: 2, channels: 2, entities: 6, attributes: 12, mailColumns: 2 });
    const again = (await found(document)).filter((p) => p.code === code);
    expect(again).toHaveLength('advised' in details ? 0 : 1);
  });

  it('counts the audiences and the room that data takes', async () => {
    await shop.ctx.store.commit(shopAudiences.map((document) => ({ kind: 'audience', id: document.id, document })));
    await limit({ audiences: 2 });
    expect(await found(flowOf([build('a')]))).toMatchObject([
      { code: 'guardrail-audiences', details: { found: shopAudiences.length, advised: 2 } },
    ]);
    const { engine } = shop.ctx;
    const full = { ...engine, stats: async () => ({ ...(await engine.stats()), databaseBytes: 100.06e9 }) };
    const problems = await checkCampaign({ ...shop.ctx, engine: full }, flowOf([build('a')]), { asOf });
    expect(problems).toContainEqual({
      code: 'guardrail-database',
      severity: 'warning',
      place: ['workspace'],
      details: { found: 100.1, advised: 100 },
    });
  });
});
