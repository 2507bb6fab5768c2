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
  // A box that is ticked has no undo of its own.
  await row.getByRole('checkbox').focus();
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
  await go(page, 'Data');
  await page.getByRole('button', { name: 'Settings are not saved yet', exact: true }).click();
  await expect(name).toHaveValue('Another');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('contentinfo')).toContainText('Another');
  await page.getByRole('heading', { name: 'Settings' }).click();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('Undone: renaming of the settings')).toBeVisible();
  await expect(page.getByRole('contentinfo')).not.toContainText('Another');
});

test('links, campaigns and saved queries are removed knowing what uses them, and come back', async ({ page, shell }) => {
  await openSample(page, shell.url);
  await go(page, 'SQL');
  await page.locator('.monaco-editor').click();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText('SELECT * FROM bookings');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+s');
  await page.getByRole('dialog').getByLabel('Name').fill('Every booking');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await go(page, 'Data');
  await page.getByRole('button', { name: 'bookings', exact: true }).click();
  await page.getByRole('button', { name: 'Remove entity' }).click();
  const asked = page.getByRole('dialog');
  await expect(asked.getByRole('list', { name: 'Used by' })).toContainText('Every booking');
  await asked.getByRole('button', { name: 'Cancel' }).click();
  await go(page, 'Data');
  await page.getByRole('tab', { name: 'Links' }).click();
  const link = page.getByRole('listitem').filter({ hasText: 'bookings.customer_id' });
  await link.getByRole('button', { name: 'Remove link' }).click();
  await expect(asked.getByRole('list', { name: 'Used by' })).toContainText('Autumn return');
  await asked.getByRole('button', { name: 'Remove all the same' }).click();
  await expect(link).toHaveCount(0);
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await expect(link).toBeVisible();

  await go(page, 'Campaigns');
  await go(page, 'Campaigns');
  await page.getByRole('button', { name: 'Remove campaign' }).first().click();
  await expect(asked).toContainText('Nothing uses it.');
  await asked.getByRole('button', { name: 'Cancel' }).click();

  await go(page, 'SQL');
  await page.getByRole('tab', { name: 'Saved' }).click();
  const saved = page.getByRole('button', { name: 'Every booking', exact: true });
  await page.getByRole('button', { name: 'Actions for Every booking' }).click();
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  await asked.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(saved).toHaveCount(0);
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await expect(saved).toBeVisible();
});
