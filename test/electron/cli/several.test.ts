import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildCli, muster } from '../../support/cli';
import { type WrittenSheet, workbookOf } from '../../support/workbook';
import { zipOf } from '../../support/zip-of';
import { documentIn, done, refused, shapes } from './shapes';

const folder = mkdtempSync(join(tmpdir(), 'muster-several-'));
const at = (name: string) => join(folder, name);
const timeout = 120_000;

const text = (value: string) => ({ xml: `<c t="inlineStr"><is><t>${value}</t></is></c>` });
const sheet = (name: string, records: string[][], state?: 'hidden'): WrittenSheet => ({
  name,
  ...(state ? { state } : {}),
  rows: records.map((record, n) => ({ at: n + 1, cells: record.map(text) })),
});
const shop = workbookOf([
  sheet(
    'Countries',
    [
      ['code', 'country'],
      ['ES', 'Spain'],
    ],
    'hidden',
  ),
  sheet('Customers', [
    ['customer_id', 'name'],
    ['C1', 'Ana'],
    ['C2', 'Bo'],
  ]),
  sheet('Orders 2025', [
    ['order_id', 'customer_id'],
    ['A1', 'C1'],
    ['A2', 'C1'],
  ]),
  sheet('Orders 2026', [
    ['order_id', 'customer_id'],
    ['B1', 'C2'],
  ]),
  sheet('Empty', []),
]);

beforeAll(async () => {
  await buildCli();
  writeFileSync(at('shop.xlsx'), shop);
}, timeout);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function workspace(name: string): Promise<string> {
  await done(shapes.workspace, 'new', at(name));
  return at(name);
}

it('loads every sheet of a workbook that is not hidden, and tells which it left', { timeout }, async () => {
  const ws = await workspace('sheets');
  const { files, problems } = await done(shapes.import, 'import', ws, at('shop.xlsx'));
  expect(files.map((f) => [f.sheet, f.entity.name, f.entity.key, f.entity.rows])).toEqual([
    ['Customers', 'shop_Customers', ['customer_id'], 2],
    ['Orders 2025', 'shop_Orders_2025', ['order_id'], 2],
    ['Orders 2026', 'shop_Orders_2026', ['order_id'], 1],
  ]);
  expect(problems.map((p) => [p.severity, p.code, p.details])).toEqual([
    ['warning', 'import-sheet-hidden', { file: 'shop.xlsx', sheet: 'Countries' }],
    ['warning', 'import-sheet-empty', { file: 'shop.xlsx', sheet: 'Empty' }],
  ]);
  const again = await done(shapes.refresh, 'refresh', ws, 'shop_Orders_2026');
  expect(again.entities.map((e) => [e.outcome, e.summary?.unchanged])).toEqual([['loaded', 1]]);
});

it('loads every list within the one object that JSON is, also in an archive', { timeout }, async () => {
  const ws = await workspace('lists');
  const answer = { ok: true, page: { people: [{ id: 1, name: 'Ana' }], orders: [{ order: 'A' }, { order: 'B' }] } };
  writeFileSync(at('answer.json'), JSON.stringify(answer));
  writeFileSync(at('answers.zip'), zipOf({ 'more.json': Buffer.from(JSON.stringify(answer)), 'plain.json': Buffer.from('[{"x": 1}]') }));
  const { files, problems } = await done(shapes.import, 'import', ws, at('answer.json'), at('answers.zip'));
  expect(files.map((f) => [f.member, f.sheet, f.entity.name, f.entity.rows])).toEqual([
    [null, 'page.people', 'answer_page_people', 1],
    [null, 'page.orders', 'answer_page_orders', 2],
    ['more.json', 'page.people', 'more_page_people', 1],
    ['more.json', 'page.orders', 'more_page_orders', 2],
    ['plain.json', null, 'plain', 1],
  ]);
  expect(problems.filter((p) => p.code === 'import-beside-list').map((p) => p.details.fields)).toEqual(['ok', 'ok', 'ok', 'ok']);
  const again = await done(shapes.refresh, 'refresh', ws, 'answer_page_orders');
  expect(again.entities.map((e) => [e.outcome, e.summary?.unchanged])).toEqual([['loaded', 2]]);
});

it('takes the sheets that are named, hidden ones too, and says which one is empty', { timeout }, async () => {
  const ws = await workspace('named');
  const { files, problems } = await done(shapes.import, 'import', ws, at('shop.xlsx'), '--sheet', 'Countries', '--sheet', 'Customers');
  expect([files.map((f) => f.sheet), problems]).toEqual([['Countries', 'Customers'], []]);
  expect((await refused(1, 'import-sheet-empty', 'import', ws, at('shop.xlsx'), '--sheet', 'Empty')).details).toMatchObject({
    sheet: 'Empty',
  });
});

it('loads sheets of the same columns into one entity', { timeout }, async () => {
  const ws = await workspace('together');
  const orders = ['import', ws, at('shop.xlsx'), '--sheet', 'Orders 2025', '--sheet', 'Orders 2026', '--entity', 'orders'] as const;
  expect((await refused(2, 'cli-usage', ...orders)).says).toMatch(/there are 2: .*Orders 2025, .*--mode append/);
  const { files } = await done(shapes.import, ...orders, '--mode', 'append', '--key', 'order_id');
  expect(files.map((f) => [f.entity.name, f.entity.key, f.added, f.entity.rows])).toEqual([
    ['orders', ['order_id'], 2, 2],
    ['orders', ['order_id'], 1, 3],
  ]);
});

it('brings partial rows and changes of several files into one entity, typed as it is', { timeout }, async () => {
  const ws = await workspace('partial');
  const write = (name: string, ...lines: string[]) => writeFileSync(at(name), [...lines, ''].join('\n'));
  write('base.csv', 'id,name,zone', '1,Ana,A', '2,Bo,B', '3,Cy,C');
  write('u1.csv', 'id,zone', '1,7', '4,8');
  write('u2.csv', 'ID,Name', '2,Bea', '4,Dee');
  write('u3.csv', 'id,zone', '2,9');
  await done(shapes.import, 'import', ws, at('base.csv'), '--entity', 'p', '--key', 'id');
  const into = (mode: string, ...names: string[]) => done(shapes.import, 'import', ws, ...names.map(at), '--entity', 'p', '--mode', mode);
  const upserted = await into('upsert', 'u1.csv', 'u2.csv', 'u3.csv');
  expect(upserted.files.map((f) => [f.added, f.changed, f.rejected])).toEqual([
    [1, 1, 0],
    [0, 2, 0],
    [0, 1, 0],
  ]);
  expect(upserted.problems.map((p) => [p.code, p.details])).toEqual([
    ['import-refreshed-alone', { entity: 'p', file: 'u3.csv', before: 'u2.csv' }],
  ]);
  mkdirSync(at('later'), { recursive: true });
  write('later/u3.csv', 'id,zone', '2,9');
  const later = await into('upsert', 'later/u3.csv');
  expect(later.problems.map((p) => p.details)).toEqual([{ entity: 'p', file: at('later/u3.csv'), before: at('u3.csv') }]);
  write('c1.csv', '_change_request_type,id,name,since', 'u,5,Eva,2024', 'd,3,,');
  write('c2.csv', '_change_request_type,id,zone', 'x,2,', 'D,1,', 'u,5,6', 'u,2,5');
  const changed = await into('changes', 'c1.csv', 'c2.csv');
  expect(changed.files.map((f) => [f.added, f.changed, f.deleted, f.rejected])).toEqual([
    [1, 0, 1, 0],
    [0, 2, 1, 1],
  ]);
  expect(changed.problems.map((p) => [p.code, p.details.added])).toEqual([
    ['import-header-changed', 'since'],
    ['import-refreshed-alone', undefined],
  ]);
  const { values } = await done(shapes.rows, 'sql', ws, 'SELECT id, name, zone FROM p ORDER BY id').then(({ rows }) => ({ values: rows }));
  expect(values).toEqual([
    [2, 'Bea', '5'],
    [4, 'Dee', '8'],
    [5, 'Eva', '6'],
  ]);
});

it('loads the sheets of workbooks in an archive beside its other files', { timeout }, async () => {
  const ws = await workspace('archive');
  writeFileSync(at('all.zip'), zipOf({ 'in/shop.xlsx': shop, 'stores.csv': Buffer.from('store_id,town\n1,León\n') }));
  const { files } = await done(shapes.import, 'import', ws, at('all.zip'));
  expect(files.map((f) => [f.member, f.sheet, f.entity.name])).toEqual([
    ['in/shop.xlsx', 'Customers', 'shop_Customers'],
    ['in/shop.xlsx', 'Orders 2025', 'shop_Orders_2025'],
    ['in/shop.xlsx', 'Orders 2026', 'shop_Orders_2026'],
    ['stores.csv', null, 'stores'],
  ]);
  const recipe = at('archive.recipe.json');
  writeFileSync(recipe, JSON.stringify(files[1]?.recipe));
  const again = await done(shapes.import, 'import', ws, at('all.zip'), '--recipe', recipe);
  expect(again.files.map((f) => [f.member, f.sheet, f.unchanged])).toEqual([['in/shop.xlsx', 'Orders 2025', 2]]);
});

it('loads the tables of an archive, tells the papers beside them, and loads those by name', { timeout }, async () => {
  const ws = await workspace('papers');
  const people = Buffer.from('id,name\n1,Ana\n');
  const note = Buffer.from('These files were made on Monday.\nAsk Ana about them.\n');
  writeFileSync(at('papers.zip'), zipOf({ 'readme.txt': note, 'people.csv': people }));
  const { files, problems } = await done(shapes.import, 'import', ws, at('papers.zip'), '--key', 'id');
  expect(files.map((f) => [f.member, f.entity.name])).toEqual([['people.csv', 'people']]);
  expect(problems.map((p) => [p.severity, p.code, p.details])).toEqual([
    ['warning', 'import-beside-tables', { archive: 'papers.zip', files: 1, names: 'readme.txt' }],
  ]);
  const named = await done(shapes.import, 'import', ws, at('papers.zip'), '--member', 'readme.txt');
  expect([named.files.map((f) => f.member), named.problems.some((p) => p.code === 'import-beside-tables')]).toEqual([
    ['readme.txt'],
    false,
  ]);
});

it('loads the other files where one cannot be read, and says which', { timeout }, async () => {
  const ws = await workspace('others');
  writeFileSync(at('a.csv'), 'id,name\n1,Ana\n');
  writeFileSync(at('b.csv'), '');
  writeFileSync(at('c.csv'), 'id,name\n2,Bo\n');
  const { code, stdout } = await muster('import', ws, at('a.csv'), at('b.csv'), at('c.csv'), '--json');
  const { files, problems } = documentIn(shapes.import, stdout);
  expect([code, files.map((f) => [f.entity.name, f.committed])]).toEqual([
    1,
    [
      ['a', true],
      ['c', true],
    ],
  ]);
  expect(problems.map((p) => [p.severity, p.code, p.place])).toEqual([['error', 'import-file-empty', [at('b.csv')]]]);
  await refused(1, 'import-file-missing', 'import', ws, at('a.csv'), at('none.csv'), '--entity', 'x', '--mode', 'append');
  expect((await done(shapes.model, 'model', ws)).entities.map((e) => e.name)).toEqual(['a', 'c']);
});

it('says of a workbook what a workbook has', { timeout }, async () => {
  const ws = await workspace('words');
  const { stdout } = await muster('import', ws, at('shop.xlsx'), '--sheet', 'Customers');
  expect(stdout).toMatch(/ {2}XLSX, [\d.]+ kB, sheet Customers, header\n/);
});
