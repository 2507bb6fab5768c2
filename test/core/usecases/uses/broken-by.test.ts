import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { audience } from '../../../../core/model/audience';
import { campaign } from '../../../../core/model/campaign';
import { filter } from '../../../../core/model/filter';
import { saveAudience } from '../../../../core/usecases/audience/save-audience';
import { brokenByFilter, saveFilter } from '../../../../core/usecases/filter/save-filter';
import { openShop, type ShopWorkspace } from '../../../support/shop-workspace';

const from = (value: unknown) => ({ kind: 'attribute', attribute: 'country', test: { op: 'equals', value } });
const asks = (value: object) => ({ kind: 'filter', filter: 'land', arguments: value });
const land = (more: object = {}) =>
  filter.parse({
    format: 1,
    id: 'land',
    name: 'Land',
    entity: 'customers',
    parameters: [{ name: 'code', type: 'text' }],
    rule: from({ variable: 'code' }),
    ...more,
  });
const french = filter.parse({ ...land(), id: 'french', name: 'French', parameters: [], rule: asks({ code: 'FR' }) });
const live = (id: string, rule: object, dimension = 'customers') =>
  audience.parse({ format: 1, id, name: id, dimension, definition: { kind: 'rule', rule } });
const flow = campaign.parse({
  format: 1,
  id: 'c',
  name: 'Spring',
  seed: 's',
  flow: {
    activities: [
      { id: 'read', type: 'read-audience', audience: 'paris' },
      {
        id: 'fit',
        type: 'build-audience',
        label: 'Only French',
        dimension: 'customers',
        rule: { kind: 'filter', filter: 'french', arguments: {} },
      },
      { id: 'lost', type: 'build-audience', dimension: 'customers', rule: { kind: 'filter', filter: 'gone', arguments: {} } },
    ],
    transitions: [{ from: 'read', output: 'out', to: 'lost', input: 0 }],
  },
});

describe('saving what others use', () => {
  let shop: ShopWorkspace;
  beforeAll(async () => {
    shop = await openShop();
    await saveFilter(shop.ctx, land());
    await saveFilter(shop.ctx, french);
    await saveAudience(shop.ctx, live('paris', asks({ code: 'FR' })));
    await shop.ctx.store.commit([{ kind: 'campaign', id: 'c', document: flow }]);
  });
  afterAll(() => shop.close());
  const brokenBy = async (more: object) => {
    const broken = await brokenByFilter(shop.ctx, land(more));
    return broken.map((b) => [b.kind, b.name, b.problems.map((p) => `${p.code} ${p.place.slice(0, 2).join(' ')}`)]);
  };

  it('is fine where all that use it stay whole, errors of before notwithstanding', async () => {
    expect(await brokenBy({ rule: { kind: 'not', rule: from({ variable: 'code' }) } })).toEqual([]);
    expect(await brokenBy({ parameters: [...land().parameters, { name: 'more', type: 'number', value: 1 }] })).toEqual([]);
    expect(await brokenByFilter(shop.ctx, land({ id: 'new' }))).toEqual([]);
    await saveFilter(shop.ctx, land({ name: 'Country' }));
  });

  it.each([
    ['loses a parameter', 'rule-unknown-parameter', { parameters: [], rule: from('FR') }],
    ['asks for more', 'variable-no-value', { parameters: [...land().parameters, { name: 'more', type: 'number' }] }],
    [
      'is of another entity',
      'rule-other-entity',
      { entity: 'stores', parameters: [], rule: { kind: 'attribute', attribute: 'town', test: { op: 'empty' } } },
    ],
  ])('tells what it breaks when it %s, through other filters too', async (_, code, more) => {
    expect(await brokenBy(more)).toEqual([
      ['audience', 'paris', [`${code} activities members`]],
      ['campaign', 'Spring', [`${code} activities read`, `${code} activities fit`]],
      ['filter', 'French', [`${code} activities rows`]],
    ]);
    await expect(saveFilter(shop.ctx, land(more))).rejects.toMatchObject({
      code: 'breaks-users',
      details: { name: 'Land', users: 'paris (definition › rule), Spring (read), French (rule)' },
    });
    expect(shop.ctx.store.read('filter', 'land')?.parameters).toHaveLength(1);
  });

  it('is refused for audiences too, unless it is forced', async () => {
    const stores = live('paris', { kind: 'attribute', attribute: 'town', test: { op: 'equals', value: 'Paris' } }, 'stores');
    await expect(saveAudience(shop.ctx, stores)).rejects.toMatchObject({ code: 'breaks-users', details: { users: 'Spring (read)' } });
    await saveAudience(shop.ctx, stores, { force: true });
    await saveFilter(shop.ctx, land({ parameters: [], rule: from('FR') }), { force: true });
    expect(shop.ctx.store.read('filter', 'land')?.parameters).toEqual([]);
  });
});
