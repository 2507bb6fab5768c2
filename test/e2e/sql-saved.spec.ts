import type { Page } from '@playwright/test';
import { addAlone, choose, count, form } from './support/canvas';
import { counted, expect, openSample, test } from './support/window';

const go = (page: Page, place: string) => page.getByRole('navigation').getByRole('button', { name: place }).click();
const results = (page: Page) => page.getByRole('region', { name: 'Results' });

test.beforeEach(async ({ page, shell }) => openSample(page, shell.url));

/** Writes a query and begins to save it as something. */
async function saveAs(page: Page, kind: string, sql: string, name: string): Promise<void> {
  await go(page, 'SQL');
  await write(page, sql);
  await page.getByRole('button', { name: 'Save as', exact: true }).click();
  await page.getByRole('menuitem', { name: new RegExp(`^${kind}`) }).click();
  await page.getByRole('dialog').getByLabel('Name', { exact: true }).fill(name);
}

async function write(page: Page, sql: string): Promise<void> {
  await page.locator('.monaco-editor').click();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(sql);
  await page.keyboard.press('Escape');
}

test('an entity made of a query is offered to be linked, and rules reach it', async ({ page }) => {
  await saveAs(page, 'Entity', 'SELECT customer_id, count(*) AS placed FROM orders GROUP BY 1', 'buying');
  await page.getByRole('dialog').getByRole('button', { name: 'Create' }).click();
  await expect(page.getByRole('contentinfo').getByText(/^“buying” has [\d,]+ rows\.$/)).toBeVisible();
  const offers = page.getByRole('region', { name: 'Proposed' });
  const customers = offers.getByRole('listitem').filter({ hasText: 'buying → customer → customers' });
  await expect(customers).toContainText(/Match rate 9\d\.\d%/);
  await customers.getByRole('button', { name: 'Accept' }).click();
  await expect(customers).toHaveCount(0);

  await go(page, 'Campaigns');
  await page.getByRole('main').getByText('Autumn return', { exact: true }).click();
  await counted(page);
  await addAlone(page, 'Build audience');
  await form(page).getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Condition', exact: true }).click();
  await form(page).getByLabel('Attribute', { exact: true }).click();
  await page.getByRole('option', { name: /^buying\.placed/ }).click();
  await choose(page, form(page), 'Test', 'is more than');
  await form(page).getByLabel('Value', { exact: true }).fill('3');
  await counted(page);
  const told = await count(page, 'build-audience').textContent();

  await go(page, 'SQL');
  await write(page, 'SELECT customer_id FROM orders GROUP BY 1 HAVING count(*) > 3');
  await page.keyboard.press('Control+Enter');
  await expect(results(page).getByText(`${told} rows`, { exact: true })).toBeVisible();
});

test('rows of an audience say that it means others now, and are asked for again', async ({ page }) => {
  const tier = (name: string) => `SELECT customer_id FROM customers WHERE loyalty_tier = '${name}'`;
  await saveAs(page, 'Audience', tier('gold'), 'Best');
  await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Best', exact: true })).toBeVisible();
  await go(page, 'SQL');
  await write(page, 'SELECT customer_id FROM audience.best');
  await page.keyboard.press('Control+Enter');
  const rows = results(page).getByText(/^[\d,]+ rows$/);
  await expect(rows).toBeVisible();
  const before = (await rows.textContent()) ?? '';
  const changed = results(page).getByText(/the data has changed since: Best\.$/);
  await expect(changed).toHaveCount(0);

  await saveAs(page, 'Audience', tier('silver'), 'Best');
  await page.getByRole('dialog').getByRole('button', { name: 'Replace', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Best', exact: true })).toBeVisible();
  await go(page, 'SQL');
  await expect(changed).toBeVisible();
  await expect(rows).toHaveText(before);
  await results(page).getByRole('button', { name: 'Run again', exact: true }).click();
  await expect(changed).toHaveCount(0);
  await expect(rows).not.toHaveText(before);
});
