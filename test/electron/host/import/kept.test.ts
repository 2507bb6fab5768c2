import { readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { previewImport } from '../../../../core/usecases/import/preview-import';
import { runImport } from '../../../../core/usecases/import/run-import';
import { type ImportBench, withImport } from '../../../support/import';

/** One object a line, all of which is made into what the engine reads where all its fields are asked for. */
const lines = (...names: string[]) => names.map((name, i) => `${JSON.stringify({ id: i + 1, name })}\n`).join('');

const made = (bench: ImportBench) => readdir(join(bench.folder, 'scratch'));

async function loaded(bench: ImportBench, path: string) {
  const { format, dialect, columns, key, entity } = await previewImport(bench.ctx, bench.sources, { path, allFields: true });
  const source = { path, format, allFields: true, ...(dialect ? { dialect } : {}) };
  return () => runImport(bench.ctx, bench.sources, { format: 2, kind: 'file', id: 'r1', entity, source, columns, key, mode: 'replace' });
}

describe('what is made of a file to look at it', () => {
  it('is used by the load and gone after it', () =>
    withImport(async (bench) => {
      const path = join(bench.folder, 'people.ndjson');
      await writeFile(path, lines('Ana', 'Bo'));
      const load = await loaded(bench, path);
      const kept = await made(bench);
      expect(kept).toHaveLength(1);
      // What stands in the kept file is what is loaded.
      const file = join(bench.folder, 'scratch', kept[0] ?? '');
      const [first = ''] = (await readFile(file, 'utf8')).split(/(?<=\n)/);
      await writeFile(file, first);
      expect(await load()).toMatchObject({ read: 1 });
      expect(await made(bench)).toEqual([]);
    }));

  it('is made anew once the file has changed', () =>
    withImport(async (bench) => {
      const path = join(bench.folder, 'people.ndjson');
      await writeFile(path, lines('Ana', 'Bo'));
      const load = await loaded(bench, path);
      await writeFile(path, lines('Ana', 'Bo', 'Cu'));
      await utimes(path, new Date(), new Date(Date.now() + 5000));
      expect(await load()).toMatchObject({ read: 3 });
    }));

  it('is never more than what was looked at last', () =>
    withImport(async (bench) => {
      for (const n of [1, 2, 3, 4, 5]) {
        const path = join(bench.folder, `people${n}.ndjson`);
        await writeFile(path, lines('Ana', 'Bo'));
        await previewImport(bench.ctx, bench.sources, { path, allFields: true });
      }
      expect(await made(bench)).toHaveLength(3);
    }));
});
