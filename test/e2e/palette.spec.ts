import { expect, openSample, test } from './support/window';

test('the palette finds documents of every kind and does what the view offers, what was taken last first', async ({ page, shell }) => {
  await openSample(page, shell.url);
  const field = page.getByRole('combobox', { name: 'Go to anything' });
  const option = (name: RegExp) => page.getByRole('option', { name });
  await page.keyboard.press('Control+k');
  await field.fill('contacted audience');
  await expect(option(/^Contacted in the last 7 days/)).toBeVisible();
  await field.fill('orders entity');
  await expect(option(/^orders/)).toBeVisible();
  await field.fill('tidy');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Undo: tidy layout' })).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('option').first()).toHaveText(/^Tidy layout/);
  await field.fill('find an activity');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: 'Find an activity, a note or a group' })).toBeFocused();
});

test('the keys of the view on the screen are told on a sheet', async ({ page, shell }) => {
  await openSample(page, shell.url);
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(sheet.getByRole('heading', { name: 'Canvas' })).toBeVisible();
  await expect(sheet.getByText('Draw an arrow to another activity')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.locator('.react-flow__node').first().click();
  await page.keyboard.press('?');
  await expect(sheet.getByText('Draw an arrow to another activity')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('navigation').getByRole('button', { name: 'SQL', exact: true }).click();
  await page.getByRole('button', { name: 'Begin with an example' }).click();
  await page.getByRole('heading', { name: 'SQL', exact: true }).click();
  await page.keyboard.press('?');
  await expect(sheet.getByText('Ctrl+Enter', { exact: true })).toBeVisible();
  await expect(sheet.getByRole('heading', { name: 'Canvas' })).toHaveCount(0);
});
