import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filter } from '../../../../core/model/filter';
import { removeFilter } from '../../../../core/usecases/filter/remove-filter';
import { saveFilter } from '../../../../core/usecases/filter/save-filter';
import { shopFilters } from '../../../support/shop-audiences';
import { openShop, type ShopWorkspace } from '../../../support/shop-workspace';

let shop: ShopWorkspace;
beforeAll(async () => {
  shop = await openShop();
  for (const document of shopFilters) await saveFilter(shop.ctx, document);
});
afterAll(() => shop.close());

const country = (value: unknown) => ({ kind: 'attribute', attribute: 'country', test: { op: 'equals', value } });
const made = (rule: object, parameters: object[] = [], more: object = {}) =>
  filter.parse({ format: 1, id: 'made', name: 'Made', entity: 'customers', parameters, rule, ...more });
const text = { name: 'x', type: 'text' };

describe('a filter', () => {
  it('is kept with its parameters, those without a value too', () => {
    for (const document of shopFilters) expect(shop.ctx.store.read('filter', document.id)).toEqual(document);
  });

  it('may use a list without a value in SQL', async () => {
    await saveFilter(shop.ctx, made({ kind: 'sql', sql: 'country IN ($many)' }, [{ name: 'many', type: 'list' }]));
    await removeFilter(shop.ctx, 'made');
  });

  it.each([
    ['rule-unknown-attribute', made({ kind: 'attribute', attribute: 'land', test: { op: 'empty' } })],
    ['flow-unknown-entity', made(country('FR'), [], { entity: 'clients' })],
    ['variable-unknown', made(country({ variable: 'y' }), [text])],
    ['variable-wrong-type', made(country({ variable: 'x' }), [{ ...text, type: 'number' }])],
    ['variable-bad-value', made(country('FR'), [{ ...text, type: 'date', value: 'soon' }])],
    ['variable-twice', made(country('FR'), [text, text])],
    ['sql-unknown-table', made({ kind: 'sql', sql: 'EXISTS (SELECT 1 FROM nowhere)' })],
    ['rule-sql-not-boolean', made({ kind: 'sql', sql: 'score' })],
    ['rule-circle', made({ kind: 'filter', filter: 'made', arguments: {} })],
  ])('is refused with %s', async (code, document) => {
    await expect(saveFilter(shop.ctx, document)).rejects.toMatchObject({ code });
    expect(shop.ctx.store.read('filter', 'made')).toBeUndefined();
  });

  it('is refused when another one that it expands expands it', async () => {
    const round = made({ kind: 'filter', filter: 'good-customers', arguments: { country: 'FR' } }, [{ name: 'least', type: 'number' }], {
      id: 'spent-lately',
    });
    await expect(saveFilter(shop.ctx, round)).rejects.toMatchObject({
      code: 'rule-circle',
      details: { circle: 'filter spent-lately › filter good-customers › filter spent-lately' },
    });
  });

  it('stays while another filter uses it', async () => {
    const removed = removeFilter(shop.ctx, 'spent-lately');
    await expect(removed).rejects.toMatchObject({
      code: 'filter-in-use',
      details: { filter: 'Spent lately', users: 'Good customers (rule)' },
    });
    expect(shop.ctx.store.read('filter', 'spent-lately')).toBeDefined();
  });
});
