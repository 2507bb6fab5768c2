import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { startEndpoint } from '../../electron/endpoint/start-endpoint';
import { testSecret } from '../support/delivery-secret';
import { expect, openSample, test, trySample } from './support/window';

const whole = (text: string | null) => Number((text ?? '').replace(/[^\d]/g, ''));

async function arrow(page: Page, name: string): Promise<number> {
  const label = page.getByTestId(`arrow-${name}`);
  await expect(label).toHaveText(/^[\d,]+$/);
  return whole(await label.textContent());
}

test('from the sample to a delivered campaign', async ({ page, shell }) => {
  await trySample(page, shell.url);

  const buyers = await arrow(page, 'buyers-out');
  const everyone = await arrow(page, 'everyone-out');
  expect(buyers).toBeGreaterThan(0);

  await test.step('an edited rule recounts what comes after it, and undo brings every count back', async () => {
    await page.locator('.react-flow__node[data-id=buyers]').click();
    await page.getByRole('complementary').getByLabel('Value', { exact: true }).first().fill('200');
    await expect(page.getByTestId('arrow-buyers-out')).not.toHaveText(buyers.toLocaleString('en-GB'));
    const fewer = await arrow(page, 'buyers-out');
    expect(fewer).toBeLessThan(buyers);
    expect(await arrow(page, 'everyone-out')).toBeLessThan(everyone);
    await page.keyboard.press('Control+z');
    await expect(page.getByTestId('arrow-buyers-out')).toHaveText(buyers.toLocaleString('en-GB'));
    await expect(page.getByTestId('arrow-everyone-out')).toHaveText(everyone.toLocaleString('en-GB'));
    await page.keyboard.press('Control+Shift+z');
    await expect(page.getByTestId('arrow-buyers-out')).toHaveText(fewer.toLocaleString('en-GB'));
    await page.keyboard.press('Control+z');
    await expect(page.getByTestId('arrow-buyers-out')).toHaveText(buyers.toLocaleString('en-GB'));
  });

  await test.step('the rows on an arrow are as many as it says', async () => {
    await page.getByTestId('arrow-buyers-out').click();
    await expect(page.getByText(`${buyers.toLocaleString('en-GB')} rows`)).toBeVisible();
  });

  await test.step('the rehearsal adds up', async () => {
    await page.getByRole('button', { name: 'Rehearse' }).click();
    const waterfalls = page.getByTestId('rehearsal').getByRole('list', { name: 'Exclusions' });
    await expect(waterfalls.first()).toBeVisible({ timeout: 60_000 });
    for (const waterfall of await waterfalls.all()) {
      const [input = 0, ...rest] = (await waterfall.getByRole('listitem').locator('.number').allTextContents()).map(whole);
      expect(rest.reduce((sum, rows) => sum + rows, 0)).toBe(input);
    }
  });

  await test.step('a confirmed run freezes its deliveries', async () => {
    await page.getByRole('button', { name: 'Confirm and run' }).click();
    await page.getByRole('button', { name: 'Freeze and run' }).click();
    await expect(page.getByRole('heading', { name: 'The campaign has run' })).toBeVisible({ timeout: 60_000 });
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
  });

  await test.step('that it has run is told in the list, and before it runs again', async () => {
    await page.getByRole('button', { name: 'Rehearse' }).click();
    await page.getByRole('button', { name: 'Confirm and run' }).click({ timeout: 60_000 });
    await expect(page.getByRole('dialog').getByText(/^This campaign has run once already/)).toBeVisible();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Campaigns' }).first().click();
    await expect(page.locator('.campaign-card')).toContainText(/Ran \d/);
    await page.locator('.campaign-open').click();
  });

  await test.step('mail is exported with checksums', async () => {
    await page.getByRole('button', { name: 'Export mail' }).click();
    const exported = page.getByTestId('export');
    await expect(exported).toBeVisible({ timeout: 60_000 });
    await expect(exported.getByRole('cell').last()).toHaveText(/^[0-9a-f]{64}$/);
    await expect(exported).toContainText('Of these rows, 1 is a seed.');
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
  });

  await test.step('everything is delivered to an endpoint, each recipient once', async () => {
    const dir = mkdtempSync(path.join(tmpdir(), 'muster-endpoint-'));
    const endpoint = await startEndpoint({ dir, port: 0, secret: testSecret });
    try {
      await page.getByRole('navigation').getByRole('button', { name: 'Delivery' }).click();
      await expect(page.getByText('Add an endpoint first, below.')).toBeVisible();
      await page.getByRole('button', { name: 'Add endpoint' }).click();
      await page.getByLabel('Name').fill('Reference');
      await page.getByLabel('Address', { exact: true }).fill(endpoint.url);
      await page.getByLabel('Signing secret').fill(testSecret);
      await page.getByLabel('Allow addresses of this machine and of private networks').click();
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await expect(page.getByRole('table', { name: 'Endpoints' })).toContainText(endpoint.url);
      const outbox = page.getByRole('table', { name: 'Outbox' });
      await expect(outbox.locator('.field-hint').filter({ hasText: /^frozen .+ \d+:\d\d:\d\d$/ })).not.toHaveCount(0);
      const recipients = (await outbox.locator('tbody td.number').allTextContents()).map(whole);
      await page.getByRole('button', { name: 'Sync all' }).click();
      await expect(outbox.getByText('Delivered', { exact: true })).toHaveCount(recipients.length, { timeout: 60_000 });
      const effects = (await endpoint.ledger()).filter((effect) => !effect.seed);
      expect(new Set(effects.map((effect) => `${effect.delivery}/${effect.recipient_id}`)).size).toBe(effects.length);
      const messages = [...new Set(effects.map((effect) => effect.message))];
      const sent = messages.map((message) => effects.filter((effect) => effect.message === message).length);
      expect(sent.sort()).toEqual(recipients.sort());
    } finally {
      await endpoint.close();
      rmSync(dir, { recursive: true, force: true });
    }
  });
});

test('a campaign of direct mail only ends with where its mail is, and nothing waits', async ({ page, shell }) => {
  await openSample(page, shell.url);
  // It lies out of sight: a browser would scroll to it, which the canvas takes back.
  await page.getByRole('button', { name: 'Fit to window' }).click();
  await page.locator('.react-flow__node[data-id=newsletter]').click();
  await page.keyboard.press('d');
  await expect(page.getByRole('button', { name: /^Undo: disable/ })).toBeVisible();
  await page.getByRole('button', { name: 'Rehearse' }).click();
  await page.getByRole('button', { name: 'Confirm and run' }).click({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Freeze and run' }).click();
  const dialog = page.getByRole('dialog', { name: 'The campaign has run' });
  await expect(dialog).toBeVisible({ timeout: 60_000 });
  await expect(dialog.getByText('1 mail package is written; Delivery says where.', { exact: true })).toBeVisible();
  await dialog.getByRole('button', { name: 'Go to Delivery' }).click();
  await expect(page.getByText('Nothing to sync')).toBeVisible();
  const mail = page.getByRole('table', { name: 'Mail for the printer' }).locator('tbody tr');
  await expect(mail).toHaveCount(1);
  await expect(mail).toContainText('exports/autumn-return-postcard-');
  expect(whole(await mail.locator('.number').textContent())).toBeGreaterThan(0);
});
