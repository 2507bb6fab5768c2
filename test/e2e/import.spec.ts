import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { workbookOf } from '../support/workbook';
import { zipOf } from '../support/zip-of';
import { newWorkspace } from './support/own-workspace';
import { go } from './support/views';
import { expect, test } from './support/window';

let folder: string;
test.beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'muster-import-e2e-'));
});
test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Opens the import of a file, read as it is found. */
async function preview(page: Page, url: string, name: string, content: string | Uint8Array) {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  await newWorkspace(page, url);
  await go(page, 'Data');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Import files' }).first().click();
  await (await chooser).setFiles(file);
  const dialog = page.getByRole('dialog');
  const sample = dialog.getByRole('region', { name: 'Preview' });
  const header = sample.getByRole('columnheader');
  const choose = async (label: string, option: string) => {
    await dialog.getByLabel(label, { exact: true }).click();
    await page.getByRole('option', { name: option, exact: true }).click();
  };
  return { dialog, sample, header, choose };
}

test('what a type would refuse is told before anything is loaded, and so is the key', async ({ page, shell }) => {
  const rows = Array.from({ length: 40 }, (_, n) => `${n},${n === 6 ? 'soon' : `2024-03-${10 + (n % 20)}`},${n % 4}`);
  const { dialog, sample, choose } = await preview(page, shell.url, 'visits.csv', `id,day,shop\n${rows.join('\n')}\n`);
  await expect(dialog.getByText('the first “soon” on line 8')).toBeVisible();
  await expect(dialog.getByText('All 40 rows of the file were read')).toBeVisible();
  await choose('Type day', 'Date');
  const day = dialog.getByRole('row', { name: /Load day/ });
  await expect(day).toContainText('1 refused');
  await expect(day).toContainText('first on line 8: soon');
  await expect(sample.getByRole('cell', { name: 'Refused soon' })).toBeVisible();
  const key = dialog.getByRole('group', { name: 'Key' });
  await expect(key).toContainText('Every value is there once');
  await key.getByRole('button', { name: 'id' }).click();
  await key.getByRole('button', { name: 'shop' }).click();
  await expect(key).toContainText('0 rows without it, 35 that repeat it: they are refused');
});

test('what is refused is in sight beside a table that is wider than a small window', async ({ page, shell }) => {
  await page.setViewportSize({ width: 1024, height: 700 });
  const rows = Array.from({ length: 40 }, (_, n) => `${n},${n === 6 ? 'soon' : '1.50'},2024-03-10 09:30`);
  const { dialog, choose } = await preview(
    page,
    shell.url,
    'orders.csv',
    `number_of_order,total_of_order,moment_of_order\n${rows.join('\n')}\n`,
  );
  await choose('Type total_of_order', 'Decimal');
  const told = dialog.getByText('first on line 8: soon');
  await expect(told).toBeVisible();
  const table = dialog.locator('.reading-scroll');
  expect(await table.evaluate((box) => box.scrollWidth - box.clientWidth)).toBeGreaterThan(0);
  const right = async (of: Locator) => of.boundingBox().then((box) => (box ? box.x + box.width : Number.NaN));
  expect(await right(told)).toBeLessThanOrEqual(await right(table));
});

test('records that do not fit are no rows that were read', async ({ page, shell }) => {
  const rows = Array.from({ length: 40 }, (_, n) => (n === 6 ? `${n},red,green,blue` : `${n},red`));
  const { dialog } = await preview(page, shell.url, 'paints.csv', `id,colour\n${rows.join('\n')}\n`);
  await expect(dialog.getByText('All 40 records of the file were read; 1 that does not fit is refused', { exact: true })).toBeVisible();
});

test('values in columns by position are read as the columns that are told', async ({ page, shell }) => {
  const text = 'K1Ana Bo   007\nK2Bo Cu    008\nK3Cu Da    009\nK4Da En    010\n';
  const { dialog, sample, header, choose } = await preview(page, shell.url, 'fixed.txt', text);
  await choose('Values stand', 'in columns, by position');
  await dialog.getByLabel('Columns begin at character').fill('1, 3, 12');
  await dialog.getByLabel('Rows of names').fill('0');
  await expect(header).toHaveText(['column_1', 'column_2', 'column_3']);
  await expect(sample.getByRole('row').nth(1).getByRole('cell')).toHaveText(['K1', 'Ana Bo', '007']);
});

const boxed = {
  mysql: `mysql> select * from people;
+----+--------+-------+
| id | name   | owes  |
+----+--------+-------+
|  1 | Ana    |  5.50 |
|  2 | Bo & C | -1.25 |
|  3 | NULL   |  0.00 |
+----+--------+-------+
3 rows in set (0.00 sec)
`,
  psql: ` id |  name  | owes
----+--------+-------
  1 | Ana    |  5.50
  2 | Bo & C | -1.25
  3 |        |  0.00
(3 rows)

`,
  Markdown: `# People

| id | name   | owes  |
|---:|:-------|------:|
| 1  | Ana    | 5.50  |
| 2  | Bo & C | -1.25 |
| 3  |        | 0.00  |
`,
  DuckDB: `┌───────┬─────────┬──────────────┐
│  id   │  name   │     owes     │
│ int32 │ varchar │ decimal(3,2) │
├───────┼─────────┼──────────────┤
│     1 │ Ana     │         5.50 │
│     2 │ Bo & C  │        -1.25 │
│     3 │ NULL    │         0.00 │
└───────┴─────────┴──────────────┘
`,
};
for (const [tool, text] of Object.entries(boxed))
  test(`a table as ${tool} draws it is seen without its lines, and loaded`, async ({ page, shell }) => {
    const { dialog, sample, header } = await preview(page, shell.url, 'people.txt', text);
    await expect(header).toHaveText(['id', 'name', 'owes']);
    await expect(sample.getByRole('row')).toHaveCount(4);
    await expect(sample.getByRole('row').nth(2).getByRole('cell')).toHaveText(['2', 'Bo & C', '-1.25']);
    await expect(dialog.getByLabel('Values stand', { exact: true })).toContainText(tool === 'psql' ? 'a line below' : 'lines around');
    await expect(dialog.getByLabel('Type owes', { exact: true })).toContainText('Decimal');
    await dialog.getByRole('button', { name: 'Import', exact: true }).click();
    await dialog.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('button', { name: 'people', exact: true }).click();
    await page.getByRole('tab', { name: 'Rows', exact: true }).click();
    await expect(page.getByText('Bo & C', { exact: true })).toBeVisible();
    await expect(page.getByRole('tabpanel', { name: 'Rows' }).getByText('3 rows', { exact: true })).toBeVisible();
  });

test('the file of an archive, its flattening and the lines around a table are chosen', async ({ page, shell }) => {
  const people = '[{"id":1,"at":{"city":"Ulm","zip":"89073"}},{"id":2,"at":{"city":"Bonn","zip":"53111"}}]';
  const sales = 'Sales of March\n\ngroup,,amount\nname,shop,total\nAna,1,"2,5"\nBo,2,"3,5"\nEnd of report,,\n';
  const archive = zipOf({ 'people.json': Buffer.from(people), 'sales.csv': Buffer.from(sales) });
  const { dialog, sample, header, choose } = await preview(page, shell.url, 'both.zip', archive);
  await expect(header).toHaveText(['id', 'at']);
  await dialog.getByLabel('Fields of objects within objects become columns').click();
  await expect(header).toHaveText(['id', 'at.city', 'at.zip']);
  await expect(sample.getByRole('row').nth(2).getByRole('cell')).toHaveText(['2', 'Bonn', '53111']);
  await choose('File in the archive', 'sales.csv');
  await dialog.getByLabel('Lines before the table').fill('2');
  await dialog.getByLabel('Rows of names').fill('2');
  await dialog.getByLabel('Lines after the table').fill('1');
  await expect(header).toHaveText(['group name', 'group shop', 'amount total']);
  await expect(sample.getByRole('row')).toHaveCount(3);
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('row', { name: /sales/ })).toContainText('2');
});

test('fields that only later objects have are columns once they are looked for in all', async ({ page, shell }) => {
  const blanks = ' '.repeat(1024 * 1024);
  const objects = Array.from({ length: 10 }, (_, n) => `{"id":${n},${blanks}"town":"Ulm"}`);
  const { dialog, header } = await preview(
    page,
    shell.url,
    'people.json',
    `[${[...objects, '{"id":10,"town":"Bonn","coupon":"LATE"}'].join(',')}]`,
  );
  await expect(header).toHaveText(['id', 'town']);
  await dialog.getByLabel('Look for fields in all objects, not in the first alone').click();
  await expect(header).toHaveText(['id', 'town', 'coupon']);
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(dialog.getByText('refused', { exact: false })).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(
    page
      .getByRole('row', { name: /people/ })
      .getByRole('cell')
      .nth(1),
  ).toHaveText('11');
});

test('whether the first column has no name is found in what R writes, and chosen', async ({ page, shell }) => {
  const { dialog, sample, header } = await preview(page, shell.url, 'r.txt', '"name" "amount"\n"1" "Ana" 5\n"2" "Bo" 7\n"3" "Cu" 9\n');
  const unnamed = dialog.getByLabel('The first column has no name');
  await expect(unnamed).toBeChecked();
  await expect(header).toHaveText(['column_1', 'name', 'amount']);
  await expect(sample.getByRole('row').nth(1).getByRole('cell')).toHaveText(['1', 'Ana', '5']);
  await unnamed.click();
  await expect(unnamed).not.toBeChecked();
  await expect(header).toHaveText(['name', 'amount', 'row_number']);
  await unnamed.click();
  await expect(header).toHaveText(['column_1', 'name', 'amount']);
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('row', { name: /r/ }).last().getByRole('cell').nth(1)).toHaveText('3');
});

test('signs between and around values are chosen, and found again', async ({ page, shell }) => {
  const text = "id;note\n1;'it\\'s; here'\n2;'b'\n3;'c'\n";
  const { dialog, sample, header, choose } = await preview(page, shell.url, 'notes.csv', text);
  await expect(sample.getByRole('row').nth(1).getByRole('cell')).toHaveText(['1', "it's; here"]);
  await choose('Quote', 'none');
  await choose('Delimiter', 'another sign');
  await dialog.getByLabel('Sign', { exact: true }).fill(';note');
  await expect(header).toHaveCount(2);
  await dialog.getByRole('button', { name: 'Find everything again' }).click();
  await expect(sample.getByRole('row').nth(1).getByRole('cell')).toHaveText(['1', "it's; here"]);
});

test('a file that cannot be read as it is found can be read otherwise', async ({ page, shell }) => {
  const names = Array.from({ length: 5000 }, (_, n) => `c${n}`).join(',');
  const { dialog, header, choose } = await preview(page, shell.url, 'wide.csv', `${names}\n${names.replaceAll('c', '')}\n`);
  await expect(dialog.getByText('has 5,000 columns; files are read up to 4,096.')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Import', exact: true })).toBeDisabled();
  await choose('Delimiter', ';');
  await expect(header).toHaveCount(1);
});

test('of a file with too many columns some are chosen, and others later', async ({ page, shell }) => {
  const names = Array.from({ length: 5000 }, (_, n) => `c${n}`).join(',');
  const { dialog, header } = await preview(page, shell.url, 'wide.csv', `${names}\n${names.replaceAll('c', '')}\n`);
  const seek = dialog.getByLabel('Part of a name');
  await seek.fill('c49');
  await dialog.getByRole('button', { name: 'Take all 111 found' }).click();
  await expect(dialog.getByText('111 of 5,000 taken')).toBeVisible();
  await dialog.getByRole('button', { name: 'Take none' }).click();
  await expect(dialog.getByRole('button', { name: 'Read these columns' })).toBeDisabled();
  for (const name of ['c4999', 'c0']) {
    await seek.fill(name);
    await dialog.getByRole('checkbox', { name, exact: true }).check();
  }
  await dialog.getByRole('button', { name: 'Read these columns' }).click();
  await expect(header).toHaveText(['c0', 'c4999']);
  await dialog.getByRole('button', { name: 'Choose columns' }).click();
  await seek.fill('c17');
  await dialog.getByRole('checkbox', { name: 'c17', exact: true }).check();
  await dialog.getByRole('button', { name: 'Read these columns' }).click();
  await expect(header).toHaveText(['c0', 'c17', 'c4999']);
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(dialog.getByText('wide is imported')).toBeVisible();
});

/** A sheet of texts. */
function sheetOf(name: string, ...records: string[][]) {
  const text = (value: string) => ({ xml: `<c t="inlineStr"><is><t>${value}</t></is></c>` });
  return { name, rows: records.map((cells, n) => ({ at: n + 1, cells: cells.map(text) })) };
}

test('what else a file holds is loaded one after another', async ({ page, shell }) => {
  const book = workbookOf([
    sheetOf('Orders', ['order_id', 'total'], ['o1', 'ten'], ['o2', 'six']),
    sheetOf('Lines', ['line_id', 'item'], ['l1', 'cup'], ['l2', 'jug'], ['l3', 'pan']),
  ]);
  const stores = Buffer.from('store_id,town\n1,Cork\n');
  const { dialog } = await preview(page, shell.url, 'all.zip', zipOf({ 'stores.csv': stores, 'shop.xlsx': book }));
  const load = () => dialog.getByRole('button', { name: 'Import', exact: true }).click();
  const next = dialog.getByRole('button', { name: /^Next: / });
  await load();
  await expect(dialog.getByText('1 other part of this file')).toBeVisible();
  await next.click();
  await load();
  await expect(next).toHaveText('Next: Lines');
  await next.click();
  await load();
  await expect(dialog.getByRole('button', { name: 'Done' })).toBeVisible();
  await expect(next).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Done' }).click();
  for (const [entity, rows] of [
    ['stores', '1'],
    ['shop_Orders', '2'],
    ['shop_Lines', '3'],
  ] as const) {
    const row = page.getByRole('row').filter({ has: page.getByRole('button', { name: entity, exact: true }) });
    await expect(row.getByRole('cell', { name: rows, exact: true }).first()).toBeVisible();
  }
});

test('sheets that are loaded in one go are listed as sheets', async ({ page, shell }) => {
  const book = workbookOf(['One', 'Two', 'Three'].map((name) => sheetOf(name, ['id', 'town'], ['a', 'Cork'], ['b', 'Lyon'])));
  const { dialog } = await preview(page, shell.url, 'towns.xlsx', book);
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await dialog.getByRole('button', { name: 'Load all 2 as proposed', exact: true }).click();
  const list = dialog.getByRole('table', { name: 'Other parts of the file', exact: true });
  await expect(list.getByRole('columnheader').first()).toHaveText('Sheet');
  await expect(list.getByRole('cell', { name: 'Three', exact: true })).toBeVisible();
});

test('lists within the one object that JSON is are tables of their own', async ({ page, shell }) => {
  const answer = {
    count: 3,
    page: {
      people: [
        { id: 1, name: 'Ana' },
        { id: 2, name: 'Bo' },
      ],
      orders: [{ order: 'A', of: 1 }],
    },
  };
  const { dialog, header } = await preview(page, shell.url, 'answer.json', JSON.stringify(answer));
  const list = dialog.getByLabel('List', { exact: true });
  await expect(list).toHaveText('page.people');
  await expect(header).toHaveText(['id', 'name']);
  await expect(dialog.getByText('what stands beside it in the same object is not read: count')).toBeVisible();
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await dialog.getByRole('button', { name: 'Next: page.orders' }).click();
  await expect(list).toHaveText('page.orders');
  await expect(header).toHaveText(['order', 'of']);
});

test('what a cancel left of a file is loaded in one go too', async ({ page, shell }) => {
  const many = Array.from({ length: 400_000 }, (_, n) => `${n},v${n % 977},${n % 13}.5`).join('\n');
  const files = { 'a.csv': 'id,x\n1,2\n', 'b.csv': `id,x,y\n${many}\n`, 'c.csv': 'id,x\n1,2\n', 'd.csv': 'id,x\n1,2\n2,3\n' };
  const members = Object.entries(files).map(([name, text]): [string, Buffer] => [name, Buffer.from(text)]);
  const { dialog } = await preview(page, shell.url, 'all.zip', zipOf(Object.fromEntries(members)));
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  const all = dialog.getByRole('button', { name: 'Load all 3 as proposed' });
  await all.click();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog.getByText('3 other parts of this file')).toBeVisible();
  await all.click();
  const rows = dialog.getByRole('table', { name: 'Other parts of the file' }).getByRole('row');
  for (const [part, added] of [
    ['b.csv', '400,000'],
    ['c.csv', '1'],
    ['d.csv', '2'],
  ] as const) {
    const row = rows.filter({ has: page.getByRole('cell', { name: part, exact: true }) });
    await expect(row.getByRole('cell', { name: added, exact: true })).toBeVisible({ timeout: 30_000 });
  }
  await expect(all).toHaveCount(0);
});

test('what else a file holds is loaded as proposed in one go, and what needs a choice is left', async ({ page, shell }) => {
  const book = workbookOf([
    sheetOf('Orders', ['order_id', 'total'], ['o1', 'ten'], ['o2', 'six']),
    sheetOf('Notes', ['said', 'by'], ['thanks', 'Ana'], ['thanks', 'Ana']),
    sheetOf('Lines', ['line_id', 'item'], ['l1', 'cup'], ['l1', 'jug'], ['l3', 'pan']),
  ]);
  const files = { 'stores.csv': 'store_id,town\n1,Cork\n', 'more/stores.csv': 'store_id,town\n2,Lyon\n', 'spoilt.json': '{"a":' };
  const members = Object.entries(files).map(([name, text]): [string, Buffer] => [name, Buffer.from(text)]);
  const { dialog } = await preview(page, shell.url, 'all.zip', zipOf(Object.fromEntries([...members, ['shop.xlsx', book]])));
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await dialog.getByRole('button', { name: 'Load all 3 as proposed' }).click();
  const rows = dialog.getByRole('table', { name: 'Other parts of the file' }).getByRole('row');
  const told = (part: string) => rows.filter({ has: page.getByRole('cell', { name: part, exact: true }) });
  await expect(rows.first().getByRole('columnheader').first()).toHaveText('Table');
  await expect(told('shop.xlsx › Lines')).toContainText('shop_Lines');
  await expect(told('shop.xlsx › Orders')).toContainText('shop_Orders20');
  await expect(told('shop.xlsx › Notes')).toContainText('shop_Notes20');
  await expect(dialog.getByText('shop.xlsx › Notes: No attributes of shop.xlsx name every row once.')).toBeVisible();
  await expect(told('more/stores.csv')).toContainText('there is an entity “stores” already');
  await expect(told('spoilt.json')).toContainText('Not loaded');
  await expect(dialog.getByText('spoilt.json cannot be read as JSON: it ends in the middle of record 1.', { exact: true })).toBeVisible();
  await expect(dialog.getByText('2 other parts of this file')).toBeVisible();
  await dialog.getByRole('button', { name: /^Next: / }).click();
  await expect(dialog.getByRole('button', { name: 'Import', exact: true })).toBeVisible();
});

test('papers and pictures beside the tables of an archive are told, proposed as none, and read where they are chosen', async ({
  page,
  shell,
}) => {
  const archive = zipOf({
    'readme.txt': Buffer.from('These files were made on Monday.\nAsk Ana about them.\n'),
    'customers.csv': Buffer.from('customer_id,name\n1,Ana\n'),
    'orders.csv': Buffer.from('order_id,customer_id\n7,1\n'),
    'logo.png': Buffer.from([137, 80, 78, 71, 0]),
  });
  const { dialog, choose } = await preview(page, shell.url, 'shop.zip', archive);
  const told = dialog.getByText('2 files of shop.zip are not taken for tables, going by their names: readme.txt, logo.png.');
  await expect(told).toBeVisible();
  await expect(dialog.getByLabel('Entity', { exact: true })).toHaveValue('customers');
  await choose('File in the archive', 'readme.txt');
  await expect(dialog.getByLabel('Entity', { exact: true })).toHaveValue('readme');
  await expect(told).toHaveCount(0);
  await choose('File in the archive', 'customers.csv');
  await expect(dialog.getByLabel('Entity', { exact: true })).toHaveValue('customers');
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(dialog.getByText('1 other part of this file', { exact: true })).toBeVisible();
  await dialog.getByRole('button', { name: 'Load it as proposed' }).click();
  const rows = dialog.getByRole('table', { name: 'Other parts of the file' }).getByRole('row');
  await expect(rows).toHaveCount(2);
  await expect(rows.nth(1)).toContainText('orders');
});

test('the other files that wait are loaded as proposed in one go, and what cannot be is left', async ({ page, shell }) => {
  await newWorkspace(page, shell.url);
  await go(page, 'Data');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Import files' }).first().click();
  const files = {
    'stores.csv': Buffer.from('store_id,town\n1,Cork\n'),
    'visits.csv': Buffer.from('visit_id,store_id\n1,1\n2,1\n'),
    'spoilt.json': Buffer.from('{"a":'),
    'more.zip': zipOf({ 'goods.csv': Buffer.from('sku,price\na,1\n'), 'stores.csv': Buffer.from('store_id,town\n2,Lyon\n') }),
  };
  const chosen = Object.entries(files).map(([name, buffer]) => ({ name, mimeType: 'application/octet-stream', buffer }));
  await (await chooser).setFiles(chosen);
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('Then: visits.csv, spoilt.json, more.zip', { exact: true })).toBeVisible();
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(dialog.getByText('3 other files', { exact: true })).toBeVisible();
  await dialog.getByRole('button', { name: 'Load all 3 as proposed' }).click();
  const rows = dialog.getByRole('table', { name: 'Other files' }).getByRole('row');
  const told = (part: string) => rows.filter({ has: page.getByRole('cell', { name: part, exact: true }) });
  await expect(rows.first().getByRole('columnheader').first()).toHaveText('File');
  await expect(told('visits.csv')).toContainText('visits20');
  await expect(told('goods.csv')).toContainText('goods10');
  await expect(told('stores.csv')).toContainText('there is an entity “stores” already');
  await expect(told('spoilt.json')).toContainText('Not loaded');
  await expect(dialog.getByText('2 other files', { exact: true })).toBeVisible();
  await dialog.getByRole('button', { name: 'Next file' }).click();
  await expect(page.getByRole('dialog', { name: 'Import spoilt.json' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Skip this file' }).click();
  const last = page.getByRole('dialog', { name: 'Import more.zip' });
  await expect(last.getByLabel('Entity', { exact: true })).toHaveValue('stores');
  await expect(last.getByRole('region', { name: 'Preview' })).toContainText('Lyon');
});

test('of several files one is told what comes next, and all that wait may be left', async ({ page, shell }) => {
  await newWorkspace(page, shell.url);
  await go(page, 'Data');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Import files' }).first().click();
  const file = (name: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from('id,town\n1,Cork\n') });
  await (await chooser).setFiles(['first.csv', 'second.csv', 'third.csv'].map(file));
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('Then: second.csv, third.csv', { exact: true })).toBeVisible();
  await dialog.getByRole('button', { name: 'Skip this file', exact: true }).click();
  await expect(page.getByRole('dialog', { name: 'Import second.csv' }).getByText('Then: third.csv', { exact: true })).toBeVisible();
  await dialog.getByRole('button', { name: 'Cancel all 2', exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'No data yet' })).toBeVisible();
});

test('what is of a person is labelled as proposed, or as is said, and hidden once it is loaded', async ({ page, shell }) => {
  const people = 'id,first_name,email,nickname,store_phone\n1,Ana,ana@shop.example,Nan,+34 600 112 233\n';
  const { dialog, choose } = await preview(page, shell.url, 'people.csv', people);
  const label = (column: string) => dialog.getByLabel(`Personal data ${column}`, { exact: true });
  await expect(label('id')).toHaveText('None');
  await expect(label('first_name')).toHaveText('Name');
  await expect(label('email')).toHaveText('Contact');
  await choose('Personal data nickname', 'Name');
  await choose('Personal data store_phone', 'None');
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('button', { name: 'people', exact: true }).click();
  await page.getByRole('tab', { name: 'Rows', exact: true }).click();
  const row = page.getByRole('row', { name: /\+34 600 112 233/ });
  for (const shown of ['A•••', 'a•••@shop.example', 'N•••'])
    await expect(row.getByRole('cell', { name: shown, exact: true })).toBeVisible();
});
