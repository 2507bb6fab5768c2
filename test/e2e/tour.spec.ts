import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { form } from './support/canvas';
import { go } from './support/views';
import { counted, expect, openSample, test, trySample } from './support/window';

const card = (page: Page) =>
  page.getByRole('region', { name: /^(Every arrow|Change a rule|Who they are|Rehearse before|Then sync|Go anywhere)/ });
const stop = (page: Page, title: string) => page.getByRole('region', { name: title, exact: true });
const next = (page: Page) => card(page).getByRole('button', { name: 'Next', exact: true });

test.beforeEach(({ page }) => page.emulateMedia({ reducedMotion: 'reduce' }));

test('who tries the sample is asked once whether to be shown around', async ({ page, shell }) => {
  await trySample(page, shell.url);
  const offer = page.getByRole('status').filter({ hasText: 'New to Muster?' });
  await expect(offer).toBeVisible();
  await offer.getByRole('button', { name: 'Not now' }).click();
  await expect(offer).toHaveCount(0);
  await go(page, 'Home');
  await page.getByRole('button', { name: /^Try the sample/ }).click();
  await expect(page.getByRole('heading', { name: 'Autumn return' })).toBeVisible();
  await counted(page);
  await expect(card(page)).toHaveCount(0);
  await expect(page.getByText('New to Muster?')).toHaveCount(0);
});

test('every stop points at the real thing, which can be used meanwhile', async ({ page, shell }) => {
  await openSample(page, shell.url);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('show me around');
  await page.keyboard.press('Enter');

  await expect(stop(page, 'Every arrow is counted')).toBeFocused();
  await expect(stop(page, 'Every arrow is counted')).toHaveAccessibleDescription(/exact, and as of now/);
  await expect(page.locator('.arrow-count[data-pointed-at]')).toHaveCount(1);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
  await next(page).click();

  await expect(stop(page, 'Change a rule and watch')).toBeFocused();
  const value = form(page).getByLabel('Value', { exact: true }).first();
  await expect(page.locator('.rule[data-pointed-at]').getByLabel('Value', { exact: true }).first()).toBeVisible();
  const before = await page.getByTestId('arrow-buyers-out').textContent();
  await value.fill('200');
  await expect(page.getByTestId('arrow-buyers-out')).not.toHaveText(before ?? '');
  await counted(page);
  await page.keyboard.press('F6');
  await expect(stop(page, 'Change a rule and watch')).toBeFocused();
  await next(page).press('Enter');

  await expect(stop(page, 'Who they are, and why')).toBeFocused();
  await expect(page.getByRole('region', { name: 'Rows' })).toHaveAttribute('data-pointed-at', '');
  await next(page).press('Enter');

  await expect(page.locator('[data-pointed-at]')).toHaveText('Rehearse');
  await page.getByRole('button', { name: 'Rehearse', exact: true }).click();
  await expect(page.getByTestId('rehearsal').first()).toBeVisible({ timeout: 60_000 });
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(stop(page, 'Rehearse before anything leaves')).toBeVisible();
  await next(page).click();

  await expect(page.locator('[data-pointed-at]')).toHaveText('Delivery');
  await next(page).click();
  await expect(stop(page, 'Go anywhere by typing')).toBeFocused();
  await expect(page.getByRole('button', { name: 'Go to anything' })).toHaveAttribute('data-pointed-at', '');
  await card(page).getByRole('button', { name: 'Back', exact: true }).click();
  await expect(stop(page, 'Then sync, or print')).toBeFocused();
  await next(page).click();
  await card(page).getByRole('button', { name: 'Done', exact: true }).click();
  await expect(card(page)).toHaveCount(0);
  await expect(page.locator('[data-pointed-at]')).toHaveCount(0);
});

test('the tour starts from Home, waits where its thing is not on the screen, and Escape leaves it', async ({ page, shell }) => {
  await openSample(page, shell.url);
  await go(page, 'Home');
  await page.getByRole('button', { name: 'Show me around' }).click();
  await expect(page.locator('.arrow-count[data-pointed-at]')).toHaveCount(1);
  await go(page, 'Data');
  await expect(page.getByRole('button', { name: 'customers', exact: true })).toBeVisible();
  await expect(stop(page, 'Every arrow is counted')).toBeInViewport({ ratio: 1 });
  await next(page).click();
  await expect(page.locator('.rule[data-pointed-at]')).toHaveCount(1);
  await page.setViewportSize({ width: 640, height: 400 });
  await expect(stop(page, 'Change a rule and watch')).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Escape');
  await expect(card(page)).toHaveCount(0);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
});
