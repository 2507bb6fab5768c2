import { expect, type Locator, type Page } from '@playwright/test';

/** The form of what is selected. */
export const form = (page: Page): Locator => page.getByRole('complementary');

/** Adds an activity from the palette; it stands alone and is selected. */
export async function addAlone(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Add activity', exact: true }).click();
  await pick(page, name);
}

/** Adds an activity behind an open output of another; the first open one where it has several. */
export async function addBehind(page: Page, id: string, name: string): Promise<void> {
  await page.locator(`.react-flow__node[data-id="${id}"] .node-add`).first().dispatchEvent('click');
  await pick(page, name);
}

async function pick(page: Page, name: string): Promise<void> {
  await page.getByRole('menuitem', { name: new RegExp(`^${name} `) }).click();
  await expect(form(page).getByRole('heading', { name, exact: true })).toBeVisible();
}

/** Chooses from a select by its label. */
export async function choose(page: Page, within: Locator, label: string, option: string): Promise<void> {
  await within.getByLabel(label, { exact: true }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

/** The count at an output that nothing is connected to. */
export const count = (page: Page, id: string, output = 'out'): Locator => page.getByTestId(`count-${id}-${output}`);

/** Draws an arrow between two activities. */
export async function connect(page: Page, from: string, to: string): Promise<void> {
  await page.getByRole('button', { name: 'Fit to window' }).click();
  const handle = (id: string, end: 'source' | 'target') =>
    page.locator(`.react-flow__node[data-id="${id}"] .react-flow__handle.${end}`).first();
  await handle(from, 'source').hover();
  await page.mouse.down();
  await handle(to, 'target').hover({ force: true });
  await page.mouse.up();
}
