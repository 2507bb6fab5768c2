import { expect, type Page } from '@playwright/test';
import { go } from './views';

/** Makes an empty workspace as a person does. */
export async function newWorkspace(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await createWorkspace(page);
}

/** The same from the start page. */
export async function createWorkspace(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^New workspace/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name', { exact: true }).fill('Own');
  await dialog.getByRole('button', { name: 'Create' }).click();
  await expect(dialog).toHaveCount(0);
}

/** Loads a file as it is proposed. */
export async function importFile(page: Page, file: string): Promise<void> {
  await go(page, 'Data');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Import files' }).first().click();
  await (await chooser).setFiles(file);
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await dialog.getByRole('button', { name: 'Done' }).click();
}
