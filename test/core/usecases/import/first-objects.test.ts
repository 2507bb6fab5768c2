import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { previewImport } from '../../../../core/usecases/import/preview-import';
import { runImport } from '../../../../core/usecases/import/run-import';
import { type ImportBench, openImport, rejects, rows } from '../../../support/import';
import { zipOf } from '../../../support/zip-of';

/** Objects that are more than a look reads, before one with another field and one whose object is none. */
const many = 10;
const blanks = ' '.repeat(1024 * 1024);
const objects = [
  ...Array.from({ length: many }, (_, n) => `{"id":${n},${blanks}"at":{"city":"Ulm"}}`),
  '{"id":100,"at":{"city":"Bonn"},"coupon":"LATE"}',
  '{"id":101,"at":"Köln"}',
  '{"id":102,"at":{"zip":"1"}}',
  '{"id":103,"at":null}',
];
const lines = `${objects.join('\n')}\n`;
const array = `[${objects.join(',\n')}]`;

const files: Record<string, () => Buffer> = {
  'o.ndjson': () => Buffer.from(lines),
  'o.json': () => Buffer.from(array),
  'p.ndjson.gz': () => gzipSync(lines),
  'p.json.gz': () => gzipSync(array),
  'wide.json': () => Buffer.from(`\ufeff${array}`, 'utf16le'),
  'q.ndjson.zip': () => zipOf({ 'q.ndjson': Buffer.from(lines) }),
  'q.json.zip': () => zipOf({ 'q.json': Buffer.from(array) }),
};

describe('the first objects of a file', () => {
  let bench: ImportBench & { close(): Promise<void> };
  beforeAll(async () => {
    bench = await openImport();
    for (const [name, content] of Object.entries(files)) await writeFile(join(bench.folder, name), content());
  });
  afterAll(() => bench.close());

  async function loaded(file: string, how: { flatten?: boolean; allFields?: boolean } = {}, more: string[] = []) {
    const path = join(bench.folder, file);
    const preview = await previewImport(bench.ctx, bench.sources, { path, ...how });
    const { format, dialect, member } = preview;
    const added = more.map((name) => ({ source: name, attribute: name, type: 'text' as const }));
    const summary = await runImport(bench.ctx, bench.sources, {
      format: 2,
      kind: 'file',
      id: 'o',
      entity: 'o',
      source: { path, format, ...(dialect ? { dialect } : {}), ...(member ? { member } : {}), ...how },
      columns: [...preview.columns.filter((c) => !c.generated), ...added],
      key: ['id'],
      mode: 'replace',
    });
    return { preview, summary, fields: preview.columns.filter((c) => !c.generated).map((c) => c.source) };
  }

  it.each(Object.keys(files))('give the columns of %s, and objects with other fields are refused', async (file) => {
    const { preview, summary, fields } = await loaded(file);
    expect(fields).toEqual(['id', 'at']);
    expect(preview.problems.map((p) => p.code)).toContain('import-fields-of-beginning');
    expect(preview.sample).toMatchObject({ total: null });
    expect(preview.sample.rows).toBeLessThan(many);
    expect(summary).toMatchObject({ read: 14, loaded: 13, rejected: 1 });
    expect(await rejects(bench, 'o')).toEqual([[many + 1, null, objects[many], 'unknown-field']]);
    expect(await rows(bench, 'SELECT "at" FROM o WHERE id IN (0, 101) ORDER BY id')).toEqual([['{"city":"Ulm"}'], ['Köln']]);
  });

  it.each(['o.ndjson', 'o.json'])('say which objects within objects of %s become columns: others are refused', async (file) => {
    const { summary, fields } = await loaded(file, { flatten: true });
    expect(fields).toEqual(['id', 'at.city']);
    expect(summary).toMatchObject({ read: 14, loaded: 11, rejected: 3 });
    expect((await rejects(bench, 'o')).map(([line]) => line)).toEqual([11, 12, 13]);
  });

  it.each(['o.ndjson', 'o.json', 'p.json.gz', 'q.ndjson.zip'])('are all of them where all fields of %s are asked for', async (file) => {
    const { preview, summary, fields } = await loaded(file, { allFields: true });
    expect(fields).toEqual(['id', 'at', 'coupon']);
    expect(preview.problems.map((p) => p.code)).not.toContain('import-fields-of-beginning');
    expect(summary).toMatchObject({ read: 14, loaded: 14 });
  });

  it.each(['o.ndjson', 'o.json'])('are looked past in %s for a column that is known to be there', async (file) => {
    const { summary } = await loaded(file, {}, ['coupon']);
    expect(summary).toMatchObject({ read: 14, loaded: 14 });
    expect(await rows(bench, 'SELECT coupon FROM o WHERE coupon IS NOT NULL')).toEqual([['LATE']]);
    await expect(loaded(file, {}, ['nowhere'])).rejects.toMatchObject({ code: 'import-header-changed' });
  });
});
