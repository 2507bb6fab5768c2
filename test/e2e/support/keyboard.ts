import { expect, type Locator, type Page } from '@playwright/test';

/** Most stops that any view may have. */
const most = 150;

const hasFocus = (target: Locator) => target.evaluate((element) => element === document.activeElement);

/** Moves the focus by Tab until it is there; fails where Tab never gets. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeEnabled();
  for (let stops = 0; stops < most; stops++) {
    if (await hasFocus(target)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${target}`);
}

/** Goes to a place or anything else by its name. */
export async function command(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await pickFrom(page, name);
}

/** Takes what a list finds by some of its letters. */
export async function pickFrom(page: Page, name: string): Promise<void> {
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

/** Opens the menu or the select that has the focus and takes one of its choices by its first letters. */
export async function choice(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Enter');
  const list = page.locator('[role=menu], [role=listbox]');
  await expect(list).toBeVisible();
  await page.keyboard.type(name);
  await expect(list.locator(':focus')).toContainText(name);
  await page.keyboard.press('Enter');
  await expect(list).toHaveCount(0);
}
