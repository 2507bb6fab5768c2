import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { copySample, muster } from './support/sample-workspace';
import { go } from './support/views';
import { expect, openSample, test } from './support/window';

/** Keeps a query as a live audience. */
async function keep(page: Page, name: string, where: string): Promise<void> {
  await go(page, 'SQL');
  await page.locator('.monaco-editor').click();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(`SELECT customer_id FROM customers WHERE ${where}`);
  await page.getByRole('button', { name: 'Save as', exact: true }).click();
  await page.getByRole('menuitem', { name: /^Audience/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Save as audience' });
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await go(page, 'Audiences');
  await expect(page.getByRole('table', { name: 'Audiences' }).getByRole('button', { name, exact: true })).toBeVisible();
}

const row = (page: Page, name: string) =>
  page
    .getByRole('table', { name: 'Audiences' })
    .getByRole('row')
    .filter({ has: page.getByRole('button', { name, exact: true }) });

/** The number in a cell, once it is known. */
async function numberIn(page: Page, name: string): Promise<number> {
  const cell = row(page, name).locator('td.number');
  await expect(cell).toHaveText(/^[\d,]+$/);
  return Number((await cell.innerText()).replaceAll(',', ''));
}

test('audiences are laid over each other, looked into and kept', async ({ page, shell }) => {
  await openSample(page, shell.url);
  await keep(page, 'Gold', "loyalty_tier = 'gold'");
  await keep(page, 'Spain', "country = 'ES'");
  const [gold, spain] = [await numberIn(page, 'Gold'), await numberIn(page, 'Spain')];
  for (const name of ['Gold', 'Spain']) await page.getByRole('checkbox', { name: `Lay over: ${name}` }).check();
  await page.getByRole('button', { name: 'Overlap' }).click();
  const regions = page.getByRole('table', { name: 'Regions' });
  const rowsOf = async (name: string) => {
    const line = regions.getByRole('row').filter({ has: page.getByRole('button', { name, exact: true }) });
    return Number((await line.locator('td.number').first().innerText()).replaceAll(',', ''));
  };
  await expect(regions.getByRole('row')).toHaveCount(4);
  const [onlyGold, onlySpain, both] = [await rowsOf('Only in Gold'), await rowsOf('Only in Spain'), await rowsOf('In Gold + Spain')];
  expect([onlyGold + both, onlySpain + both]).toEqual([gold, spain]);
  await expect(page.getByText(`${(gold + spain - both).toLocaleString('en-GB')} in all`)).toBeVisible();
  await go(page, 'Audiences');
  await expect(row(page, 'Gold')).toBeVisible();
  for (const name of ['Gold', 'Spain']) await page.getByRole('checkbox', { name: `Lay over: ${name}` }).check();
  await page.getByRole('button', { name: 'Overlap' }).click();

  await page.locator('.venn-region[data-depth="2"]').click();
  await expect(page.getByText(`${both.toLocaleString('en-GB')} rows`)).toBeVisible();
  const found = await new AxeBuilder({ page }).analyze();
  expect(found.violations.map((v) => v.id)).toEqual([]);
  await page.getByRole('button', { name: 'Save as audience' }).click();
  const dialog = page.getByRole('dialog', { name: 'Save as audience' });
  await dialog.getByLabel('Name').fill('Gold in Spain');
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText(`${both.toLocaleString('en-GB')} rows`)).toBeVisible();

  await page.getByRole('tab', { name: 'Difference' }).click();
  await page.getByRole('combobox', { name: 'Compare with' }).click();
  await page.getByRole('option', { name: 'Audience: Spain' }).click();
  await expect(page.getByRole('button', { name: /^Left/ })).toContainText(onlySpain.toLocaleString('en-GB'));
  await expect(page.getByRole('button', { name: /^Stayed/ })).toContainText(both.toLocaleString('en-GB'));
  await page.setViewportSize({ width: 640, height: 400 });
  await page.getByRole('button', { name: /^Stayed/ }).click();
  await expect(page.getByRole('table', { name: 'Stayed' }).getByRole('cell').first()).toBeInViewport();
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByRole('tab', { name: 'Profile' }).click();
  const country = page.getByRole('table', { name: 'country', exact: true });
  await expect(country.getByRole('row').filter({ hasText: 'ES' })).toContainText(both.toLocaleString('en-GB'));
});

test('what uses an audience is told, and asked about before it is removed', async ({ page, shell }) => {
  await openSample(page, shell.url);
  await go(page, 'Audiences');
  await row(page, 'Contacted in the last 7 days').getByRole('button', { name: '1 document' }).click();
  const uses = page.getByRole('dialog').getByRole('list', { name: 'Used by' });
  await expect(uses.getByRole('listitem')).toHaveText([/^Campaign\s*Autumn return\s*\S/]);
  await uses.getByRole('button', { name: 'Autumn return' }).click();
  await expect(page.locator('.react-flow__node[data-id=contacted]')).toHaveClass(/selected/);
  await go(page, 'Audiences');
  await row(page, 'Contacted in the last 7 days').getByRole('button', { name: 'Remove Contacted in the last 7 days' }).click();
  const asked = page.getByRole('dialog', { name: 'Remove “Contacted in the last 7 days”?' });
  await expect(asked.getByText('It is used.')).toBeVisible();
  await asked.getByRole('button', { name: 'Remove all the same' }).click();
  await expect(page.getByText('No saved audiences')).toBeVisible();
  await go(page, 'Data');
  await page.getByRole('button', { name: 'customers', exact: true }).click();
  await page.getByRole('tab', { name: 'Used by' }).click();
  await expect(page.getByRole('list', { name: 'Used by' }).getByRole('button', { name: 'Autumn return' })).toBeVisible();
});

test('what a run saves is an audience: counted, looked into and asked why', async ({ page, shell }) => {
  await openSample(page, shell.url);
  await page.getByRole('button', { name: 'Rehearse' }).click();
  await page.getByRole('button', { name: 'Confirm and run' }).click({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Freeze and run' }).click();
  await expect(page.getByRole('heading', { name: 'The campaign has run' })).toBeVisible({ timeout: 60_000 });
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page
    .getByRole('complementary')
    .getByRole('button', { name: /^Keep who gets post/ })
    .click();
  const passed = page.getByRole('complementary').locator('.counts-line dd').last();
  await expect(passed).toHaveText(/^[\d,]+$/);
  const saved = (await passed.textContent()) ?? '';
  await expect(page.getByRole('complementary').getByText('Replaces Keep who gets post')).toBeVisible();

  await go(page, 'Audiences');
  await expect(row(page, 'Keep who gets post').locator('td.number')).toHaveText(saved);
  await expect(row(page, 'Keep who gets post').getByRole('button', { name: '1 document' })).toBeVisible();
  await page.getByRole('button', { name: 'Keep who gets post', exact: true }).click();
  await expect(page.getByText(`${saved} rows`)).toBeVisible();
  await page.getByRole('table').getByRole('button', { name: 'Tell why' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Who is in “Keep who gets post”, and why' });
  await expect(dialog.getByLabel('customer_id')).toHaveValue(/^C\d{7}$/);
  await expect(dialog.getByRole('status')).toHaveText('This row is in the audience.');
  await expect(dialog).toContainText('is in Keep who gets post, as saved');
  const found = await new AxeBuilder({ page }).analyze();
  expect(found.violations.map((v) => v.id)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: 'Definition' }).click();
  await expect(page.getByText('Its members are those that were saved')).toBeVisible();
});

test('what makes an audience is read and changed on its page, its rule there and its query in SQL', async ({ page, shell }) => {
  await openSample(page, shell.url);
  await keep(page, 'Gold', "loyalty_tier = 'gold'");
  const gold = await numberIn(page, 'Gold');
  await page.getByRole('button', { name: 'Gold', exact: true }).click();
  await page.getByRole('tab', { name: 'Definition' }).click();
  for (let i = 0; i < 2; i++) {
    await page.getByRole('button', { name: 'Open its query' }).click();
    await expect(page.getByRole('tab', { name: 'Gold', exact: true })).toHaveCount(1);
    await expect(page.getByRole('tab', { name: 'Gold', exact: true })).toHaveAttribute('aria-selected', 'true');
    if (i > 0) break;
    await go(page, 'Audiences');
    await page.getByRole('button', { name: 'Gold', exact: true }).click();
    await page.getByRole('tab', { name: 'Definition' }).click();
  }
  await page.locator('.monaco-editor').click();
  await page.keyboard.press('Control+End');
  await page.keyboard.insertText(" AND country = 'ES'");
  await page.getByRole('button', { name: 'Save as', exact: true }).click();
  await page.getByRole('menuitem', { name: /^Audience/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Save as audience' });
  await expect(dialog.getByLabel('Name')).toHaveValue('Gold');
  await dialog.getByRole('button', { name: 'Replace' }).click();
  await expect(dialog).toHaveCount(0);
  await go(page, 'Audiences');
  expect(await numberIn(page, 'Gold')).toBeLessThan(gold);

  const week = 'Contacted in the last 7 days';
  const before = await numberIn(page, week);
  await page.getByRole('button', { name: week, exact: true }).click();
  await page.getByRole('button', { name: 'Who is in, and why' }).click();
  const why = page.getByRole('dialog');
  await why.getByLabel('customer_id').fill('C0000001');
  await page.keyboard.press('Enter');
  await expect(why.getByRole('status')).toContainText(/^This row is (not )?in the audience\.$/);
  await expect(why.getByText(/contact/).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: 'Definition' }).click();
  const days = page.getByRole('main').getByRole('spinbutton').first();
  await expect(days).toHaveValue('7');
  await days.fill('30');
  await page.getByRole('main').getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText(/^Done: /)).toBeVisible();
  await go(page, 'Audiences');
  await expect.poll(() => numberIn(page, week)).toBeGreaterThan(before);
  await page.keyboard.press('Control+z');
  await expect(row(page, week).locator('td.number')).toHaveText(before.toLocaleString('en-GB'));
});

test('a long library is searched by name; what was picked stays picked', async ({ page, shell }) => {
  const folder = copySample(shell.home);
  for (let i = 1; i < 9; i++) {
    const sql = `SELECT customer_id FROM customers WHERE hash(customer_id) % 9 = ${i}`;
    muster('audience', folder, `part-${i}`, 'save', '--dimension', 'customers', '--sql', sql);
  }
  await page.goto(`${shell.url}&open=${encodeURIComponent(folder)}`);
  await go(page, 'Audiences');
  await page.getByRole('checkbox', { name: 'Lay over: part-3' }).check();
  const rows = page.getByRole('table', { name: 'Audiences' }).getByRole('row');
  const search = page.getByRole('searchbox', { name: 'Find an audience' });
  await search.fill('PART 5');
  await expect(rows).toHaveCount(2);
  await page.getByRole('checkbox', { name: 'Lay over: part-5' }).check();
  await search.fill('nothing');
  await expect(page.getByText('No audience is called that.')).toBeVisible();
  await page.getByRole('button', { name: 'Overlap' }).click();
  await expect(page.getByRole('table', { name: 'Regions' }).getByRole('columnheader', { name: /^part-/ })).toHaveCount(2);
});
