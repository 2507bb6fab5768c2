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
    const save = page.getByRole('button', { name: 'Save', exact: true });
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

test('a list of addresses without names is checked and written for the mail house', async ({ page, shell }) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'muster-nameless-'));
  const file = path.join(folder, 'addresses.csv');
  const rows = [
    '1,1970 Napa Ct.,Bothell,98011,US',
    '2,9833 Main St,Bothell,98O11,US',
    '3,12 rue des Lilas,Paris,75019,FR',
    '4,,Berlin,10115,DE',
  ];
  writeFileSync(file, ['AddressID,AddressLine1,City,PostalCode,CountryCode', ...rows].join('\n'));
  try {
    await newWorkspace(page, shell.url);
    await importFile(page, file);
    await go(page, 'Settings');
    await pick(page, 'Profile entity', 'addresses');
    await page.getByRole('switch', { name: 'People have a postal address' }).click();
    await expect(page.getByText('None: mail bears no name.')).toBeVisible();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByText('Settings saved.')).toBeVisible();

    await go(page, 'Campaigns');
    await page.getByRole('button', { name: 'New campaign' }).click();
    await page.getByRole('button', { name: 'Build audience' }).first().click();
    await expect(page.getByTestId('count-build-audience-out')).toHaveText('4');
    await page.locator('.react-flow__node').getByRole('button', { name: 'Add after Build audience' }).click();
    await page.getByRole('menuitem', { name: 'Direct mail' }).click();
    await expect(page.getByTestId('count-direct-mail-out').or(page.getByTestId('arrow-build-audience-out')).first()).toHaveText(/^\d$/);
    await page.getByRole('button', { name: 'Rehearse' }).click();
    const waterfall = page.getByTestId('rehearsal').getByRole('list', { name: 'Exclusions' });
    await expect(waterfall.getByRole('listitem').locator('.number')).toHaveText(['4', '−1', '−1', '2']);
    await expect(waterfall).not.toContainText('name');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Export mail' }).click();
    await expect(page.getByRole('dialog')).toContainText('manifest.json');
    await expect(page.getByTestId('export').getByRole('cell', { name: '2', exact: true })).toBeVisible();
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
    const save = page.getByRole('button', { name: 'Save', exact: true });
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
    await expect(rows).toHaveText(['InRowsMatchedUnmatchedAmbiguousEmptyPeople', 'people.mail404000040', 'answers.address321002']);

    await expect(page.getByRole('table', { name: 'Whose the rows of answers are' }).getByRole('row').last()).toHaveText('answers321002');

    await page.getByRole('button', { name: 'Remove binding of answers' }).click();
    await expect(page.getByLabel('Equal to people.person_id')).toHaveText('Choose…');
    await expect(save).toBeDisabled();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('lists of who must not be contacted and what was sent before come from own files', async ({ page, shell }) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'muster-lists-'));
  const files = { people: 'people.csv', optout: 'optout.csv', blocked: 'blocked.csv', sent: 'sent.csv' };
  const write = (name: string, lines: string[]) => writeFileSync(path.join(folder, name), lines.join('\n'));
  write(files.people, ['person_id,name,mail', ...people]);
  write(files.optout, [
    'email,since',
    'PERSON3@example.com,2024-01-01',
    ' person4@example.com,2024-02-01',
    'nobody@example.com,2024-02-01',
    ',',
  ]);
  write(files.blocked, ['who,remark', '7,asked by phone', '8,moved away', '99,unknown']);
  write(files.sent, [
    'person_id,channel,campaign,sent_at,status',
    '1,email,spring,2024-03-01 10:00:00,delivered',
    '2,email,spring,2024-03-01 10:00:00,clicked',
    '3,email,spring,2024-03-01 10:00:00,delivered',
    '4,sms,summer,2024-06-01 09:00:00,delivered',
    '5,email,spring,2024-03-01 10:00:00,failed',
    '8,email,spring,2024-03-01 10:00:00,delivered',
    '99,email,spring,2024-03-01 10:00:00,delivered',
  ]);
  try {
    await newWorkspace(page, shell.url);
    for (const file of Object.values(files)) await importFile(page, path.join(folder, file));
    await go(page, 'Settings');
    const save = page.getByRole('button', { name: 'Save', exact: true });
    const counts = (of: string) => page.getByRole('table', { name: `Whose the rows of ${of} are` }).getByRole('row');
    const head = 'InRowsMatchedUnmatchedAmbiguousEmptyPeople';
    await test.step('a list of addresses takes its name and attribute from the entity', async () => {
      await pick(page, 'Profile entity', 'people');
      await pick(page, 'Email attribute', 'mail');
      await page.getByRole('radiogroup', { name: 'When consent is unknown: Email' }).getByRole('radio', { name: 'Allow' }).click();
      await page.getByRole('button', { name: 'Add list' }).click();
      await pick(page, 'List entity', 'optout');
      await expect(page.getByRole('group', { name: 'optout' }).getByLabel('Name', { exact: true })).toHaveValue('optout');
      await expect(page.getByLabel('List attribute')).toHaveText('email');
      await expect(page.getByText('Save to see how many rows belong to somebody.')).toHaveCount(1);
      await save.click();
      await expect(counts('optout')).toHaveText([head, 'optout421012']);
    });
    await test.step('another names people by their key', async () => {
      await page.getByRole('button', { name: 'Add list' }).click();
      const list = page.getByRole('group', { name: 'Add list' });
      await list.getByLabel('Holds').click();
      await page.getByRole('option', { name: 'Keys of profiles' }).click();
      await list.getByLabel('List entity').click();
      await page.getByRole('option', { name: 'blocked' }).click();
      await page.getByRole('group', { name: 'blocked' }).getByLabel('List attribute').click();
      await page.getByRole('option', { name: 'who' }).click();
      await save.click();
      await expect(counts('blocked')).toHaveText([head, 'blocked321002']);
    });
    await test.step('what was sent before takes attributes of the usual names', async () => {
      await page.getByRole('switch', { name: 'An entity says what people were sent before' }).click();
      await pick(page, 'History entity', 'sent');
      await expect(page.getByLabel('Equal to people.person_id')).toHaveText('person_id');
      await expect(page.getByLabel('Status attribute')).toHaveText('status');
      await save.click();
      await expect(counts('sent')).toHaveText([head, 'sent761006']);
    });

    await go(page, 'Campaigns');
    await page.getByRole('button', { name: 'New campaign' }).click();
    await page.getByRole('button', { name: 'Build audience' }).first().click();
    const rows = page.getByTestId('count-build-audience-out');
    await expect(rows).toHaveText('40');
    const form = page.getByRole('complementary');
    await form.getByRole('button', { name: 'Add', exact: true }).first().click();
    await page.getByRole('menuitem', { name: 'Message history', exact: true }).click();
    await form.getByLabel('Only in the last').click();
    await expect(rows).toHaveText('5');
    await pick(page, 'By channel', 'email');
    await expect(rows).toHaveText('4');
    await pick(page, 'What happened', 'Answered');
    await expect(rows).toHaveText('1');
    await pick(page, 'What happened', 'Was sent');
    await expect(rows).toHaveText('4');

    await page.locator('.react-flow__node').getByRole('button', { name: 'Add after Build audience' }).click();
    await page.getByRole('menuitem', { name: 'Email' }).click();
    await form.getByLabel('Subject').fill('Hello {{ profile.name }}');
    await form.getByLabel('Sender name').fill('Example');
    await form.getByLabel('Sender address').fill('news@example.com');
    await page.getByRole('button', { name: 'Rehearse' }).click();
    const waterfall = page.getByTestId('rehearsal').getByRole('list', { name: 'Exclusions' });
    await expect(waterfall.getByRole('listitem').locator('.number')).toHaveText(['4', '−1', '−1', '2']);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
