import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { importFile, newWorkspace } from './support/own-workspace';
import { go } from './support/views';
import { expect, test } from './support/window';

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
    await newWorkspace(page, shell.url);
    for (const file of [files.people, files.never]) await importFile(page, file);

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

test('answers belong to people by an identity', async ({ page, shell }) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'muster-identity-'));
  const files = { people: path.join(folder, 'people.csv'), answers: path.join(folder, 'answers.csv') };
  writeFileSync(files.people, ['person_id,name,mail', ...people].join('\n'));
  const answers = [
    'PERSON1@example.com,email,y,2024-05-01',
    'person2@example.com,email,n,2024-05-02',
    'nobody@example.com,email,y,2024-05-03',
  ];
  writeFileSync(files.answers, ['address,channel,value,at', ...answers].join('\n'));
  try {
    await newWorkspace(page, shell.url);
    for (const file of Object.values(files)) await importFile(page, file);
    await go(page, 'Settings');
    const save = page.getByRole('button', { name: 'Save' });
    await pick(page, 'Profile entity', 'people');
    await pick(page, 'Email attribute', 'mail');
    await page.getByRole('button', { name: 'Add identity' }).click();
    await expect(page.getByText('Give every identity a name.')).toBeVisible();
    await expect(page.getByLabel('Attribute of people')).toHaveText('mail');
    await page.getByLabel('Name of the identity').fill('Mail');
    await page.getByRole('button', { name: 'Bind an entity' }).click();
    await expect(save).toBeDisabled();
    await pick(page, 'Bound entity', 'answers');
    await pick(page, 'Attribute that holds it', 'address');

    await page.getByRole('switch', { name: 'An entity says who agreed to what' }).click();
    await pick(page, 'Consent entity', 'answers');
    await expect(page.getByLabel('How it names a person')).toHaveText('address, by “Mail”');
    await expect(page.getByLabel('Equal to people.person_id')).toHaveCount(0);
    await save.click();
    await expect(page.getByText('Settings saved.')).toBeVisible();
    const rows = page.getByRole('table', { name: 'Rows matched by Mail' }).getByRole('row');
    await expect(rows).toHaveText(['AttributeRowsMatchedUnmatchedAmbiguousEmpty', 'people.mail4040000', 'answers.address32100']);

    await page.getByRole('button', { name: 'Remove binding of answers' }).click();
    await expect(page.getByLabel('Equal to people.person_id')).toHaveText('Choose…');
    await expect(save).toBeDisabled();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
