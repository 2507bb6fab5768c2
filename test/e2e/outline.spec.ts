import type { Page } from '@playwright/test';
import { pickFrom, tabTo } from './support/keyboard';
import { counted, expect, openSample, test } from './support/window';

test.beforeEach(async ({ page, shell }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openSample(page, shell.url);
  await tabTo(page, page.getByRole('button', { name: 'As an outline' }));
  await page.keyboard.press('Enter');
  await expect(treeOf(page)).toBeFocused();
});

const treeOf = (page: Page) => page.getByRole('tree', { name: 'Outline of Autumn return' });
const lines = (page: Page) => treeOf(page).getByRole('treeitem');
const selected = (page: Page) => treeOf(page).getByRole('treeitem', { selected: true });
const arrow = (page: Page, name: string | RegExp) => treeOf(page).getByRole('treeitem', { name });
const line = (page: Page, id: string) => treeOf(page).locator(`[id="outline-${id}"]`);
const undoButton = (page: Page) => page.getByRole('button', { name: /^Undo/ });

/** Goes to an activity by its name, and is in the tree still. */
async function find(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+f');
  await pickFrom(page, name);
  await expect(treeOf(page)).toBeFocused();
  await expect(selected(page)).toContainText(name);
}

test('a few activities are selected, copied, disabled, deleted and grouped', async ({ page }) => {
  const { keyboard } = page;
  await expect(treeOf(page)).toHaveAttribute('aria-multiselectable', 'true');
  const before = await lines(page).count();

  await test.step('those beside each other', async () => {
    await keyboard.press('Home');
    await keyboard.press('Shift+ArrowDown');
    await keyboard.press('Shift+ArrowDown');
    await expect(selected(page)).toHaveText([/^Bought this half-year/, /^Any of them/, /^Leave them in peace/]);
    await keyboard.press('Shift+ArrowUp');
    await expect(selected(page)).toHaveText([/^Bought this half-year/, /^Any of them/]);
  });
  await test.step('copied with the arrow between them', async () => {
    await keyboard.press('Control+d');
    await expect(undoButton(page)).toHaveAccessibleName('Undo: duplicate 2 activities');
    await expect(lines(page)).toHaveCount(before + 3);
    await expect(selected(page)).toHaveCount(2);
    await keyboard.press('Delete');
    await expect(undoButton(page)).toHaveAccessibleName('Undo: delete 2 activities');
    await expect(lines(page)).toHaveCount(before);
  });
  await test.step('those apart from each other', async () => {
    await keyboard.press('Home');
    for (let i = 0; i < 4; i++) await keyboard.press('Control+ArrowDown');
    await expect(selected(page)).toHaveText([/^Bought this half-year/]);
    await expect(treeOf(page)).toHaveAttribute('aria-activedescendant', 'outline-rested');
    await keyboard.press('Space');
    await expect(selected(page)).toHaveText([/^Bought this half-year/, /^Leave them in peace/]);
    await keyboard.press('d');
    await expect(line(page, 'buyers')).toContainText('Disabled');
    await expect(line(page, 'rested')).toContainText('Disabled');
    await keyboard.press('d');
    await expect(line(page, 'buyers')).not.toContainText('Disabled');
    await keyboard.press('Space');
    await expect(selected(page)).toHaveText([/^Bought this half-year/]);
    await keyboard.press('Space');
  });
  await test.step('grouped', async () => {
    await keyboard.press('g');
    await expect(undoButton(page)).toHaveAccessibleName('Undo: group');
    await expect(selected(page)).toHaveText([/^Group /]);
    await expect(line(page, 'rested')).toContainText('in Group');
  });
});

test('a pointer selects several by the same keys as on the canvas', async ({ page }) => {
  await line(page, 'facts').click();
  await line(page, 'one-per-home').click({ modifiers: ['Shift'] });
  await expect(selected(page)).toHaveText([/^Add what we know/, /^One per household/]);
  await line(page, 'buyers').click({ modifiers: ['ControlOrMeta'] });
  await expect(selected(page)).toHaveCount(3);
  await line(page, 'facts').click({ modifiers: ['ControlOrMeta'] });
  await expect(selected(page)).toHaveText([/^Bought this half-year/, /^One per household/]);
  await expect(treeOf(page)).toBeFocused();
});

test('an arrow is removed and its activity stays', async ({ page }) => {
  const { keyboard } = page;
  const before = await lines(page).count();
  await find(page, 'Contacted this week');
  await keyboard.press('ArrowRight');
  await expect(selected(page)).toHaveAccessibleName(/^to Leave them in peace ?: [\d,]+$/);
  await keyboard.press('Delete');
  await expect(undoButton(page)).toHaveAccessibleName('Undo: remove arrow');
  await expect(lines(page)).toHaveCount(before - 1);
  await expect(treeOf(page)).toHaveAttribute('aria-activedescendant', 'outline-contacted');
  await keyboard.press('Delete');
  await keyboard.press('Backspace');
  await expect(line(page, 'contacted')).toBeVisible();
  await expect(undoButton(page)).toHaveAccessibleName('Undo: remove arrow');
  await keyboard.press('Control+z');
  await expect(lines(page)).toHaveCount(before);
});

test('an activity is put between the ends of an arrow', async ({ page }) => {
  await find(page, 'Contacted this week');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('a');
  await expect(page.getByRole('dialog', { name: 'Insert between Contacted this week and Leave them in peace' })).toBeVisible();
  await pickFrom(page, 'sample');
  await expect(selected(page)).toHaveText([/^Sample/]);
  await counted(page);
  await expect(line(page, 'contacted/out>sample/0')).toBeVisible();
  // Its place among the inputs, which is the one that is taken out, is kept.
  await expect(line(page, 'sample/out>rested/1')).toHaveAccessibleName(/^to Leave them in peace ?: [\d,]+$/);
  await expect(treeOf(page)).toBeFocused();
});

test('an arrow is led to another activity', async ({ page }) => {
  await find(page, 'Contacted this week');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('r');
  await expect(page.getByRole('dialog', { name: 'Lead the arrow from Contacted this week to' })).toBeVisible();
  await expect(page.getByRole('option', { name: /^Leave them in peace/ })).toHaveCount(0);
  await pickFrom(page, 'Any of them');
  await expect(undoButton(page)).toHaveAccessibleName('Undo: lead arrow elsewhere');
  await expect(selected(page)).toHaveAccessibleName(/^to Any of them ?: /);
  await expect(treeOf(page)).toHaveAttribute('aria-activedescendant', 'outline-contacted/out>everyone/3');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Lead arrow elsewhere');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Lead the arrow from Contacted this week to' })).toBeVisible();
  await pickFrom(page, 'Leave them');
  await expect(selected(page)).toHaveAccessibleName(/^to Leave them in peace ?: /);
});

test('of several outputs the one to go on from is chosen', async ({ page }) => {
  const dialog = page.getByRole('dialog');
  await expect(arrow(page, /^Best by post, to Keep who gets post ?: [\d,]+$/)).toBeVisible();
  await find(page, 'Post or email');
  await page.keyboard.press('c');
  await expect(dialog.getByRole('combobox')).toHaveAccessibleName('Which rows of Post or email');
  await expect(dialog.getByRole('option')).toHaveText([
    /^Rest[\d,]+ · no arrow yet$/,
    /^Best by post[\d,]+ · to Keep/,
    /^Others by email[\d,]+ · to Autumn email$/,
  ]);
  await page.keyboard.type('others');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('combobox')).toHaveAccessibleName('Draw an arrow from Post or email · Others by email to');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);

  await test.step('an output that no arrow leaves has a line', async () => {
    await find(page, 'Post or email');
    const rest = line(page, 'routes/complement');
    await expect(rest).toHaveAccessibleName(/^Rest, no arrow yet ?: [\d,]+$/);
    await page.keyboard.press('ArrowRight');
    while ((await rest.getAttribute('aria-selected')) !== 'true') await page.keyboard.press('ArrowDown');
    await page.keyboard.press('a');
    await expect(dialog.getByRole('combobox')).toHaveAccessibleName('Add after Post or email · Rest');
    await pickFrom(page, 'sample');
    await expect(line(page, 'routes/complement>sample/0')).toHaveAccessibleName(/^Rest, to Sample ?: /);
  });
  await test.step('adding asks as well', async () => {
    await find(page, 'One per household');
    await page.keyboard.press('a');
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('combobox')).toHaveAccessibleName('Add after One per household · Rest');
  });
});
