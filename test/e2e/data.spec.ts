import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { importFile, newWorkspace } from './support/own-workspace';
import { go } from './support/views';
import { expect, test } from './support/window';

let folder: string;
test.beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'muster-data-'));
});
test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('entities say how they stand to their files and are loaded again from them', async ({ page, shell }) => {
  const file = path.join(folder, 'people.csv');
  writeFileSync(file, 'id,amount\n1,1\n2,2\n2,12000\n');
  await newWorkspace(page, shell.url);
  await importFile(page, file);
  const row = page.getByRole('row', { name: /people/ });
  await expect(row).toContainText('Current');
  await page.getByRole('button', { name: 'Refresh all' }).click();
  await expect(page.getByRole('dialog')).toContainText('Every file, and what every query reads, is as it was when it was loaded.');
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Refresh' })).toHaveCount(0);
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
  await page.getByRole('button', { name: 'people', exact: true }).click();
  await expect(page.getByRole('row', { name: /^amount/ }).locator('.profile-range')).toHaveText('1 – 12,000');
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(page.getByTestId('refresh').getByRole('row').nth(1).getByRole('cell')).toHaveText(['people', '0', '0', '3', '0', '0']);
  await page.getByRole('dialog').getByRole('button', { name: 'Refresh' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Done' }).click();
});

test('an entity made of a query says when what it reads has changed, and is computed again', async ({ page, shell }) => {
  const file = path.join(folder, 'people.csv');
  writeFileSync(file, 'id,town,amount\n1,Ulm,1\n2,Ulm,2\n3,Bonn,3\n');
  await newWorkspace(page, shell.url);
  await importFile(page, file);
  await go(page, 'SQL');
  await page.locator('.monaco-editor').click();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText('SELECT town, sum(amount) AS total FROM people GROUP BY town');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Save as', exact: true }).click();
  await page.getByRole('menuitem', { name: /^Entity/ }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('towns');
  await page.getByRole('dialog').getByRole('button', { name: 'Create' }).click();
  await expect(page.getByRole('heading', { name: 'towns' })).toBeVisible();
  await expect(page.getByRole('tab', { name: 'Rejects' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Data', exact: true }).first().click();
  const row = page.getByRole('row', { name: /towns/ });
  await expect(row).toContainText('Current');
  writeFileSync(file, 'id,town,amount\n1,Ulm,1\n2,Ulm,2\n3,Bonn,4\n4,Köln,5\n');
  await importFile(page, file);
  await expect(row).toContainText('Query is out of date');
  await page.getByRole('button', { name: 'Refresh all' }).click();
  const dialog = page.getByRole('dialog');
  await expect(page.getByTestId('refresh').getByRole('row').nth(1).getByRole('cell')).toHaveText(['towns', '1', '1', '1', '0', '0']);
  await dialog.getByRole('button', { name: 'Refresh' }).click();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(row).toContainText('Current');
  await expect(row.getByRole('cell').nth(1)).toHaveText('3');

  await row.getByRole('button', { name: 'towns' }).click();
  await page.getByRole('button', { name: 'Open its query' }).click();
  await expect(page.getByRole('tab', { name: 'towns' })).toHaveAttribute('aria-selected', 'true');
  await expect(page.locator('.monaco-editor .view-lines')).toContainText('GROUP BY town');
  const tabs = page.getByRole('tablist', { name: 'Queries that are open' }).getByRole('tab');
  const open = await tabs.count();
  await go(page, 'Data');
  await row.getByRole('button', { name: 'towns' }).click();
  await page.getByRole('button', { name: 'Open its query' }).click();
  await expect(page.getByRole('tab', { name: 'towns' })).toHaveAttribute('aria-selected', 'true');
  await expect(tabs).toHaveCount(open);
  await page.locator('.monaco-editor').click();
  await page.keyboard.press('Control+End');
  await page.keyboard.insertText(' HAVING sum(amount) > 3');
  await page.getByRole('button', { name: 'Save as', exact: true }).click();
  await page.getByRole('menuitem', { name: /^Entity/ }).click();
  await expect(dialog.getByLabel('Name')).toHaveValue('towns');
  await expect(dialog).toContainText('“towns” is made by this query from now on. Its key stays town.');
  await dialog.getByRole('button', { name: 'Replace' }).click();
  await expect(page.getByRole('heading', { name: 'towns' })).toBeVisible();
  await expect(page.locator('.place-head')).toContainText('2 rows');
});

test('entities come from DDL before there are files', async ({ page, shell }) => {
  await newWorkspace(page, shell.url);
  await go(page, 'Data');
  await page.getByRole('button', { name: 'Read DDL' }).click();
  const dialog = page.getByRole('dialog');
  const file = path.join(folder, 'shop.sql');
  writeFileSync(file, 'CREATE TABLE people (id int PRIMARY KEY);\nCREATE TABLE visits (id int PRIMARY KEY, person int REFERENCES people);');
  const chooser = page.waitForEvent('filechooser');
  await dialog.getByRole('button', { name: 'Open a file' }).click();
  await (await chooser).setFiles(file);
  await expect(dialog.getByTestId('ddl')).toContainText('Makes 2 entities and 1 link.');
  await dialog.getByRole('button', { name: 'Make entities' }).click();
  await expect(page.getByRole('row', { name: /visits/ })).toContainText('No file');
  await page.getByRole('tab', { name: 'Links' }).click();
  await expect(page.getByText('visits.person = people.id')).toBeVisible();
});

test('an attribute is derived and labelled, and what is personal is masked until it is chosen to be seen', async ({ page, shell }) => {
  const file = path.join(folder, 'people.csv');
  writeFileSync(file, 'id,mail\n1,ana@example.com\n2,bo@example.com\n');
  await newWorkspace(page, shell.url);
  await importFile(page, file);
  await page.getByRole('button', { name: 'people', exact: true }).click();
  await page.getByRole('button', { name: 'Derive attribute' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name', { exact: true }).fill('loud');
  await dialog.getByLabel('Expression').fill('upper(mail');
  await expect(dialog.getByText('is not one expression')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Save' })).toBeDisabled();
  await dialog.getByLabel('Expression').fill('upper(mail)');
  await expect(dialog.getByTestId('derived')).toContainText('ANA@EXAMPLE.COM');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Edit mail' }).click();
  await dialog.getByLabel('Personal data').click();
  await page.getByRole('option', { name: /^Contact/ }).click();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('tab', { name: 'Rows', exact: true }).click();
  const grid = page.getByRole('table');
  await expect(grid.getByRole('cell')).toHaveText([
    '1',
    'a•••@example.com',
    'A•••@EXAMPLE.COM',
    '2',
    'b•••@example.com',
    'B•••@EXAMPLE.COM',
  ]);

  await go(page, 'Data');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Import files' }).first().click();
  await (await chooser).setFiles(file);
  const sample = dialog.getByRole('region', { name: 'Preview' });
  await expect(sample).toContainText('a•••@example.com');
  await dialog.getByLabel('Show personal data').click();
  await expect(sample).toContainText('ana@example.com');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'people', exact: true }).click();
  await page.getByRole('tab', { name: 'Rows', exact: true }).click();
  await expect(grid.getByRole('cell', { name: 'ana@example.com', exact: true })).toBeVisible();
});

test('a link can be added where none is proposed', async ({ page, shell }) => {
  const file = path.join(folder, 'towns.csv');
  writeFileSync(file, 'id,name\n1,Lyon\n2,Bilbao\n');
  await newWorkspace(page, shell.url);
  await importFile(page, file);
  await page.getByRole('tab', { name: 'Links' }).click();
  await page.getByRole('button', { name: 'Find links' }).click();
  await expect(page.getByText('No further links were found.')).toBeVisible();
  await page.getByRole('button', { name: 'Add link' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
});

test('what can be done with an entity is in sight however long its name is', async ({ page, shell }) => {
  const name = 'Everything_that_is_known_of_a_customer_one_line_each_as_the_warehouse_exports_it_every_night';
  const file = path.join(folder, `${name}.csv`);
  writeFileSync(file, `customer_id,name\n${Array.from({ length: 1200 }, (_, i) => `${i},Ana`).join('\n')}\n`);
  await page.setViewportSize({ width: 1280, height: 800 });
  await newWorkspace(page, shell.url);
  await importFile(page, file);
  await page.getByRole('button', { name, exact: true }).click();
  for (const act of ['Derive attribute', 'Refresh', 'Remove entity']) {
    await expect(page.getByRole('button', { name: act, exact: true })).toBeInViewport({ ratio: 1 });
  }
  const isWhole = (badge: Element) => badge.scrollWidth <= badge.clientWidth;
  for (const said of ['1,200 rows', 'Key: customer_id']) expect(await page.getByText(said, { exact: true }).evaluate(isWhole)).toBe(true);
});

test('links are drawn on the canvas of the model, which is saved as a picture', async ({ page, shell }) => {
  await newWorkspace(page, shell.url);
  await go(page, 'Data');
  await page.getByRole('button', { name: 'Read DDL' }).click();
  const dialog = page.getByRole('dialog');
  await dialog
    .getByLabel('DDL', { exact: true })
    .fill('CREATE TABLE people (id int PRIMARY KEY); CREATE TABLE visits (id int PRIMARY KEY, person int);');
  await dialog.getByRole('button', { name: 'Make entities' }).click();
  await page.getByRole('tab', { name: 'Model' }).click();
  const node = (name: string) => page.locator(`.react-flow__node[data-id=${name}]`);
  await node('visits').locator('.source').dragTo(node('people').locator('.target'));
  await dialog.getByLabel('Equal attributes: people.id').click();
  await page.getByRole('option', { name: 'person' }).click();
  await dialog.getByRole('button', { name: 'Add' }).click();
  await expect(page.locator('.react-flow__edge-text')).toHaveText('people · N-1');

  const saved = async (button: string) => {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: button }).click();
    const to = path.join(folder, button);
    await (await download).saveAs(to);
    return readFileSync(to);
  };
  const svg = (await saved('Save as SVG')).toString('utf8');
  expect(svg).toMatch(/^<svg .*people · N-1.*<\/svg>$/s);
  expect([...(await saved('Save as PNG')).subarray(1, 4)]).toEqual([...Buffer.from('PNG')]);
});

test('the key of an entity is chosen on the canvas of the model by keyboard, and taken back', async ({ page, shell }) => {
  const file = path.join(folder, 'stays.csv');
  writeFileSync(file, 'no,room,night\n1,a,1\n2,a,2\n3,b,1\n');
  await newWorkspace(page, shell.url);
  await importFile(page, file);
  await page.getByRole('tab', { name: 'Model' }).click();
  const button = page.getByRole('button', { name: 'Change the key of stays' });
  await expect(button).toHaveText('no');
  await button.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('status')).toHaveText('Names each of 3 rows once');
  await dialog.getByLabel('no', { exact: true }).press('Space');
  await dialog.getByLabel('room', { exact: true }).press('Space');
  await expect(dialog.getByRole('status')).toHaveText('0 rows lack it, 1 repeats it');
  await expect(dialog.getByRole('button', { name: 'Save' })).toBeDisabled();
  await dialog.getByLabel('night', { exact: true }).press('Space');
  await expect(dialog.getByRole('status')).toHaveText('Names each of 3 rows once');
  await dialog.getByRole('button', { name: 'Save' }).press('Enter');
  await expect(button).toHaveText('room, night');
  await page.keyboard.press('Control+z');
  await expect(button).toHaveText('no');
});
