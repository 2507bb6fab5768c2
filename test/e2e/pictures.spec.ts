import { mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { copyForms, formViews, openCampaign } from './pictures/form-views';
import { hugeViews } from './pictures/huge-views';
import { copyHuge } from './pictures/huge-workspace';
import { loadingViews } from './support/loading-views';
import { newWorkspace } from './support/own-workspace';
import { copyFullSample } from './support/sample-workspace';
import { campaignViews, emptyViews, leave, placeViews, type View } from './support/views';
import { expect, test } from './support/window';

const asked = Number(process.env.MUSTER_PICTURES);
const sampleViews = [...placeViews, ...campaignViews, ...loadingViews];
const folder = path.resolve(import.meta.dirname, '../../out/pictures');

const sizes = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
];
const small = { width: 640, height: 400 };

test.beforeEach(({ page }) => {
  test.setTimeout(0);
  return page.emulateMedia({ reducedMotion: 'reduce' });
});

const open = (page: Page, url: string, workspace: string) => page.goto(`${url}&open=${encodeURIComponent(workspace)}`);

async function take(page: Page, views: readonly View[], into: string, around = (shot: () => Promise<unknown>) => shot()): Promise<void> {
  mkdirSync(path.join(folder, into), { recursive: true });
  for (const [i, { name, show }] of views.entries()) {
    await show(page);
    await around(async () => {
      await still(page);
      await page.screenshot({ path: path.join(folder, into, `${String(i + 1).padStart(2, '0')}-${name}.png`) });
    });
    await leave(page);
  }
}

/** The pointer is away and what was changed last is drawn. */
async function still(page: Page): Promise<void> {
  await page.mouse.move(0, 0);
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
}

/** Every form from its top to its end: the pane alone, or the whole of a window that is too small for it. */
async function takeForms(page: Page, into: string, whole: boolean): Promise<void> {
  for (const { campaign, views } of formViews) {
    await openCampaign(page, campaign);
    for (const { name, show } of views) {
      await show(page);
      const scrolled = page.locator(whole ? '.editor' : '.inspector-body');
      if (whole) await page.locator('.inspector').evaluate((form) => form.scrollIntoView());
      for (let part = 1, more = true; more; part++) {
        await still(page);
        const shot = { path: path.join(folder, into, `${name}-${part}.png`) };
        await (whole ? page.screenshot(shot) : page.locator('.inspector').screenshot(shot));
        more = await scrolled.evaluate((pane) => {
          const before = pane.scrollTop;
          pane.scrollTop += pane.clientHeight - 40;
          return pane.scrollTop > before;
        });
      }
    }
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
        const customers = Number.isNaN(asked) ? undefined : asked;
        await open(page, shell.url, copyFullSample(shell.home, customers));
        await take(page, sampleViews, `${customers ?? 'sample'}-${size.width}-${colorScheme}`);
      });
      test(`${named}: a huge workspace`, async ({ page, shell }) => {
        await open(page, shell.url, copyHuge(shell.home));
        await take(page, hugeViews, `huge-${size.width}-${colorScheme}`);
      });
    });
  }
}

/** The ways to the views are in English: another window changes the language of this one for a picture. */
async function speaker(page: Page, url: string): Promise<(shot: () => Promise<unknown>) => Promise<void>> {
  const other = await page.context().newPage();
  await other.goto(url);
  await other.getByRole('button', { name: 'Settings', exact: true }).click();
  const speak = async (language: string, lang: string) => {
    await other.getByRole('radio', { name: language, exact: true }).click();
    await page.locator(`html[lang=${lang}]`).waitFor();
    await expect(page.locator('.dialog .progress, .place-body .progress, [aria-busy=true], .spin')).toHaveCount(0);
  };
  return async (shot) => {
    await speak('Español', 'es');
    await shot();
    await speak('English', 'en');
  };
}

test.describe('Spanish', () => {
  test.use({ viewport: sizes[0], colorScheme: 'light' });
  test('1280 light: the sample in es', async ({ page, shell }) => {
    await open(page, shell.url, copyFullSample(shell.home));
    await take(page, sampleViews, 'sample-1280-light-es', await speaker(page, shell.url));
  });
});

for (const [viewport, colorScheme, locale] of [
  [sizes[0], 'light', 'en'],
  [sizes[0], 'dark', 'en'],
  [sizes[0], 'light', 'es'],
  [small, 'light', 'en'],
  [small, 'light', 'es'],
] as const) {
  const named = `${viewport?.width} ${colorScheme}: forms in ${locale}`;
  test.describe(named, () => {
    test.use({ viewport, colorScheme, locale });
    test(named, async ({ page, shell }) => {
      await open(page, shell.url, copyForms(shell.home));
      await takeForms(page, `forms-${viewport?.width}-${colorScheme}-${locale}`, viewport === small);
    });
  });
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
