import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { entityHealth, refreshed } from '../../../../core/model/data-report';
import { workspace } from '../../../../core/model/workspace';
import { saveAudience } from '../../../../core/usecases/audience/save-audience';
import { checkHealth } from '../../../../core/usecases/data/check-health';
import { removeEntity } from '../../../../core/usecases/data/remove-entity';
import { saveAttribute } from '../../../../core/usecases/data/save-attribute';
import { saveLink } from '../../../../core/usecases/data/save-link';
import { reconcileLoads } from '../../../../core/usecases/import/loads';
import { rebuildEntities } from '../../../../core/usecases/import/rebuild-entities';
import { type RefreshRequest, refreshEntities } from '../../../../core/usecases/import/refresh';
import { readEntityQuery } from '../../../../core/usecases/sql/entity-query';
import { saveSqlEntity } from '../../../../core/usecases/sql/save-entity';
import { usedBy } from '../../../../core/usecases/uses/used-by';
import { load, openImport, rows } from '../../../support/import';

let bench: Awaited<ReturnType<typeof openImport>>;
let clock: number;
const start = Date.UTC(2026, 0, 15, 9);
const asOf = new Date(start).toISOString();

const sales = (...lines: string[]) => `id,shop,amount\n${lines.join('\n')}\n`;
const perShop = 'SELECT shop, sum(amount)::DECIMAL(18, 2) AS total FROM sales GROUP BY shop';
const make = (name: string, sql: string, key: string[], parameters: Parameters<typeof saveSqlEntity>[1]['parameters'] = []) =>
  saveSqlEntity(bench.ctx, { sql, asOf, parameters }, { name, key });
const refresh = async (request: RefreshRequest = {}) => refreshed.array().parse(await refreshEntities(bench.ctx, bench.sources, request));
const health = async (entity: string) =>
  entityHealth
    .array()
    .parse(await checkHealth(bench.ctx, bench.sources))
    .find((h) => h.entity === entity);
const rewrite = (content: string) => writeFile(join(bench.folder, 'sales.csv'), content);
const outcomes = (done: Awaited<ReturnType<typeof refresh>>) => done.map((d) => [d.entity, d.outcome]);

async function open(kind: 'native' | 'wasm' = 'native') {
  bench = await openImport({ kind });
  clock = start;
  bench.ctx.clock = { now: () => clock };
  const document = workspace.parse({ format: 1, id: 'workspace', name: 'Shop', zone: 'UTC' });
  await bench.ctx.store.commit([{ kind: 'workspace', id: 'workspace', document }]);
  await load(bench, 'sales.csv', sales('1,A,10', '2,A,5', '3,B,7'), { id: 'sales', entity: 'sales', key: ['id'] });
}

beforeEach(() => open());
afterEach(() => bench.close());

describe('an entity made of a query', () => {
  it('is out of date when what it reads has changed, and is computed again', async () => {
    await make('shops', perShop, ['shop']);
    expect(await health('shops')).toMatchObject({ recipe: 'query', file: null, source: 'same', newer: [] });
    expect(outcomes(await refresh())).toEqual([
      ['sales', 'same'],
      ['shops', 'same'],
    ]);
    await rewrite(sales('1,A,10', '2,A,6', '4,C,1'));
    await refresh({ entities: ['sales'] });
    expect(await health('shops')).toMatchObject({ source: 'changed', newer: ['sales'] });
    const figures = { added: 1, changed: 1, unchanged: 0, deleted: 1, read: 2, loaded: 2, rejected: 0 };
    const dry = await refresh({ dryRun: true });
    expect(dry[1]).toMatchObject({ entity: 'shops', outcome: 'checked', summary: { ...figures, committed: false } });
    expect(await rows(bench, 'SELECT * FROM shops ORDER BY shop')).toEqual([
      ['A', '15.00'],
      ['B', '7.00'],
    ]);
    expect((await refresh())[1]).toMatchObject({ outcome: 'loaded', summary: { ...figures, committed: true, mode: 'replace' } });
    expect(await rows(bench, 'SELECT * FROM shops ORDER BY shop')).toEqual([
      ['A', '16.00'],
      ['C', '1.00'],
    ]);
    expect(bench.ctx.store.read('entity', 'shops')).toMatchObject({ dataVersion: 2, rows: 2, loadedFrom: { read: [{ dataVersion: 2 }] } });
    expect(await health('shops')).toMatchObject({ source: 'same' });
    expect((await refresh({ entities: ['shops'] }))[0]).toMatchObject({ outcome: 'loaded', summary: { unchanged: 2, added: 0 } });
  });

  it('may be made of another query, with the same key', async () => {
    const replace = (name: string, sql: string, key: string[]) => saveSqlEntity(bench.ctx, { sql, asOf }, { name, key, replace: true });
    const first = await make('shops', perShop, ['shop']);
    const larger = `${perShop} HAVING total > 9`;
    expect(await replace('shops', `${larger};`, ['shop'])).toMatchObject({ rows: 1, dataVersion: 2, recipe: first.recipe });
    expect(await rows(bench, 'FROM shops')).toEqual([['A', '15.00']]);
    expect(readEntityQuery(bench.ctx, 'shops')).toEqual({ sql: larger, parameters: [] });
    expect(await health('shops')).toMatchObject({ source: 'same' });
    await expect(replace('shops', perShop, ['total'])).rejects.toMatchObject({ code: 'query-key-differs' });
    await expect(replace('sales', 'SELECT 1 AS id', ['id'])).rejects.toMatchObject({ code: 'entity-exists' });
    await expect(replace('shops', 'SELECT shop FROM nowhere', ['shop'])).rejects.toMatchObject({ code: 'sql-unknown-table' });
    expect(await rows(bench, 'FROM shops')).toEqual([['A', '15.00']]);
    expect(readEntityQuery(bench.ctx, 'shops').sql).toBe(larger);
    expect(() => readEntityQuery(bench.ctx, 'sales')).toThrow(/not-found/);
  });

  it('comes after what it reads, however many there are between', async () => {
    // In order of their names the last one read would come first.
    await make('b_shops', perShop, ['shop']);
    await make('a_best', 'SELECT * FROM b_shops WHERE total > 9', ['shop']);
    await rewrite(sales('1,A,10', '3,B,20'));
    expect(outcomes(await refresh({ dryRun: true }))).toEqual([
      ['sales', 'checked'],
      ['b_shops', 'follows'],
      ['a_best', 'follows'],
    ]);
    const done = await refresh({ entities: ['a_best', 'sales', 'b_shops'] });
    expect(outcomes(done)).toEqual([
      ['sales', 'loaded'],
      ['b_shops', 'loaded'],
      ['a_best', 'loaded'],
    ]);
    expect(await rows(bench, 'SELECT shop FROM a_best ORDER BY 1')).toEqual([['A'], ['B']]);
    expect(outcomes(await refresh()).map(([, outcome]) => outcome)).toEqual(['same', 'same', 'same']);
  });

  it('keeps the values of its parameters, and takes the day of each load', async () => {
    await make(
      'today',
      'SELECT id, $today AS day, $least AS least FROM sales WHERE amount > $least;',
      ['id'],
      [
        { name: 'least', type: 'number', value: 6 },
        { name: 'other', type: 'text', value: 'x' },
      ],
    );
    expect(bench.ctx.store.list('recipe').find((r) => r.entity === 'today')).toMatchObject({ parameters: [{ name: 'least', value: 6 }] });
    clock = start + 3_600_000;
    expect(await health('today')).toMatchObject({ source: 'same' });
    clock = start + 86_400_000;
    expect(await health('today')).toMatchObject({ source: 'changed', newer: [] });
    expect((await refresh())[1]).toMatchObject({ outcome: 'loaded', summary: { changed: 2 } });
    expect(await rows(bench, 'SELECT id, day::VARCHAR, least FROM today ORDER BY id')).toEqual([
      [1, '2026-01-16', 6],
      [3, '2026-01-16', 6],
    ]);
  });

  it('is out of date when an audience it reads means others', async () => {
    const audience = (sql: string) => ({
      audience: { format: 1 as const, id: 'big', name: 'Big', dimension: 'sales', definition: { kind: 'sql' as const, sql } },
    });
    const save = async (sql: string) => saveAudience(bench.ctx, audience(sql).audience);
    await save('SELECT id FROM sales WHERE amount > 9');
    await make('big_sales', 'SELECT id FROM audience.big', ['id']);
    expect(await health('big_sales')).toMatchObject({ source: 'same' });
    await save('SELECT id FROM sales WHERE amount > 6');
    expect(await health('big_sales')).toMatchObject({ source: 'changed', newer: [] });
    expect((await refresh())[1]).toMatchObject({ entity: 'big_sales', outcome: 'loaded', summary: { added: 1, unchanged: 1 } });
  });

  it('stays as it was when its query fails, and the others go on', async () => {
    await make('shops', perShop, ['shop']);
    await make('once', 'SELECT shop, min(amount) AS amount FROM sales GROUP BY shop', ['shop']);
    await make('single', 'SELECT shop, id FROM sales WHERE amount > 6', ['shop']);
    await load(bench, 'sales2.csv', 'id,store,amount\n1,A,10\n', { id: 'sales', entity: 'sales', key: ['id'] });
    const before = bench.ctx.store.read('entity', 'shops');
    const [, ...done] = await refresh({ entities: ['sales', 'shops', 'once'] });
    const problem = { code: 'sql-error', place: ['entities', 'shops'], details: { line: 1 } };
    expect(done).toMatchObject([
      { entity: 'shops', outcome: 'failed', problem },
      { entity: 'once', outcome: 'failed' },
    ]);
    expect(bench.ctx.store.read('entity', 'shops')).toEqual(before);
    expect(await rows(bench, 'SELECT * FROM shops ORDER BY 1')).toEqual([
      ['A', '15.00'],
      ['B', '7.00'],
    ]);
    await load(bench, 'sales3.csv', sales('1,A,10', '2,A,9'), { id: 'sales', entity: 'sales', key: ['id'] });
    expect((await refresh()).map((r) => [r.entity, r.outcome, r.problem?.code])).toEqual([
      ['sales', 'same', undefined],
      ['once', 'loaded', undefined],
      ['shops', 'loaded', undefined],
      ['single', 'failed', 'sql-key-repeated'],
    ]);
    expect(await rows(bench, 'SELECT count(*) FROM single')).toEqual([[2]]);
    expect(await rows(bench, "SELECT count(*) FROM duckdb_tables() WHERE table_name = 'muster_made'")).toEqual([[0]]);
    await removeEntity(bench.ctx, 'sales', { force: true });
    expect(await health('shops')).toMatchObject({ source: 'missing', newer: ['sales'] });
    clock += 1000;
    await load(bench, 'sales4.csv', sales('1,A,10'), { id: 'sales', entity: 'sales', key: ['id'] });
    expect(await health('shops')).toMatchObject({ source: 'changed', newer: ['sales'] });
  });

  it('keeps what a person said of it, and what they derived', async () => {
    await make('shops', perShop, ['shop']);
    await saveAttribute(bench.ctx, 'shops', { name: 'shop', description: 'Where it was sold', personal: 'address' });
    await saveAttribute(bench.ctx, 'shops', { name: 'half', derived: { sql: 'total / 2' } });
    await rewrite(sales('1,A,30'));
    await refresh();
    expect(await rows(bench, 'SELECT shop, half FROM shops')).toEqual([['A', 15]]);
    expect(bench.ctx.store.read('entity', 'shops')?.attributes[0]).toMatchObject({ description: 'Where it was sold', personal: 'address' });
  });

  it('takes over labels that what it reads was given since', async () => {
    await make('copy', 'SELECT id, shop AS place FROM sales', ['id']);
    await saveAttribute(bench.ctx, 'sales', { name: 'shop', personal: 'address' });
    await refresh({ entities: ['copy'] });
    expect(bench.ctx.store.read('entity', 'copy')?.attributes.map((a) => a.personal)).toEqual([undefined, 'address']);
  });

  it('does not lose an attribute that something uses', async () => {
    await make('copy', 'SELECT * FROM sales', ['id']);
    await make('places', 'SELECT DISTINCT shop FROM sales', ['shop']);
    const ends = { from: 'copy', to: 'places', on: [{ from: 'shop', to: 'shop' }] };
    await saveLink(bench.ctx, { name: 'place', reverse: 'copies', ...ends, cardinality: 'N-1' });
    await load(bench, 'other.csv', 'id,amount,kind\n1,2,x\n', { id: 'sales', entity: 'sales', key: ['id'] });
    const [copy] = await refresh({ entities: ['copy'] });
    expect(copy).toMatchObject({ outcome: 'failed', problem: { code: 'refresh-attribute-gone', details: { attribute: 'shop' } } });
    expect(await rows(bench, 'SELECT count(shop) FROM copy')).toEqual([[3]]);
    await removeEntity(bench.ctx, 'places', { force: true });
    expect((await refresh({ entities: ['copy'] }))[0]).toMatchObject({ outcome: 'loaded', summary: { added: 0, changed: 1, deleted: 2 } });
    expect(bench.ctx.store.read('entity', 'copy')?.attributes.map((a) => a.name)).toEqual(['id', 'amount', 'kind']);
  });

  it('is told as a use of what it reads, and cannot be made of itself', async () => {
    await make('shops', perShop, ['shop']);
    const uses = usedBy(bench.ctx, { kind: 'entity', entity: 'sales' });
    expect(uses).toEqual([{ kind: 'entity', id: 'shops', name: 'shops', needed: true, places: [['recipe', 'sql']] }]);
    expect(usedBy(bench.ctx, { kind: 'attribute', entity: 'sales', attribute: 'amount' }).map((u) => u.id)).toEqual(['shops']);
    await make('best', 'SELECT shop FROM shops', ['shop']);
    await removeEntity(bench.ctx, 'shops', { force: true });
    await expect(make('shops', 'SELECT shop FROM best', ['shop'])).rejects.toMatchObject({
      code: 'query-reads-itself',
      details: { entity: 'shops', through: 'best' },
    });
    expect(bench.ctx.store.read('entity', 'shops')).toBeUndefined();
  });

  it('is there after a kill between its rows and its documents', async () => {
    const made = await make('shops', perShop, ['shop']);
    const recipe = bench.ctx.store.read('recipe', made.recipe ?? '') ?? expect.fail();
    await bench.ctx.store.commit([
      { kind: 'entity', id: 'shops', document: null },
      { kind: 'recipe', id: recipe.id, document: null },
    ]);
    expect(await reconcileLoads(bench.ctx)).toEqual([]);
    expect(bench.ctx.store.read('entity', 'shops')).toEqual(made);
    expect(bench.ctx.store.read('recipe', recipe.id)).toEqual(recipe);
  });
});

it('an engine that keeps nothing computes it again when a workspace is opened, after what it reads', async () => {
  await bench.close();
  await open('wasm');
  await make('b_shops', perShop, ['shop']);
  await make('a_best', 'SELECT shop FROM b_shops WHERE total > 9', ['shop']);
  expect(await health('a_best')).toMatchObject({ source: 'same' });
  const connection = await bench.ctx.connection();
  for (const table of ['sales', 'b_shops', 'a_best']) await connection.run(`DROP TABLE main.${table}`);
  await connection.close();
  expect(await rebuildEntities(bench.ctx, bench.sources)).toEqual([]);
  expect(await rows(bench, 'SELECT shop FROM a_best')).toEqual([['A']]);
  expect(await health('a_best')).toMatchObject({ source: 'same' });
});
