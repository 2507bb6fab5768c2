import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Campaign, campaign } from '../../../../core/model/campaign';
import { type TracedActivity, type TracedRow, whyReport } from '../../../../core/model/why';
import { countCampaign } from '../../../../core/usecases/campaign/count-campaign';
import { whyRow } from '../../../../core/usecases/campaign/why-row';
import { saveAttribute } from '../../../../core/usecases/data/save-attribute';
import { codeOf } from '../../../support/host';
import { shopAsOf as asOf } from '../../../support/shop';
import { shopAudiences } from '../../../support/shop-audiences';
import { openShop, type ShopWorkspace } from '../../../support/shop-workspace';

let shop: ShopWorkspace;
beforeEach(async () => {
  shop = await openShop();
});
afterEach(() => shop.close());

type Arrow = [from: string, output: string, to: string, input?: number];

function flowOf(activities: object[], arrows: Arrow[] = [], more: object = {}): Campaign {
  const transitions = arrows.map(([from, output, to, input = 0]) => ({ from, output, to, input }));
  return campaign.parse({ format: 1, id: 'c', name: 'C', seed: 's', flow: { activities, transitions }, ...more });
}

async function rowsOf(document: Campaign, key: string[], entity?: string): Promise<TracedRow[]> {
  const report = await whyRow(shop.ctx, { campaign: document, asOf, key, entity });
  expect(report.problems).toEqual([]);
  return whyReport.parse(report).rows;
}

async function tracedAt(document: Campaign, id: string, key: string[], entity?: string): Promise<TracedActivity> {
  const found = (await rowsOf(document, key, entity))[0]?.activities.find((a) => a.activity === id);
  if (!found) throw new Error(`nothing of ${id}`);
  return found;
}

const everyone = { kind: 'all', rules: [] };
const build = (id: string, rule: object = everyone, more: object = {}) => ({
  id,
  type: 'build-audience',
  dimension: 'customers',
  rule,
  ...more,
});
const test = (attribute: string, asked: object, path: string[] = []) => ({ kind: 'attribute', path, attribute, test: asked });
const french = test('country', { op: 'equals', value: 'FR' });
const dear = test('total', { op: 'greater', value: '15' });
const web = test('channel', { op: 'equals', value: 'web' });

describe('a rule', () => {
  const explained = async (rule: object, key = '2') => {
    const { reasons, state } = await tracedAt(flowOf([build('a', rule)]), 'a', [key], 'customers');
    const [reason] = reasons;
    if (reason?.kind !== 'rule') throw new Error('no rule');
    expect(state).toBe(reason.rule.result === true ? 'passed' : 'dropped');
    return reason.rule;
  };

  it('says what each part is and the value it saw', async () => {
    const rule = {
      kind: 'all',
      rules: [french, { kind: 'any', rules: [test('store', { op: 'equals', value: 'S1' }), { kind: 'not', rule: french }] }],
    };
    expect(await explained(rule)).toEqual({
      place: ['activities', 'a', 'rule'],
      kind: 'all',
      asks: 'all',
      result: true,
      parts: [
        { place: ['activities', 'a', 'rule', 'rules', 0], kind: 'attribute', asks: 'country equals "FR"', result: true, value: 'FR' },
        {
          place: ['activities', 'a', 'rule', 'rules', 1],
          kind: 'any',
          asks: 'any',
          result: true,
          parts: [
            expect.objectContaining({ asks: 'store equals "S1"', result: true, value: 'S1' }),
            expect.objectContaining({ kind: 'not', result: false, parts: [expect.objectContaining({ result: true })] }),
          ],
        },
      ],
    });
  });

  it('tells NULL from FALSE', async () => {
    const rule = { kind: 'any', rules: [french, test('score', { op: 'greater', value: 5 })] };
    expect(await explained(rule, '6')).toMatchObject({
      result: null,
      parts: [
        { result: null, value: null },
        { result: false, value: 5 },
      ],
    });
  });

  it('reads along a path', async () => {
    expect(await explained(test('town', { op: 'equals', value: 'Lyon' }, ['store']))).toMatchObject({
      asks: 'store › town equals "Lyon"',
      value: 'Lyon',
      result: true,
    });
  });

  it.each<[quantifier: string, result: boolean, firstKeys: number[]]>([
    ['some', true, [103, 104, 105]],
    ['none', false, [103, 104, 105]],
    ['every', false, [104, 105, 103]],
  ])('shows related rows of “%s”, those that decide first', async (quantifier, result, firstKeys) => {
    const found = await explained({ kind: 'related', quantifier, path: ['orders'], where: dear });
    expect(found).toMatchObject({ result, rows: { entity: 'orders', reached: 3, holding: 1 } });
    expect(found.rows?.first.map((r) => r.key.order_id)).toEqual(firstKeys);
    expect(found.rows?.first.find((r) => r.key.order_id === 103)).toMatchObject({ holds: true, rule: { result: true, value: '80.10' } });
  });

  it('shows related rows of related rows', async () => {
    const rule = {
      kind: 'related',
      quantifier: 'some',
      path: ['orders'],
      where: { kind: 'related', quantifier: 'some', path: ['lines'], where: test('product', { op: 'equals', value: 'tea' }) },
    };
    expect((await explained(rule, '1')).rows).toMatchObject({
      holding: 1,
      first: [
        { key: { order_id: 101 }, holds: true, rule: { rows: { entity: 'lines', first: [{ key: { order_id: 101, line: 1 } }, {}] } } },
        { key: { order_id: 102 }, holds: false },
      ],
    });
  });

  it('shows the value of an aggregate and the rows that went into it', async () => {
    const rule = {
      kind: 'aggregate',
      path: ['orders'],
      function: 'sum',
      attribute: 'total',
      where: dear,
      test: { op: 'at-least', value: '80' },
    };
    expect(await explained(rule)).toMatchObject({ result: true, value: '80.10', rows: { reached: 3, holding: 1 } });
    const none = { kind: 'aggregate', path: ['orders'], function: 'max', attribute: 'total', test: { op: 'greater', value: '1' } };
    expect(await explained(none, '3')).toMatchObject({ result: null, value: null, rows: { reached: 0, first: [] } });
  });

  it('shows the first or last row and what put it there', async () => {
    const last = { kind: 'ordered', position: 'last', path: ['orders'], by: 'placed_at', among: web, where: dear };
    expect(await explained(last)).toMatchObject({
      result: false,
      value: '2026-05-12 11:30:00',
      rows: { reached: 3, holding: 3, first: [{ key: { order_id: 105 }, holds: false, rule: { value: '15.00' } }] },
    });
    expect(await explained({ ...last, position: 'first' }, '3')).toMatchObject({
      result: false,
      value: null,
      rows: { reached: 0, first: [] },
    });
  });

  it('shows the place of the row among the first', async () => {
    const top = { kind: 'top', count: 1, order: [{ attribute: 'score', direction: 'descending' }], per: { attribute: 'country' } };
    expect(await explained(top)).toMatchObject({ result: true, rank: { rank: 1, of: 2, from: 1, to: 1 } });
    expect(await explained({ ...top, among: test('vip', { op: 'true' }) })).toMatchObject({ result: false, rank: { rank: null } });
  });

  it('goes into saved filters and live audiences', async () => {
    const from = { name: 'land', type: 'text' };
    const rule = test('country', { op: 'equals', value: { variable: 'land' } });
    const filter = { format: 1 as const, id: 'from', name: 'From', entity: 'customers', parameters: [from], rule };
    await shop.ctx.store.commit([
      ...shopAudiences.map((document) => ({ kind: 'audience' as const, id: document.id, document })),
      { kind: 'filter', id: 'from', document: filter as never },
    ]);
    const filtered = await explained({ kind: 'filter', filter: 'from', arguments: { land: 'FR' } });
    expect(filtered).toMatchObject({
      asks: 'filter from with land "FR"',
      result: true,
      parts: [{ place: ['activities', 'a', 'rule', 'filter', 'from'], asks: 'country equals $land', value: 'FR', result: true }],
    });
    const outside = await explained({ kind: 'audience', member: false, audience: 'french' });
    expect(outside).toMatchObject({ asks: 'not in audience french', result: false, parts: [{ result: true, value: 'FR' }] });
    const frozen = { kind: 'audience', member: true, audience: 'frozen' };
    const connection = await shop.ctx.connection();
    await connection.run('CREATE SCHEMA audience');
    await connection.run('CREATE TABLE audience.frozen AS SELECT id FROM customers WHERE id IN (2, 4)');
    await connection.close();
    expect([(await explained(frozen)).result, (await explained(frozen, '3')).result]).toEqual([true, false]);
  });

  it('shows communication history, the latest that counts first', async () => {
    const rule = { kind: 'history', event: 'sent', happened: true, channel: 'email', within: { count: 30, unit: 'day' } };
    const found = await explained(rule, '1');
    expect(found.asks).toBe('sent channel email in-last 30 day');
    expect(found.rows?.holding).toBeGreaterThan(0);
    expect(found.rows?.first[0]).toMatchObject({ holds: true, values: { channel: expect.anything() } });
    expect(found.result).toBe(true);
  });

  it('says of SQL whether it holds', async () => {
    expect(await explained({ kind: 'sql', sql: 'score >\n  2' })).toMatchObject({ kind: 'sql', asks: 'score > 2', result: true });
  });
});

describe('what is personal', () => {
  it('is told by where a value comes from, whatever it is called', async () => {
    await saveAttribute(shop.ctx, 'customers', { name: 'email', personal: 'contact' });
    await saveAttribute(shop.ctx, 'customers', { name: 'country', personal: 'address' });
    await saveAttribute(shop.ctx, 'orders', { name: 'order_id', personal: 'identifier' });
    const rule = {
      kind: 'all',
      rules: [
        test('email', { op: 'not-empty' }),
        test('score', { op: 'not-empty' }),
        { kind: 'related', quantifier: 'some', path: ['orders'], where: everyone },
        { kind: 'top', count: 9, order: [{ attribute: 'score', direction: 'descending' }] },
      ],
    };
    const where = { kind: 'attribute', attribute: 'email', as: 'where' };
    const code = { kind: 'attribute', path: ['store'], attribute: 'town', as: 'country' };
    const activities = [
      build('a', rule),
      { id: 'e', type: 'enrich', additions: [where] },
      { id: 'd', type: 'deduplicate', fields: [{ attribute: 'where' }, { attribute: 'vip' }], by: { kind: 'random' } },
      { id: 'o', type: 'change-dimension', path: ['orders'] },
      { id: 'n', type: 'enrich', additions: [code] },
    ];
    const document = flowOf(activities, [
      ['a', 'out', 'e'],
      ['e', 'out', 'd'],
      ['d', 'out', 'o'],
      ['a', 'out', 'n'],
    ]);
    const [row, order] = await rowsOf(document, ['2'], 'customers');
    const at = (id: string) => row?.activities.find((a) => a.activity === id);
    const [asked] = at('a')?.reasons ?? [];
    expect(asked?.kind === 'rule' && asked.rule.parts?.map((p) => [p.personal, p.rows?.personal])).toEqual([
      ['contact', undefined],
      [undefined, undefined],
      [undefined, { order_id: 'identifier' }],
      [undefined, undefined],
    ]);
    expect(at('e')).toMatchObject({ added: { where: expect.any(String) }, personal: { where: 'contact' } });
    expect(at('d')?.reasons).toMatchObject([{ kind: 'group', personal: { where: 'contact' } }]);
    expect(at('n')).toMatchObject({ added: { country: 'Lyon' } });
    expect(at('n')).not.toHaveProperty('personal');
    expect(at('o')?.reasons).toMatchObject([{ kind: 'reaches', rows: { personal: { order_id: 'identifier' } } }]);
    expect(row).not.toHaveProperty('personal');
    expect(order).toMatchObject({ entity: 'orders', personal: { order_id: 'identifier' } });
  });
});

describe('an activity', () => {
  it('says which duplicate stays and which one stood before the row', async () => {
    const by = { kind: 'order', order: [{ attribute: 'id', direction: 'descending' }] };
    const document = flowOf([build('a'), { id: 'd', type: 'deduplicate', fields: [{ attribute: 'email' }], by }], [['a', 'out', 'd']]);
    expect(await tracedAt(document, 'd', ['1'], 'customers')).toMatchObject({
      state: 'dropped',
      reasons: [{ kind: 'group', fields: { email: 'ana@example.test' }, size: 2, rank: 2, keep: 1, first: [{ id: 8 }, { id: 1 }] }],
    });
    expect(await tracedAt(document, 'd', ['4'], 'customers')).toMatchObject({
      state: 'passed',
      reasons: [{ size: 1, rank: 1, fields: { email: null } }],
    });
  });

  it('says which subset took the row, and the places of limits before it', async () => {
    const order = [{ attribute: 'id', direction: 'ascending' }];
    const subsets = [
      { id: 'some', rule: test('id', { op: 'greater', value: 1 }), limit: { kind: 'percent', percent: 25, of: 'input' }, order, skip: 1 },
      { id: 'vips', rule: test('vip', { op: 'true' }), code: 'V' },
    ];
    const document = flowOf([build('a'), { id: 's', type: 'split', subsets, complement: true }], [['a', 'out', 's']]);
    const at = (key: string) => tracedAt(document, 's', [key], 'customers');
    const ranked = { kind: 'rank', output: 'some', of: 9, from: 2, to: 4 };
    expect(await at('2')).toMatchObject({
      state: 'dropped',
      outputs: ['complement'],
      reasons: [{ rule: { value: 2 } }, { ...ranked, rank: 1 }, { output: 'vips' }],
    });
    expect(await at('3')).toMatchObject({ state: 'passed', outputs: ['some'], reasons: [{}, { ...ranked, rank: 2 }] });
    expect((await at('3')).reasons).toHaveLength(2);
    expect(await at('1')).toMatchObject({
      outputs: ['vips'],
      reasons: [{ rule: { result: false } }, { output: 'vips' }],
      added: { segment_code: 'V' },
    });
  });

  it('says the place of a row in a sample, and of a stratified one in its group', async () => {
    const order = [{ attribute: 'id', direction: 'ascending' }];
    const sampled = (method: object) => flowOf([build('a'), { id: 's', type: 'sample', method }], [['a', 'out', 's']]);
    const first = sampled({ kind: 'first', order, size: { kind: 'count', count: 2 } });
    expect(await tracedAt(first, 's', ['3'], 'customers')).toMatchObject({
      state: 'dropped',
      reasons: [{ kind: 'rank', rank: 3, of: 10, from: 1, to: 2 }],
    });
    const every = sampled({ kind: 'every', every: 3, offset: 2, order });
    expect(await tracedAt(every, 's', ['5'], 'customers')).toMatchObject({
      state: 'passed',
      reasons: [{ rank: 5, from: 2, to: null, every: 3 }],
    });
    const spread = sampled({ kind: 'stratified', attribute: 'country', size: { kind: 'percent', percent: 50 } });
    expect((await tracedAt(spread, 's', ['2'], 'customers')).reasons).toMatchObject([{ kind: 'rank', of: 2, from: 1, to: 1 }]);
  });

  it('says which inputs had the row, also by other columns than the key', async () => {
    const land = (id: string) => ({ id, type: 'enrich', additions: [{ kind: 'attribute', attribute: 'country', as: 'land' }] });
    const combined = (more: object) =>
      flowOf(
        [
          build('a', french),
          build('b', test('store', { op: 'equals', value: 'S1' })),
          land('la'),
          land('lb'),
          { id: 'c', type: 'combine', ...more },
        ],
        [
          ['a', 'out', 'la'],
          ['b', 'out', 'lb'],
          ['la', 'out', 'c'],
          ['lb', 'out', 'c', 1],
        ],
      );
    expect(await tracedAt(combined({ operation: 'intersection' }), 'c', ['3'], 'customers')).toMatchObject({
      state: 'dropped',
      inputs: [0],
      reasons: [{ kind: 'inputs', operation: 'intersection', has: [0], of: 2 }],
    });
    expect(await tracedAt(combined({ operation: 'union' }), 'c', ['2'], 'customers')).toMatchObject({
      state: 'passed',
      reasons: [{ has: [0, 1] }],
    });
    expect(await tracedAt(combined({ operation: 'intersection', by: ['land'] }), 'c', ['3'], 'customers')).toMatchObject({
      state: 'passed',
      inputs: [0],
      reasons: [{ has: [0, 1] }],
    });
    expect(await tracedAt(combined({ operation: 'union' }), 'c', ['4'], 'customers')).toMatchObject({ state: 'absent', reasons: [] });
  });

  it('says why a message is not sent', async () => {
    const message = { category: 'marketing', subject: 'Hello', from: { name: 'Shop', address: 'shop@example.test' }, html: '<p>Hello</p>' };
    const document = flowOf([build('a'), { id: 'm', type: 'email', message }], [['a', 'out', 'm']]);
    expect(await tracedAt(document, 'm', ['4'], 'customers')).toMatchObject({
      state: 'dropped',
      reasons: [{ kind: 'message', reason: 'no-consent', rows: 1 }],
    });
    expect((await tracedAt(document, 'm', ['8'], 'customers')).reasons).toMatchObject([{ reason: 'duplicate-address', rows: 1 }]);
    expect(await tracedAt(document, 'm', ['1'], 'customers')).toMatchObject({
      state: 'passed',
      reasons: [{ kind: 'message', reason: null, detail: '', rows: 1 }],
    });
  });

  it('says the numbers a test compares', async () => {
    const branches = [
      { id: 'many', all: [{ left: { kind: 'count' }, op: 'greater', right: 5 }] },
      { id: 'few', all: [{ left: { kind: 'count' }, op: 'at-most', right: 5 }] },
    ];
    const document = flowOf([build('a', french), { id: 't', type: 'test', branches }], [['a', 'out', 't']]);
    expect(await tracedAt(document, 't', ['2'], 'customers')).toMatchObject({
      outputs: ['few'],
      reasons: [
        { kind: 'branch', output: 'many', conditions: [{ left: 2, op: 'greater', right: 5, holds: false }] },
        { output: 'few', conditions: [{ holds: true }] },
      ],
    });
  });

  it('says of written SQL only whether the row came out, and what it brought', async () => {
    const sql = 'SELECT id, score * 2 AS twice FROM customers WHERE id < 3';
    const document = flowOf([{ id: 'q', type: 'sql', dimension: 'customers', sql }]);
    expect(await tracedAt(document, 'q', ['2'], 'customers')).toEqual({
      activity: 'q',
      state: 'passed',
      inputs: [],
      outputs: ['out'],
      reasons: [{ kind: 'written' }],
      added: { twice: 6 },
    });
    expect((await tracedAt(document, 'q', ['3'], 'customers')).state).toBe('dropped');
  });

  it('says what does not run and what works on other rows', async () => {
    const document = flowOf(
      [build('a'), build('off', everyone, { disabled: true }), build('after'), build('orders', everyone, { dimension: 'orders' })],
      [['off', 'out', 'after']],
    );
    const [row] = await rowsOf(document, ['2'], 'customers');
    expect(row?.activities.map((a) => [a.activity, a.state])).toEqual([
      ['a', 'passed'],
      ['orders', 'elsewhere'],
      ['off', 'not-run'],
      ['after', 'not-run'],
    ]);
  });

  it('does not run where it cannot be computed, which the report says', async () => {
    const sql = 'SELECT id, CAST(first_name AS INTEGER) AS number FROM customers';
    const report = await whyRow(shop.ctx, {
      campaign: flowOf([build('a'), { id: 'q', type: 'sql', dimension: 'customers', sql }]),
      asOf,
      key: ['2'],
    });
    expect(report.rows[0]?.activities).toMatchObject([{ state: 'passed' }, { activity: 'q', state: 'not-run' }]);
    expect(report.problems).toMatchObject([{ code: 'step-sql' }]);
  });
});

describe('a row of another entity', () => {
  const document = flowOf(
    [build('a', french), { id: 'o', type: 'change-dimension', path: ['orders'] }, build('w', web, { dimension: 'orders' })],
    [
      ['a', 'out', 'o'],
      ['o', 'out', 'w'],
    ],
  );

  it('is followed from the row that leads to it', async () => {
    const rows = await rowsOf(document, ['2'], 'customers');
    expect(rows[0]?.activities.map((a) => [a.activity, a.state])).toEqual([
      ['a', 'passed'],
      ['o', 'passed'],
      ['w', 'elsewhere'],
    ]);
    expect(rows[0]?.activities[1]?.reasons).toEqual([
      { kind: 'reaches', rows: { entity: 'orders', count: 3, first: [{ order_id: 103 }, { order_id: 104 }, { order_id: 105 }] } },
    ]);
    expect(rows.slice(1).map((r) => [r.key, r.from, r.activities.map((a) => [a.activity, a.state])])).toEqual(
      [103, 104, 105].map((order_id) => [{ order_id }, { activity: 'o', key: { id: 2 } }, [['w', 'passed']]]),
    );
  });

  it('is dropped when it leads to nothing', async () => {
    expect(await tracedAt(document, 'o', ['3'], 'customers')).toMatchObject({ state: 'dropped', reasons: [{ rows: { count: 0 } }] });
  });

  it('can be asked about by itself, and tells where it comes from', async () => {
    expect(await tracedAt(document, 'o', ['103'])).toMatchObject({
      state: 'passed',
      inputs: [],
      outputs: ['out'],
      reasons: [{ kind: 'reached-from', rows: { entity: 'customers', count: 1, first: [{ id: 2 }] } }],
    });
    expect(await tracedAt(document, 'o', ['101'])).toMatchObject({ state: 'absent' });
  });
});

describe('the key', () => {
  const document = flowOf([build('a'), build('o', everyone, { dimension: 'orders' }), build('l', everyone, { dimension: 'lines' })]);
  const why = (key: string[], entity?: string) => codeOf(whyRow(shop.ctx, { campaign: document, asOf, key, entity }));

  it('may have several values', async () => {
    const rows = await rowsOf(document, ['101', '2']);
    expect(rows).toMatchObject([
      { entity: 'lines', key: { order_id: 101, line: 2 }, activities: [{}, {}, { activity: 'l', state: 'passed' }] },
    ]);
  });

  it('is refused in words', async () => {
    expect(await why(['1', '2', '3'])).toBe('why-no-dimension');
    expect(await why(['1'], 'stores')).toBe('why-no-dimension');
    expect(await why(['Ana'])).toBe('why-bad-key');
    expect(await why(['9999'])).toBe('why-not-found');
    expect(await why(["1'); DROP TABLE customers; --"])).toBe('why-bad-key');
    const connection = await shop.ctx.connection();
    await connection.run('INSERT INTO orders (order_id) VALUES (1)');
    await connection.close();
    expect(await why(['1'])).toBe('why-several');
    expect(await why(['1'], 'orders')).toBe('none');
  });
});

it('leaves the counts as they are', async () => {
  const document = flowOf(
    [build('a', french), { id: 'o', type: 'change-dimension', path: ['orders'], complement: true }],
    [['a', 'out', 'o']],
  );
  const before = await countCampaign(shop.ctx, document, { asOf });
  await rowsOf(document, ['2'], 'customers');
  expect(await countCampaign(shop.ctx, document, { asOf })).toMatchObject({ counts: before.counts, computed: 0 });
});
