import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { previewImport } from '../../../../core/usecases/import/preview-import';
import { load, openImport, rejects, rows } from '../../../support/import';

let bench: Awaited<ReturnType<typeof openImport>>;
beforeAll(async () => {
  bench = await openImport();
});
afterAll(() => bench.close());

/** What is written in JSON, and what is read of it. */
const values: [what: string, json: string, text: string | null][] = [
  ['a whole number', '42', '42'],
  ['a negative one', '-7', '-7'],
  ['the first whole number that no double has', '9007199254740993', '9007199254740993'],
  ['the last of 64 bits', '18446744073709551615', '18446744073709551615'],
  ['beyond 64 bits', '123456789012345678901234567890', '123456789012345678901234567890'],
  ['a fraction', '1234.56', '1234.56'],
  ['a fraction of fifteen digits', '0.123456789012345', '0.123456789012345'],
  ['a fraction that doubles round', '1234567890.12345678901', '1234567890.12345678901'],
  ['a fraction of zeros', '-0.00000000000000000012345', '-0.00000000000000000012345'],
  ['a long fraction with an exponent', '1.2345678901234567890e-7', '1.2345678901234567890e-7'],
  ['long digits with an exponent', '12345678901234567e3', '12345678901234567e3'],
  ['an exponent', '1e5', '100000.0'],
  ['beyond all doubles', '1e400', '1e400'],
  ['true', 'true', 'true'],
  ['false', 'false', 'false'],
  ['nothing', 'null', null],
  ['a text', '"plain"', 'plain'],
  ['an empty text', '""', ''],
  ['blanks around', '"  x "', '  x '],
  ['quotes, commas and backslashes', '"say \\"a, b\\" in C:\\\\temp"', 'say "a, b" in C:\\temp'],
  ['line ends and tabs', '"a\\nb\\r\\nc\\td"', 'a\nb\r\nc\td'],
  ['escapes of letters', '"\\u00e9\\u00C9"', 'éÉ'],
  ['an escaped pair', '"\\ud83d\\ude00"', '😀'],
  ['a sign of its own', '"😀é"', '😀é'],
  ['an escape that is none', '"\\\\u0041"', '\\u0041'],
  ['NUL', '"a\\u0000b"', 'a\u0000b'],
  ['digits as text', '"007"', '007'],
  [
    'a long fraction within a text',
    '"see: 1.23456789012345678, and \\"0.12345678901234567\\""',
    'see: 1.23456789012345678, and "0.12345678901234567"',
  ],
  ['a list', '[1, "x", null]', '[1,"x",null]'],
  ['an empty list', '[]', '[]'],
  ['an object', '{"a": {"b": 1}}', '{"a":{"b":1}}'],
  ['an empty object', '{}', '{}'],
];

describe.each([
  ['lines', 'v.ndjson', (objects: string[]) => objects.join('\n')],
  ['an array', 'v.json', (objects: string[]) => `[${objects.join(',\n')}]`],
] as const)('JSON in %s', (_, file, together) => {
  it('gives every value as it is written', async () => {
    const fields = values.map(([what, json]) => `${JSON.stringify(what)}: ${json}`);
    const path = join(bench.folder, file);
    await writeFile(path, together([`{"id": "k", ${fields.join(', ')}, "end": "e"}`]));
    const { sample } = await previewImport(bench.ctx, bench.sources, { path });
    const found = Object.fromEntries(sample.columns.map((c, n) => [c.name, sample.values[n]?.[0]]));
    expect(found).toEqual({ id: 'k', ...Object.fromEntries(values.map(([what, , text]) => [what, text ?? null])), end: 'e' });
  });

  it('loads every digit of an amount', async () => {
    const objects = ['{"id":1,"v":123456789.0123456789}', '{"id":2,"v":0.5}'];
    const { recipe } = await load(bench, file, together(objects), { key: ['id'], entity: 'amounts' });
    const column = { ...recipe.columns[1], source: 'v', attribute: 'v', type: 'text' as const };
    const columns = recipe.columns.map((c) => (c.source === 'v' ? column : c));
    await load(bench, file, together(objects), { key: ['id'], entity: 'amounts', columns });
    expect(await rows(bench, 'SELECT v FROM amounts ORDER BY id')).toEqual([['123456789.0123456789'], ['0.5']]);
  });

  it('keeps values of several types in one field, fields that are missing and names that differ by case', async () => {
    const objects = ['{"id":1,"m":1,"A":"x"}', '{"id":2,"m":"two","a":"y"}', '{"id":3,"m":{"z":[true]},"":"none"}', '{"id":4,"m":false}'];
    const { preview, summary } = await load(bench, file, together(objects), { key: ['id'], entity: 'mixed' });
    expect(preview.columns.map((c) => c.source)).toEqual(['id', 'm', 'A', 'a_2', 'column_5']);
    expect(summary).toMatchObject({ read: 4, loaded: 4 });
    expect(await rows(bench, 'SELECT * FROM mixed ORDER BY id')).toEqual([
      [1, '1', 'x', null, null],
      [2, 'two', null, 'y', null],
      [3, '{"z":[true]}', null, null, 'none'],
      [4, 'false', null, null, null],
    ]);
    expect(await rejects(bench, 'mixed')).toEqual([]);
  });

  it('tells of a field that stands twice in one object', async () => {
    for (const flatten of [false, true]) {
      const path = join(bench.folder, file);
      await writeFile(path, together(['{"id":1,"v":"a","v":"b"}', '{"id":2,"v":"c","w":1}', '{"w":2,"id":3}']));
      const { problems, sample } = await previewImport(bench.ctx, bench.sources, { path, flatten });
      expect(problems).toMatchObject([{ code: 'import-field-twice', details: { column: 'v' } }]);
      expect(sample.values[1]).toEqual(['a', 'c', null]);
    }
  });
});

it('tells which object is too large', async () => {
  const path = join(bench.folder, 'wide.json');
  await writeFile(path, JSON.stringify({ id: 1, text: 'x'.repeat(17 * 1024 * 1024) }));
  await expect(previewImport(bench.ctx, bench.sources, { path })).rejects.toMatchObject({ code: 'import-object-too-large' });
});

describe('a byte order mark', () => {
  const objects = Array.from({ length: 40 }, (_, id) => ({ id, name: `Zoë ${id}` }));
  const lines = objects.map((o) => JSON.stringify(o)).join('\n');
  const expected = objects.map(({ id, name }) => [id, name]);
  it.each([
    ['an array', 'marked_array.json', JSON.stringify(objects)],
    ['an array of many lines', 'marked_pretty.json', JSON.stringify(objects, undefined, 2)],
    ['a list within an object', 'marked_list.json', JSON.stringify({ rows: objects })],
    ['lines', 'marked_lines.ndjson', lines],
    ['lines in a file called JSON', 'marked_lines.json', lines],
  ])('before %s is none of it', async (_, file, text) => {
    const { summary } = await load(bench, file, `\uFEFF${text}`);
    expect(summary).toMatchObject({ read: 40, rejected: 0 });
    expect(await rows(bench, `SELECT id, name FROM ${file.slice(0, file.indexOf('.'))} ORDER BY id`)).toEqual(expected);
  });

  it('before an array that is longer than a look is none of it', async () => {
    const many = Array.from({ length: 24_000 }, (_, id) => ({ id, name: 'x'.repeat(400) }));
    const { summary } = await load(bench, 'marked_long.json', `\uFEFF${JSON.stringify(many)}`);
    expect(summary).toMatchObject({ read: 24_000, rejected: 0 });
  });
});
