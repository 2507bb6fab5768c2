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
  // What is offered here without keys has no part of its own.
  await expect(sheet.getByRole('heading', { level: 3 })).toHaveText(['Canvas', 'Everywhere']);
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

test('the steps of the main job are in the palette where they can be done', async ({ page, shell }) => {
  await openSample(page, shell.url);
  const take = async (words: string) => {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Go to anything' }).fill(words);
    // What the place that was just opened can do is offered as soon as it is drawn.
    await expect(page.getByRole('option', { selected: true })).toBeVisible();
    await page.keyboard.press('Enter');
  };
  await take('rehearse');
  await expect(page.getByRole('dialog', { name: 'Rehearsal of Autumn return' })).toBeVisible();
  await page.keyboard.press('Escape');
  await take('delivery');
  await take('add endpoint');
  await expect(page.getByRole('dialog').getByLabel('Name', { exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await take('contacted in the last');
  await take('who is in');
  await expect(page.getByRole('dialog', { name: /^Who is in/ })).toBeVisible();
  await page.keyboard.press('Escape');
  // The campaign one was in, then the list.
  await take('campaigns');
  await expect(page.locator('.place-head h1')).toHaveText('Autumn return');
  await take('campaigns');
  await take('new campaign');
  await expect(page.locator('.place-head h1')).toHaveText('Untitled campaign');
});

test('what the Data place can do is in the palette, of all data and of one entity', async ({ page, shell }) => {
  await openSample(page, shell.url);
  const field = page.getByRole('combobox', { name: 'Go to anything' });
  const take = async (words: string) => {
    await page.keyboard.press('Control+k');
    await field.fill(words);
    await expect(page.getByRole('option', { selected: true })).toBeVisible();
    await page.keyboard.press('Enter');
  };
  await page.getByRole('navigation').getByRole('button', { name: 'Data', exact: true }).click();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('option', { name: /^Import files/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await take('refresh all');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'customers', exact: true }).click();
  await take('remove entity');
  await expect(page.getByRole('dialog')).toContainText('customers');
});

test('in a low window the palette ends above its lower edge', async ({ page, shell }) => {
  await page.setViewportSize({ width: 640, height: 400 });
  await openSample(page, shell.url);
  await page.keyboard.press('Control+k');
  const list = page.getByRole('dialog').getByRole('listbox');
  const box = await list.boundingBox();
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(390);
  await list.evaluate((shown) => shown.scrollTo(0, shown.scrollHeight));
  await expect(list.getByRole('option').last()).toBeInViewport({ ratio: 1 });
});
