import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { previewImport } from '../../../../core/usecases/import/preview-import';
import { load, openImport, rejects, rows } from '../../../support/import';
import { type SheetCell, type WrittenSheet, workbookOf } from '../../../support/workbook';

let bench: Awaited<ReturnType<typeof openImport>>;
beforeAll(async () => {
  bench = await openImport();
});
afterAll(() => bench.close());

const number = (value: string, format?: string | number): SheetCell => ({
  xml: `<c><v>${value}</v></c>`,
  ...(format === undefined ? {} : { format }),
});
const words = (text: string): SheetCell => ({ xml: `<c t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>` });
const names = (...texts: string[]) => ({ at: 1, cells: texts.map(words) });

const strings = [
  '<si><t>plain</t></si>',
  '<si><r><t>rich </t></r><r><rPr><b/></rPr><t>text</t></r></si>',
  '<si><t>課</t><rPh sb="0" eb="1"><t>カ</t></rPh></si>',
  '<si><t>a_x000D_b_x005F_c</t></si>',
  '<si><t/></si>',
];

/** What stands in a cell, and what is read of it. */
const cells: [what: string, cell: SheetCell, text: string, text1904?: string][] = [
  ['a whole number', number('42'), '42'],
  ['a number that binary fractions miss', number('0.1'), '0.1'],
  ['a sum of such', number('0.30000000000000004'), '0.30000000000000004'],
  ['a number in powers of ten', number('1.5E+3'), '1500'],
  ['a very small number', number('2E-7'), '2e-7'],
  ['digits beyond what a double holds', number('12345678901234567890'), '12345678901234567890'],
  ['a negative number', number('-7.5'), '-7.5'],
  ['a price', number('1234.5', '#,##0.00\\ [$€-407]'), '1234.5'],
  ['a share', number('0.25', '0.00%'), '0.25'],
  ['red when negative', number('-3', '0;[Red]-0'), '-3'],
  ['a number with words', number('3', '0 "days"'), '3'],
  ['scientific', number('12345', '0.00E+00'), '12345'],
  ['a postcode shown with zeros', number('1234', '00000'), '01234'],
  ['a number formatted as text', number('77', '@'), '77'],
  ['a day', number('45350', 14), '2024-02-28', '2028-02-29'],
  ['a day in another order', number('45351', 'dd.mm.yyyy'), '2024-02-29', '2028-03-01'],
  ['a day named', number('45351', '[$-409]d\\-mmm\\-yy;@'), '2024-02-29', '2028-03-01'],
  ['a moment', number('45350.75', 'yyyy-mm-dd hh:mm'), '2024-02-28 18:00:00', '2028-02-29 18:00:00'],
  ['a moment by the second', number('45350.000011574', 22), '2024-02-28 00:00:01', '2028-02-29 00:00:01'],
  ['a time of day', number('0.5', 'hh:mm'), '12:00:00'],
  ['a time that is known without its code', number('0.25', 20), '06:00:00'],
  ['the first day', number('1', 14), '1900-01-01', '1904-01-02'],
  ['the last day before the one that never was', number('59', 14), '1900-02-28', '1904-02-29'],
  ['the day that never was', number('60', 14), '60', '1904-03-01'],
  ['the day after', number('61', 14), '1900-03-01', '1904-03-02'],
  ['a day before all days', number('-1', 14), '-1'],
  ['hours that go on beyond a day', number('1.5', '[h]:mm'), '36:00:00'],
  ['hours of less than a day', number('0.5', '[h]:mm'), '12:00:00'],
  ['hours known without their code', number('2.25', 46), '54:00:00'],
  ['minutes that go on', number('0.0625', '[mm]:ss'), '01:30:00'],
  ['seconds that go on', number('0.001', '[s]'), '00:01:26'],
  ['hours that are negative', number('-0.5', '[h]:mm'), '-12:00:00'],
  ['true', { xml: '<c t="b"><v>1</v></c>' }, 'true'],
  ['false', { xml: '<c t="b"><v>0</v></c>' }, 'false'],
  ['an error', { xml: '<c t="e"><v>#N/A</v></c>' }, '#N/A'],
  ['what a formula gives', { xml: '<c><f>6*7</f><v>42</v></c>' }, '42'],
  ['a text that a formula gives', { xml: '<c t="str"><f>UPPER("x")</f><v>X</v></c>' }, 'X'],
  ['a day that a formula gives', { xml: '<c><f>TODAY()</f><v>45350</v></c>', format: 14 }, '2024-02-28', '2028-02-29'],
  ['an error of a formula', { xml: '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>' }, '#DIV/0!'],
  ['a formula never computed', { xml: '<c><f>A1</f></c>' }, ''],
  ['a day written as one', { xml: '<c t="d"><v>2024-02-28</v></c>' }, '2024-02-28'],
  ['a text', { xml: '<c t="s"><v>0</v></c>' }, 'plain'],
  ['a text of several looks', { xml: '<c t="s"><v>1</v></c>' }, 'rich text'],
  ['a text with its sound', { xml: '<c t="s"><v>2</v></c>' }, '課'],
  ['signs that XML cannot hold', { xml: '<c t="s"><v>3</v></c>' }, 'a\rb_c'],
  ['an empty text', { xml: '<c t="s"><v>4</v></c>' }, ''],
  ['a text in place', words('in place'), 'in place'],
  ['blanks around', words('  x '), '  x '],
  ['entities', words('&lt;a&gt; &amp; &#x1F600;'), '<a> & 😀'],
  ['a line end within', words('one\ntwo'), 'one\ntwo'],
  ['a quote and a comma', words('say &quot;a, b&quot;'), 'say "a, b"'],
  ['digits as text', words('007'), '007'],
  ['a look without a value', { xml: '<c/>', format: 14 }, ''],
];

describe.each([
  ['1900', false],
  ['1904', true],
] as const)('a cell of a sheet whose days are counted from %s', (_, from1904) => {
  it.each(cells)('%s', async (_what, cell, text, text1904 = text) => {
    const sheet: WrittenSheet = {
      name: 'S',
      rows: [names('id', 'v', 'end'), { at: 2, cells: [words('k'), cell, words('e')] }],
    };
    const path = join(bench.folder, 'cells.xlsx');
    await writeFile(path, workbookOf([sheet], { from1904, strings }));
    const { sample } = await previewImport(bench.ctx, bench.sources, { path });
    expect(sample.values.map((v) => v[0] ?? '')).toEqual(['k', from1904 ? text1904 : text, 'e']);
  });
});

describe('a workbook', () => {
  const people: WrittenSheet = { name: 'People', rows: [names('id', 'who'), { at: 2, cells: [number('1'), words('Ana')] }] };
  const hidden: WrittenSheet = { name: 'Lists', state: 'hidden', rows: [names('code'), { at: 2, cells: [words('x')] }] };

  it('is read from the first sheet that is seen; the hidden ones can be asked for', async () => {
    const path = join(bench.folder, 'hidden.xlsx');
    await writeFile(path, workbookOf([hidden, { ...hidden, name: 'Deep', state: 'veryHidden' }, people]));
    const found = await previewImport(bench.ctx, bench.sources, { path });
    expect(found).toMatchObject({ sheet: 'People', sheets: ['People', 'Lists', 'Deep'] });
    expect((await previewImport(bench.ctx, bench.sources, { path, sheet: 'Deep' })).columns.map((c) => c.source)).toContain('code');
  });

  it('gives each of several sheets an entity of its own', async () => {
    const path = join(bench.folder, 'the shop.xlsx');
    const entity = async (sheet?: string) => (await previewImport(bench.ctx, bench.sources, { path, ...(sheet ? { sheet } : {}) })).entity;
    await writeFile(path, workbookOf([people, { ...hidden, name: 'Price list 2.1', state: undefined }]));
    expect([await entity(), await entity('Price list 2.1')]).toEqual(['the_shop_People', 'the_shop_Price_list_2_1']);
    await writeFile(path, workbookOf([people]));
    expect(await entity()).toBe('the_shop');
  });

  it('keeps blank rows for what they are and tells lines as the sheet has them', async () => {
    const sheet: WrittenSheet = {
      name: 'S',
      rows: [
        { at: 3, cells: [words('id'), words('n')] },
        { at: 4, cells: [number('1'), number('5')] },
        { at: 6, cells: [] },
        { at: 9, cells: [number('2'), words('x')] },
        { at: 12, cells: [number('3'), number('7')] },
      ],
    };
    const integer = (source: string) => ({ source, attribute: source, type: 'integer' as const });
    const { summary, recipe } = await load(bench, 'gaps.xlsx', workbookOf([sheet]), {
      columns: [integer('id'), integer('n')],
      key: ['id'],
    });
    expect(summary).toMatchObject({ read: 3, loaded: 2, rejected: 1 });
    expect(await rejects(bench, recipe.entity)).toEqual([[9, 'n', 'x', 'not-integer']]);
  });

  it('has names over several rows where cells are merged', async () => {
    const sheet: WrittenSheet = {
      name: 'S',
      merged: ['A1:A2', 'B1:C1', 'D1:D2'],
      rows: [
        { at: 1, cells: [words('id'), words('person'), undefined, words('amount')] },
        { at: 2, cells: [undefined, words('name'), words('town')] },
        { at: 3, cells: [words('K1'), words('Ana'), words('Bonn'), number('1.5')] },
        { at: 4, cells: [words('K2'), words('Bo'), words('Ulm'), number('2')] },
      ],
    };
    const { preview, recipe } = await load(bench, 'merged.xlsx', workbookOf([sheet]));
    expect(preview.columns.map((c) => c.source)).toEqual(['id', 'person name', 'person town', 'amount']);
    expect(await rows(bench, `SELECT * FROM "${recipe.entity}" ORDER BY 1`)).toEqual([
      ['K1', 'Ana', 'Bonn', '1.5'],
      ['K2', 'Bo', 'Ulm', '2.0'],
    ]);
  });
});
