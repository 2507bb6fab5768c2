import type { Page } from '@playwright/test';
import { command, tabTo } from './support/keyboard';
import { counted, expect, openSample, test } from './support/window';

test.beforeEach(async ({ page, shell }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openSample(page, shell.url);
});

const main = (page: Page) => page.getByRole('main');
const dialog = (page: Page) => page.getByRole('dialog');

/** Opens what a button opens and leaves it by Escape: the button has the focus again. */
async function thereAndBack(page: Page, name: string): Promise<void> {
  const opener = main(page).getByRole('button', { name, exact: true }).first();
  await tabTo(page, opener);
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
  await expect(opener, name).toBeFocused();
}

test('a dialog that is left gives the focus back to what opened it, in every place', async ({ page }) => {
  await thereAndBack(page, 'Rehearse');
  await thereAndBack(page, 'Export mail');
  await command(page, 'Data');
  await thereAndBack(page, 'Refresh all');
  await command(page, 'customers');
  await thereAndBack(page, 'Edit customer_id');
});

test('the palette and the sheet of keys give the focus back', async ({ page }) => {
  const opener = page.getByRole('button', { name: 'Rehearse', exact: true });
  await tabTo(page, opener);
  for (const keys of ['Control+k', '?']) {
    await page.keyboard.press(keys);
    await expect(dialog(page)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog(page)).toHaveCount(0);
    await expect(opener, keys).toBeFocused();
  }
});

test('who removes a condition by keys goes on beside it', async ({ page }) => {
  await page.locator('.react-flow__node[data-id=buyers]').click();
  const form = page.getByRole('complementary');
  const remove = form.getByRole('button', { name: 'Remove condition', exact: true });
  await expect(remove).toHaveCount(4);
  await tabTo(page, remove.last());
  await page.keyboard.press('Enter');
  await expect(remove).toHaveCount(3);
  await expect(form.locator(':focus')).toBeVisible();
  await counted(page);
});
