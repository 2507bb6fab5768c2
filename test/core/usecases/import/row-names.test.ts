import { copyFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { previewImport } from '../../../../core/usecases/import/preview-import';
import { type ImportBench, load, openImport, rejects, rows } from '../../../support/import';

const names = ['name', 'amount', 'day'];
const values = [
  ['Ana', '5.50', '2024-02-28'],
  ['Bo', '7.25', '2024-02-29'],
  ['Cu', '1.00', '2024-03-01'],
];

/** As `write.table` of R writes rows that are numbered, or called something. */
const written = (delimiter: string, quote: string, called: (n: number) => string) => {
  const text = (value: string) => `${quote}${value}${quote}`;
  const lines = values.map(([name = '', ...more], n) => [text(called(n + 1)), text(name), ...more].join(delimiter));
  return `${[names.map(text).join(delimiter), ...lines].join('\n')}\n`;
};

describe('records that begin with a value without a name', () => {
  let bench: ImportBench & { close(): Promise<void> };
  beforeAll(async () => {
    bench = await openImport();
  });
  afterAll(() => bench.close());

  it.each([
    ['blanks and quotes', ' ', '"', String],
    ['tabs', '\t', '', String],
    ['commas and rows with names', ',', '"', (n: number) => `row-${n}`],
    ['semicolons', ';', '', (n: number) => `Mazda RX${n}`],
  ] as const)('are read whole, with %s', async (_, delimiter, quote, called) => {
    const { preview, summary } = await load(bench, 'r.txt', written(delimiter, quote, called), { key: ['name'] });
    expect(preview.dialect).toMatchObject({ header: true, rowNames: true, skip: 0 });
    expect(preview.columns.map((c) => c.source)).toEqual(['column_1', ...names]);
    expect(preview.problems).toMatchObject([{ code: 'import-row-names', details: { column: 'column_1', first: called(1), next: 'name' } }]);
    expect(summary).toMatchObject({ read: 3, loaded: 3, rejected: 0 });
    expect(await rows(bench, `SELECT column_1::VARCHAR, name, day::VARCHAR FROM r ORDER BY name LIMIT 1`)).toEqual([
      [called(1), 'Ana', '2024-02-28'],
    ]);
  });

  it('are refused where the first column is said to have the first name', async () => {
    const path = join(bench.folder, 'never-loaded.txt');
    await copyFile(join(bench.folder, 'r.txt'), path);
    const { dialect } = await previewImport(bench.ctx, bench.sources, { path });
    const { rowNames: _, ...plain } = dialect ?? {};
    expect((await previewImport(bench.ctx, bench.sources, { path, dialect: plain })).columns.map((c) => c.source)).toEqual([
      ...names,
      'row_number',
    ]);
  });

  it('are found although one of them is broken', async () => {
    const many = Array.from({ length: 100 }, (_, n) => `${n},x${n},${n}.5`);
    const { summary } = await load(bench, 'b.csv', `name,amount\n${many.join('\n')}\n100,only\n`, { key: ['name'] });
    expect(summary).toMatchObject({ read: 101, loaded: 100, rejected: 1 });
    expect((await rejects(bench, 'b')).map(([line, , , reason]) => [line, reason])).toEqual([[102, 'missing-columns']]);
  });

  it.each([
    ['a delimiter ends each of them', 'id,name\n1,Ana,\n2,Bo,\n', ['id', 'name']],
    ['they begin alike', 'kind,name\nx,1,Ana\nx,2,Bo\n', ['kind', 'name']],
  ])('are not those where %s', async (_, text, expected) => {
    const path = join(bench.folder, 'n.csv');
    await writeFile(path, text);
    const preview = await previewImport(bench.ctx, bench.sources, { path });
    expect(preview.dialect?.rowNames).toBeUndefined();
    expect(preview.columns.map((c) => c.source).slice(0, 2)).toEqual(expected);
  });
});
