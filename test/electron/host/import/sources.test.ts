import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { previewImport } from '../../../../core/usecases/import/preview-import';
import { findLines } from '../../../../electron/host/import/find-lines';
import { sniffEncoding } from '../../../../electron/host/import/sniff-encoding';
import { withImport } from '../../../support/import';

const text = 'id,nombre\n1,José Muñoz – «él»\n2,Zoë’s Ångström\n';

describe('encodings', () => {
  it.each(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'macintosh'] as const)('tells %s and reads it', (encoding) =>
    withImport(async ({ ctx, sources, folder }) => {
      const path = join(folder, 'e.csv');
      await writeFile(path, iconv.encode(text, encoding, { addBOM: encoding.startsWith('utf-16') }));
      expect(await sniffEncoding(path)).toBe(encoding);
      const preview = await previewImport(ctx, sources, { path });
      expect(preview.dialect?.encoding).toBe(encoding);
      expect(preview.sample.values).toEqual([
        ['1', '2'],
        ['José Muñoz – «él»', 'Zoë’s Ångström'],
      ]);
    }),
  );

  it('reads UTF-8 with a byte order mark', () =>
    withImport(async ({ ctx, sources, folder }) => {
      const path = join(folder, 'b.csv');
      await writeFile(path, `\uFEFF${text}`);
      expect((await previewImport(ctx, sources, { path })).columns.map((c) => c.attribute)).toEqual(['id', 'nombre']);
    }));
});

describe('sheets', () => {
  it('give values, not their looks', () =>
    withImport(async ({ ctx, sources, folder }) => {
      const sheet = utils.aoa_to_sheet([
        ['id', 'postcode', 'day', 'say', 'x'],
        [1, 1234, 45350, 'a "b", c\nd', 0.1],
        [],
        [2, 99, 45351, '=1', 2.5],
      ]);
      for (const cell of ['B2', 'B4']) Object.assign(sheet[cell], { z: '00000' });
      for (const cell of ['C2', 'C4']) Object.assign(sheet[cell], { z: 'yyyy-mm-dd' });
      const book = utils.book_new(sheet, 'One');
      utils.book_append_sheet(book, utils.aoa_to_sheet([['k'], ['v']]), 'Two');
      const path = join(folder, 'book.xlsx');
      await writeFile(path, write(book, { type: 'buffer', bookType: 'xlsx' }));
      const preview = await previewImport(ctx, sources, { path });
      expect(preview).toMatchObject({ format: 'xlsx', sheets: ['One', 'Two'], sheet: 'One' });
      expect(preview.sample.values).toEqual([
        ['1', '2'],
        ['01234', '00099'],
        ['2024-02-28', '2024-02-29'],
        ['a "b", c\nd', '=1'],
        ['0.1', '2.5'],
      ]);
      expect((await previewImport(ctx, sources, { path, sheet: 'Two' })).columns.map((c) => c.attribute)).toEqual(['k']);
      await writeFile(path, (await readFile(path)).subarray(0, 300));
      await expect(previewImport(ctx, sources, { path })).rejects.toMatchObject({ code: 'import-bad-xlsx' });
    }));
});

describe('lines', () => {
  it('are those of the file, whatever its line ends', () =>
    withImport(async ({ folder }) => {
      const path = join(folder, 'l.csv');
      for (const end of ['\n', '\r\n', '\r']) {
        await writeFile(path, ['note', 'id,a', '1,"x', 'y"', '', '2,"q""q"', '3,z'].join(end) + end);
        const dialect = { encoding: 'utf-8' as const, delimiter: ',', quote: '"', escape: '"', header: true, skip: 1 };
        expect(await findLines(path, { dialect, columns: 2, refused: [], records: [0, 1, 2] })).toEqual({
          refused: [],
          records: [3, 6, 7],
        });
      }
    }));
});
