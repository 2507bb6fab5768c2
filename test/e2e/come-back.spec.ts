import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { addAlone, addBehind, choose, form } from './support/canvas';
import { command } from './support/keyboard';
import { createWorkspace, importFile, newWorkspace } from './support/own-workspace';
import { go } from './support/views';
import { counted, expect, openSample, test } from './support/window';

test('Campaigns brings back the campaign one was in, as it was left; from there the list is one click', async ({
  page,
  shell,
  context,
}) => {
  // Three windows and two workspaces, one after the other.
  test.slow();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openSample(page, shell.url);
  const main = page.getByRole('main');
  const title = main.getByRole('heading', { level: 1, name: 'Autumn return', exact: true });
  const list = main.getByRole('button', { name: /^Autumn return/ });
  const buyers = page.locator('.react-flow__node[data-id=buyers]');
  const view = () => page.locator('.react-flow__viewport').evaluate((element) => getComputedStyle(element).transform);

  await test.step('what it showed and what was selected', async () => {
    await buyers.click();
    await page.getByRole('button', { name: 'Zoom in', exact: true }).click();
    await main.locator('.react-flow__pane').hover({ position: { x: 5, y: 5 } });
    const before = await view();
    await page.mouse.wheel(0, 60);
    await expect.poll(view).not.toBe(before);
    const left = await view();
    await go(page, 'Data');
    await go(page, 'Campaigns');
    await counted(page);
    await expect(buyers).toHaveClass(/\bselected\b/);
    await expect(form(page).getByLabel('Label', { exact: true })).toBeVisible();
    await expect.poll(view).toBe(left);
  });

  await test.step('by keys too, also as an outline', async () => {
    await command(page, 'Audiences');
    await command(page, 'Campaigns');
    await expect(title).toBeFocused();
    await command(page, 'As an outline');
    await command(page, 'Audiences');
    await command(page, 'Campaigns');
    await expect(main.getByRole('tree')).toBeFocused();
  });

  await test.step('what the dock shows, also where it is hidden', async () => {
    const dock = page.getByRole('region', { name: 'Rows', exact: true });
    const tab = (name: string) => dock.getByRole('tab', { name, exact: true });
    await expect(tab('Rows')).toHaveAttribute('aria-selected', 'true');
    await tab('SQL').click();
    await go(page, 'Data');
    await go(page, 'Campaigns');
    await expect(tab('SQL')).toHaveAttribute('aria-selected', 'true');
    await expect(dock.getByRole('button', { name: 'Hide panel', exact: true })).toBeVisible();
    await dock.getByRole('button', { name: 'Hide panel', exact: true }).click();
    await go(page, 'Data');
    await go(page, 'Campaigns');
    await expect(dock.getByRole('button', { name: 'Show panel', exact: true })).toBeVisible();
    await expect(tab('SQL')).toHaveAttribute('aria-selected', 'true');
  });

  await test.step('the list is one click, and stays the list', async () => {
    await go(page, 'Campaigns');
    await expect(list).toBeVisible();
    await go(page, 'Data');
    await go(page, 'Campaigns');
    await expect(list).toBeVisible();
    await list.click();
    await expect(title).toBeVisible();
    await expect(main.getByRole('tree')).toHaveCount(0);
    await expect(buyers).not.toHaveClass(/\bselected\b/);
    await expect(page.getByRole('tab', { name: 'Rows', exact: true })).toHaveAttribute('aria-selected', 'true');
    await main.getByRole('button', { name: 'Campaigns', exact: true }).click();
    await go(page, 'Data');
    await go(page, 'Campaigns');
    await expect(list).toBeVisible();
  });

  await test.step('one that was removed meanwhile is not there', async () => {
    await list.click();
    await expect(title).toBeVisible();
    await go(page, 'Data');
    const other = await context.newPage();
    await other.goto(shell.url);
    await go(other, 'Campaigns');
    await other.getByRole('button', { name: 'Remove campaign' }).click();
    await other.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click();
    await expect(other.getByRole('heading', { name: 'No campaigns yet' })).toBeVisible();
    await other.close();
    await page.bringToFront();
    await go(page, 'Campaigns');
    await expect(main.getByRole('heading', { name: 'No campaigns yet' })).toBeVisible();
  });

  await test.step('nor in another workspace', async () => {
    await main.getByRole('button', { name: 'New campaign', exact: true }).first().click();
    await expect(page.getByText('Start by gathering people')).toBeVisible();
    await command(page, 'Close workspace');
    await createWorkspace(page);
    await go(page, 'Campaigns');
    await expect(main.getByRole('heading', { name: 'No campaigns yet' })).toBeVisible();
  });
});

test('a message in a workspace without a profile leads to the settings, and from there back to itself', async ({ page, shell }) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'muster-no-profile-'));
  const file = path.join(folder, 'people.csv');
  writeFileSync(file, ['person_id,mail', ...Array.from({ length: 20 }, (_, i) => `P${i},p${i}@example.com`)].join('\n'));
  try {
    await newWorkspace(page, shell.url);
    await importFile(page, file);
    await go(page, 'Campaigns');
    await page.getByRole('button', { name: 'New campaign' }).first().click();
    await page.getByRole('button', { name: 'Build audience' }).first().click();
    await addBehind(page, 'build-audience', 'Email');
    const says = 'The workspace does not say which entity is the profile.';
    const notice = form(page).getByRole('alert').filter({ hasText: says });
    await expect(notice).toBeVisible();
    await page.getByRole('tab', { name: /^Problems/ }).click();
    const listed = page.getByRole('region', { name: 'Rows' }).getByRole('alert').filter({ hasText: says });
    await expect(listed.getByRole('button', { name: 'Email', exact: true })).toBeVisible();
    await expect(listed.getByRole('button', { name: 'Open Settings', exact: true })).toBeVisible();
    await notice.getByRole('button', { name: 'Open Settings', exact: true }).click();
    await choose(page, page.getByRole('main'), 'Profile entity', 'people');
    await choose(page, page.getByRole('main'), 'Email attribute', 'mail');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByText('Settings saved.')).toBeVisible();
    await go(page, 'Campaigns');
    await expect(form(page).getByRole('heading', { name: 'Email', exact: true })).toBeVisible();
    await counted(page);
    await expect(notice).toHaveCount(0);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('what is refused in the corner of the window leads to where it is mended too', async ({ page, shell }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openSample(page, shell.url);
  await addAlone(page, 'Build audience');
  await form(page).getByRole('button', { name: 'Add', exact: true }).first().click();
  await page.getByRole('menuitem', { name: 'Message history', exact: true }).click();
  await go(page, 'Settings');
  await page.getByRole('switch', { name: 'An entity says what people were sent before', exact: true }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Settings saved.')).toBeVisible();
  await go(page, 'Campaigns');
  await form(page).getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Save as filter', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name of the filter', { exact: true }).fill('Was sent');
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  const refused = page.locator('.toast').filter({ hasText: 'history' });
  await expect(refused).toBeVisible();
  await refused.getByText('Open Settings', { exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Settings', exact: true })).toBeVisible();
  await expect(dialog).toHaveCount(0);
  await expect(refused).toBeVisible();
  await expect(refused.getByText('Open Settings', { exact: true })).toHaveCount(0);
});
