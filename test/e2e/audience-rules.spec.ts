import type { Page } from '@playwright/test';
import { tabTo } from './support/keyboard';
import { go } from './support/views';
import { expect, openSample, test } from './support/window';

const week = 'Contacted in the last 7 days';
const main = (page: Page) => page.getByRole('main');
const saved = (page: Page) => page.getByTestId('saved');

/** Opens what makes an audience. */
async function definition(page: Page, name: string): Promise<void> {
  await go(page, 'Audiences');
  await main(page).getByRole('button', { name, exact: true }).click();
  await main(page)
    .getByRole('tab', { name: /^Definition/ })
    .click();
}

test.beforeEach(async ({ page, shell }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openSample(page, shell.url);
});

test('a rule that is being written is counted, and kept until it is saved or discarded', async ({ page }) => {
  await definition(page, week);
  const days = main(page).getByRole('spinbutton').first();
  const count = main(page).locator('.rule-count');
  await expect(count).toHaveText(/^[\d,]+ members$/);
  const before = await count.innerText();
  await expect(saved(page)).toHaveText('Everything is saved');

  await test.step('over tabs, places and a reload', async () => {
    await days.fill('30');
    await expect(count).toHaveText(/^[\d,]+ members$/);
    await expect(count).not.toHaveText(before);
    await expect(saved(page)).toHaveText('The rule of an audience is not saved yet');
    await main(page).getByRole('tab', { name: 'Members' }).click();
    await expect(main(page).getByRole('tab', { name: 'Definition Not saved yet' })).toBeVisible();
    await main(page)
      .getByRole('tab', { name: /^Definition/ })
      .click();
    await expect(days).toHaveValue('30');
    await go(page, 'Data');
    await page.reload();
    await saved(page).click();
    await expect(main(page).getByRole('heading', { level: 1, name: week })).toBeVisible();
    await expect(days).toHaveValue('30');
  });

  await test.step('it is discarded', async () => {
    await main(page).getByRole('button', { name: 'Discard changes' }).click();
    await expect(days).toHaveValue('7');
    await expect(saved(page)).toHaveText('Everything is saved');
    await expect(count).toHaveText(before);
  });

  await test.step('it is saved and taken back', async () => {
    await days.fill('30');
    await main(page).getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByText(/^Done: /)).toBeVisible();
    await expect(saved(page)).toHaveText('Everything is saved');
    await expect(main(page).getByRole('button', { name: 'Save', exact: true })).toBeDisabled();
    await tabTo(page, main(page).getByRole('tab', { selected: true }));
    await page.keyboard.press('Control+z');
    await expect(days).toHaveValue('7');
    await expect(count).toHaveText(before);
  });

  await test.step('what is written when it changes elsewhere stays, and says so', async () => {
    await days.fill('20');
    await tabTo(page, main(page).getByRole('tab', { selected: true }));
    await page.keyboard.press('Control+Shift+z');
    await expect(page.getByText('The rule was changed elsewhere meanwhile.')).toBeVisible();
    await expect(days).toHaveValue('20');
    await main(page).getByRole('button', { name: 'Discard changes' }).click();
    await expect(days).toHaveValue('30');
    await expect(page.getByText('The rule was changed elsewhere meanwhile.')).toHaveCount(0);
  });
});
