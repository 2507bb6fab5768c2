import { mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { newWorkspace } from './support/own-workspace';
import { copyFullSample } from './support/sample-workspace';
import { campaignViews, emptyViews, leave, placeViews, type View } from './support/views';
import { expect, test } from './support/window';

const asked = Number(process.env.MUSTER_PICTURES);
const sampleViews = [...placeViews, ...campaignViews];
const folder = path.resolve(import.meta.dirname, '../../out/pictures');

const sizes = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
];

test.beforeEach(({ page }) => page.emulateMedia({ reducedMotion: 'reduce' }));

const open = (page: Page, url: string, workspace: string) => page.goto(`${url}&open=${encodeURIComponent(workspace)}`);

async function take(page: Page, views: readonly View[], into: string): Promise<void> {
  mkdirSync(path.join(folder, into), { recursive: true });
  for (const [i, { name, show }] of views.entries()) {
    await show(page);
    await page.mouse.move(0, 0);
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    await page.screenshot({ path: path.join(folder, into, `${String(i + 1).padStart(2, '0')}-${name}.png`) });
    await leave(page);
  }
}

for (const size of sizes) {
  for (const colorScheme of ['light', 'dark'] as const) {
    const named = `${size.width} ${colorScheme}`;
    test.describe(named, () => {
      test.use({ viewport: size, colorScheme });
      test(`${named}: an empty workspace`, async ({ page, shell }) => {
        await newWorkspace(page, shell.url);
        await take(page, emptyViews, `empty-${size.width}-${colorScheme}`);
      });
      test(`${named}: the sample`, async ({ page, shell }) => {
        test.setTimeout(0);
        const customers = Number.isNaN(asked) ? undefined : asked;
        await open(page, shell.url, copyFullSample(shell.home, customers));
        await take(page, sampleViews, `${customers ?? 'sample'}-${size.width}-${colorScheme}`);
      });
    });
  }
}

test.describe('README', () => {
  test.use({ viewport: { width: 1280, height: 800 }, colorScheme: 'light' });
  test('README: the campaign', async ({ page, shell }) => {
    await open(page, shell.url, copyFullSample(shell.home));
    await campaignViews.find(({ name }) => name === 'campaign-rows')?.show(page);
    await page.mouse.move(0, 0);
    const file = path.join(import.meta.dirname, 'pictures', 'campaign.png');
    await page.screenshot({ path: file });
    expect(statSync(file).size).toBeLessThan(250_000);
  });
});
