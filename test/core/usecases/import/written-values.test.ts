import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { workspace } from '../../../../core/model/workspace';
import { previewImport } from '../../../../core/usecases/import/preview-import';
import { load, openImport, rejects, rows } from '../../../support/import';

async function openMadrid(kind: 'native' | 'wasm') {
  const bench = await openImport({ kind });
  const settings = workspace.parse({ format: 1, id: 'workspace', name: 'Values', zone: 'Europe/Madrid' });
  await bench.ctx.store.commit([{ kind: 'workspace', id: settings.id, document: settings }]);
  return bench;
}

describe.each(['native', 'wasm'] as const)('values as people write them, on %s', (kind) => {
  let bench: Awaited<ReturnType<typeof openMadrid>>;
  beforeAll(async () => {
    bench = await openMadrid(kind);
  });
  afterAll(() => bench.close());

  async function column(values: readonly string[]) {
    const text = ['id;v', ...values.map((v, n) => `${n + 1};"${v}"`), ''].join('\n');
    const { preview, summary } = await load(bench, 'values.csv', text);
    const { source: _, attribute: _name, ...found } = preview.columns[1] ?? { source: '', attribute: '' };
    const page = await rows(bench, `SELECT v::VARCHAR FROM "${summary.entity.name}" ORDER BY id`);
    return { ...found, codes: preview.problems.map((p) => p.code), values: page.flat() };
  }
  const decimal = (scale: number) => ({ type: 'decimal', scale });
  const text = { type: 'text' };

  it.each([
    [
      'blanks between thousands',
      ['1 234,50', '1\u00a0234,5', '12\u202f345,00', '1\u2009234,00'],
      { ...decimal(2), decimalComma: true },
      ['1234.50', '1234.50', '12345.00', '1234.00'],
    ],
    ['apostrophes between thousands', ["1'234.50", '1’234’567.25'], decimal(2), ['1234.50', '1234567.25']],
    ['signs around a currency', ['-€12.50', '€-3.25', '+ € 7.00', '1,000.00 €'], decimal(2), ['-12.50', '-3.25', '7.00', '1000.00']],
    ['signs of accountants', ['(1,250.00)', '99.95-', '−7.10', '(€5.00)'], decimal(2), ['-1250.00', '-99.95', '-7.10', '-5.00']],
    ['codes of a currency', ['12.50 EUR', 'EUR 7.25', '-EUR 1.00'], decimal(2), ['12.50', '7.25', '-1.00']],
  ] as const)('amounts: %s', async (_, values, found, loaded) => {
    expect(await column(values)).toEqual({ ...found, codes: [], values: loaded });
  });

  it('amounts of several currencies, and numbers to call, stay what they are', async () => {
    const mixed = ['€5.50', '$7.25'];
    expect(await column(mixed)).toEqual({ ...text, codes: ['import-several-currencies'], values: mixed });
    for (const values of [
      ['+34600111222', '+4915112345'],
      ['600 111 222', '600 111 223'],
      ['+5551234', '+5559876'],
      ['12345,678.50', '1,000.00'],
      ['5-3', '6-3'],
      ['--5', '6'],
    ])
      expect(await column(values)).toEqual({ ...text, codes: [], values });
    expect(await column(['+555123', '+7'])).toMatchObject({ type: 'decimal', scale: 0, values: ['555123', '7'] });
  });

  it.each([
    ['names of months', ['1 Mar 2024', '29 feb 2024'], 'date', '%d %b %Y', ['2024-03-01', '2024-02-29']],
    ['names of months in full', ['March 1, 2024', 'May 9, 2024'], 'date', '%B %d, %Y', ['2024-03-01', '2024-05-09']],
    ['years first', ['2024.03.01', '2024.12.31'], 'date', '%Y.%m.%d', ['2024-03-01', '2024-12-31']],
    [
      'halves of the day',
      ['3/21/2024 1:05 PM', '3/22/2024 12:00 am'],
      'timestamp',
      '%m/%d/%Y %I:%M %p',
      ['2024-03-21 13:05:00', '2024-03-22 00:00:00'],
    ],
    ['a comma before the time', ['21.03.2024, 09:30'], 'timestamp', '%d.%m.%Y, %H:%M', ['2024-03-21 09:30:00']],
    ['hours of one digit', ['2024-03-21 9:30'], 'timestamp', '%Y-%m-%d %H:%M', ['2024-03-21 09:30:00']],
  ] as const)('days: %s', async (_, values, type, dateFormat, loaded) => {
    expect(await column(values)).toEqual({ type, dateFormat, codes: [], values: loaded });
  });

  it('days with and without a time are moments, and none is refused', async () => {
    expect(await column(['2024-03-01', '2024-03-01 10:30:00'])).toMatchObject({
      type: 'timestamp',
      values: ['2024-03-01 00:00:00', '2024-03-01 10:30:00'],
    });
  });

  it('years of two digits are told, and not taken for days to come', async () => {
    expect(await column(['24.12.24', '01.03.75'])).toEqual({
      type: 'date',
      dateFormat: '%d.%m.%y',
      codes: ['import-short-years'],
      values: ['2024-12-24', '1975-03-01'],
    });
    const born = ['24.12.24', '01.03.55'];
    expect(await column(born)).toEqual({ ...text, codes: ['import-short-years-text'], values: born });
  });

  it('whole numbers that may be days stay numbers, and are told', async () => {
    const days = ['20240229', '19991231', ''];
    expect(await column(days)).toEqual({ type: 'integer', codes: ['import-days-as-numbers'], values: ['20240229', '19991231', null] });
    for (const numbers of [
      ['20240229', '20240231'],
      ['20240229', '20240229'],
      ['20240229', '120240229'],
      ['18991231', '18991230'],
    ])
      expect(await column(numbers)).toEqual({ type: 'integer', codes: [], values: numbers });
  });

  it('moments that say their offset become the wall time of the workspace', async () => {
    const values = [
      '2024-07-01T09:00:00Z',
      '2024-01-01T09:00:00.5+0530',
      '2024-03-31 00:59:59 UTC',
      '2024-03-31T01:00:00Z',
      '2024-10-27T02:30:00-01',
    ];
    const wall = ['2024-07-01 11:00:00', '2024-01-01 04:30:00.5', '2024-03-31 01:59:59', '2024-03-31 03:00:00', '2024-10-27 04:30:00'];
    expect(await column(values)).toEqual({ type: 'timestamp', zone: 'Europe/Madrid', codes: [], values: wall });
    expect((await column(['2024-07-01T09:00:00Z', '2024-07-01T09:00:00'])).type).toBe('text');
  });
});

// The portable engine reads no Parquet.
it('moments in Parquet too', async () => {
  const bench = await openMadrid('native');
  const path = join(bench.folder, 'moments.parquet');
  await rows(bench, `COPY (SELECT 1 AS id, TIMESTAMPTZ '2024-07-01 09:00:00+00' AS at) TO '${path}' (FORMAT parquet)`);
  const preview = await previewImport(bench.ctx, bench.sources, { path });
  expect(preview.columns[1]).toEqual({ source: 'at', attribute: 'at', type: 'timestamp', zone: 'Europe/Madrid' });
  expect(preview.sample.values[1]).toEqual(['2024-07-01 09:00:00Z']);
  await bench.close();
});

it('what is no number is refused in Parquet, too', async () => {
  const bench = await openMadrid('native');
  const path = join(bench.folder, 'numbers.parquet');
  const values = "(1, 1.5::DOUBLE, DATE '2024-01-01'), (2, 'nan', DATE '2024-01-02'), (3, '-inf', DATE '2024-01-03')";
  await rows(bench, `COPY (FROM (VALUES ${values}) v(id, n, day)) TO '${path}' (FORMAT parquet)`);
  const { summary } = await load(bench, 'numbers.parquet', await readFile(path));
  expect(summary).toMatchObject({ read: 3, loaded: 1 });
  expect(await rejects(bench, 'numbers')).toEqual([
    [2, 'n', 'nan', 'not-number'],
    [3, 'n', '-inf', 'not-number'],
  ]);
  await bench.close();
});
