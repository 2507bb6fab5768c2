import { statSync } from 'node:fs';
import path from 'node:path';
import { expect, openSample, test } from './support/window';

const picture = path.join(import.meta.dirname, 'pictures', 'campaign.png');

test.use({ viewport: { width: 1280, height: 800 }, colorScheme: 'light' });

/** The picture the README shows, taken anew with MUSTER_PICTURES=1. */
test('the picture of the README', async ({ page, shell }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openSample(page, shell.url);
  await page.locator('.react-flow__node[data-id=buyers]').click();
  await expect(page.getByRole('table', { name: 'Rows' })).toBeVisible();
  await page.mouse.move(0, 0);
  await page.screenshot({ path: picture });
  expect(statSync(picture).size).toBeLessThan(250_000);
});
