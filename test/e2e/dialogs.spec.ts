import type { Locator, Page } from '@playwright/test';
import { form } from './support/canvas';
import { go } from './support/views';
import { counted, expect, openSample, test } from './support/window';

async function openBeside(page: Page, url: string): Promise<Page> {
  const other = await page.context().newPage();
  await other.goto(url);
  await go(other, 'Campaigns');
  await other.getByRole('main').getByText('Autumn return', { exact: true }).click();
  await counted(other);
  return other;
}

const selectBuyers = async (page: Page) => {
  await page.locator('.react-flow__node[data-id=buyers]').click();
  return form(page).getByLabel('Value', { exact: true }).first();
};

test('what is told over the window while a dialog is open is acted on or dismissed, and the dialog stays', async ({ page, shell }) => {
  // Two windows count at once.
  test.slow();
  await openSample(page, shell.url);
  const other = await openBeside(page, shell.url);
  await (await selectBuyers(page)).fill('200');
  await expect(page.getByTestId('saved')).toHaveAttribute('data-saved', 'true');
  await (await selectBuyers(other)).fill('300');
  const told = other.locator('.toast').filter({ hasText: '“Autumn return” was changed or removed in another window meanwhile' });
  await expect(told).toBeVisible();
  await counted(other);
  await other.getByRole('button', { name: 'Rehearse', exact: true }).click();
  const dialog = other.getByRole('dialog', { name: /^Rehearsal of/ });
  await expect(dialog.getByTestId('rehearsal').first()).toBeVisible();
  await told.locator('.button').last().click();
  await expect(told).toHaveCount(0);
  await expect(dialog).toBeVisible();
  await other.mouse.click(5, 5);
  await expect(dialog).toHaveCount(0);
});

test('another language leaves a dialog and the SQL editor as they are, in every window', async ({ page, shell, context }) => {
  await openSample(page, shell.url);
  const other = await context.newPage();
  await other.goto(shell.url);
  await go(other, 'SQL');
  await other.locator('.monaco-editor').click();
  await other.keyboard.press('Control+a');
  await other.keyboard.insertText('SELECT 7 AS kept');
  const third = await context.newPage();
  await third.goto(shell.url);
  await go(third, 'Settings');
  await page.getByRole('button', { name: 'Export mail', exact: true }).click();
  const folder = page.getByTestId('export').locator('.mono').first();
  const written = await folder.textContent();
  await third.getByRole('radio', { name: 'Español', exact: true }).click();

  await expect(page.getByRole('dialog').getByRole('button', { name: 'Cerrar', exact: true }).first()).toBeVisible();
  await expect(folder).toHaveText(written ?? '');
  await expect(other.getByRole('navigation').getByRole('button', { name: 'Campañas', exact: true })).toBeVisible();
  await expect(other.locator('.view-lines')).toContainText('SELECT 7 AS kept');
});

/** Where the words of each end. */
const ends = (words: Locator) =>
  words.evaluateAll((all) =>
    all.map((element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      return Math.round(range.getBoundingClientRect().right);
    }),
  );

test('figures of a rehearsal stand below each other, and the name of a place takes no more room than it needs', async ({ page, shell }) => {
  await openSample(page, shell.url);
  await page.getByRole('button', { name: 'Rehearse', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByTestId('rehearsal').first().waitFor();
  const figures = dialog.locator('.waterfall .number, td.number:last-child, .row > .number');
  expect(new Set(await ends(figures)).size).toBe(1);
  await page.keyboard.press('Escape');

  await go(page, 'Data');
  await page.getByRole('button', { name: 'customers', exact: true }).click();
  const head = page.locator('.place-head');
  const [end = 0] = await ends(head.getByRole('heading', { name: 'customers' }));
  expect(((await head.locator('.badge').first().boundingBox())?.x ?? 0) - end).toBeLessThan(12);
});
