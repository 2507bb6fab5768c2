import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { triedReading } from '../../../../core/model/data-report';
import type { ColumnMapping } from '../../../../core/model/recipe';
import { previewImport } from '../../../../core/usecases/import/preview-import';
import { tryReading } from '../../../../core/usecases/import/try-reading';
import { type ImportBench, openImport } from '../../../support/import';

let bench: Awaited<ReturnType<typeof openImport>> & ImportBench;
beforeAll(async () => {
  bench = await openImport();
});
afterAll(() => bench.close());

async function tried(
  name: string,
  content: string | Uint8Array,
  change: (columns: ColumnMapping[]) => ColumnMapping[],
  key: string[] = [],
) {
  const path = join(bench.folder, name);
  await writeFile(path, content);
  const { format, dialect, columns } = await previewImport(bench.ctx, bench.sources, { path });
  const source = { path, format, ...(dialect ? { dialect } : {}) };
  return triedReading.parse(await tryReading(bench.ctx, bench.sources, { source, columns: change(columns), key }));
}

const asDate = (columns: ColumnMapping[]) => columns.map((c, n): ColumnMapping => (n === 1 ? { ...c, type: 'date' } : c));

describe('trying how a file is read', () => {
  it('tells what a type would refuse, where it begins, and what rows would be', async () => {
    const found = await tried('days.csv', 'id,day\n1,2024-01-31\n\n2,soon\n3,later\n4,\n', asDate);
    expect(found).toMatchObject({
      rows: 4,
      broken: 0,
      whole: true,
      columns: [{ attribute: 'day', refused: 2, first: { line: 4, value: 'soon' } }],
      refused: [
        { row: 1, attribute: 'day', value: 'soon' },
        { row: 2, attribute: 'day', value: 'later' },
      ],
    });
    expect(found.sample.values).toEqual([
      [1, 2, 3, 4],
      ['2024-01-31', null, null, null],
    ]);
  });

  it('measures the key that is chosen', async () => {
    const found = await tried('keys.csv', 'id,day\n1,a\n1,b\n,c\n2,d\n', (columns) => columns, ['id']);
    expect(found.key).toEqual({ empty: 1, repeated: 1 });
  });

  it('counts lines and rows where records are rewritten', async () => {
    const text = `id;day\r\n1;2024-01-31\n2;soon\r\nbroken\n3;2024-02-01\n`;
    const found = await tried('mixed.csv', text, asDate);
    expect(found.columns).toEqual([{ attribute: 'day', refused: 1, first: { line: 3, value: 'soon' } }]);
    expect(found.sample.values[0]).toEqual([1, 2, 3]);
    expect(found.refused).toEqual([{ row: 1, attribute: 'day', value: 'soon' }]);
    expect(found).toMatchObject({ rows: 3, broken: 1, whole: true });
  });

  it('counts records that do not fit beside the rows', async () => {
    const lines = Array.from({ length: 40 }, (_, n) => (n === 6 ? `${n},2024-01-31,x,y` : `${n},2024-01-31`));
    const text = `id,day\n${lines.join('\n')}\n`;
    expect(await tried('wide.csv', text, asDate)).toMatchObject({ rows: 39, broken: 1, whole: true });
    expect(await tried('wide.csv.gz', gzipSync(text), asDate)).toMatchObject({ rows: 39, broken: 1, whole: true });
    const objects = '{"id":1,"day":"2024-01-31"}\n{"id":2\n{"id":3,"day":"2024-02-01"}\n';
    expect(await tried('objects.ndjson', objects, asDate)).toMatchObject({ rows: 2, broken: 1, whole: true });
  });

  it('says when there is more', async () => {
    const lines = Array.from({ length: 60_000 }, (_, n) => `${n},2024-01-${(n % 28) + 10}`).join('\n');
    expect(await tried('more.csv', `id,day\n${lines}\n`, asDate)).toMatchObject({ rows: 50_000, whole: false });
    expect(await tried('more.csv.gz', gzipSync(`id,day\n${lines}\n`), asDate)).toMatchObject({ rows: 50_000, whole: false });
  });
});
