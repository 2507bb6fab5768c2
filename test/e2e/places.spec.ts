import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { go } from './support/views';
import { counted, expect, openSample, test } from './support/window';

test('a file becomes an entity, and its bad rows are shown', async ({ page, shell }) => {
  await openSample(page, shell.url);
  const folder = mkdtempSync(path.join(tmpdir(), 'muster-import-'));
  const file = path.join(folder, 'members.csv');
  const lines = Array.from({ length: 60 }, (_, i) => `${i + 1};Ana ${i};${i === 7 ? 'soon' : `2026-01-${10 + (i % 20)}`}`);
  writeFileSync(file, ['id;name;joined', ...lines].join('\n'));
  try {
    await go(page, 'Data');
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Import files' }).click();
    await (await chooser).setFiles(file);
    const dialog = page.getByRole('dialog', { name: 'Import members.csv' });
    await expect(dialog.getByLabel('Delimiter')).toHaveText(';');
    await dialog.getByLabel('Type joined').click();
    await page.getByRole('option', { name: 'Date', exact: true }).click();
    await dialog.getByRole('button', { name: 'Import', exact: true }).click();
    const summary = dialog.getByTestId('import-summary');
    await expect(summary).toContainText('members is imported, but for 1 row');
    await expect(summary.getByRole('definition')).toHaveText(['60', '59', '0', '0', '0', '1']);
    const rejected = summary.getByRole('table', { name: 'Rejected rows' });
    await expect(rejected).toContainText('soon');
    await expect(rejected).toContainText('not a date');
    await expect(rejected.getByRole('columnheader', { name: 'Reason' })).toBeVisible();
    // As high as its one row, below the head and above the foot.
    expect((await summary.locator('.rejects').boundingBox())?.height).toBeLessThan(110);
    expect(await rejected.evaluate((grid) => grid.scrollHeight - grid.clientHeight)).toBe(0);
    await dialog.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('button', { name: 'members', exact: true }).click();
    await expect(page.getByText('59 rows')).toBeVisible();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('a query runs from the keyboard, and its error is said', async ({ page, shell }) => {
  await openSample(page, shell.url);
  await go(page, 'SQL');
  await page.locator('.monaco-editor').waitFor();
  await page.keyboard.insertText('SELECT customer_id FROM customers');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('20,000 rows')).toBeVisible();
  await page.getByRole('table', { name: 'Results' }).evaluate((grid) => grid.scrollTo(0, grid.scrollHeight));
  await expect(page.getByRole('cell', { name: 'C0020000' })).toBeVisible();
  await page.locator('.monaco-editor').click();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText('SELECT nothing FROM customers');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('region', { name: 'Results' }).getByRole('alert')).toContainText('nothing');
  await expect(page.locator('.squiggly-error')).toBeVisible();
});

test('an activity is added, removed and brought back without touching the canvas', async ({ page, shell }) => {
  await openSample(page, shell.url);
  const nodes = page.locator('.react-flow__node');
  const before = await nodes.count();
  await page.getByRole('button', { name: 'Add activity', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Build audience' }).click();
  await expect(nodes).toHaveCount(before + 1);
  await expect(page.getByTestId('count-build-audience-out')).toHaveText('20,000');
  await page.getByRole('complementary').getByRole('button', { name: 'Delete' }).click();
  await expect(nodes).toHaveCount(before);
  await page.keyboard.press('Control+z');
  await expect(page.getByTestId('count-build-audience-out')).toHaveText('20,000');
});

test('an activity is moved by keys and by dragging, and undo puts it back', async ({ page, shell }) => {
  await openSample(page, shell.url);
  const node = page.locator('.react-flow__node[data-id=buyers]');
  const place = () => node.evaluate((element) => `${element.style.left} ${element.style.top}`);
  const before = await place();
  await node.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await expect.poll(place).not.toBe(before);
  await page.getByRole('button', { name: 'Undo: move' }).click();
  await expect.poll(place).toBe(before);
  await node.hover({ position: { x: 60, y: 12 } });
  await page.mouse.down();
  await page.mouse.move(400, 140, { steps: 5 });
  await page.mouse.up();
  await expect.poll(place).not.toBe(before);
  await page.getByRole('button', { name: 'Undo: move' }).click();
  await expect.poll(place).toBe(before);
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeDisabled();
});

test('the window speaks Spanish', async ({ page, shell }) => {
  await page.goto(shell.url);
  await go(page, 'Settings');
  await page.getByRole('radio', { name: 'Español' }).click();
  await expect(page.getByRole('heading', { name: 'Ajustes' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
});

test('the name of a job under way makes a small window no wider', async ({ page, shell }) => {
  await page.setViewportSize({ width: 640, height: 400 });
  await openSample(page, shell.url);
  await counted(page);
  const widest = page.evaluate(async () => {
    const isThere = () => document.querySelector('.status-job')?.textContent?.includes('Matching identities');
    const frame = () => new Promise(requestAnimationFrame);
    while (!isThere()) await frame();
    let found = 0;
    for (; isThere(); await frame()) found = Math.max(found, document.documentElement.scrollWidth);
    return found;
  });
  await go(page, 'Settings');
  expect(await widest).toBe(640);
});

test('a file that is no table says what it is and offers no way to read it that leads nowhere', async ({ page, shell }) => {
  await openSample(page, shell.url);
  await go(page, 'Data');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Import files' }).click();
  const buffer = Buffer.from('<html><body><table><tr><td>id</td></tr></table></body></html>');
  await (await chooser).setFiles({ name: 'report.xls', mimeType: 'application/octet-stream', buffer });
  const dialog = page.getByRole('dialog', { name: 'Import report.xls' });
  await expect(dialog.getByRole('alert')).toContainText('report.xls is HTML, which cannot be imported.');
  await expect(dialog.getByRole('heading', { name: 'Read it otherwise' })).toHaveCount(0);
});

test('new campaigns are told apart by their names', async ({ page, shell }) => {
  await openSample(page, shell.url);
  for (const name of ['Untitled campaign', 'Untitled campaign 2']) {
    await go(page, 'Campaigns');
    await page.getByRole('button', { name: 'New campaign' }).click();
    await expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible();
  }
});
