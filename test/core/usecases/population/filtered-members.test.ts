import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { campaign } from '../../../../core/model/campaign';
import type { FieldFilter, PopulationChoice } from '../../../../core/model/population';
import { type PopulationRowsRequest, readPopulation } from '../../../../core/usecases/population/read-population';
import { shopAsOf } from '../../../support/shop';
import { openShop, type ShopWorkspace } from '../../../support/shop-workspace';

const document = campaign.parse({
  format: 1,
  id: 'c',
  name: 'C',
  seed: 's',
  flow: {
    activities: [
      { id: 'all', type: 'build-audience', dimension: 'customers', rule: { kind: 'all', rules: [] } },
      { id: 'more', type: 'enrich', additions: [{ kind: 'attribute', attribute: 'country', as: 'land' }] },
    ],
    transitions: [{ from: 'all', output: 'out', to: 'more', input: 0 }],
  },
});
const enriched: PopulationChoice = { kind: 'output', campaign: document, activity: 'more', output: 'out' };

describe.each(['native', 'wasm'] as const)('filtered members on the %s engine', (engine) => {
  let shop: ShopWorkspace;
  beforeAll(async () => {
    shop = await openShop({ engine });
  });
  afterAll(() => shop.close());

  const page = (filters: FieldFilter[], more: Partial<PopulationRowsRequest> = {}) =>
    readPopulation(shop.ctx, { population: enriched, asOf: shopAsOf, offset: 0, limit: 3, filters, ...more });
  /** The first ids, and how many there are. */
  const passing = async (attribute: string, test: FieldFilter['test'], population: PopulationChoice = enriched) => {
    const { values, total } = await page([{ field: { attribute }, test }], { population });
    return [values[0], total];
  };

  it('asks of a column what a rule asks of an attribute, and says how many pass', async () => {
    expect((await page([])).total).toBe(10);
    expect(await passing('land', { op: 'equals', value: 'fr' })).toEqual([[2, 3], 2]);
    expect(await passing('land', { op: 'equals', value: 'fr', exact: true })).toEqual([[], 0]);
    expect(await passing('land', { op: 'contains', value: 'e' })).toEqual([[1, 4, 8], 4]);
    expect(await passing('land', { op: 'empty' })).toEqual([[6, 7], 2]);
    expect(await passing('land', { op: 'not-equals', value: 'FR' })).toEqual([[1, 4, 5], 8]);
    expect(await passing('land', { op: 'not-equals', value: 'FR', excludeEmpty: true })).toEqual([[1, 4, 5], 6]);
    expect(await passing('born', { op: 'between', from: '1980-01-01', to: '1990-12-31' })).toEqual([[1, 6, 7], 4]);
    expect(await passing('score', { op: 'at-most', value: 5 })).toEqual([[2, 5, 6], 6]);
  });

  it('asks it of any population, along links too, and of today where the workspace is', async () => {
    const population: PopulationChoice = { kind: 'entity', entity: 'orders' };
    expect(await passing('total', { op: 'between', from: '20', to: '99.99' }, population)).toEqual([[101, 103, 106], 5]);
    expect(await passing('placed_at', { op: 'on', moment: { kind: 'as-of', offset: 0, unit: 'day' } }, population)).toEqual([
      [103, 105],
      2,
    ]);
    const town: FieldFilter = { field: { path: ['customer', 'store'], attribute: 'town' }, test: { op: 'equals', value: 'lyon' } };
    const shown = await page([town], { population, fields: [town.field], offset: 1 });
    expect([shown.values, shown.total]).toEqual([
      [
        [102, 103, 104],
        ['Lyon', 'Lyon', 'Lyon'],
      ],
      6,
    ]);
  });

  it('takes every filter together, in any order and from any row', async () => {
    const filters: FieldFilter[] = ['born', 'land'].map((attribute) => ({ field: { attribute }, test: { op: 'not-empty' } }));
    expect((await page(filters, { offset: 3 })).values[0]).toEqual([5, 8, 9]);
    const fields = [{ attribute: 'born' }];
    const sorted = await page(filters, { fields, sort: { column: 'born', descending: true }, offset: 1 });
    expect([sorted.values[0], sorted.total]).toEqual([[10, 2, 1], 7]);
    expect(sorted.columns.map((c) => c.name)).toEqual(['id', 'land', 'born']);
  });

  it('says what cannot be asked', async () => {
    const fails = async (attribute: string, test: FieldFilter['test'], code: string) =>
      expect(passing(attribute, test)).rejects.toMatchObject({ code });
    await fails('nothing', { op: 'empty' }, 'rule-unknown-attribute');
    await fails('score', { op: 'equals', value: 'many' }, 'rule-bad-value');
    await fails('score', { op: 'contains', value: '5' }, 'rule-wrong-type');
    await fails('score', { op: 'equals', value: { variable: 'gone' } }, 'variable-unknown');
  });
});
