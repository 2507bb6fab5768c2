import type { Page } from '@playwright/test';
import { choose } from './support/canvas';
import { choice, tabTo } from './support/keyboard';
import { go } from './support/views';
import { counted, expect, openSample, test } from './support/window';

const dock = (page: Page) => page.getByRole('region', { name: 'Rows' });
const select = (page: Page, id: string) => page.locator(`.react-flow__node[data-id=${id}]`).click();

test.beforeEach(async ({ page, shell }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openSample(page, shell.url);
});

test('rows are filtered by any attribute, by keys too, and the foot says how many of all there are', async ({ page }) => {
  await select(page, 'buyers');
  const total = dock(page).getByText(/^[1-9][\d,]* rows$/);
  await expect(total).toBeVisible();
  const all = (await total.textContent()) ?? '';
  await expect(dock(page)).toContainText(`${all.replace(' rows', '')} customers`);
  const open = dock(page).getByRole('button', { name: 'Filter rows' });
  await tabTo(page, open);
  await choice(page, 'country');
  const form = page.getByRole('dialog');
  await expect(form.getByLabel('Value', { exact: true })).toBeFocused();
  await page.keyboard.type('fr');
  const some = dock(page).getByText(/^[1-9][\d,]* of [\d,]+ rows$/);
  await expect(some).toContainText(` of ${all}`);
  await expect(dock(page).getByRole('columnheader', { name: /^country/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(form).toHaveCount(0);
  await expect(dock(page).getByRole('cell', { name: 'FR', exact: true }).first()).toBeVisible();

  await dock(page).getByRole('button', { name: 'country contains fr', exact: true }).click();
  await choose(page, form, 'Test', 'is empty');
  await page.keyboard.press('Escape');
  await expect(dock(page).getByRole('cell', { name: 'FR', exact: true })).toHaveCount(0);
  await dock(page).getByRole('button', { name: 'Remove: country is empty' }).click();
  await expect(total).toHaveText(all);
});

test('the log tells what counts and rehearsals did, step by step, the last first', async ({ page }) => {
  await page.getByRole('tab', { name: 'Log' }).click();
  const entries = dock(page).getByRole('list', { name: 'Log' }).locator('details');
  await expect(entries).toHaveCount(1);
  const steps = entries.first().getByRole('table', { name: 'Steps' });
  await expect(steps.getByRole('row', { name: /^Bought this half-year [\d,]+ (?:Computed|Kept)/ })).toBeVisible();
  await page.getByRole('button', { name: 'Rehearse' }).click();
  await expect(page.getByTestId('rehearsal')).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
  await expect(entries).toHaveCount(2);
  await expect(entries.first().locator('summary')).toContainText('Rehearsal');
  await expect(steps.getByRole('row', { name: /^Bought this half-year [\d,]+ Kept/ })).toBeVisible();
  await expect(entries.last().locator('summary')).toContainText('Count');
  await tabTo(page, entries.last().locator('summary'));
  await page.keyboard.press('Enter');
  await expect(entries.last()).toHaveAttribute('open', '');
  await counted(page);
});

test('the dock says whose rows it shows, how many, and of which output', async ({ page }) => {
  const told = dock(page).locator('.dock-about');
  await page.locator('.react-flow__node[data-id=buyers]').click();
  await expect(told).toHaveText(/^Bought this half-year ?[\d,]+ customers$/);
  await page.locator('.react-flow__node[data-id=upcoming]').click();
  await expect(told).toHaveText(/^Bookings to come ?[\d,]+ bookings$/);
  await page.setViewportSize({ width: 1024, height: 700 });
  const rightOf = (element: Element) => Math.floor(element.getBoundingClientRect().right);
  expect(await told.locator('strong').evaluate(rightOf)).toBeLessThanOrEqual(await told.evaluate(rightOf));
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.locator('.react-flow__node[data-id=guests]').click();
  await expect(told).toHaveText('Their guests');
  const count = dock(page).locator('.dock-count');
  await expect(count).toHaveText(/^[1-9][\d,]* customers$/);
  await choose(page, dock(page), 'Which rows', 'Rest');
  await expect(count).toHaveText(/^0 /);
  await dock(page).getByRole('tab', { name: 'SQL', exact: true }).click();
  await go(page, 'Data');
  await go(page, 'Campaigns');
  await counted(page);
  await expect(dock(page).getByLabel('Which rows', { exact: true })).toHaveText('Rest');
  await expect(count).toHaveText(/^0 /);
  await expect(dock(page).getByRole('tab', { name: 'SQL', exact: true })).toHaveAttribute('aria-selected', 'true');
});

test('personal values are masked wherever they are told, until somebody chooses to see them', async ({ page }) => {
  const shown = page.getByRole('switch', { name: 'Show personal data' });
  await go(page, 'Data');
  await page.getByRole('button', { name: 'customers', exact: true }).click();
  await expect(shown).not.toBeChecked();
  await page.getByRole('button', { name: 'Edit customer_id' }).click();
  await choose(page, page.getByRole('dialog'), 'Personal data', 'Identifier');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(shown).not.toBeChecked();

  await go(page, 'Campaigns');
  await page.getByRole('main').getByText('Autumn return', { exact: true }).click();
  await counted(page);
  await select(page, 'buyers');
  await page.getByRole('tab', { name: 'Why' }).click();
  await choose(page, dock(page), 'Whose row', 'customers');
  await dock(page).getByLabel('customer_id').fill('C0000012');
  await dock(page).getByRole('button', { name: 'Tell why' }).click();
  const subject = dock(page).getByRole('heading', { name: /customer_id/ });
  await expect(subject).toContainText('•••12');
  await shown.click();
  await expect(subject).toContainText('C0000012');

  await page.getByRole('tab', { name: 'Distribution' }).click();
  await choose(page, dock(page), 'Column', 'customer_id');
  const bars = dock(page).getByRole('list', { name: 'Distribution' });
  await expect(bars.getByText(/^C00/).first()).toBeVisible();
  await shown.click();
  await expect(bars.getByText(/^C00/)).toHaveCount(0);
  await expect(bars.getByText('•••').first()).toBeVisible();
});

test('whom a message leaves out is a click away, whatever is selected', async ({ page }) => {
  await select(page, 'buyers');
  await page.getByRole('tab', { name: 'Exclusions' }).click();
  await dock(page).getByRole('button', { name: 'Autumn email', exact: true }).click();
  const left = dock(page).getByRole('list', { name: 'Exclusions' });
  await expect(left.getByRole('listitem').first()).toContainText('Arrive');
  await expect(page.locator('.react-flow__node.selected')).toHaveCount(1);
  await expect(dock(page).getByText('Select a message')).toHaveCount(0);
});

test('answers read as words in a distribution', async ({ page }) => {
  await select(page, 'buyers');
  await page.getByRole('tab', { name: 'Distribution' }).click();
  await choose(page, dock(page), 'Column', 'vip');
  await expect(dock(page).getByRole('list', { name: 'Distribution' }).getByText('No', { exact: true })).toBeVisible();
});
