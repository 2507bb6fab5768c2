import { expect, type Page } from '@playwright/test';
import { zipOf } from '../../support/zip-of';
import { go, type View } from './views';

/** A file in the import dialog, looked at. */
async function bring(page: Page, name: string, buffer: Buffer) {
  await go(page, 'Data');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Import files', exact: true }).click();
  await (await chooser).setFiles({ name, mimeType: 'application/octet-stream', buffer });
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: 'Import', exact: true })).toBeEnabled();
  return dialog;
}

const records = Array.from({ length: 30 }, (_, n) => `${n},Ana,${n === 7 ? 'soon' : `2026-01-${10 + (n % 20)}`}`);

async function refused(page: Page): Promise<void> {
  const dialog = await bring(page, 'joined.csv', Buffer.from(`id,name,joined\n${records.join('\n')}\n`));
  await dialog.getByLabel('Type joined', { exact: true }).click();
  await page.getByRole('option', { name: 'Date', exact: true }).click();
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(dialog.getByRole('table', { name: 'Rejected rows' })).toContainText('soon');
}

async function allParts(page: Page): Promise<void> {
  const files = { 'towns.csv': 'town_id,town\n1,Cork\n', 'more/towns.csv': 'town_id,town\n2,Lyon\n', 'spoilt.json': '{"a":' };
  const archive = zipOf(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, Buffer.from(text)])));
  const dialog = await bring(page, 'all.zip', archive);
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await dialog.getByRole('button', { name: /^Load all/ }).click();
  await expect(dialog.getByRole('table', { name: 'Other parts of the file' })).toContainText('Not loaded');
}

async function links(page: Page): Promise<void> {
  const dialog = await bring(page, 'visits.csv', Buffer.from('visit_id,customer_id\n1,C0000001\n2,C0000002\n'));
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('button', { name: 'visits', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Proposed' }).getByRole('button', { name: 'Accept' })).toBeVisible();
}

async function refresh(page: Page): Promise<void> {
  await go(page, 'Data');
  await page.getByRole('button', { name: 'Refresh all', exact: true }).click();
  await expect(page.getByRole('dialog').locator('.progress, [aria-busy=true], .spin')).toHaveCount(0);
}

/** What becomes of files that are loaded; entities are left behind. */
export const loadingViews: View[] = [
  { name: 'data-refresh', show: refresh },
  { name: 'data-import-refused', show: refused },
  { name: 'data-import-all-parts', show: allParts },
  { name: 'entity-links-offered', show: links },
];
