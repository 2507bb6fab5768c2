import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entityHealth, refreshed } from '../../../../core/model/data-report';
import type { Link } from '../../../../core/model/entity';
import { checkHealth } from '../../../../core/usecases/data/check-health';
import { saveLink } from '../../../../core/usecases/data/save-link';
import { type RefreshRequest, refreshEntities } from '../../../../core/usecases/import/refresh';
import { load, openImport, rows } from '../../../support/import';

let bench: Awaited<ReturnType<typeof openImport>>;
beforeAll(async () => {
  bench = await openImport();
  await load(bench, 'people.csv', 'id,name\n1,Ana\n2,Bo\n', { id: 'people' });
  await load(bench, 'visits.csv', 'visit,person\n10,1\n11,1\n', { id: 'visits' });
});
afterAll(() => bench.close());

const refresh = async (request: RefreshRequest = {}) => refreshed.array().parse(await refreshEntities(bench.ctx, bench.sources, request));
const health = async () => entityHealth.array().parse(await checkHealth(bench.ctx, bench.sources));
const rewrite = (file: string, content: string) => writeFile(join(bench.folder, file), content);
const version = (entity: string) => bench.ctx.store.read('entity', entity)?.dataVersion;

describe('a refresh', () => {
  it('loads what changed and leaves the rest alone', async () => {
    expect((await health()).map((h) => [h.entity, h.source])).toEqual([
      ['people', 'same'],
      ['visits', 'same'],
    ]);
    expect((await refresh()).map((r) => r.outcome)).toEqual(['same', 'same']);
    await rewrite('people.csv', 'id,name\n1,Anna\n3,Cy\n4,Di\n');
    expect((await health()).map((h) => h.source)).toEqual(['changed', 'same']);
    const checked = await refresh({ dryRun: true });
    const figures = { added: 2, changed: 1, unchanged: 0, deleted: 1, rejected: 0 };
    expect(checked).toMatchObject([
      { entity: 'people', outcome: 'checked', summary: { ...figures, committed: false } },
      { entity: 'visits', outcome: 'same' },
    ]);
    expect(await rows(bench, 'SELECT count(*) FROM people')).toEqual([[2]]);
    expect((await refresh())[0]).toMatchObject({ outcome: 'loaded', summary: { ...figures, committed: true } });
    expect(await rows(bench, 'SELECT name FROM people ORDER BY id')).toEqual([['Anna'], ['Cy'], ['Di']]);
    expect([version('people'), version('visits')]).toEqual([2, 1]);
    expect((await refresh()).map((r) => r.outcome)).toEqual(['same', 'same']);
  });

  it('loads what is named whatever its file looks like', async () => {
    expect(await refresh({ entities: ['visits'] })).toMatchObject([{ entity: 'visits', outcome: 'loaded', summary: { unchanged: 2 } }]);
    await expect(refresh({ entities: ['nobody'] })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('asks when a header changed, and goes on with the others', async () => {
    await rewrite('people.csv', 'id,full_name\n1,Anna\n');
    await rewrite('visits.csv', 'visit,person\n10,1\n');
    expect(await refresh()).toMatchObject([
      { outcome: 'failed', problem: { code: 'import-header-changed', details: { missing: 'name', added: 'full_name' } } },
      { outcome: 'loaded', summary: { unchanged: 1, deleted: 1 } },
    ]);
    expect(await rows(bench, 'SELECT count(*) FROM people')).toEqual([[3]]);
    await rm(join(bench.folder, 'people.csv'));
    expect((await health())[0]).toMatchObject({ source: 'missing' });
    expect((await refresh())[0]).toMatchObject({ outcome: 'failed', problem: { code: 'import-file-missing' } });
    await rewrite('people.csv', 'id,name\n1,Anna\n');
    await refresh();
  });

  it('does not add numbered rows a second time', async () => {
    const columns = [
      { source: 'row', attribute: 'row', type: 'integer' as const, generated: 'row-number' as const },
      { source: 'word', attribute: 'word', type: 'text' as const },
    ];
    await load(bench, 'log.csv', 'word\na\na\n', { id: 'log', columns, key: ['row'], mode: 'append' });
    await rewrite('log.csv', 'word\na\na\nb\n');
    const [log] = await refresh({ entities: ['log'] });
    expect(log).toMatchObject({ outcome: 'failed', problem: { code: 'refresh-would-repeat', details: { entity: 'log' } } });
    expect(await rows(bench, 'SELECT count(*) FROM log')).toEqual([[2]]);
  });
});

describe('links', () => {
  const link: Link = {
    name: 'shop',
    reverse: 'sales',
    from: 'sales',
    to: 'shops',
    on: [{ from: 'shop', to: 'code' }],
    cardinality: 'N-1',
  };

  it('that new rows break are told with the load and with the health of the data', async () => {
    await load(bench, 'shops.csv', 'id,code\n1,A\n2,B\n', { id: 'shops', key: ['id'] });
    await load(bench, 'sales.csv', 'id,shop\n1,A\n', { id: 'sales', key: ['id'] });
    await saveLink(bench.ctx, link);
    await rewrite('shops.csv', 'id,code\n1,A\n2,B\n3,A\n4,A\n');
    const broken = {
      code: 'link-broken',
      severity: 'warning',
      details: { link: 'shop', entity: 'shops', repeated: 1, cardinality: 'N-1' },
    };
    const [dry] = await refresh({ entities: ['shops'], dryRun: true });
    expect(dry?.summary?.problems).toMatchObject([broken]);
    expect((await health()).flatMap((h) => h.problems)).toEqual([]);
    await refresh({ entities: ['shops'] });
    expect((await health()).filter((h) => h.problems.length > 0)).toMatchObject([
      { entity: 'sales', problems: [broken] },
      { entity: 'shops', problems: [broken] },
    ]);
  });

  it('that lose an attribute, or its type, are told', async () => {
    const { summary } = await load(bench, 'shops2.csv', 'id,code\n1,7\n2,8\n', { id: 'shops', entity: 'shops', key: ['id'] });
    expect(summary.problems).toMatchObject([
      { code: 'link-attribute-gone', details: { entity: 'shops', attribute: 'code', type: 'text' } },
    ]);
    const gone = await load(bench, 'sales2.csv', 'id,store\n1,A\n', { id: 'sales', entity: 'sales', key: ['id'] });
    expect(gone.summary.problems).toMatchObject([{ code: 'link-attribute-gone', details: { entity: 'sales', attribute: 'shop' } }]);
  });
});

describe('a key of several attributes', () => {
  it('is what every mode goes by', async () => {
    const change = { id: 'stock', entity: 'stock', key: ['shop', 'sku'] };
    await load(bench, 'stock.csv', 'shop,sku,n\nA,x,1\nA,y,2\nB,x,3\n', change);
    const upsert = await load(bench, 'stock-u.csv', 'sku,shop,n\nx,A,9\ny,B,4\n', { ...change, mode: 'upsert' });
    expect(upsert.summary).toMatchObject({ added: 1, changed: 1, unchanged: 0 });
    const columns = ['shop', 'sku', 'n'].map((c) => ({
      source: c,
      attribute: c,
      type: c === 'n' ? ('integer' as const) : ('text' as const),
    }));
    const text = '_change_request_type,shop,sku,n\nd,A,y,\nu,B,x,3\nu,C,x,5\n';
    const changes = await load(bench, 'stock-c.csv', text, { ...change, columns, mode: 'changes' });
    expect(changes.summary).toMatchObject({ added: 1, changed: 0, unchanged: 1, deleted: 1 });
    const append = await load(bench, 'stock-a.csv', 'shop,sku,n\nA,x,7\nC,y,6\n', { ...change, mode: 'append' });
    expect(append.summary).toMatchObject({ added: 1, rejected: 1 });
    expect(await rows(bench, 'SELECT shop, sku, n FROM stock ORDER BY ALL')).toEqual([
      ['A', 'x', 9],
      ['B', 'x', 3],
      ['B', 'y', 4],
      ['C', 'x', 5],
      ['C', 'y', 6],
    ]);
  });
});

it('a look at how everything stands is given up when nobody waits for it', async () => {
  await expect(checkHealth(bench.ctx, bench.sources, AbortSignal.abort())).rejects.toMatchObject({ code: 'cancelled' });
  expect(await health()).not.toHaveLength(0);
});
