import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateRawSync, gzipSync } from 'node:zlib';
import { utils, write } from '@e965/xlsx';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { previewImport } from '../../../../core/usecases/import/preview-import';
import { findLines, findRuns } from '../../../../electron/host/import/find-lines';
import { type KnownBounds, sheetToCsv } from '../../../../electron/host/import/read-sheet';
import { sniffEncoding } from '../../../../electron/host/import/sniff-encoding';
import { load, rejects, rows, withImport } from '../../../support/import';
import { zipOf } from '../../../support/zip-of';

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

describe('what a file is', () => {
  it.each([
    ['HTML called a workbook', 'page.xls', '<html><table><tr><td>id</td></tr><tr><td>1</td></tr></table></html>', 'HTML'],
    ['a document of HTML', 'page.csv', '\n<!DOCTYPE html>\n<title>x</title>', 'HTML'],
    ['XML', 'rows.xml', '\uFEFF<?xml version="1.0"?>\n<rows><row><id>1</id></row></rows>', 'XML'],
    ['a workbook of older programs', 'old.xls', Buffer.from(`d0cf11e0a1b11ae1${'00'.repeat(4000)}`, 'hex'), 'XLS'],
  ])('tells %s, which it reads no table from', (_, file, content, format) =>
    withImport(async ({ ctx, sources, folder }) => {
      const path = join(folder, file);
      await writeFile(path, content);
      await expect(previewImport(ctx, sources, { path })).rejects.toMatchObject({ code: 'import-other-format', details: { file, format } });
    }),
  );

  it.each([
    ['lines.txt', '{"id": 1, "name": "a"}\n{"id": 2, "name": "b"}\n'],
    ['list.txt', '[\n  {"id": 1, "name": "a"}, {"id": 2, "name": "b"}\n]'],
    ['export', '\uFEFF{ "rows": [{"id": 1, "name": "a"}, {"id": 2, "name": "b"}] }'],
  ])('tells JSON that is called %s', (file, text) =>
    withImport(async ({ ctx, sources, folder }) => {
      const path = join(folder, file);
      await writeFile(path, text);
      const { format, sample } = await previewImport(ctx, sources, { path });
      expect({ format, values: sample.values }).toEqual({
        format: 'json',
        values: [
          ['1', '2'],
          ['a', 'b'],
        ],
      });
    }),
  );

  it('takes what is called CSV for that, whatever its values begin with', () =>
    withImport(async ({ ctx, sources, folder }) => {
      const path = join(folder, 'values.csv');
      await writeFile(path, '{"id": 1}\t1\n{"id": 2}\t2\n{"id": 3}\t3\n');
      expect(await previewImport(ctx, sources, { path })).toMatchObject({
        format: 'csv',
        sample: {
          values: [
            ['{"id": 1}', '{"id": 2}', '{"id": 3}'],
            ['1', '2', '3'],
          ],
        },
      });
    }));
});

describe('hostile and crooked workbooks', () => {
  it('stand between the columns that a look at the same file found', () =>
    withImport(async ({ folder }) => {
      const path = join(folder, 'bounds.xlsx');
      const to = join(folder, 'bounds.csv');
      const sheetOf = (...cells: string[][]) =>
        writeFile(path, write(utils.book_new(utils.aoa_to_sheet(cells), 'S'), { type: 'buffer', bookType: 'xlsx' }));
      const bounds: KnownBounds = new Map();
      const csv = async () => {
        await sheetToCsv(path, undefined, to, {}, bounds);
        return readFile(to, 'utf8');
      };
      await sheetOf(['a', 'b'], ['1', '2']);
      expect(await csv()).toBe('"a","b"\n"1","2"\n');
      const [key = ''] = bounds.keys();
      bounds.set(key, { left: 1, width: 1 });
      expect(await csv()).toBe('"b","a"\n"2","1"\n');
      await sheetOf(['a', 'b', 'c'], ['1', '2', '3 and more']);
      expect(await csv()).toBe('"a","b","c"\n"1","2","3 and more"\n');
    }));

  it('are written as fast as the disk takes them, however often that has to wait', () =>
    withImport(async ({ folder }) => {
      const path = join(folder, 'long.xlsx');
      const to = join(folder, 'long.csv');
      const cells = Array.from({ length: 20_000 }, (_, r) => [`${r} ${'x'.repeat(300)}`, r % 2 === 0 ? 'say "so"' : '']);
      await writeFile(path, write(utils.book_new(utils.aoa_to_sheet(cells), 'S'), { type: 'buffer', bookType: 'xlsx' }));
      const warnings: Error[] = [];
      const hear = (warning: Error) => warnings.push(warning);
      process.on('warning', hear);
      await sheetToCsv(path, undefined, to, {}, new Map());
      process.off('warning', hear);
      expect(warnings).toEqual([]);
      expect(await readFile(to, 'utf8')).toBe(cells.map(([a, b]) => `"${a}",${b === '' ? '' : '"say ""so"""'}\n`).join(''));
    }));

  it('tell the rows of the sheet, wherever it starts and whatever its cells hold', () =>
    withImport(async (bench) => {
      const sheet = utils.sheet_add_aoa(utils.aoa_to_sheet([]), [['id', 'n', 'say'], [1, 1, 'a\nb\nc'], [], [2, 'x', ''], [3, 3, '']], {
        origin: 'C4',
      });
      const content = write(utils.book_new(sheet, 'S'), { type: 'buffer', bookType: 'xlsx' });
      const integer = (source: string) => ({ source, attribute: source, type: 'integer' as const });
      const columns = [integer('id'), integer('n'), { source: 'say', attribute: 'say', type: 'text' as const }];
      const { preview, summary } = await load(bench, 'crooked.xlsx', content, { columns });
      expect(preview.columns.map((c) => c.source)).toEqual(['id', 'n', 'say']);
      expect(summary).toMatchObject({ read: 3, rejected: 1 });
      expect(await rejects(bench, 'crooked')).toEqual([[7, 'n', 'x', 'not-integer']]);
      expect(await rows(bench, 'SELECT say FROM crooked WHERE id = 1')).toEqual([['a\nb\nc']]);
    }));

  it('stand between the columns of their first rows, which a look reads alone; later cells beside them are refused', () =>
    withImport(async (bench) => {
      const values: unknown[][] = [[null, 'id', 'n'], ...Array.from({ length: 60_000 }, (_, r) => [null, r, 2])];
      values[55_000] = ['left', 54_999, 2];
      values[56_000] = [null, 55_999, 2, 'right'];
      const content = write(utils.book_new(utils.aoa_to_sheet(values), 'S'), { type: 'buffer', bookType: 'xlsx' });
      const { preview, summary } = await load(bench, 'long.xlsx', content);
      expect(preview.columns.map((c) => c.source)).toEqual(['id', 'n']);
      expect(preview.sample.total).toBeNull();
      expect(summary).toMatchObject({ read: 60_000, loaded: 59_998, rejected: 2 });
      expect(await rejects(bench, 'long')).toEqual([
        [55_001, null, '"54999","2","left"', 'too-many-columns'],
        [56_001, null, '"55999","2","right"', 'too-many-columns'],
      ]);
      expect(await rows(bench, 'SELECT sum(id)::BIGINT FROM long')).toEqual([[(60_000 * 59_999) / 2 - 54_999 - 55_999]]);
    }));

  it('are refused when parts of them are not as large as they say, or no parts at all', () =>
    withImport(async ({ ctx, sources, folder }) => {
      const path = join(folder, 'bomb.xlsx');
      await writeFile(path, lyingZip(deflateRawSync(Buffer.alloc(16 * 1024 * 1024), { level: 1 })));
      await expect(previewImport(ctx, sources, { path })).rejects.toMatchObject({ code: 'import-bad-xlsx' });
      await writeFile(path, lyingZip(Buffer.from('no deflated stream')));
      await expect(previewImport(ctx, sources, { path })).rejects.toMatchObject({ code: 'import-bad-xlsx' });
    }));

  it('tell rows of names that are merged, titles above and totals below', () =>
    withImport(async (bench) => {
      const cells = [
        ['Sales'],
        [],
        ['id', 'person', null, 'amount'],
        [null, 'name', 'town'],
        ['K1', 'Ana', 'Bonn', 1.5],
        ['K2', 'Bo', 'Ulm', 2],
        ['Total', null, null, 3.5],
      ];
      const content = write(utils.book_new(utils.aoa_to_sheet(cells), 'S'), { type: 'buffer', bookType: 'xlsx' });
      const { preview, summary } = await load(bench, 'sales.xlsx', content);
      expect(preview.dialect).toMatchObject({ skip: 2, headerRows: 2, footer: 1 });
      expect(preview.columns.map((c) => `${c.source} ${c.type}`)).toEqual([
        'id text',
        'person name text',
        'person town text',
        'amount decimal',
      ]);
      expect(summary).toMatchObject({ loaded: 2, rejected: 1 });
      expect((await rejects(bench, 'sales')).map(([line, , , reason]) => [line, reason])).toEqual([[7, 'footer']]);
    }));
});

/** One entry that claims to unpack to one byte. */
function lyingZip(packed: Buffer): Buffer {
  const name = Buffer.from('xl/workbook.xml');
  const local = Buffer.concat([Buffer.alloc(30), name]);
  local.write('PK\x03\x04', 'latin1');
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.concat([Buffer.alloc(46), name]);
  central.write('PK\x01\x02', 'latin1');
  central.writeUInt16LE(name.length, 28);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt32LE(1, 24);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length + packed.length, 16);
  return Buffer.concat([local, packed, central, end]);
}

describe('gzip', () => {
  it('is unpacked, and lines are those of the text within', () =>
    withImport(async (bench) => {
      const { preview, summary } = await load(
        bench,
        'p.csv.gz',
        gzipSync(`id,n\n${Array.from({ length: 50 }, (_, n) => `${n},${n}\n`).join('')}3,3,3\n`),
      );
      expect(preview).toMatchObject({ entity: 'p', format: 'csv', columns: [{ source: 'id' }, { source: 'n' }] });
      expect(summary).toMatchObject({ read: 51, loaded: 50, rejected: 1 });
      expect(await rejects(bench, 'p')).toEqual([[52, null, '3,3,3', 'too-many-columns']]);
      const lines = Array.from({ length: 3000 }, (_, n) => `{"id":${n}}`).join('\n');
      expect((await load(bench, 'q.ndjson.gz', gzipSync(lines))).summary).toMatchObject({ read: 3000, rejected: 0 });
    }));

  it('is told by what it begins with, also in an archive and beyond what a look takes', () =>
    withImport(async (bench) => {
      const long = 'x'.repeat(900);
      const text = (lines: number) => `id,text\n${Array.from({ length: lines }, (_, n) => `${n},${long}\n`).join('')}`;
      for (const [member, lines] of Object.entries({ export: 40_000, 'export.csv': 10, 'export.csv.gz': 10 })) {
        const { preview, summary } = await load(bench, 'big.zip', zipOf({ [member]: gzipSync(text(lines), { level: 0 }) }));
        expect(preview, member).toMatchObject({ format: 'csv', member, entity: 'export', columns: [{ source: 'id' }, { source: 'text' }] });
        expect(summary, member).toMatchObject({ read: lines, rejected: 0 });
      }
      const json = Buffer.from('[{"id":1,"name":"ñ"},{"id":2}]');
      for (const name of ['plain.json', 'packed.json', 'wide.json', 'odd[1].json', 'odd.json.gz']) {
        const content = /packed|gz$/.test(name) ? gzipSync(json) : name === 'wide.json' ? Buffer.from(`\ufeff${json}`, 'utf16le') : json;
        const { summary } = await load(bench, name, content, { entity: 'j', key: ['id'] });
        expect(summary, name).toMatchObject({ read: 2, loaded: 2 });
        expect(await rows(bench, 'SELECT id, name FROM j ORDER BY id'), name).toEqual([
          [1, 'ñ'],
          [2, null],
        ]);
      }
    }));
});

describe('lines', () => {
  it('are those of the file, whatever its line ends', () =>
    withImport(async ({ folder }) => {
      const path = join(folder, 'l.csv');
      for (const end of ['\n', '\r\n', '\r']) {
        await writeFile(path, ['note', 'id,a', '1,"x', 'y"', '', '2,"q""q"', '3,z'].join(end) + end);
        const dialect = { encoding: 'utf-8' as const, delimiter: ',', quote: '"', escape: '"', header: true, skip: 1 };
        expect(await findLines(path, { dialect, columns: 2, sheet: false, refused: [], records: [0, 1, 2] })).toEqual({
          refused: [],
          records: [3, 6, 7],
        });
        expect(await findRuns(path, { dialect, columns: 2, sheet: false, refused: [] })).toEqual({
          refused: [],
          runs: [
            { record: 0, line: 3 },
            { record: 1, line: 6 },
          ],
        });
      }
    }));
});
