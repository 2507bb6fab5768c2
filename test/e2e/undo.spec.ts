import type { Page } from '@playwright/test';
import { expect, openSample, test } from './support/window';

const go = (page: Page, place: string) => page.getByRole('navigation').getByRole('button', { name: place, exact: true }).click();
const audience = 'Contacted in the last 7 days';

test('what is removed in a place comes back by keys, by the toast and after a restart', async ({ page, shell }) => {
  await openSample(page, shell.url);
  await go(page, 'Audiences');
  const row = page.getByRole('row', { name: audience });
  const remove = async () => {
    await row.getByRole('button', { name: 'Remove' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await expect(row).toHaveCount(0);
  };
  await remove();
  await expect(page.getByText(`Done: removal of the audience “${audience}”`)).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(row).toBeVisible();
  await expect(page.getByText(`Undone: removal of the audience “${audience}”`)).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('There is nothing to undo here.')).toBeVisible();
  await page.keyboard.press('Control+Shift+z');
  await expect(row).toHaveCount(0);
  await page.reload();
  await go(page, 'Audiences');
  await page.getByRole('button', { name: `Undo the removal of the audience “${audience}”` }).click();
  await expect(row).toBeVisible();
});

test('an entity comes back with its rows, and settings with what they were', async ({ page, shell }) => {
  await openSample(page, shell.url);
  await go(page, 'Data');
  await page.getByRole('button', { name: 'bookings', exact: true }).click();
  await page.getByRole('button', { name: 'Remove entity' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: 'bookings', exact: true }).click();
  await page.getByRole('tab', { name: 'Rows', exact: true }).click();
  await expect(page.getByRole('table', { name: 'Rows' })).toBeVisible();
  await go(page, 'Settings');
  const name = page.getByLabel('Name', { exact: true }).first();
  await name.fill('Another');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('contentinfo')).toContainText('Another');
  await page.getByRole('heading', { name: 'Settings' }).click();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('Undone: renaming of the settings')).toBeVisible();
  await expect(page.getByRole('contentinfo')).not.toContainText('Another');
});
