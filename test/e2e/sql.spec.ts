import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { lost } from './support/lost';
import { importFile, newWorkspace } from './support/own-workspace';
import { copySample } from './support/sample-workspace';
import { expect, openSample, test } from './support/window';

const go = (page: Page, place: string) => page.getByRole('navigation').getByRole('button', { name: place }).click();
const results = (page: Page) => page.getByRole('region', { name: 'Results' });

async function openSql(page: Page, url: string): Promise<void> {
  await openSample(page, url);
  await go(page, 'SQL');
  await page.locator('.monaco-editor').waitFor();
}

/** Writes in place of what is there, with no completion left open. */
async function write(page: Page, sql: string): Promise<void> {
  await page.locator('.monaco-editor').click();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(sql);
  await page.keyboard.press('Escape');
}

test('statements run one by one, all or as selected, and an error is marked at its place', async ({ page, shell }) => {
  await openSql(page, shell.url);
  await write(page, 'SELECT customer_id FROM customers;\nSELECT store_id FROM stores;\nSELECT nothing FROM stores');
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('20,000 rows')).toBeVisible();
  await page.keyboard.press('Control+Shift+Enter');
  await expect(results(page).getByRole('alert')).toContainText('nothing');
  await expect(page.getByRole('button', { name: 'Statement 3 failed' })).toBeVisible();
  await expect(page.locator('.squiggly-error')).toBeVisible();
  await page.getByRole('button', { name: 'Statement 2', exact: true }).click();
  await expect(page.getByText('40 rows')).toBeVisible();
});

test('a query that is cancelled says so, and nothing of why an earlier one failed', async ({ page, shell }) => {
  await openSql(page, shell.url);
  await write(page, 'SELECT nothing FROM stores');
  await page.keyboard.press('Control+Enter');
  await expect(results(page).getByRole('alert')).toContainText('nothing');
  const endless =
    'SELECT count(*) FROM order_lines a, order_lines b, customers c WHERE hash(a.order_id, b.order_id, c.customer_id) % 7 = 1';
  await write(page, endless);
  await page.keyboard.press('Control+Enter');
  const cancel = page.getByRole('main').getByRole('button', { name: 'Cancel', exact: true });
  await expect(cancel).toBeVisible();
  await expect(results(page).getByRole('alert')).toHaveCount(0);
  await expect(page.locator('.squiggly-error')).toHaveCount(0);
  await cancel.click();
  await expect(results(page).getByRole('heading', { name: 'Cancelled' })).toBeVisible();
  await write(page, 'SELECT store_id FROM stores');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('40 rows')).toBeVisible();
});

test('Enter takes the highlighted completion and is a new line where none was chosen', async ({ page, shell }) => {
  await openSql(page, shell.url);
  const list = page.locator('.suggest-widget.visible');
  const lines = page.locator('.view-lines');
  const type = (keys: string) => page.keyboard.type(keys, { delay: 20 });
  await write(page, '');
  await type('select * from ord');
  await expect(list.locator('.focused')).toContainText('order_lines');
  await page.keyboard.press('ArrowDown');
  await expect(list.locator('.focused')).toContainText('orders');
  await page.keyboard.press('Enter');
  await expect(lines).toHaveText('select * from orders');
  // A name of one's own stays, and so does a keyword that is there as a whole.
  await type(' o');
  await page.keyboard.press('Enter');
  await type('where');
  await expect(list.locator('.focused')).toContainText('where');
  await page.keyboard.press('Enter');
  await expect(lines.locator('.view-line')).toHaveText(['select * from orders o', 'where', '']);
  await type('o.');
  await expect(list).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(lines.locator('.view-line')).toHaveText(['select * from orders o', 'where', 'o.', '']);
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Backspace');
  await type('.');
  await expect(list).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(lines.locator('.view-line').last()).toHaveText(/^o\.[a-z_]+$/);
});

test('a completion that joins shows its whole condition', async ({ page, shell }) => {
  await openSql(page, shell.url);
  await write(page, '');
  await page.keyboard.type('SELECT * FROM order_lines JOIN ', { delay: 20 });
  const row = page.locator('.suggest-widget.visible .monaco-list-row').first();
  await expect(row).toContainText('ON order_lines.order_id = orders.order_id');
  const isCut = await row.evaluate((shown) =>
    [...shown.querySelectorAll('*')].some((part) => part.scrollWidth > part.clientWidth + 1 && part.clientWidth > 0),
  );
  expect(isCut).toBe(false);
});

test('the editor is loaded before anybody asks for it, once nobody does anything', async ({ page, shell }) => {
  const loaded = page.waitForResponse(/\/sql-editor-[^/]*\.js$/);
  await openSample(page, shell.url);
  await loaded;
  await expect(page.locator('.monaco-editor')).toHaveCount(0);
});

test('the editor is not loaded while somebody is in a text', async ({ page, shell }) => {
  let asked = 0;
  page.on('request', (request) => {
    if (/\/(sql-)?editor-[^/]*\.js$/.test(request.url())) asked++;
  });
  await page.goto(`${shell.url}&open=${encodeURIComponent(copySample(shell.home))}`);
  await page.getByRole('navigation').getByRole('button', { name: 'Data' }).click();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox')).toBeFocused();
  // Longer than it waits for someone who does nothing.
  await page.waitForTimeout(6000);
  expect(asked).toBe(0);
  await page.keyboard.press('Escape');
  await expect.poll(() => asked).toBeGreaterThan(0);
});

test('the edge between the text and its result is moved by keys and by dragging, and stays', async ({ page, shell }) => {
  await openSql(page, shell.url);
  const edge = page.getByRole('separator', { name: 'Resize panel' });
  const height = async () => Math.round((await page.locator('.sql-written').boundingBox())?.height ?? 0);
  const before = await height();
  await edge.press('ArrowDown');
  await expect.poll(height).toBe(before + 20);
  const box = await edge.boundingBox();
  if (!box) throw new Error('the edge is not shown');
  await page.mouse.move(box.x + 200, box.y + 3);
  await page.mouse.down();
  await page.mouse.move(box.x + 200, box.y + 103, { steps: 4 });
  await page.mouse.up();
  await expect.poll(height).toBe(before + 120);
  await go(page, 'Home');
  await page.reload();
  await go(page, 'SQL');
  await page.locator('.monaco-editor').waitFor();
  expect(await height()).toBe(before + 120);
});

test('parameters have typed fields, and tabs are as they were after a restart', async ({ page, shell }) => {
  await openSql(page, shell.url);
  await write(page, 'SELECT * FROM customers WHERE loyalty_tier = $tier');
  await page.getByLabel('Value of tier').fill('gold');
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(results(page).getByRole('table')).toBeVisible();
  await page.getByRole('tab', { name: 'Query 1' }).dblclick();
  await page.getByLabel('Rename').fill('Gold people');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Alt+n');
  await expect(page.getByRole('tab', { name: 'Query 1' })).toHaveAttribute('aria-selected', 'true');
  await write(page, 'SELECT 1');
  await page.getByTitle('Close Query 1').click();
  await page.getByRole('button', { name: 'Reopen closed query' }).click();
  await expect(page.locator('.view-lines')).toContainText('SELECT 1');
  await go(page, 'Home');
  await page.reload();
  await go(page, 'SQL');
  await expect(page.getByRole('tab', { name: 'Query 1' })).toHaveAttribute('aria-selected', 'true');
  await expect(page.locator('.view-lines')).toContainText('SELECT 1');
  await page.getByRole('tab', { name: 'Gold people' }).click();
  await expect(page.getByLabel('Value of tier')).toHaveValue('gold');
});

test('a result is looked at as a chart, as its table and as a plan, and saved as a picture', async ({ page, shell }) => {
  await openSql(page, shell.url);
  await write(page, 'SELECT loyalty_tier, count(*) AS people FROM customers GROUP BY 1');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('tab', { name: 'Chart' }).click();
  await expect(page.getByRole('img', { name: 'Chart over loyalty_tier' }).locator('svg')).toBeVisible();
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as SVG' }).click();
  expect(readFileSync(await (await saved).path(), 'utf8')).toMatch(/^<svg/);
  await page.getByRole('button', { name: 'As a table' }).click();
  await expect(page.getByRole('region', { name: 'Chart over loyalty_tier' }).getByRole('row')).toHaveCount(4);
  await page.getByRole('tab', { name: 'Plan' }).click();
  await page.getByRole('radio', { name: 'Measured' }).click();
  await expect(page.getByRole('table', { name: 'Query plan' }).getByRole('columnheader', { name: 'Time' })).toBeVisible();
});

test('queries are saved and found again, and what ran is in the history', async ({ page, shell }) => {
  await openSql(page, shell.url);
  await write(page, 'SELECT store_id FROM stores');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('40 rows')).toBeVisible();
  await page.keyboard.press('Control+s');
  const dialog = page.getByRole('dialog', { name: 'Save query as' });
  await dialog.getByLabel('Name').fill('Every store');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await page.getByTitle('Close Every store').click();
  await page.getByRole('tab', { name: 'Saved' }).click();
  await page.getByRole('button', { name: 'Every store', exact: true }).click();
  await expect(page.locator('.view-lines')).toContainText('SELECT store_id FROM stores');
  await page.getByRole('tab', { name: 'History' }).click();
  await page.getByLabel('Search the history').fill('store');
  await expect(page.getByTitle('Open in a new tab')).toHaveCount(1);
  await expect(page.getByTitle('Open in a new tab')).toContainText('40 rows');
});

test('the rows of a query become a file and an entity', async ({ page, shell }) => {
  await openSql(page, shell.url);
  await write(page, 'SELECT loyalty_tier, count(*) AS people FROM customers WHERE loyalty_tier IS NOT NULL GROUP BY 1');
  await page.getByRole('button', { name: 'Save as', exact: true }).click();
  await page.getByRole('menuitem', { name: /^File/ }).click();
  await page.getByRole('dialog').getByLabel('File name').fill('tiers');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText(/3 rows written to .*tiers\.csv/)).toBeVisible();
  await page.getByRole('button', { name: 'Save as', exact: true }).click();
  await page.getByRole('menuitem', { name: /^Entity/ }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('tiers');
  await page.getByRole('dialog').getByRole('button', { name: 'Create' }).click();
  await expect(page.getByText('“tiers” has 3 rows.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'tiers' })).toBeVisible();
});

test('cells of a result are chosen with the keyboard and copied, and columns sort', async ({ page, shell }) => {
  await openSql(page, shell.url);
  await write(page, "SELECT n AS a, 'x' || n AS b FROM range(500) AS t(n)");
  await page.keyboard.press('Control+Enter');
  await results(page).getByRole('button', { name: /^a/ }).click();
  await results(page).getByRole('button', { name: /^a/ }).click();
  await expect(results(page).getByRole('cell').first()).toHaveText('499');
  await results(page).getByRole('cell').first().click();
  await results(page).getByRole('table').focus();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(page.getByText('4 cells · Ctrl+C copies')).toBeVisible();
  await page.keyboard.press('Control+c');
  await expect(page.getByText('4 cells copied')).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`everything in the SQL place can be used by everyone, ${colorScheme}`, async ({ page, shell }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await openSql(page, shell.url);
    const grave = async (where: string) => {
      const { violations } = await new AxeBuilder({ page }).analyze();
      const found = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      expect(found.map(({ id, nodes }) => `${where}: ${id} ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`)).toEqual([]);
    };
    await write(page, 'SELECT loyalty_tier, count(*) AS people FROM customers WHERE country <> $without GROUP BY 1;\nSELECT 1');
    await page.getByLabel('Value of without').fill('FR');
    await page.locator('.monaco-editor').click();
    await page.keyboard.press('Control+Shift+Enter');
    await expect(page.getByRole('button', { name: 'Statement 2', exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'Statement 1', exact: true }).click();
    await expect(page.locator('.suggest-widget.visible')).toHaveCount(0);
    await grave('rows');
    await page.getByRole('tab', { name: 'Chart' }).click();
    await expect(page.getByRole('img', { name: /^Chart over/ }).locator('svg')).toBeVisible();
    await grave('chart');
    await page.getByRole('button', { name: 'As a table' }).click();
    await grave('chart as a table');
    await page.getByRole('tab', { name: 'Plan' }).click();
    await page.getByRole('radio', { name: 'Measured' }).click();
    await expect(page.getByRole('columnheader', { name: 'Time' })).toBeVisible();
    await grave('plan');
    await page.getByRole('tab', { name: 'History' }).click();
    await expect(page.getByTitle('Open in a new tab').first()).toBeVisible();
    await grave('history');
    await page.getByRole('tab', { name: 'Saved' }).click();
    await grave('saved');
  });
}

test('rows say as of when they are, that the data has changed since, and are asked for again', async ({ page, shell }) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'muster-sql-e2e-'));
  const file = path.join(folder, 'members.csv');
  const people = (n: number) => `id,name\n${Array.from({ length: n }, (_, i) => `${i},${i % 2 ? 'Ana' : 'Eva'}`).join('\n')}\n`;
  writeFileSync(file, people(300));
  await newWorkspace(page, shell.url);
  await importFile(page, file);
  await go(page, 'SQL');
  await page.locator('.monaco-editor').waitFor();
  await write(page, 'SELECT * FROM members');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('300 rows')).toBeVisible();
  await expect(results(page).getByText(/^As of \d\d:\d\d:\d\d$/)).toBeVisible();
  const changed = results(page).getByText(/the data has changed since: members\.$/);
  await expect(changed).toHaveCount(0);
  writeFileSync(file, people(301));
  await importFile(page, file);
  await go(page, 'SQL');
  await expect(changed).toBeVisible();
  await page.setViewportSize({ width: 640, height: 400 });
  await results(page).getByRole('cell').first().scrollIntoViewIfNeeded();
  await expect(results(page).getByRole('cell').first()).toBeInViewport({ ratio: 1 });
  expect(await lost(page)).toEqual([]);
  await page.setViewportSize({ width: 1440, height: 900 });
  await expect(page.getByText('300 rows')).toBeVisible();
  await results(page).getByRole('button', { name: /^id/ }).click();
  await expect(results(page).getByRole('alert')).toContainText('The data has changed since the query ran: members.');
  await results(page).getByRole('tab', { name: 'Chart' }).click();
  await expect(results(page).getByRole('alert')).toContainText('The data has changed since the query ran: members.');
  await results(page).getByRole('tab', { name: 'Rows' }).click();
  await results(page).getByRole('button', { name: 'Run again', exact: true }).click();
  await expect(page.getByText('301 rows')).toBeVisible();
  await expect(changed).toHaveCount(0);
  rmSync(folder, { recursive: true, force: true });
});
