import { expect, type Page } from '@playwright/test';
import { choose } from './canvas';
import { counted } from './window';

/** What can be looked at in the window: how to get there from anywhere, with everything on it known. */
export interface View {
  name: string;
  show: (page: Page) => Promise<void>;
}

export const go = (page: Page, place: string) => page.getByRole('navigation').getByRole('button', { name: place }).click();

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });

const settled = (page: Page) => expect(page.locator('.progress, [aria-busy=true], .spin')).toHaveCount(0, { timeout: 60_000 });

export async function tab(page: Page, name: string): Promise<void> {
  await page.getByRole('tab', { name: new RegExp(`^${name}\\s*\\d*$`) }).click();
  await settled(page);
}

export async function place(page: Page, name: string): Promise<void> {
  await go(page, name);
  // From the campaign one was in to the list.
  if (name === 'Campaigns') await go(page, name);
  await expect(page.getByRole('heading').first()).toBeVisible();
  await settled(page);
}

async function campaign(page: Page): Promise<void> {
  await go(page, 'Campaigns');
  await page.getByRole('main').getByText('Autumn return', { exact: true }).click();
  await counted(page);
}

/** An activity, with one tab of what is known about it. */
async function activity(page: Page, id: string, dock: string): Promise<void> {
  await campaign(page);
  await page.locator(`.react-flow__node[data-id=${id}]`).click();
  await tab(page, dock);
}

async function entity(page: Page, shown: string): Promise<void> {
  await go(page, 'Data');
  await button(page, 'customers').click();
  await tab(page, shown);
}

export async function audience(page: Page, shown: string): Promise<void> {
  await go(page, 'Audiences');
  await page.getByRole('table', { name: 'Audiences' }).locator('button.link').first().click();
  await tab(page, shown);
}

export async function query(page: Page): Promise<void> {
  await go(page, 'SQL');
  await page.locator('.monaco-editor').click();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText("SELECT customer_id, country, loyalty_tier FROM customers WHERE loyalty_tier = 'gold'");
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/^[\d,]+ rows$/)).toBeVisible();
  // The editor's own list of completions gives its rows other names than they show; the place is looked at without it.
  await page.keyboard.press('Escape');
  await expect(page.locator('.suggest-widget.visible')).toHaveCount(0);
}

export async function overlap(page: Page): Promise<void> {
  await go(page, 'Audiences');
  const boxes = page.getByRole('checkbox', { name: /^Lay over/ });
  for (const i of [0, 1]) await boxes.nth(i).check();
  await button(page, 'Overlap').click();
  await page.getByRole('table', { name: 'Regions' }).getByRole('button').first().click();
  await expect(page.getByText(/^[\d,]+ rows$/)).toBeVisible();
}

async function why(page: Page): Promise<void> {
  await activity(page, 'buyers', 'Why');
  const dock = page.getByRole('region', { name: 'Rows' });
  await choose(page, dock, 'Whose row', 'customers');
  await dock.getByLabel('customer_id').fill('C0000012');
  await button(page, 'Tell why').click();
  await expect(dock.getByRole('heading', { name: /C0000012/ })).toBeVisible();
}

/** A dialog of the campaign that a button opens. */
async function dialog(page: Page, opener: string): Promise<void> {
  await campaign(page);
  await button(page, opener).click();
  await expect(page.getByTestId(opener === 'Rehearse' ? 'rehearsal' : 'export').first()).toBeVisible({ timeout: 60_000 });
}

async function importing(page: Page): Promise<void> {
  await go(page, 'Data');
  const chooser = page.waitForEvent('filechooser');
  await button(page, 'Import files').click();
  await (await chooser).setFiles({ name: 'members.csv', mimeType: 'text/csv', buffer: Buffer.from('id,name\n1,Ana\n2,Eva\n') });
  await expect(page.getByRole('dialog').getByLabel('Delimiter')).toBeVisible();
  await settled(page);
}

export async function dataTab(page: Page, shown: string): Promise<void> {
  await place(page, 'Data');
  await tab(page, shown);
}

async function ruleSql(page: Page): Promise<void> {
  await activity(page, 'buyers', 'Rows');
  await button(page, 'Show as SQL').first().click();
  await page.getByRole('dialog').locator('.monaco-editor').waitFor();
}

async function rowFilter(page: Page): Promise<void> {
  await activity(page, 'buyers', 'Rows');
  await button(page, 'Filter rows').click();
  await page.getByRole('menuitem', { name: /^country/ }).click();
  await expect(page.getByRole('dialog')).toBeInViewport();
}

async function moving(page: Page): Promise<void> {
  await activity(page, 'buyers', 'Rows');
  await button(page, 'Move condition').first().click();
  await expect(page.getByRole('menu')).toBeInViewport();
}

async function outline(page: Page): Promise<void> {
  await campaign(page);
  await button(page, 'As an outline').click();
}

async function adding(page: Page): Promise<void> {
  await campaign(page);
  await button(page, 'Add activity').click();
  // It is measured out of sight before it gets its place.
  await expect(page.getByRole('menu')).toBeInViewport();
}

async function engine(page: Page): Promise<void> {
  await place(page, 'Home');
  await page
    .getByRole('contentinfo')
    .getByRole('button', { name: /^DuckDB/ })
    .click();
  await expect(page.getByRole('dialog').getByText('Kept results', { exact: true })).toBeVisible();
}

async function content(page: Page): Promise<void> {
  await campaign(page);
  await page
    .getByRole('complementary')
    .getByRole('button', { name: /^Autumn email/ })
    .click();
  await button(page, 'Edit content').click();
  await expect(page.getByRole('dialog').getByRole('heading', { name: 'Preview' })).toBeVisible();
}

async function confirm(page: Page): Promise<void> {
  await dialog(page, 'Rehearse');
  await page.getByRole('dialog').getByRole('button', { name: 'Confirm and run', exact: true }).click();
  await expect(button(page, 'Freeze and run')).toBeVisible();
}

async function tour(page: Page): Promise<void> {
  await campaign(page);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('show me around');
  await page.keyboard.press('Enter');
  await page.locator('.tour').getByRole('button', { name: 'Next' }).click();
  await expect(page.locator('.rule[data-pointed-at]')).toBeVisible();
}

export async function palette(page: Page): Promise<void> {
  await place(page, 'Home');
  await page.keyboard.press('Control+k');
}

/** One view for each name a way to it takes. */
export function each(prefix: string, names: readonly string[], show: (page: Page, name: string) => Promise<void>): View[] {
  return names.map((name) => ({ name: `${prefix}${name.toLowerCase().replaceAll(' ', '-')}`, show: (page) => show(page, name) }));
}

/** Every place as it is in a workspace without anything in it. */
export const emptyViews: View[] = each('', ['Home', 'Data', 'Audiences', 'SQL', 'Campaigns', 'Delivery', 'Settings'], place);

/** Every place of the full sample with its tabs and dialogs, but for the campaign itself. */
export const placeViews: View[] = [
  ...each('', ['Home', 'Data', 'Audiences', 'Campaigns', 'Delivery', 'Settings'], place),
  ...each('data-', ['Links', 'Model'], dataTab),
  ...each('entity-', ['Columns', 'Rows', 'Used by'], entity),
  { name: 'data-import', show: importing },
  ...each('audience-', ['Members', 'Definition', 'Profile', 'Difference', 'Used by'], audience),
  { name: 'audiences-overlap', show: overlap },
  { name: 'sql', show: query },
  { name: 'palette', show: palette },
  { name: 'engine', show: engine },
];

/** The campaign of the sample: canvas, outline, all that is told of an activity, and its dialogs. */
export const campaignViews: View[] = [
  { name: 'campaign', show: campaign },
  { name: 'campaign-as-an-outline', show: outline },
  { name: 'campaign-add-activity', show: adding },
  ...each('campaign-', ['Rows', 'Distribution', 'Exclusions', 'SQL', 'Problems', 'Log'], (page, name) => activity(page, 'buyers', name)),
  { name: 'campaign-row-filter', show: rowFilter },
  { name: 'campaign-move-condition', show: moving },
  { name: 'campaign-why', show: why },
  { name: 'campaign-tour', show: tour },
  { name: 'campaign-rule-sql', show: ruleSql },
  { name: 'campaign-content', show: content },
  { name: 'rehearsal', show: (page) => dialog(page, 'Rehearse') },
  { name: 'export', show: (page) => dialog(page, 'Export mail') },
  { name: 'confirm', show: confirm },
];

/** Leaves whatever dialog, menu or tour a view has opened. */
export async function leave(page: Page): Promise<void> {
  const open = page.locator('[role=dialog], [role=menu], .tour');
  for (let i = 0; i < 3 && (await open.count()) > 0; i++) {
    const close = page.getByRole('dialog').getByRole('button', { name: 'Close', exact: true });
    if ((await close.count()) > 0) await close.first().click();
    else await page.keyboard.press('Escape');
    await page.waitForTimeout(200);
  }
  await expect(open).toHaveCount(0);
}
