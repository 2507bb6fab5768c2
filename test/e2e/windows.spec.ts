import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { form } from './support/canvas';
import { createWorkspace, newWorkspace } from './support/own-workspace';
import { go } from './support/views';
import { counted, expect, openSample, test } from './support/window';

const buyers = async (page: Page) => {
  await page.locator('.react-flow__node[data-id=buyers]').click();
  return form(page).getByLabel('Value', { exact: true }).first();
};
/** A campaign that is read anew has nothing selected any more. */
const reads = (page: Page, value: string) =>
  expect(async () => expect(await buyers(page)).toHaveValue(value, { timeout: 2000 })).toPass({ timeout: 30_000 });
const saved = (page: Page) => expect(page.getByTestId('saved')).toHaveAttribute('data-saved', 'true');
/** The window comes to the front. */
const front = (page: Page) => page.evaluate(() => window.dispatchEvent(new Event('focus')));

async function leave(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Close workspace');
  await page.keyboard.press('Enter');
  // Only a window with a workspace says what is saved of it.
  await expect(page.getByTestId('saved')).toHaveCount(0);
}

test('two windows on one workspace never take back or mix up what the other did', async ({ page, shell, context }) => {
  await openSample(page, shell.url);
  const other = await context.newPage();
  await other.goto(shell.url);
  await go(other, 'Campaigns');
  await other.getByRole('main').getByText('Autumn return', { exact: true }).click();
  await counted(other);

  await (await buyers(page)).fill('200');
  await saved(page);
  await (await buyers(other)).fill('300');
  await expect(other.getByRole('alert')).toContainText('“Autumn return” was changed or removed in another window meanwhile');
  await expect(other.getByTestId('saved')).toContainText('Not saved');
  await other.getByRole('button', { name: 'Show as it is now' }).click();
  await reads(other, '200');
  await (await buyers(other)).fill('300');
  await saved(other);
  await front(page);
  await reads(page, '300');

  await counted(page);
  const value = await buyers(page);
  // The window may have been told already, since it asks by itself what the engine holds.
  const typed = (text: string, told: string) =>
    expect(async () => {
      if (await page.getByRole('dialog', { name: told }).isVisible()) await page.keyboard.press('Escape');
      await value.fill(text, { timeout: 2000 });
      await expect(value).toHaveValue(text, { timeout: 1000 });
    }).toPass();
  const openAgain = async (told: string) => {
    const left = page.getByRole('dialog', { name: told });
    await left.getByRole('button', { name: 'Open this one again' }).click();
    await expect(left).toHaveCount(0);
  };
  await leave(other);
  const closed = 'Another window closed this workspace';
  await typed('350', closed);
  await openAgain(closed);
  await saved(page);
  await counted(page);
  await createWorkspace(other);
  const replaced = 'Another window opened another workspace';
  await typed('400', replaced);
  await openAgain(replaced);
  await saved(page);
  await front(other);
  await other.getByRole('dialog').getByRole('button', { name: 'Go to the other' }).click();
  await go(other, 'Campaigns');
  await other.getByRole('main').getByText('Autumn return', { exact: true }).click();
  await reads(other, '400');
});

/** Writes in place of what is there, with no completion left open. */
async function write(page: Page, sql: string): Promise<void> {
  await page.locator('.monaco-editor').click();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(sql);
  await page.keyboard.press('Escape');
}

const openSql = async (page: Page) => {
  await go(page, 'SQL');
  await page.locator('.monaco-editor').waitFor();
};
const text = (page: Page) => page.locator('.view-lines');
const tabs = (page: Page) => page.getByRole('tab', { name: 'Query 1', exact: true });

test('two windows that write SQL at once both keep what they wrote', async ({ page, shell, context }) => {
  await newWorkspace(page, shell.url);
  await openSql(page);
  await write(page, 'SELECT 1');
  await saved(page);
  const other = await context.newPage();
  await other.goto(shell.url);
  await openSql(other);
  await expect(text(other)).toContainText('SELECT 1');

  await write(other, 'SELECT 2 AS other');
  await saved(other);
  await front(page);
  await expect(text(page)).toContainText('SELECT 2 AS other');

  await write(other, 'SELECT 3 AS theirs');
  await write(page, 'SELECT 4 AS mine');
  await saved(other);
  await expect(tabs(page)).toHaveCount(2);
  await expect(page.getByText('“Query 1” was changed in another window too')).toBeVisible();
  await saved(page);
  await expect(text(page)).toContainText('SELECT 4 AS mine');
  await front(other);
  await expect(tabs(other)).toHaveCount(2);
  await expect(text(other)).toContainText('SELECT 3 AS theirs');
});

test('work under way is asked about before another workspace is opened', async ({ page, shell, context }) => {
  await newWorkspace(page, shell.url);
  await openSql(page);
  await write(page, 'SELECT count(*) AS n FROM range(1000000000) a, range(1000000) b');
  await page.getByRole('button', { name: 'Save as', exact: true }).click();
  await page.getByRole('menuitem', { name: /^File/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  const saving = page.locator('[role=dialog] .button[data-look=primary]').first();
  await expect(saving).toBeDisabled();

  const other = await context.newPage();
  await other.goto(shell.url);
  await other.getByRole('button', { name: /^New workspace/ }).click();
  const form = other.getByRole('dialog', { name: 'New workspace' });
  await form.getByLabel('Name', { exact: true }).fill('Second');
  await form.getByRole('button', { name: 'Create' }).click();
  const asked = other.getByRole('dialog', { name: 'Work is under way in this workspace' });
  await expect(asked).toContainText('Files are being written.');
  await asked.getByRole('button', { name: 'Stay here' }).click();
  await expect(asked).toHaveCount(0);
  await expect(other.locator('.status-line')).toContainText('Own');
  await form.getByRole('button', { name: 'Create' }).click();
  await asked.getByRole('button', { name: 'Leave when it is done' }).click();
  await expect(asked).toContainText('Waiting until it is done');
  await expect(saving).toBeDisabled();
  await asked.getByRole('button', { name: 'Stop it and leave' }).click();
  await expect(other.locator('.status-line')).toContainText('Second');
  await expect(saving).toBeEnabled();
});

test('a recent workspace that is gone or open elsewhere says so, and can be taken off the list', async ({ page, shell }) => {
  await newWorkspace(page, shell.url);
  const folder = path.join(shell.home, 'Own');
  const lock = path.join(folder, 'workspace.lock');
  const holder = { ...JSON.parse(readFileSync(lock, 'utf8')), pid: process.pid, mark: null };
  await leave(page);
  writeFileSync(lock, JSON.stringify(holder));
  await page.reload();
  const entry = page.getByRole('listitem').filter({ hasText: folder });
  await expect(entry).toContainText('open in another Muster');
  await entry.getByRole('button', { name: /^Own/ }).click();
  await expect(page.getByRole('alert')).toContainText(`process ${process.pid}`);
  rmSync(lock);
  await entry.getByRole('button', { name: /^Own/ }).click();
  await expect(page.getByRole('contentinfo')).toContainText('Own');
  await go(page, 'Home');
  await leave(page);
  rmSync(folder, { recursive: true });
  await page.reload();
  await expect(entry).toContainText('folder is gone');
  await expect(entry.getByRole('button', { name: /^Own/ })).toBeDisabled();
  await entry.getByRole('button', { name: 'Take “Own” off the list' }).click();
  await expect(entry).toHaveCount(0);
});
