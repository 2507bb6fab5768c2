import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './support/window';

const go = (page: Page, place: string) => page.getByRole('navigation').getByRole('button', { name: place }).click();

async function pick(page: Page, field: string, option: string): Promise<void> {
  await page.getByLabel(field, { exact: true }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

/** Forty people, one of them in the list of those who want nothing. */
const people = Array.from({ length: 40 }, (_, i) => `${i + 1},Person ${i + 1},person${i + 1}@example.com`);

test('people of an own file are mapped in Settings and go out', async ({ page, shell }) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'muster-own-'));
  const files = {
    people: path.join(folder, 'people.csv'),
    never: path.join(folder, 'never.csv'),
  };
  writeFileSync(files.people, ['person_id,name,mail', ...people].join('\n'));
  writeFileSync(files.never, ['address', 'person3@example.com', 'nobody@example.com', 'other@example.com'].join('\n'));
  try {
    await page.goto(shell.url);
    await page.getByRole('button', { name: /^New workspace/ }).click();
    await page.getByLabel('Name', { exact: true }).fill('Own');
    await page.getByRole('dialog').getByRole('button', { name: 'Create' }).click();

    for (const file of [files.people, files.never]) {
      await go(page, 'Data');
      const chooser = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: 'Import files' }).first().click();
      await (await chooser).setFiles(file);
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: 'Import', exact: true }).click();
      await dialog.getByRole('button', { name: 'Done' }).click();
    }

    await go(page, 'Settings');
    const save = page.getByRole('button', { name: 'Save' });
    await pick(page, 'Profile entity', 'people');
    await pick(page, 'Email attribute', 'mail');
    await page.getByRole('radiogroup', { name: 'When consent is unknown: Email' }).getByRole('radio', { name: 'Allow' }).click();
    await page.getByRole('button', { name: 'Add list' }).click();
    await expect(page.getByText('Give every list a name.')).toBeVisible();
    await expect(save).toBeDisabled();
    await page.getByRole('group', { name: 'Add list' }).getByLabel('Name', { exact: true }).fill('never');
    await pick(page, 'List entity', 'never');
    await pick(page, 'List attribute', 'address');
    await save.click();
    await expect(page.getByText('Settings saved.')).toBeVisible();

    await go(page, 'Campaigns');
    await page.getByRole('button', { name: 'New campaign' }).click();
    await page.getByRole('button', { name: 'Build audience' }).first().click();
    await expect(page.getByTestId('count-build-audience-out')).toHaveText('40');
    await page.locator('.react-flow__node').getByRole('button', { name: 'Add after Build audience' }).click();
    await page.getByRole('menuitem', { name: 'Email' }).click();
    const form = page.getByRole('complementary');
    await form.getByLabel('Subject').fill('Hello {{ profile.name }}');
    await form.getByLabel('Sender name').fill('Example');
    await form.getByLabel('Sender address').fill('news@example.com');

    await page.getByRole('button', { name: 'Rehearse' }).click();
    const waterfall = page.getByTestId('rehearsal').getByRole('list', { name: 'Exclusions' });
    await expect(waterfall).toBeVisible();
    await expect(waterfall.getByRole('listitem').locator('.number')).toHaveText(['40', '−1', '39']);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
