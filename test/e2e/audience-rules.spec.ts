import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { choose } from './support/canvas';
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

/** Begins to save a query as an audience. */
async function saveAs(page: Page, sql: string, name: string): Promise<Locator> {
  await go(page, 'SQL');
  await page.locator('.monaco-editor').click();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(sql);
  await page.getByRole('button', { name: 'Save as', exact: true }).click();
  await page.getByRole('menuitem', { name: /^Audience/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Save as audience' });
  await dialog.getByLabel('Name').fill(name);
  return dialog;
}

const row = (page: Page, name: string) =>
  page
    .getByRole('table', { name: 'Audiences' })
    .getByRole('row')
    .filter({ has: page.getByRole('button', { name, exact: true }) });

test('an audience is made from a rule, renamed and removed on its page', async ({ page }) => {
  await go(page, 'Audiences');
  await main(page).getByRole('button', { name: 'New audience' }).click();
  await page.getByRole('menuitem', { name: /^From a rule/ }).click();
  const making = page.getByRole('dialog', { name: 'New audience from a rule' });
  const members = page.getByTestId('members');
  await test.step('under a name of its own', async () => {
    await making.getByLabel('Name').fill(week.toUpperCase());
    await expect(making.getByRole('button', { name: 'Create' })).toBeDisabled();
    await making.getByRole('button', { name: `Call it “${week.toUpperCase()} 2”` }).click();
    await expect(making.getByLabel('Name')).toHaveValue(`${week.toUpperCase()} 2`);
    await making.getByLabel('Name').fill('Of a country');
    await expect(making.getByRole('combobox', { name: 'Entity' })).toHaveText('customers');
    await making.getByRole('button', { name: 'Create' }).click();
    await expect(making).toHaveCount(0);
    await expect(main(page).getByRole('heading', { name: 'Of a country', level: 1 })).toBeVisible();
    await expect(main(page).getByText('Live · rule')).toBeVisible();
    await expect(main(page).getByRole('tab', { name: 'Definition', selected: true })).toBeVisible();
    await expect(members).toHaveText('20,000 members');
  });
  await test.step('its rule is written and counted', async () => {
    await main(page).getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Condition', exact: true }).click();
    await choose(page, main(page), 'Attribute', 'country');
    await choose(page, main(page), 'Test', 'is not empty');
    await expect(main(page).locator('.rule-count')).toHaveText(/^[\d,]+ members$/);
    await main(page).getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByText(/^Done: /)).toBeVisible();
    await expect(members).toHaveText(await main(page).locator('.rule-count').innerText());
  });
  await test.step('it is renamed', async () => {
    await main(page).getByRole('button', { name: 'Rename audience' }).click();
    const dialog = page.getByRole('dialog', { name: 'Rename audience' });
    await dialog.getByLabel('Name', { exact: true }).fill(week);
    await expect(dialog.getByRole('button', { name: 'Save', exact: true })).toBeDisabled();
    await dialog.getByLabel('Name', { exact: true }).fill('of a country');
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(main(page).getByRole('heading', { level: 1, name: 'of a country', exact: true })).toBeVisible();
  });
  await test.step('it is removed, and comes back', async () => {
    await main(page).getByRole('button', { name: 'Remove of a country' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click();
    await expect(main(page).getByRole('heading', { level: 1, name: 'Audiences' })).toBeVisible();
    await expect(row(page, 'of a country')).toHaveCount(0);
    await page.keyboard.press('Control+z');
    await expect(row(page, 'of a country')).toBeVisible();
  });
  await test.step('what uses it is told before it is removed', async () => {
    await main(page).getByRole('button', { name: week, exact: true }).click();
    await main(page)
      .getByRole('button', { name: `Remove ${week}` })
      .click();
    await expect(page.getByRole('dialog').getByRole('button', { name: 'Remove all the same' })).toBeVisible();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  });
  await test.step('Campaigns says what to do there', async () => {
    await main(page).getByRole('button', { name: 'Audiences', exact: true }).click();
    await main(page).getByRole('button', { name: 'New audience' }).click();
    await page.getByRole('menuitem', { name: /^From a campaign/ }).click();
    await expect(main(page).getByRole('heading', { level: 1, name: 'Campaigns' })).toBeVisible();
    await expect(page.locator('.toast')).toContainText('add a “Save audience” activity');
  });
});

test('an audience that cannot be counted says so where it stands, and why', async ({ page }) => {
  const strangers = "SELECT customer_id FROM customers WHERE loyalty_tier = 'gold' UNION ALL SELECT 'X' || i FROM range(3) AS r(i)";
  await test.step('keys that are none are told before it is saved', async () => {
    const dialog = await saveAs(page, strangers, 'Strangers');
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    const warning = dialog.getByRole('status').filter({ hasText: 'The query returns 3 keys that customers does not have' });
    await expect(warning).toBeVisible();
    await expect(warning).toHaveAttribute('data-tone', 'warning');
    await dialog.getByRole('button', { name: 'Save all the same' }).click();
    await expect(dialog).toHaveCount(0);
    await expect(main(page).getByRole('heading', { level: 1, name: 'Strangers' })).toBeVisible();
  });
  await test.step('in its row, and on its page in full', async () => {
    await go(page, 'Audiences');
    const failed = row(page, 'Strangers').getByRole('button', { name: 'Cannot be counted' });
    await expect(failed).toHaveAttribute('title', /^The query returns 3 keys/);
    await expect(row(page, week).locator('td.number')).toHaveText(/^[\d,]+$/);
    await expect(page.locator('.toast')).toHaveCount(0);
    await failed.click();
    await expect(main(page).getByRole('alert')).toContainText('Strangers: The query returns 3 keys');
    await expect(page.getByTestId('members')).toHaveText('Cannot be counted');
    const found = await new AxeBuilder({ page }).analyze();
    expect(found.violations.map((v) => v.id)).toEqual([]);
  });
  await test.step('laid over others it is named', async () => {
    await go(page, 'Audiences');
    for (const name of ['Strangers', week]) await page.getByRole('checkbox', { name: `Lay over: ${name}` }).check();
    await page.getByRole('button', { name: 'Overlap' }).click();
    await expect(main(page).getByRole('alert')).toHaveText(/^Strangers: The query returns 3 keys/);
  });
});

test('two audiences are not saved under one name by accident', async ({ page }) => {
  const gold = "SELECT customer_id FROM customers WHERE loyalty_tier = 'gold'";
  await test.step('from SQL', async () => {
    const dialog = await saveAs(page, gold, week);
    await expect(dialog.getByText(`Another is called “${week}” already; they could not be told apart.`)).toBeVisible();
    await expect(dialog.getByRole('button', { name: 'Save', exact: true })).toBeDisabled();
    await dialog.getByRole('button', { name: `Call it “${week} 2”` }).click();
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(main(page).getByRole('heading', { level: 1, name: `${week} 2` })).toBeVisible();
  });
  await test.step('a region', async () => {
    await go(page, 'Audiences');
    for (const name of [week, `${week} 2`]) await page.getByRole('checkbox', { name: `Lay over: ${name}`, exact: true }).check();
    await page.getByRole('button', { name: 'Overlap' }).click();
    await page.getByRole('table', { name: 'Regions' }).getByRole('button').first().click();
    await page.getByRole('button', { name: 'Save as audience' }).click();
    const dialog = page.getByRole('dialog', { name: 'Save as audience' });
    await dialog.getByLabel('Name').fill(week);
    await expect(dialog.getByRole('button', { name: 'Save', exact: true })).toBeDisabled();
    await dialog.getByRole('button', { name: `Call it “${week} 3”` }).click();
    await expect(dialog.getByRole('button', { name: 'Save', exact: true })).toBeEnabled();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
  });
  await test.step('snapshots of one minute', async () => {
    await go(page, 'Audiences');
    await main(page).getByRole('button', { name: week, exact: true }).click();
    await main(page).getByRole('tab', { name: 'Difference' }).click();
    for (const n of [1, 2]) {
      await page.getByRole('button', { name: 'Save snapshot' }).click();
      await expect(page.getByRole('contentinfo').getByText(/is saved with [\d,]+ members/)).toBeVisible();
      await go(page, 'Audiences');
      await expect(page.getByRole('table', { name: 'Audiences' }).getByText('Snapshot', { exact: true })).toHaveCount(n);
      await main(page).getByRole('button', { name: week, exact: true }).click();
    }
    await go(page, 'Audiences');
    const names = await page.getByRole('table', { name: 'Audiences' }).locator('button[data-item]').allInnerTexts();
    expect(new Set(names).size).toBe(names.length);
  });
});
