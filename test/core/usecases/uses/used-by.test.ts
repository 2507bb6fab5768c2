import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { audience } from '../../../../core/model/audience';
import { campaign } from '../../../../core/model/campaign';
import { filter } from '../../../../core/model/filter';
import { query } from '../../../../core/model/query';
import { type Usable, use } from '../../../../core/model/use';
import { sampleCampaign } from '../../../../core/sample/documents';
import { removeAudience } from '../../../../core/usecases/audience/remove-audience';
import { checkCampaign } from '../../../../core/usecases/campaign/check-campaign';
import { removeCampaign } from '../../../../core/usecases/campaign/remove-campaign';
import { removeEntity } from '../../../../core/usecases/data/remove-entity';
import { removeLink } from '../../../../core/usecases/data/remove-link';
import { removeFilter } from '../../../../core/usecases/filter/remove-filter';
import { usedBy } from '../../../../core/usecases/uses/used-by';
import { writtenNames } from '../../../../core/usecases/uses/written-names';
import { shopAsOf as asOf } from '../../../support/shop';
import { saveDocuments } from '../../../support/shop-saved';
import { openShop, type ShopWorkspace } from '../../../support/shop-workspace';

const french = audience.parse({
  format: 1,
  id: 'french',
  name: 'French',
  dimension: 'customers',
  definition: { kind: 'rule', rule: { kind: 'attribute', attribute: 'country', test: { op: 'equals', value: 'FR' } } },
});
const buyers = audience.parse({
  format: 1,
  id: 'buyers',
  name: 'Buyers',
  dimension: 'customers',
  definition: {
    kind: 'rule',
    rule: {
      kind: 'all',
      rules: [
        { kind: 'audience', member: true, audience: 'french' },
        {
          kind: 'related',
          quantifier: 'some',
          path: ['orders'],
          where: { kind: 'attribute', attribute: 'total', test: { op: 'at-least', value: '10' } },
        },
        { kind: 'filter', filter: 'grown', arguments: {} },
      ],
    },
  },
});
const written = audience.parse({
  format: 1,
  id: 'written',
  name: 'Written',
  dimension: 'customers',
  definition: { kind: 'sql', sql: `SELECT customer_id AS id FROM Orders -- customers\nWHERE channel = 'town' AND "total" > 5` },
});
const then = audience.parse({
  format: 1,
  id: 'then',
  name: 'Then',
  dimension: 'customers',
  definition: { kind: 'snapshot', table: 'then', rows: 0, asOf, takenAt: asOf, dataVersions: {}, of: 'buyers' },
});
const grown = filter.parse({
  format: 1,
  id: 'grown',
  name: 'Grown',
  entity: 'customers',
  rule: { kind: 'sql', sql: "born < DATE '2000-01-01'" },
});
const flow = campaign.parse({
  format: 1,
  id: 'c',
  name: 'Spring',
  seed: 's',
  flow: {
    activities: [
      {
        id: 'read',
        type: 'read-audience',
        audience: 'buyers',
        label: 'Those who bought',
        path: ['orders'],
        attributes: [{ path: ['store'], attribute: 'town', as: 'town' }],
      },
      { id: 'back', type: 'change-dimension', path: ['customer'] },
      {
        id: 'add',
        type: 'enrich',
        additions: [
          {
            kind: 'collect',
            path: ['orders'],
            attributes: ['channel'],
            count: 2,
            order: [{ attribute: 'placed_at', direction: 'descending' }],
            as: 'last',
          },
        ],
      },
      {
        id: 'best',
        type: 'sample',
        method: { kind: 'first', order: [{ attribute: 'score', direction: 'descending' }], size: { kind: 'count', count: 5 } },
      },
      { id: 'keep', type: 'save-audience', audience: 'then', mode: 'overwrite', columns: ['vip'] },
      {
        id: 'mail',
        type: 'email',
        message: {
          category: 'transactional',
          subject: 'Hello {{ profile.first_name }}',
          from: { name: 'Shop', address: 'shop@example.test' },
          html: '{% if target.city %}<p>{{ target.city | upcase }}</p>{% endif %}',
          address: 'email',
        },
      },
      { id: 'end', type: 'end', signal: { campaign: 'c', parameters: {} } },
    ],
    transitions: [
      ['read', 'back'],
      ['back', 'add'],
      ['add', 'best'],
      ['best', 'keep'],
      ['keep', 'mail'],
      ['mail', 'end'],
    ].map(([from, to]) => ({ from, output: 'out', to, input: 0 })),
  },
});

const june = campaign.parse({
  format: 1,
  id: 'june',
  name: 'June',
  seed: 's',
  variables: [
    { name: 'least', type: 'number', value: 5 },
    { name: 'season', type: 'text' },
  ],
  flow: {
    activities: [
      { id: 'begin', type: 'start', by: { kind: 'signal', variables: ['season'] } },
      {
        id: 'young',
        type: 'build-audience',
        dimension: 'customers',
        rule: {
          kind: 'all',
          rules: [
            { kind: 'filter', filter: 'grown', arguments: { year: { variable: 'least' } } },
            { kind: 'attribute', attribute: 'score', test: { op: 'at-least', value: { variable: 'least' } } },
          ],
        },
      },
      { id: 'some', type: 'sql', dimension: 'customers', sql: 'SELECT id FROM input WHERE country = $season' },
      {
        id: 'same',
        type: 'reconcile',
        entity: 'customers',
        on: [{ column: 'postcode', attribute: 'email', normaliser: 'none' }],
        several: { kind: 'all' },
      },
      { id: 'again', type: 'end', signal: { campaign: 'june', parameters: { season: 'summer' } } },
    ],
    transitions: [
      ['begin', 'young'],
      ['young', 'some'],
      ['some', 'same'],
      ['same', 'again'],
    ].map(([from, to]) => ({ from, output: 'out', to, input: 0 })),
  },
});

const july = campaign.parse({
  format: 1,
  id: 'july',
  name: 'July',
  seed: 's',
  flow: { activities: [{ id: 'on', type: 'end', signal: { campaign: 'june', parameters: {} } }], transitions: [] },
});
const towns = query.parse({
  format: 1,
  id: 'towns',
  name: 'Towns',
  kind: 'sql',
  sql: 'SELECT town, count(*) FROM stores JOIN audience.french ON true GROUP BY 1 -- orders',
});

describe('what uses something', () => {
  let shop: ShopWorkspace;
  beforeAll(async () => {
    shop = await openShop();
    await saveDocuments(shop, [french, buyers, written, then]);
    await shop.ctx.store.commit([
      { kind: 'filter', id: 'grown', document: grown },
      { kind: 'campaign', id: 'c', document: flow },
      { kind: 'campaign', id: 'june', document: june },
      { kind: 'campaign', id: 'july', document: july },
      { kind: 'query', id: 'towns', document: towns },
    ]);
  });
  afterAll(() => shop.close());
  const uses = (of: Usable) => use.array().parse(usedBy(shop.ctx, of));
  const told = (of: Usable) => uses(of).flatMap((u) => u.places.map((place) => `${u.name}: ${place.join(' ')}`));
  const attribute = (entity: string, name: string) => told({ kind: 'attribute', entity, attribute: name });

  it('is found for audiences, filters and campaigns', () => {
    expect(told({ kind: 'audience', id: 'french' })).toEqual(['Buyers: definition rule rules 0 audience', 'Towns: sql']);
    expect(uses({ kind: 'audience', id: 'buyers' }).map((u) => [u.kind, u.id, u.needed])).toEqual([
      ['campaign', 'c', true],
      ['audience', 'then', false],
    ]);
    expect(told({ kind: 'audience', id: 'buyers' })).toEqual(['Spring: activities read audience', 'Then: definition of']);
    expect(uses({ kind: 'audience', id: 'then' })).toEqual([
      { kind: 'campaign', id: 'c', name: 'Spring', needed: false, places: [['activities', 'keep', 'audience']] },
    ]);
    expect(told({ kind: 'filter', id: 'grown' })).toEqual([
      'June: activities young rule rules 0 filter',
      'Buyers: definition rule rules 2 filter',
    ]);
    expect(told({ kind: 'campaign', id: 'june' })).toEqual(['July: activities on signal campaign']);
    expect(told({ kind: 'campaign', id: 'c' })).toEqual([]);
    expect(uses({ kind: 'audience', id: 'nobody' })).toEqual([]);
  });

  it('is found for attributes, along paths, in orders, content, settings and SQL', () => {
    expect(attribute('customers', 'country')).toEqual(['French: definition rule attribute', 'Shop: profile postal']);
    expect(attribute('orders', 'total')).toEqual(['Buyers: definition rule rules 1 where attribute', 'Written: definition sql']);
    expect(attribute('stores', 'town')).toEqual(['Spring: activities read attributes 0 attribute', 'Towns: sql']);
    expect(attribute('orders', 'channel')).toEqual(['Spring: activities add additions 0 attributes 0', 'Written: definition sql']);
    expect(attribute('orders', 'placed_at')).toEqual(['Spring: activities add additions 0 order 0 attribute']);
    expect(attribute('customers', 'score')).toEqual([
      'Spring: activities best method order 0 attribute',
      'June: activities young rule rules 1 attribute',
    ]);
    expect(attribute('customers', 'vip')).toEqual(['Spring: activities keep columns 0']);
    expect(attribute('customers', 'first_name')).toEqual(['Spring: activities mail message subject', 'Shop: profile postal']);
    expect(attribute('customers', 'city')).toEqual(['Spring: activities mail message html', 'Shop: profile postal']);
    expect(attribute('customers', 'email')).toEqual([
      'Spring: activities mail message address',
      'June: activities same on 0 attribute',
      'Shop: profile email',
    ]);
    expect(attribute('customers', 'born')).toEqual(['Grown: rule sql']);
    expect(attribute('consents', 'given_at')).toEqual(['Shop: profile consent at']);
    expect(attribute('stores', 'code')).toEqual(['store: on 0 to']);
    expect(attribute('customers', 'postcode')).toContain('June: activities same on 0 column');
    expect(attribute('customers', 'last_name')).toEqual(['Shop: profile postal']);
  });

  it('is found for attributes in what others are derived from', async () => {
    const stores = shop.ctx.store.read('entity', 'stores');
    if (!stores) throw new Error('no stores');
    const loud = { name: 'loud', type: 'text' as const, derived: { sql: 'upper(town)' } };
    const same = { name: 'same', type: 'text' as const, derived: { identity: 'id' as const, of: 'town' } };
    const attributes = [...stores.attributes, loud, same];
    await shop.ctx.store.commit([{ kind: 'entity', id: 'stores', document: { ...stores, attributes } }]);
    expect(attribute('stores', 'town')).toEqual(expect.arrayContaining(['stores: attributes loud', 'stores: attributes same']));
    await shop.ctx.store.commit([{ kind: 'entity', id: 'stores', document: stores }]);
  });

  it('is found for variables of a campaign', () => {
    const variable = (name: string) => told({ kind: 'variable', campaign: 'june', name });
    expect(variable('least')).toEqual([
      'June: activities young rule rules 0 arguments year',
      'June: activities young rule rules 1 test value',
    ]);
    expect(variable('season')).toEqual([
      'June: activities begin by variables 0',
      'June: activities some sql',
      'June: activities again signal parameters season',
    ]);
    expect(told({ kind: 'variable', campaign: 'c', name: 'least' })).toEqual([]);
  });

  it('is found for entities and links', () => {
    expect(told({ kind: 'entity', entity: 'stores' })).toEqual(['Spring: activities read attributes 0 path 0', 'Towns: sql', 'store: to']);
    expect(uses({ kind: 'entity', entity: 'orders' }).map((u) => u.name)).toEqual(['Spring', 'Buyers', 'Written', 'order', 'customer']);
    expect(told({ kind: 'link', from: 'orders', name: 'customer' })).toEqual([
      'Spring: activities read path 0',
      'Spring: activities back path 0',
      'Spring: activities add additions 0 path 0',
      'Buyers: definition rule rules 1 path 0',
    ]);
  });

  it('keeps it from being removed, unless it is forced', async () => {
    await expect(removeAudience(shop.ctx, 'french')).rejects.toMatchObject({
      code: 'audience-in-use',
      details: { audience: 'French', users: 'Buyers (definition › rule), Towns (sql)' },
    });
    await expect(removeFilter(shop.ctx, 'grown')).rejects.toMatchObject({ details: { users: 'June (young), Buyers (definition › rule)' } });
    await expect(removeEntity(shop.ctx, 'stores')).rejects.toMatchObject({
      code: 'entity-in-use',
      details: { users: 'Spring (Those who bought), Towns (sql), store (to)' },
    });
    await expect(removeLink(shop.ctx, { from: 'orders', name: 'customer' })).rejects.toMatchObject({
      code: 'link-in-use',
      details: { link: 'customer', users: 'Spring (Those who bought; back; add), Buyers (definition › rule)' },
    });
    await expect(removeCampaign(shop.ctx, 'june')).rejects.toMatchObject({
      code: 'campaign-in-use',
      details: { campaign: 'June', users: 'July (on)' },
    });
    await removeAudience(shop.ctx, 'then');
    await removeFilter(shop.ctx, 'grown', { force: true });
    await removeCampaign(shop.ctx, 'june', { force: true });
    await removeEntity(shop.ctx, 'stores', { force: true });
    expect(shop.ctx.store.list('link').map((l) => l.name)).toEqual(['order', 'customer']);
    const problems = await checkCampaign(shop.ctx, flow, { asOf });
    expect(problems.map((p) => p.code)).toEqual(expect.arrayContaining(['rule-unknown-filter']));
    await removeEntity(shop.ctx, 'customers', { force: true });
    expect((await checkCampaign(shop.ctx, flow, { asOf })).map((p) => p.code)).toContain('flow-unknown-entity');
  });
});

it('reads names out of SQL', () => {
  const sql = `SELECT a.Über, "odd ""name""" /* hidden */ FROM t -- nothing\nWHERE x = 'it''s text' AND y_2 > $z`;
  expect([...writtenNames(sql)].sort()).toEqual(['a', 'and', 'from', 'odd "name"', 'select', 't', 'where', 'x', 'y_2', 'über']);
});

it('finds every activity of the sample by what it names', async () => {
  const shop = await openShop();
  try {
    await shop.ctx.store.commit([{ kind: 'campaign', id: sampleCampaign.id, document: sampleCampaign }]);
    expect(usedBy(shop.ctx, { kind: 'audience', id: 'recently-contacted' }).map((u) => u.places)).toEqual([
      [['activities', 'contacted', 'audience']],
    ]);
  } finally {
    await shop.close();
  }
});
