import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileParts, importPreview, triedReading } from '../../../../core/model/data-report';
import type { FileRecipe } from '../../../../core/model/recipe';
import { listParts } from '../../../../core/usecases/import/list-parts';
import { previewImport } from '../../../../core/usecases/import/preview-import';
import { refreshEntities } from '../../../../core/usecases/import/refresh';
import { runImport } from '../../../../core/usecases/import/run-import';
import { tryReading } from '../../../../core/usecases/import/try-reading';
import { openImport, rejects, rows } from '../../../support/import';
import { zipOf } from '../../../support/zip-of';

let bench: Awaited<ReturnType<typeof openImport>>;
beforeAll(async () => {
  bench = await openImport();
});
afterAll(() => bench.close());

const width = 10_000;
const names = Array.from({ length: width }, (_, c) => (c === 5000 ? 'id' : `c${c}`));
const record = (id: string, length = width) => Array.from({ length }, (_, c) => (c === 5000 ? id : `${c}`)).join(',');

async function place(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(bench.folder, name);
  await writeFile(path, content);
  return path;
}

async function wide(name: string, content: string | Uint8Array, only: string[]) {
  const path = await place(name, content);
  const preview = importPreview.parse(await previewImport(bench.ctx, bench.sources, { path, only }));
  const { format, dialect, sheet, member, columns } = preview;
  const source = {
    path,
    format,
    ...(dialect ? { dialect } : {}),
    ...(sheet ? { sheet } : {}),
    ...(member ? { member } : {}),
    only,
  };
  const recipe: FileRecipe = { format: 2, kind: 'file', id: 'wide', entity: 'wide', source, columns, key: ['id'], mode: 'replace' };
  const tried = triedReading.parse(await tryReading(bench.ctx, bench.sources, { source, columns, key: ['id'] }));
  return { preview, tried, recipe, summary: await runImport(bench.ctx, bench.sources, recipe) };
}

describe('some columns of a file of ten thousand', () => {
  it('are loaded, and records that do not fit the file are refused as they stand', async () => {
    const broken = [record('4', 7000), `${record('5')},more`];
    const content = [names.join(','), record('1'), record('2'), '', record('x'), ...broken].join('\n');
    const { preview, tried, summary } = await wide('wide.csv', content, ['c9999', 'id', 'c3']);
    expect(preview.columns.map((c) => c.source)).toEqual(['c3', 'id', 'c9999']);
    expect(tried).toMatchObject({ rows: 3, broken: 2, whole: true, key: { empty: 0, repeated: 0 } });
    expect(summary).toMatchObject({ read: 5, loaded: 3, rejected: 2 });
    expect(await rows(bench, 'SELECT * FROM wide ORDER BY id')).toEqual([
      [3, '1', 9999],
      [3, '2', 9999],
      [3, 'x', 9999],
    ]);
    const [few, many] = await rejects(bench, 'wide');
    expect(few).toEqual([6, 'c9999', record('4', 7000), 'missing-columns']);
    expect(many?.slice(0, 2)).toEqual([7, null]);
    expect(many?.[3]).toBe('too-many-columns');
  });

  it('are asked for again when their file is loaded anew; what else changes in it does not matter', async () => {
    const { recipe } = await wide('again.csv', `${names.join(',')}\n${record('1')}\n`, ['id', 'c9']);
    const refresh = async () => (await refreshEntities(bench.ctx, bench.sources, { entities: ['wide'] }))[0];
    await writeFile(recipe.source.path, `new,${names.join(',')}\nn,${record('1')}\nn,${record('2')}\n`);
    expect(await refresh()).toMatchObject({ outcome: 'loaded', summary: { added: 1, unchanged: 1 } });
    await writeFile(recipe.source.path, `${names.join(',').replace('c9,', 'c_nine,')}\n${record('1')}\n`);
    expect(await refresh()).toMatchObject({ problem: { code: 'import-header-changed', details: { missing: 'c9', added: '–' } } });
    expect(await rows(bench, 'SELECT count(*) FROM wide')).toEqual([[2]]);
  });

  it('are told by name, also of an archive and of a file that cannot be read', async () => {
    const parts = async (path: string, how = {}) => fileParts.parse(await listParts(bench.ctx, bench.sources, { path, ...how }));
    const csv = Buffer.from(`${names.join(',')}\n${record('1')}\n`);
    expect((await parts(await place('names.csv', csv))).columns).toEqual(names);
    const zip = await place('names.zip', zipOf({ 'a.json': Buffer.from('{"a":'), 'b.csv': csv }));
    expect(await parts(zip)).toEqual({ format: 'json', members: ['a.json', 'b.csv'], sheets: [], columns: [] });
    const { format, columns } = await parts(zip, { member: 'b.csv' });
    expect([format, columns.length]).toEqual(['csv', width]);
    expect((await parts(await place('broken', Buffer.from('{"a":')))).format).toBe('json');
    const { summary } = await wide('named.zip', zipOf({ 'b.csv': csv }), ['id', 'c1']);
    expect(summary).toMatchObject({ read: 1, loaded: 1 });
  });

  it('are taken from every format', async () => {
    const object = JSON.stringify(Object.fromEntries(names.slice(4990, 5010).map((name, n) => [name, name === 'id' ? 7 : n])));
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet([names.slice(0, 6000), record('7', 6000).split(',').map(Number)]), 'Wide');
    const connection = await bench.ctx.connection();
    const parquet = join(bench.folder, 'made.parquet');
    await connection.run(`COPY (SELECT 1 AS a, 7 AS id, 'x' AS c4991, 2 AS b) TO '${parquet}' (FORMAT parquet)`);
    await connection.close();
    const made = {
      'w.ndjson': object,
      'w.json': `[${object}]`,
      'w.xlsx': new Uint8Array(write(book, { type: 'array' })),
      'w.parquet': new Uint8Array(await readFile(parquet)),
    };
    for (const [name, content] of Object.entries(made)) {
      const { summary, preview } = await wide(name, content, ['id', 'c4991']);
      expect(preview.columns.map((c) => c.source).sort(), name).toEqual(['c4991', 'id']);
      expect(summary, name).toMatchObject({ read: 1, loaded: 1 });
      expect(await rows(bench, 'SELECT id FROM wide'), name).toEqual([[7]]);
    }
  });

  it('that are not there are told', async () => {
    const path = await place('few.csv', 'id,a\n1,2\n');
    await expect(previewImport(bench.ctx, bench.sources, { path, only: ['id', 'z'] })).rejects.toMatchObject({
      code: 'import-header-changed',
      details: { missing: 'z' },
    });
  });
});
