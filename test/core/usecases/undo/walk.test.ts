import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Audience } from '../../../../core/model/audience';
import type { Endpoint } from '../../../../core/model/endpoint';
import type { UndoDirection, UndoPlace } from '../../../../core/model/undo';
import { keepSaves } from '../../../../core/usecases/audience/keep-saves';
import { removeAudience } from '../../../../core/usecases/audience/remove-audience';
import { saveAudience } from '../../../../core/usecases/audience/save-audience';
import { removeCampaign } from '../../../../core/usecases/campaign/remove-campaign';
import { saveCampaign } from '../../../../core/usecases/campaign/save-campaign';
import { unusedId } from '../../../../core/usecases/campaign/unused-id';
import { loadDdl } from '../../../../core/usecases/data/load-ddl';
import { removeEntity } from '../../../../core/usecases/data/remove-entity';
import { removeLink } from '../../../../core/usecases/data/remove-link';
import { saveAttribute } from '../../../../core/usecases/data/save-attribute';
import { saveLink } from '../../../../core/usecases/data/save-link';
import { removeEndpoint } from '../../../../core/usecases/delivery/remove-endpoint';
import { saveEndpoint } from '../../../../core/usecases/delivery/save-endpoint';
import { removeFilter } from '../../../../core/usecases/filter/remove-filter';
import { saveFilter } from '../../../../core/usecases/filter/save-filter';
import { chosenMembers } from '../../../../core/usecases/population/choose';
import { savePopulation } from '../../../../core/usecases/population/save-population';
import { removeQuery, saveQuery } from '../../../../core/usecases/query/save-query';
import { saveSqlEntity } from '../../../../core/usecases/sql/save-entity';
import { peekSteps, walkStep } from '../../../../core/usecases/undo/walk';
import { withConnection } from '../../../../core/usecases/with-connection';
import { saveWorkspace } from '../../../../core/usecases/workspace/save-workspace';
import { settleWorkspace } from '../../../../core/usecases/workspace/settle-workspace';
import { shopAsOf as asOf, shopModel } from '../../../support/shop';
import { shopFilters } from '../../../support/shop-audiences';
import { french, rowsBySql, storedMembers } from '../../../support/shop-saved';
import { openShop, type ShopWorkspace } from '../../../support/shop-workspace';

let shop: ShopWorkspace;
beforeEach(async () => {
  shop = await openShop();
});
afterEach(() => shop.close());

const walk = (place: UndoPlace, direction: UndoDirection = 'undo') => walkStep(shop.ctx, place, direction);
/** The same workspace as another start of the app finds it: nothing is remembered but what is on disk. */
const startAgain = () => {
  shop = { ...shop, ctx: { ...shop.ctx } };
};
const audience = (id: string) => shop.ctx.store.read('audience', id);
const workspace = () => {
  const [found] = shop.ctx.store.list('workspace');
  if (!found) throw new Error('no settings');
  return found;
};
const flow = { activities: [], transitions: [] };
const campaign = (id: string, name = id) => ({ format: 1 as const, id, name, seed: id, flow, layout: {} });
const endpoint: Endpoint = { format: 1, id: 'e', name: 'E', url: 'https://example.test/', secret: 's', allowPrivate: false };

describe('undo in a place', () => {
  it('takes back creating, changing, renaming and removing, and tells which', async () => {
    await saveAudience(shop.ctx, french);
    await saveAudience(shop.ctx, { ...french, name: 'Francia' });
    await removeAudience(shop.ctx, french.id);
    const told = { kind: 'audience', others: 0 };
    expect(await walk('audiences')).toEqual({ ...told, did: 'remove', name: 'Francia' });
    expect(audience(french.id)).toEqual({ ...french, name: 'Francia' });
    expect(await walk('audiences')).toEqual({ ...told, did: 'rename', name: 'Francia' });
    expect(audience(french.id)).toEqual(french);
    expect(await walk('audiences')).toEqual({ ...told, did: 'create', name: french.name });
    expect(audience(french.id)).toBeUndefined();
    await expect(walk('audiences')).rejects.toMatchObject({ code: 'undo-nothing' });
    for (let n = 0; n < 3; n++) await walk('audiences', 'redo');
    expect(audience(french.id)).toBeUndefined();
    await expect(walk('audiences', 'redo')).rejects.toMatchObject({ code: 'redo-nothing' });
    expect(await peekSteps(shop.ctx, 'audiences')).toMatchObject({ undo: { did: 'remove' }, redo: null });
  });

  it('takes back only what was done there', async () => {
    await saveFilter(shop.ctx, shopFilters[0] ?? expect.fail());
    await saveWorkspace(shop.ctx, { ...workspace(), zone: 'America/Bogota' });
    await saveEndpoint(shop.ctx, endpoint);
    await removeEndpoint(shop.ctx, 'e');
    expect(await walk('settings')).toMatchObject({ did: 'change', kind: 'workspace' });
    expect(workspace().zone).toBe('Europe/Paris');
    expect(await walk('delivery')).toMatchObject({ did: 'remove', kind: 'endpoint', name: 'E' });
    expect(shop.ctx.store.read('endpoint', 'e')).toEqual(endpoint);
    expect(await walk('audiences')).toMatchObject({ did: 'create', kind: 'filter' });
    await expect(walk('data')).rejects.toMatchObject({ code: 'undo-nothing' });
  });

  it('is there after a restart', async () => {
    await saveFilter(shop.ctx, shopFilters[0] ?? expect.fail());
    await removeFilter(shop.ctx, shopFilters[0]?.id ?? '');
    startAgain();
    await walk('audiences');
    startAgain();
    expect(await peekSteps(shop.ctx, 'audiences')).toMatchObject({ undo: { did: 'create' }, redo: { did: 'remove' } });
    await walk('audiences', 'redo');
    expect(shop.ctx.store.list('filter')).toEqual([]);
  });

  it('knows what was written down but not saved', async () => {
    await saveAudience(shop.ctx, french);
    const full = { ...shop.ctx, store: { ...shop.ctx.store, commit: () => Promise.reject(new Error('cut off')) } };
    await expect(removeAudience(full, french.id)).rejects.toThrow('cut off');
    startAgain();
    expect(await peekSteps(shop.ctx, 'audiences')).toMatchObject({ undo: { did: 'create' }, redo: { did: 'remove' } });
  });
});

describe('what happened meanwhile', () => {
  const rename = (document: Audience) => saveAudience(shop.ctx, { ...document, name: 'Other' });
  const members = { kind: 'audience' as const, audience: 'french' };
  const frozenByRun = (mode: 'create' | 'overwrite') =>
    withConnection(shop.ctx, async (connection) => {
      const population = await chosenMembers(shop.ctx, connection, members, { asOf });
      const save = { audience: 'kept', mode, population, rows: population.rows };
      await (await keepSaves(shop.ctx, connection, [save], asOf)).commit([]);
    });

  it('stays where it is another part of the document', async () => {
    await saveWorkspace(shop.ctx, { ...workspace(), zone: 'America/Bogota' });
    const { id } = workspace();
    await shop.ctx.store.commit([{ kind: 'workspace', id, document: { ...workspace(), name: 'Elsewhere' } }]);
    await walk('settings');
    expect(workspace()).toMatchObject({ zone: 'Europe/Paris', name: 'Elsewhere' });
  });

  it('holds undo up where it is the same part', async () => {
    await saveAudience(shop.ctx, french);
    await rename(french);
    await shop.ctx.store.commit([{ kind: 'audience', id: french.id, document: { ...french, name: 'Elsewhere' } }]);
    await expect(walk('audiences')).rejects.toMatchObject({ code: 'undo-changed-since', details: { name: 'Elsewhere' } });
    expect(audience(french.id)?.name).toBe('Elsewhere');
  });

  it('is no step of its own, and comes back with what was removed', async () => {
    await saveAudience(shop.ctx, french);
    await frozenByRun('create');
    await frozenByRun('overwrite');
    const frozen = audience('kept');
    await removeAudience(shop.ctx, 'kept');
    await settleWorkspace(shop.ctx, shop.ctx.sources);
    startAgain();
    expect(await settleWorkspace(shop.ctx, shop.ctx.sources)).toEqual([]);
    expect(await walk('audiences')).toMatchObject({ did: 'remove', name: 'kept' });
    expect(audience('kept')).toEqual(frozen);
    expect((await storedMembers(shop, 'kept')).length).toBe(2);
    expect(await walk('audiences')).toMatchObject({ did: 'create', name: french.name });
  });

  it('of a snapshot saved by hand, its members are those of before, also after a restart', async () => {
    await saveAudience(shop.ctx, french);
    await savePopulation(shop.ctx, { population: members, audience: 'kept', mode: 'create', asOf });
    const [first, two] = [audience('kept'), await storedMembers(shop, 'kept')];
    await saveAudience(shop.ctx, { ...french, definition: { kind: 'rule', rule: { kind: 'all', rules: [] } } });
    await savePopulation(shop.ctx, { population: members, audience: 'kept', mode: 'overwrite', asOf });
    const all = await storedMembers(shop, 'kept');
    expect(all.length).toBeGreaterThan(two.length);
    expect(await settleWorkspace(shop.ctx, shop.ctx.sources)).toEqual([]);
    startAgain();
    expect(await walk('audiences')).toMatchObject({ did: 'change', name: 'kept' });
    expect([audience('kept'), await storedMembers(shop, 'kept')]).toEqual([first, two]);
    await walk('audiences', 'redo');
    expect(await storedMembers(shop, 'kept')).toEqual(all);
    for (let n = 0; n < 2; n++) await walk('audiences');
    expect(await walk('audiences')).toMatchObject({ did: 'create', name: 'kept' });
    expect(audience('kept')).toBeUndefined();
  });

  it('is redone with what undo removed', async () => {
    await saveCampaign(shop.ctx, campaign('c'));
    await saveCampaign(shop.ctx, campaign('c', 'Much work'), { after: 1, entries: [] });
    expect(await walk('campaigns')).toMatchObject({ did: 'create' });
    expect(shop.ctx.store.list('campaign')).toEqual([]);
    expect(await walk('campaigns', 'redo')).toMatchObject({ did: 'create', name: 'Much work' });
    expect(shop.ctx.store.read('campaign', 'c')).toEqual(campaign('c', 'Much work'));
  });

  it('is not undone by removing what is in use', async () => {
    await saveAudience(shop.ctx, french);
    const reads = { id: 'r', type: 'read-audience' as const, audience: french.id };
    await saveCampaign(shop.ctx, { ...campaign('c'), flow: { activities: [reads], transitions: [] } });
    await expect(walk('audiences')).rejects.toMatchObject({ code: 'undo-in-use', details: { name: french.name, users: 'c (r)' } });
    await removeAudience(shop.ctx, french.id, { force: true });
    await walk('audiences');
    expect(await walk('audiences', 'redo')).toMatchObject({ did: 'remove' });
  });
});

describe('saved queries', () => {
  it('come back when they were removed, and are renamed back', async () => {
    const query = { format: 1 as const, id: 'q', name: 'Towns', kind: 'sql' as const, sql: 'SELECT 1', parameters: [] };
    await saveQuery(shop.ctx, query);
    await saveQuery(shop.ctx, { ...query, name: 'Places' });
    await removeQuery(shop.ctx, 'q');
    expect(await walk('sql')).toEqual({ did: 'remove', kind: 'query', name: 'Places', others: 0 });
    expect(await walk('sql')).toMatchObject({ did: 'rename', name: 'Places' });
    expect(shop.ctx.store.list('query')).toEqual([query]);
    expect(await peekSteps(shop.ctx, 'data')).toEqual({ undo: null, redo: null });
  });
});

describe('campaigns', () => {
  it('come back with their own undo, and no other takes their id', async () => {
    await saveCampaign(shop.ctx, campaign('c'));
    const base = { base: campaign('c') };
    const entry = { label: 'rename', patch: { fields: { name: { set: 'C' } }, without: [] } };
    await saveCampaign(shop.ctx, campaign('c', 'C'), { after: 0, entries: [base, entry] });
    await removeCampaign(shop.ctx, 'c');
    expect(await unusedId(shop.ctx, 'c')).toBe('c-2');
    await walk('campaigns');
    expect(shop.ctx.store.read('campaign', 'c')).toEqual(campaign('c', 'C'));
  });
});

describe('data', () => {
  const orders = () => rowsBySql(shop, 'SELECT count(*), sum(total) FROM main.orders');
  const model = () => ({ entities: shop.ctx.store.list('entity'), links: shop.ctx.store.list('link') });

  it('brings a removed entity back with its rows, links and refused rows', async () => {
    const before = { model: model(), orders: await orders() };
    await removeEntity(shop.ctx, 'orders', { force: true });
    const links = shopModel.links.length - model().links.length;
    expect(links).toBeGreaterThan(0);
    expect(await walk('data')).toEqual({
      did: 'remove',
      kind: 'entity',
      name: 'orders',
      others: links,
    });
    expect(await orders()).toEqual(before.orders);
    const known = before.model.entities.find((e) => e.name === 'orders');
    expect(shop.ctx.store.read('entity', 'orders')).toEqual({ ...known, dataVersion: (known?.dataVersion ?? 0) + 1 });
    expect(model().links).toEqual(before.model.links);
    expect(await settleWorkspace(shop.ctx, shop.ctx.sources)).toEqual([]);
  });

  it('brings it back without rows once the workspace was opened anew', async () => {
    await removeEntity(shop.ctx, 'orders', { force: true });
    await settleWorkspace(shop.ctx, shop.ctx.sources);
    await walk('data');
    expect(await orders()).toEqual([[0, null]]);
    expect(shop.ctx.store.read('entity', 'orders')?.rows).toBe(0);
  });

  it('takes back an entity made of a SELECT, and brings it back with its rows', async () => {
    const before = model();
    await saveSqlEntity(
      shop.ctx,
      { sql: 'SELECT DISTINCT country FROM customers WHERE country IS NOT NULL', asOf },
      { name: 'countries', key: ['country'] },
    );
    const made = () => rowsBySql(shop, 'SELECT country FROM main.countries ORDER BY 1');
    const rows = await made();
    expect(rows.length).toBeGreaterThan(0);
    expect(await walk('data')).toMatchObject({ did: 'create', kind: 'entity', name: 'countries' });
    expect(model()).toEqual(before);
    await expect(made()).rejects.toThrow();
    await walk('data', 'redo');
    expect(await made()).toEqual(rows);
  });

  it('derives anew what is derived again', async () => {
    const upper = { name: 'upper', derived: { sql: 'upper(country)' } };
    await saveAttribute(shop.ctx, 'customers', upper);
    await saveAttribute(shop.ctx, 'customers', { ...upper, derived: { sql: 'lower(country)' } });
    const derived = () => rowsBySql(shop, "SELECT DISTINCT upper FROM main.customers WHERE upper(country) = 'FR'");
    expect(await derived()).toEqual([['fr']]);
    const version = shop.ctx.store.read('entity', 'customers')?.dataVersion ?? 0;
    await walk('data');
    expect(await derived()).toEqual([['FR']]);
    expect(shop.ctx.store.read('entity', 'customers')?.dataVersion).toBe(version + 1);
    await walk('data');
    await expect(derived()).rejects.toThrow();
    await walk('data', 'redo');
    expect(await derived()).toEqual([['FR']]);
  });

  it('does not take back a link that is walked', async () => {
    const link = shopModel.links.find((l) => l.reverse === 'orders') ?? expect.fail();
    await removeLink(shop.ctx, link);
    await saveLink(shop.ctx, link);
    const rule = { kind: 'related' as const, quantifier: 'some' as const, path: ['orders'], where: { kind: 'all' as const, rules: [] } };
    await saveAudience(shop.ctx, { ...french, definition: { kind: 'rule', rule } });
    await expect(walk('data')).rejects.toMatchObject({ code: 'undo-in-use', details: { name: link.name } });
  });

  it('takes a DDL back as one step, and links one by one', async () => {
    const before = model();
    await loadDdl(
      shop.ctx,
      'CREATE TABLE a (id INT PRIMARY KEY); CREATE TABLE b (id INT PRIMARY KEY, a_id INT REFERENCES a, c_id INT REFERENCES a)',
    );
    expect(model().links.length).toBe(before.links.length + 2);
    expect(await walk('data')).toMatchObject({ did: 'create', kind: 'entity', others: 3 });
    expect(model()).toEqual(before);
    const [link] = before.links;
    if (!link) throw new Error('no link');
    await removeLink(shop.ctx, link);
    expect(await walk('data')).toMatchObject({ did: 'remove', kind: 'link', name: link.name });
    expect(model()).toEqual(before);
    await saveLink(shop.ctx, link);
    expect(await peekSteps(shop.ctx, 'data')).toMatchObject({ undo: null, redo: { did: 'remove' } });
  });
});

it('returns exactly the documents of before, whatever was done', { timeout: 60_000 }, async () => {
  const [filter] = shopFilters;
  if (!filter) throw new Error('no filter');
  const ids = fc.constantFrom('one', 'two');
  const act = fc.record({
    what: fc.constantFrom('audience', 'filter', 'remove', 'undo', 'redo'),
    id: ids,
    name: fc.string({ minLength: 1, maxLength: 5 }),
  });
  const state = () => ({ audiences: shop.ctx.store.list('audience'), filters: shop.ctx.store.list('filter') });
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 12 }), async (acts) => {
      while ((await peekSteps(shop.ctx, 'audiences')).undo) await walk('audiences');
      let past = [state()];
      let future: typeof past = [];
      for (const { what, id, name } of acts) {
        const before = state();
        if (what === 'undo' || what === 'redo') {
          const [from, to] = what === 'undo' ? [past, future] : [future, past];
          if (from.length === (what === 'undo' ? 1 : 0)) continue;
          await walk('audiences', what);
          const moved = from.pop();
          if (moved) to.push(moved);
          expect(state()).toEqual(past.at(-1));
          continue;
        }
        if (what === 'audience') await saveAudience(shop.ctx, { ...french, id, name });
        else if (what === 'filter') await saveFilter(shop.ctx, { ...filter, id, name });
        else if (audience(id)) await removeAudience(shop.ctx, id);
        if (JSON.stringify(before) === JSON.stringify(state())) continue;
        past = [...past, state()];
        future = [];
      }
      startAgain();
    }),
    { numRuns: 25 },
  );
});
