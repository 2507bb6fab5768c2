import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { previewImport } from '../../../../core/usecases/import/preview-import';
import { runImport } from '../../../../core/usecases/import/run-import';
import { tablesIn } from '../../../../core/usecases/import/tables-in';
import { load, openImport, rejects, rows } from '../../../support/import';
import { zipOf } from '../../../support/zip-of';

let bench: Awaited<ReturnType<typeof openImport>>;
beforeAll(async () => {
  bench = await openImport();
});
afterAll(() => bench.close());

const people = '[{"id":"1","name":"Ana","spent":1.10},\n{"id":"2","name":"B}]o","spent":9007199254740993.5}]';
const orders = '[{"order":"A","of":"1"},{"order":"B","of":"1"},{"order":"C","of":"2"}]';
const wrapped = `{"count": 2, "data": ${people}, "next": null}`;
const several = `{"at": {"people": ${people}, "orders": ${orders}}}`;

const path = (file: string) => join(bench.folder, file);
async function written(file: string, content: string | Uint8Array): Promise<string> {
  await writeFile(path(file), content);
  return path(file);
}

/** More than a look decodes or unpacks of a file stands before the records. */
const before = `{"note": "${'x'.repeat(40 * 1024 * 1024)}", "data": `;

describe('records in a list within one object', () => {
  it('are read, whatever stands around them, and what stands beside them is told', async () => {
    const { preview, summary } = await load(bench, 'wrapped.json', wrapped, { key: ['id'] });
    expect(preview).toMatchObject({ entity: 'wrapped', sheets: ['data'], sheet: 'data' });
    expect(preview.problems).toMatchObject([
      { code: 'import-beside-list', details: { file: 'wrapped.json', list: 'data', fields: 'count, next' } },
    ]);
    expect(summary).toMatchObject({ added: 2, rejected: 0 });
    expect(await rows(bench, 'SELECT id, name, CAST(spent AS VARCHAR) FROM wrapped ORDER BY id')).toEqual([
      [1, 'Ana', '1.1'],
      [2, 'B}]o', '9007199254740993.5'],
    ]);
  });

  it('are a table for each list, the first where none is named', async () => {
    const file = await written('several.json', several);
    expect(await previewImport(bench.ctx, bench.sources, { path: file })).toMatchObject({
      sheets: ['at.people', 'at.orders'],
      sheet: 'at.people',
      entity: 'several_at_people',
      problems: [],
    });
    const second = await previewImport(bench.ctx, bench.sources, { path: file, sheet: 'at.orders' });
    expect(second.columns.map((c) => c.source)).toEqual(['order', 'of']);
    const { tables } = await tablesIn(bench.sources, file, {});
    expect(tables.map((t) => [t.sheet, t.entity])).toEqual([
      ['at.people', 'several_at_people'],
      ['at.orders', 'several_at_orders'],
    ]);
    await expect(previewImport(bench.ctx, bench.sources, { path: file, sheet: 'at' })).rejects.toMatchObject({
      code: 'import-list-missing',
      details: { file: 'several.json', list: 'at' },
    });
  });

  it('are refused by their number in the list', async () => {
    const { recipe } = await load(bench, 'numbers.json', '{"of": [{"id":1,"n":1},{"id":2,"n":2}]}', { key: ['id'] });
    await written('numbers.json', '{"of": [{"id":1,"n":1},{"id":2,"n":"two"}]}');
    expect(await runImport(bench.ctx, bench.sources, recipe)).toMatchObject({ unchanged: 1, rejected: 1 });
    expect((await rejects(bench, recipe.entity)).map((r) => r.slice(0, 3))).toEqual([[2, 'n', 'two']]);
    await written('numbers.json', '{"of": [], "other": [{"id":1,"n":1}]}');
    await expect(runImport(bench.ctx, bench.sources, recipe)).rejects.toMatchObject({ code: 'import-list-missing' });
    await written('numbers.json', '{"of": [{"id":1,"n":1},{"id":2');
    await expect(runImport(bench.ctx, bench.sources, recipe)).rejects.toMatchObject({ code: 'import-cut-json' });
    expect(await rows(bench, `SELECT count(*) FROM ${recipe.entity}`)).toEqual([[1]]);
  });

  it.each([
    ['packed', 'late.json.gz', () => gzipSync(`${before}${people}}`)],
    ['in UTF-16', 'late16.json', () => Buffer.from(`\ufeff${before}${people}}`, 'utf16le')],
    ['in an archive', 'late.zip', () => zipOf({ 'late.json': Buffer.from(`${before}${people}}`) })],
  ])('are found behind a long beginning, %s', async (_, file, content) => {
    const found = await previewImport(bench.ctx, bench.sources, { path: await written(file, content()) });
    expect({ sheet: found.sheet, total: found.sample.total }).toEqual({ sheet: 'data', total: 2 });
  });

  it('are looked at in their beginning and loaded whole', async () => {
    const many = Array.from({ length: 12 }, (_, n) => `{"id":${n},"text":"${'y'.repeat(1024 * 1024)}"}`).join(',');
    const { preview, summary } = await load(bench, 'many.json', `{"rows":[${many}]}`, { key: ['id'], entity: 'many' });
    expect(preview.sample.total).toBeNull();
    expect(summary).toMatchObject({ added: 12, rejected: 0 });
  });
});

it.each([
  ['an object alone', '{"id": 1, "tags": ["a", "b"]}', [['id', 'tags']]],
  ['several objects with lists', '{"id":1,"lines":[{"a":1}]}{"id":2,"lines":[{"a":1}]}', [['id', 'lines']]],
  ['an array of objects with lists', '[{"id":1,"lines":[{"a":1}]}]', [['id', 'lines']]],
])('%s is read as it is', async (_, content, [columns]) => {
  const found = await previewImport(bench.ctx, bench.sources, { path: await written('plain.json', content) });
  expect({ sheets: found.sheets, columns: found.columns.filter((c) => !c.generated).map((c) => c.source) }).toEqual({
    sheets: [],
    columns,
  });
});
