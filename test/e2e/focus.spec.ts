import type { Page } from '@playwright/test';
import { command, pickFrom, tabTo } from './support/keyboard';
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

const named = (page: Page, name: string) => main(page).getByRole('heading', { name, exact: true, level: 1 });

test('who picks a place, a document or a command from the palette begins at the name of what is shown', async ({ page }) => {
  for (const [pick, name] of [
    ['Data', 'Data'],
    ['Data', 'Data'],
    ['customers', 'customers'],
    ['Settings', 'Settings'],
    ['Contacted in the last', 'Contacted in the last 7 days'],
    ['Autumn return', 'Autumn return'],
    ['Tidy layout', 'Autumn return'],
  ] as const) {
    await command(page, pick);
    await expect(named(page, name), pick).toBeFocused();
  }
});

test('so does who opened it from the rail, also once a dialog that was picked is left', async ({ page }) => {
  const opener = page.getByRole('navigation').getByRole('button', { name: 'Go to anything', exact: true });
  const pick = async (name: string) => {
    await tabTo(page, opener);
    await page.keyboard.press('Enter');
    await pickFrom(page, name);
  };
  await pick('Tidy layout');
  await expect(named(page, 'Autumn return')).toBeFocused();
  await pick('Data');
  await expect(named(page, 'Data')).toBeFocused();
  await tabTo(page, opener);
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByRole('combobox')).toBeFocused();
  await page.keyboard.type('Refresh all');
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(named(page, 'Data')).toBeFocused();
});

test('who goes back to a list goes on at what was followed from it', async ({ page }) => {
  for (const [place, followed] of [
    ['Campaigns', /^Autumn return/],
    ['Audiences', 'Contacted in the last 7 days'],
    ['Data', 'orders'],
  ] as const) {
    await command(page, place);
    const link = main(page).getByRole('button', { name: followed, exact: true });
    await tabTo(page, link);
    await page.keyboard.press('Enter');
    const back = main(page).getByRole('button', { name: place, exact: true });
    await tabTo(page, back);
    await page.keyboard.press('Enter');
    await expect(link, place).toBeFocused();
  }
});

test('the palette opens over the SQL editor too, which has keys of its own that begin alike', async ({ page }) => {
  await command(page, 'SQL');
  await expect(main(page).locator('.monaco-editor :focus')).toBeFocused();
  await command(page, 'Audiences');
  await expect(named(page, 'Audiences')).toBeFocused();
});

test('who runs a query by its button has it again, and nothing covers what is clicked next', async ({ page }) => {
  await command(page, 'SQL');
  await page.locator('.monaco-editor').first().click();
  await page.keyboard.insertText('SELECT count(*) FROM range(200000000) AS a(n) WHERE hash(n) % 7 = 0');
  const run = main(page).getByRole('button', { name: 'Run', exact: true });
  await run.focus();
  await page.keyboard.press('Enter');
  await expect(main(page).getByRole('button', { name: 'Cancel', exact: true })).toBeFocused();
  await expect(run).toBeFocused();
  await page.locator('.monaco-editor').first().click();
  await page.keyboard.press('End');
  await run.click();
  await page.getByRole('tab', { name: 'Query 1' }).dblclick();
  await expect(page.getByLabel('Rename')).toBeFocused();
});
