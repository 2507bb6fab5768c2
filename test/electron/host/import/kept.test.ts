import { readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { previewImport } from '../../../../core/usecases/import/preview-import';
import { runImport } from '../../../../core/usecases/import/run-import';
import { type ImportBench, withImport } from '../../../support/import';

const book = (rows: unknown[][]) => write(utils.book_new(utils.aoa_to_sheet(rows), 'One'), { type: 'buffer', bookType: 'xlsx' }) as Buffer;
const table = [
  ['id', 'name'],
  [1, 'Ana'],
  [2, 'Bo'],
];

const made = (bench: ImportBench) => readdir(join(bench.folder, 'scratch'));

async function loaded(bench: ImportBench, path: string) {
  const { format, dialect, sheet, columns, key, entity } = await previewImport(bench.ctx, bench.sources, { path });
  const source = { path, format, ...(dialect ? { dialect } : {}), ...(sheet === undefined ? {} : { sheet }) };
  return () => runImport(bench.ctx, bench.sources, { format: 1, id: 'r1', entity, source, columns, key, mode: 'replace' });
}

describe('what is made of a file to look at it', () => {
  it('is used by the load and gone after it', () =>
    withImport(async (bench) => {
      const path = join(bench.folder, 'people.xlsx');
      await writeFile(path, book(table));
      const load = await loaded(bench, path);
      const kept = await made(bench);
      expect(kept).toHaveLength(1);
      // What stands in the kept file is what is loaded.
      await writeFile(join(bench.folder, 'scratch', kept[0] ?? ''), '"id","name"\n"1","Cu"\n');
      expect(await load()).toMatchObject({ read: 1 });
      expect(await made(bench)).toEqual([]);
    }));

  it('is made anew once the file has changed', () =>
    withImport(async (bench) => {
      const path = join(bench.folder, 'people.xlsx');
      await writeFile(path, book(table));
      const load = await loaded(bench, path);
      await writeFile(path, book([...table, [3, 'Cu']]));
      await utimes(path, new Date(), new Date(Date.now() + 5000));
      expect(await load()).toMatchObject({ read: 3 });
    }));

  it('is never more than what was looked at last', () =>
    withImport(async (bench) => {
      for (const n of [1, 2, 3, 4, 5]) {
        const path = join(bench.folder, `people${n}.xlsx`);
        await writeFile(path, book(table));
        await previewImport(bench.ctx, bench.sources, { path });
      }
      expect((await made(bench)).length).toBeLessThanOrEqual(3);
    }));
});
