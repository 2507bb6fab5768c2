import type { Page } from '@playwright/test';
import { form } from './support/canvas';
import { counted, expect, openSample, test } from './support/window';

test.beforeEach(async ({ page, shell }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openSample(page, shell.url);
});

const node = (page: Page, id: string) => page.locator(`.react-flow__node[data-id="${id}"]`);
const words = (page: Page) => page.locator('.react-flow').getByRole('textbox');
const undoButton = (page: Page) => page.getByRole('button', { name: /^Undo/ });

test('notes are written, coloured, moved and resized on the canvas, and change no count', async ({ page }) => {
  const counts = await page.locator('.arrow-count').allTextContents();
  await page.getByRole('button', { name: 'Add activity', exact: true }).click();
  await page.getByRole('menuitem', { name: /^Note / }).click();
  await expect(words(page)).toBeFocused();
  await page.keyboard.type('Why only these people?');
  await page.keyboard.press('Escape');
  await expect(page.locator('.note')).toContainText('Empty note');
  await page.keyboard.press('F2');
  await expect(words(page)).toBeFocused();
  await page.keyboard.type('Why only these?\nAsk Sales.');
  await page.locator('.react-flow__pane').click({ position: { x: 5, y: 5 } });
  const note = page.locator('.note');
  await expect(note).toContainText('Ask Sales.');
  await note.click();
  await form(page).getByLabel('What it is for').click();
  await page.getByRole('option', { name: 'Question' }).click();
  await expect(note).toHaveAttribute('data-role', 'question');
  await expect(note).toContainText('Question');
  await form(page).getByLabel('Width').fill('296');
  await expect.poll(async () => page.locator('.react-flow__node-note').evaluate((element) => element.clientWidth)).toBe(296);
  const before = await note.boundingBox();
  await page.locator('.react-flow__node-note').focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(async () => (await note.boundingBox())?.x).toBeGreaterThan(before?.x ?? 0);
  await expect(undoButton(page)).toHaveAccessibleName('Undo: move 1 note');
  await page.keyboard.press('Delete');
  await expect(page.locator('.note')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(note).toContainText('Ask Sales.');
  await counted(page);
  expect(await page.locator('.arrow-count').allTextContents()).toEqual(counts);
});

test('a group frames what is selected, goes where it is dragged, collapses, and is found and read out', async ({ page }) => {
  await node(page, 'buyers').click();
  await node(page, 'lapsing').click({ modifiers: ['Shift'] });
  await page.keyboard.press('g');
  await expect(words(page)).toBeFocused();
  await page.keyboard.type('Gather');
  await page.keyboard.press('Enter');
  const group = page.locator('.react-flow__node-activity-group');
  await expect(group).toContainText('Gather');
  await expect(group).toContainText('3 activities');
  await expect(form(page).getByLabel('Title')).toHaveValue('Gather');
  await test.step('dragged by its title', async () => {
    const before = await node(page, 'buyers').boundingBox();
    const head = await group.locator('.group-contents').boundingBox();
    if (!head || !before) throw new Error('not on the canvas');
    await page.mouse.move(head.x + 5, head.y + 5);
    await page.mouse.down();
    await page.mouse.move(head.x + 5, head.y + 85, { steps: 4 });
    await page.mouse.up();
    await expect.poll(async () => Math.round(((await node(page, 'buyers').boundingBox())?.y ?? 0) - before.y)).toBeGreaterThan(40);
    await expect(undoButton(page)).toHaveAccessibleName('Undo: move 3 activities');
  });
  await test.step('collapsed by a letter', async () => {
    const arrows = await page.locator('.react-flow__edge').count();
    await page.keyboard.press('f');
    await expect(node(page, 'buyers')).toHaveCount(0);
    await expect(group.locator('.react-flow__handle.source').first()).toBeAttached();
    expect(await page.locator('.react-flow__edge').count()).toBeLessThanOrEqual(arrows);
    await expect(page.locator('.react-flow__edge').first()).toBeAttached();
  });
  await test.step('found by its title', async () => {
    await page.locator('.react-flow__pane').click({ position: { x: 5, y: 5 } });
    await page.keyboard.press('Control+f');
    await page.keyboard.type('gather');
    await page.keyboard.press('Enter');
    await expect(form(page).getByRole('heading', { name: 'Group', exact: true })).toBeVisible();
  });
  await test.step('read out in the outline', async () => {
    await page.getByRole('button', { name: 'As an outline' }).click();
    const tree = page.getByRole('tree', { name: /^Outline of/ });
    await expect(tree.getByRole('treeitem', { name: /^Group Gather, 3 activities/ })).toHaveAttribute('aria-selected', 'true');
    await expect(tree.locator('#outline-buyers')).toContainText('in Gather');
    await page.getByRole('button', { name: 'As an outline' }).click();
  });
  await test.step('ungrouped', async () => {
    await page.locator('.editor-canvas').press('u');
    await expect(group).toHaveCount(0);
    await expect(node(page, 'buyers')).toBeVisible();
  });
});

test('a group with its notes is cut and pasted', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await node(page, 'buyers').click();
  await page.keyboard.press('n');
  await expect(words(page)).toBeFocused();
  await page.keyboard.type('Look here');
  await page.locator('.react-flow__pane').click({ position: { x: 5, y: 5 } });
  await page.locator('.note').click();
  await node(page, 'buyers').click({ modifiers: ['Shift'] });
  await page.getByRole('toolbar').getByRole('button', { name: 'Group' }).click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+x');
  await expect(page.locator('.note')).toHaveCount(0);
  await expect(node(page, 'buyers')).toHaveCount(0);
  await expect(undoButton(page)).toHaveAccessibleName('Undo: cut 1 activity, 1 note');
  await page.keyboard.press('Control+v');
  await expect(page.locator('.note')).toContainText('Look here');
  await expect(page.locator('.react-flow__node-activity-group')).toContainText('1 activity, 1 note');
});
