import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { loadingViews } from './support/loading-views';
import { lost } from './support/lost';
import { copyFullSample } from './support/sample-workspace';
import { campaignViews, leave, placeViews, type View } from './support/views';
import { expect, test } from './support/window';

/** What is seriously wrong for who does not see, hear or point as most do. */
async function grave(page: Page): Promise<string[]> {
  // The content of an email is not ours, and its frame runs no scripts, also none that look at it.
  const axe = new AxeBuilder({ page }).exclude('.email-frame');
  // A menu keeps the focus to itself by script, which axe does not see.
  if (await page.getByRole('menu').count()) axe.disableRules('aria-hidden-focus');
  const { violations } = await axe.analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`);
}

/** Goes through views and asks the same of each: nothing may be found. */
async function everywhere(page: Page, views: readonly View[], ask: (page: Page) => Promise<string[]>): Promise<void> {
  for (const { name, show } of views) {
    await test.step(name, async () => {
      await show(page);
      expect.soft(await ask(page), name).toEqual([]);
      await leave(page);
    });
  }
}

test.use({ actionTimeout: 30_000 });

test.beforeEach(async ({ page, shell }) => {
  // Every view is looked at twice; a bound on what hangs, on a machine that others use too.
  test.setTimeout(900_000);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(`${shell.url}&open=${encodeURIComponent(copyFullSample(shell.home))}`);
});

for (const [part, views] of [
  ['the places', placeViews],
  ['what is loaded', loadingViews],
  ['a campaign', campaignViews],
] as const) {
  test(`${part} can be used by everyone, in the light and in the dark`, async ({ page }) => {
    await everywhere(page, views, async (here) => {
      const found: string[] = [];
      for (const colorScheme of ['light', 'dark'] as const) {
        await here.emulateMedia({ colorScheme });
        await expect(here.locator('html')).toHaveAttribute('data-theme', colorScheme);
        if (await here.evaluate(() => document.getAnimations().length))
          found.push(`${colorScheme}: something moves for who asked for less motion`);
        found.push(...(await grave(here)).map((fault) => `${colorScheme}: ${fault}`));
      }
      return found;
    });
  });

  test(`nothing of ${part} is out of reach in a small window, as a usual one is at 200 % zoom`, async ({ page }) => {
    await page.setViewportSize({ width: 640, height: 400 });
    await everywhere(page, views, lost);
  });
}
