import { counted, expect, openSample, test } from './support/window';

test('an edit says what it changed of each count, and the next look begins with what was seen', async ({ page, shell }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openSample(page, shell.url);
  const changes = page.locator('.count-change');
  await expect(changes).toHaveCount(0);
  await page.locator('.react-flow__node[data-id="buyers"]').click();
  await page.keyboard.press('Delete');
  await expect(page.getByTestId('counting')).toHaveAttribute('data-counting', 'true');
  await counted(page);
  await expect(changes.first()).toHaveText(/^−[\d,]+$/);
  await expect(page.locator('.arrow-count[title*="by the last edit"]').first()).toBeVisible();
  await expect(page.getByTestId('counting')).toContainText('Saved');
  await page.getByRole('button', { name: 'Campaigns' }).first().click();
  await page.getByRole('main').getByText('Autumn return', { exact: true }).click();
  await counted(page);
  await expect(changes).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(changes.first()).toHaveText(/^\+[\d,]+$/);
  await expect(page.locator('.arrow-count[title*="was last open"]').first()).toBeVisible();
});
