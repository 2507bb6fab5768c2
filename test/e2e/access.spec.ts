import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { lost } from './support/lost';
import { copyFullSample } from './support/sample-workspace';
import { campaignViews, leave, placeViews, type View } from './support/views';
import { expect, test } from './support/window';

/** What is seriously wrong for who does not see, hear or point as most do. */
async function grave(page: Page, rules?: string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  // A menu keeps the focus to itself by script, which axe does not see.
  if (await page.getByRole('menu').count()) axe.disableRules('aria-hidden-focus');
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze();
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
  test.slow();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(`${shell.url}&open=${encodeURIComponent(copyFullSample(shell.home))}`);
});

for (const [part, views] of [
  ['the places', placeViews],
  ['a campaign', campaignViews],
] as const) {
  test(`${part} can be used by everyone`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'light' });
    await everywhere(page, views, (here) => grave(here));
  });

  test(`${part} can be read in the dark`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await everywhere(page, views, (here) => grave(here, ['color-contrast']));
  });

  test(`nothing of ${part} is out of reach in a small window, as a usual one is at 200 % zoom`, async ({ page }) => {
    await page.setViewportSize({ width: 640, height: 400 });
    await everywhere(page, views, lost);
  });
}
