import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, openSample, test } from './support/window';

test('a workspace is exported as text, edited there and taken over again', async ({ page, shell }) => {
  await openSample(page, shell.url);
  await page.getByRole('button', { name: 'Settings' }).click();
  const folder = path.join(shell.home, 'text');
  const section = page.locator('section', { has: page.getByRole('heading', { name: 'Text project' }) });
  await section.getByLabel('Folder').fill(folder);
  await section.getByRole('button', { name: 'Export as text' }).click();
  await expect(page.getByText(/^Files written: \d+; removed: 0\./)).toBeVisible();

  const buyers = path.join(folder, 'campaigns/autumn-return/flow/buyers.json');
  writeFileSync(buyers, readFileSync(buyers, 'utf8').replace('Bought this half-year', 'Bought lately'));
  await section.getByRole('button', { name: 'Import text' }).click();
  const dialog = page.getByRole('dialog', { name: 'Import text' });
  await expect(dialog.getByRole('listitem')).toHaveText([/Changed Campaign autumn-return/]);
  await dialog.getByRole('button', { name: 'Take over' }).click();
  await expect(page.getByText('Documents taken over: 1.')).toBeVisible();
  await page.getByRole('button', { name: 'Campaigns' }).first().click();
  await expect(page.locator('.react-flow__node[data-id="buyers"]')).toContainText('Bought lately');

  writeFileSync(buyers, '<<<<<<< ours\n');
  await page.getByRole('button', { name: 'Settings' }).click();
  await section.getByLabel('Folder').fill(folder);
  await section.getByRole('button', { name: 'Import text' }).click();
  await expect(page.getByText(/buyers\.json cannot be read as JSON/)).toBeVisible();
});
