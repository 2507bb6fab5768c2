import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readingOnly } from '../../../../core/usecases/audience/count-audience';
import { keepSaves } from '../../../../core/usecases/audience/keep-saves';
import { settleMembers } from '../../../../core/usecases/audience/settle-members';
import { saveKey } from '../../../../core/usecases/data/save-key';
import { chosenMembers } from '../../../../core/usecases/population/choose';
import { readPopulation } from '../../../../core/usecases/population/read-population';
import { savePopulation } from '../../../../core/usecases/population/save-population';
import { shopAsOf as asOf } from '../../../support/shop';
import { french, rowsBySql, saveDocuments, spanish, spenders, storedMembers, vips, written } from '../../../support/shop-saved';
import { openShop, type ShopWorkspace } from '../../../support/shop-workspace';

const of = (audience: string) => ({ kind: 'audience' as const, audience });
type Mode = 'create' | 'overwrite' | 'append' | 'remove';

let shop: ShopWorkspace;
const save = (from: string, mode: Mode, more: { columns?: string[]; dryRun?: boolean; audience?: string } = {}) =>
  savePopulation(shop.ctx, { population: of(from), audience: 'kept', mode, asOf, ...more });
const ids = async () => (await storedMembers(shop, 'kept')).map(([id]) => id);
const document = () => shop.ctx.store.read('audience', 'kept');

describe.each(['native', 'wasm'] as const)('saving members on %s', (engine) => {
  beforeEach(async () => {
    shop = await openShop({ engine });
    await saveDocuments(shop, [french, spanish, vips, spenders]);
  });
  afterEach(() => shop.close());

  it('creates, appends, removes and overwrites, and tells what each changes', async () => {
    expect((await save('french', 'create')).change).toEqual({ audience: 'kept', mode: 'create', added: 2, removed: 0, kept: 0, rows: 2 });
    expect(await ids()).toEqual([2, 3]);
    expect((await save('vips', 'append')).change).toMatchObject({ added: 4, removed: 0, kept: 2, rows: 6 });
    expect(await ids()).toEqual([1, 2, 3, 4, 8, 10]);
    expect((await save('spanish', 'remove')).change).toMatchObject({ added: 0, removed: 2, kept: 4, rows: 4 });
    expect(await ids()).toEqual([2, 3, 4, 10]);
    expect((await save('vips', 'overwrite')).change).toMatchObject({ added: 2, removed: 2, kept: 2, rows: 4 });
    expect(await ids()).toEqual([1, 4, 8, 10]);
    const { definition, name, dimension } = document() ?? {};
    expect({ name, dimension }).toEqual({ name: 'kept', dimension: 'customers' });
    expect(definition).toMatchObject({ kind: 'snapshot', rows: 4, asOf, of: 'vips', dataVersions: { customers: 1, orders: 1 } });
    // Those that each save replaced are kept for as long as undo can bring them back.
    expect(await rowsBySql(shop, "SELECT count(*) FROM duckdb_tables() WHERE schema_name = 'audience'")).toEqual([[4]]);
  });

  it('keeps columns and attributes beside the key, and gives them when it is read', async () => {
    await save('spenders', 'create', { columns: ['spent', 'country', 'id'] });
    expect(await storedMembers(shop, 'kept')).toEqual([
      [1, '140.50', 'ES'],
      [2, '105.10', 'FR'],
      [4, '99.99', 'DE'],
    ]);
    await save('vips', 'append', { columns: ['country', 'email'] });
    expect(await storedMembers(shop, 'kept')).toEqual([
      [1, '140.50', 'ES', 'ana@example.test'],
      [2, '105.10', 'FR', null],
      [4, '99.99', 'DE', null],
      [8, null, 'ES', 'ana@example.test'],
      [10, null, 'US', 'last@example.test'],
    ]);
    const members = { kind: 'output' as const, campaign: readingOnly('kept', 'kept'), activity: 'members', output: 'out' };
    const sort = { column: 'id', descending: false };
    const page = await readPopulation(shop.ctx, { population: members, asOf, offset: 0, limit: 10, sort });
    expect(page.columns.map((c) => c.name)).toEqual(['id', 'spent', 'country', 'email']);
    expect(page.values[2]).toEqual(['ES', 'FR', 'DE', 'ES', 'US']);
    await save('spanish', 'remove');
    expect((await storedMembers(shop, 'kept')).map((row) => row.slice(0, 2))).toEqual([
      [2, '105.10'],
      [4, '99.99'],
      [10, null],
    ]);
  });

  it('changes nothing when the same is saved again', async () => {
    for (const [from, mode] of [
      ['french', 'create'],
      ['vips', 'append'],
      ['spanish', 'remove'],
      ['french', 'overwrite'],
    ] as const) {
      await save(from, mode);
      const [before, members] = [document(), await ids()];
      await new Promise((resolve) => setTimeout(resolve, 2));
      const again = await save(from, mode);
      expect([document(), await ids()]).toEqual([before, members]);
      expect(again.change).toMatchObject({ added: 0, removed: 0, rows: members.length });
    }
  });

  it('writes nothing when it is only tried', async () => {
    await save('french', 'create');
    const before = document();
    expect((await save('vips', 'append', { dryRun: true })).change).toMatchObject({ added: 4, kept: 2, rows: 6 });
    expect(document()).toEqual(before);
    expect(await rowsBySql(shop, "SELECT count(*) FROM duckdb_tables() WHERE schema_name = 'audience'")).toEqual([[1]]);
  });
});

describe('saving', () => {
  beforeEach(async () => {
    shop = await openShop();
    await saveDocuments(shop, [french, spanish, vips, spenders]);
  });
  afterEach(() => shop.close());

  it.each([
    ['create', { name: 'kept' }, 'audience-exists'],
    ['overwrite', { name: 'vips' }, 'audience-live'],
    ['append', { name: 'vips' }, 'audience-live'],
    ['remove', { name: 'nobody' }, 'flow-unknown-audience'],
    ['overwrite', { name: 'kept', columns: ['nope'] }, 'rule-unknown-attribute'],
  ] as const)('refuses to %s %j', async (mode, { name, ...more }, code) => {
    await save('french', 'create');
    const before = document();
    const refused = save('vips', mode, { audience: name, ...('columns' in more ? { columns: [...more.columns] } : {}) });
    await expect(refused).rejects.toMatchObject({ code });
    expect(document()).toEqual(before);
  });

  it('refuses members of another dimension, lists, and a column of another type', async () => {
    await save('french', 'create', { columns: ['score'] });
    const orders = { kind: 'entity' as const, entity: 'orders' };
    await expect(savePopulation(shop.ctx, { population: orders, audience: 'kept', mode: 'append', asOf })).rejects.toMatchObject({
      code: 'flow-dimension-mismatch',
      details: { found: 'orders', needed: 'customers' },
    });
    const list = {
      ...spenders,
      id: 'lists',
      definition: { kind: 'sql' as const, sql: 'SELECT id, [1, 2] AS numbers, first_name AS score FROM customers' },
    };
    await saveDocuments(shop, [list]);
    await expect(save('lists', 'append', { columns: ['numbers'] })).rejects.toMatchObject({ code: 'audience-column-list' });
    await expect(save('lists', 'append', { columns: ['score'] })).rejects.toMatchObject({
      code: 'audience-column-type',
      details: { column: 'score', kept: 'number', found: 'text' },
    });
  });

  it('appends to an audience that is not there by creating it', async () => {
    expect((await save('french', 'append')).change).toMatchObject({ added: 2, kept: 0, rows: 2 });
    expect(await ids()).toEqual([2, 3]);
  });

  it('keeps the key that members are known by from being changed', async () => {
    await save('french', 'create');
    await expect(saveKey(shop.ctx, 'customers', ['email'])).rejects.toMatchObject({ code: 'key-in-use', details: { users: 'kept' } });
    expect(shop.ctx.store.read('entity', 'customers')?.key).toEqual(['id']);
  });

  it('of two at once loses neither', async () => {
    await save('french', 'create');
    const connection = await shop.ctx.connection();
    try {
      const [spaniards, rich] = [
        await chosenMembers(shop.ctx, connection, of('spanish'), { asOf }),
        await chosenMembers(shop.ctx, connection, of('spenders'), { asOf }),
      ];
      const append = (population: typeof rich) =>
        keepSaves(shop.ctx, connection, [{ audience: 'kept', mode: 'append', population, rows: population.rows }], asOf);
      const [one, other] = [await append(spaniards), await append(rich)];
      await one.commit([]);
      await other.commit([]);
    } finally {
      await connection.close();
    }
    expect(await ids()).toEqual([1, 2, 3, 4, 8]);
  });

  it('keeps a member whose row the data no longer has', async () => {
    await save('french', 'create');
    await rowsBySql(shop, 'DELETE FROM customers WHERE id = 2');
    const customers = shop.ctx.store.read('entity', 'customers');
    if (!customers) throw new Error('no customers');
    await shop.ctx.store.commit([{ kind: 'entity', id: 'customers', document: { ...customers, dataVersion: 2, rows: 9 } }]);
    await savePopulation(shop.ctx, { population: of('kept'), audience: 'copy', mode: 'create', columns: ['country'], asOf });
    expect(await storedMembers(shop, 'copy')).toEqual([
      [2, null],
      [3, 'FR'],
    ]);
  });

  it('says when stored members are gone, and mends that by overwriting', async () => {
    await save('french', 'create');
    await rowsBySql(shop, 'CREATE TABLE audience.stray AS SELECT 1 AS id');
    expect(await settleMembers(shop.ctx)).toEqual([]);
    expect(await rowsBySql(shop, "SELECT count(*) FROM duckdb_tables() WHERE table_name = 'stray'")).toEqual([[0]]);
    const definition = document()?.definition;
    if (definition?.kind !== 'snapshot') throw new Error('no snapshot');
    await rowsBySql(shop, `DROP TABLE audience."${definition.table}"`);
    expect(await settleMembers(shop.ctx)).toMatchObject([{ code: 'audience-lost', severity: 'warning', details: { audience: 'kept' } }]);
    await expect(save('vips', 'append')).rejects.toMatchObject({ code: 'audience-lost' });
    expect((await save('french', 'overwrite')).change).toMatchObject({ added: 2, removed: 0, rows: 2 });
    expect(await settleMembers(shop.ctx)).toEqual([]);
  });

  it('does to sets what its mode says, whatever came before and however often', { timeout: 60_000 }, async () => {
    const members = fc.uniqueArray(fc.integer({ min: 1, max: 10 }));
    const step = fc.record({ mode: fc.constantFrom<Mode>('overwrite', 'append', 'remove'), members });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 5 }), async (steps) => {
        await shop.ctx.store.commit([{ kind: 'audience', id: 'kept', document: null }]);
        let expected = new Set<number>();
        await saveDocuments(shop, [written('first', [])]);
        await save('first', 'create');
        for (const [i, { mode, members: given }] of steps.entries()) {
          await saveDocuments(shop, [written(`step-${i}`, given)]);
          const before = expected;
          if (mode === 'overwrite') expected = new Set(given);
          if (mode === 'append') expected = new Set([...before, ...given]);
          if (mode === 'remove') expected = new Set([...before].filter((m) => !given.includes(m)));
          const { change } = await save(`step-${i}`, mode);
          await save(`step-${i}`, mode);
          expect(change).toEqual({
            audience: 'kept',
            mode,
            added: [...expected].filter((m) => !before.has(m)).length,
            removed: [...before].filter((m) => !expected.has(m)).length,
            kept: [...before].filter((m) => expected.has(m)).length,
            rows: expected.size,
          });
          expect(await ids()).toEqual([...expected].sort((a, b) => a - b));
        }
      }),
      { numRuns: 12 },
    );
  });
});
