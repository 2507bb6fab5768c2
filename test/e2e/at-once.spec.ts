import type { Page } from '@playwright/test';
import { form } from './support/canvas';
import { expect, openSample, test } from './support/window';

test.beforeEach(async ({ page, shell }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openSample(page, shell.url);
});

const node = (page: Page, id: string) => page.locator(`.react-flow__node[data-id="${id}"]`);
const nodes = (page: Page) => page.locator('.react-flow__node-activity');
const undoButton = (page: Page) => page.getByRole('button', { name: /^Undo/ });
const left = async (page: Page, id: string) => Math.round((await node(page, id).boundingBox())?.x ?? 0);

/** Presses keys, and clicks what a selector finds, before anything is drawn that has to wait its turn. */
async function atOnce(page: Page, ...what: string[]): Promise<void> {
  await page.evaluate(async (what) => {
    const drawnAtOnce = async () => {
      for (let i = 0; i < 20; i++) await Promise.resolve();
    };
    for (const one of what) {
      if (one.startsWith('.')) document.querySelector<HTMLElement>(one)?.click();
      else {
        const key = one.replace('Control+', '');
        const event = {
          key,
          code: key.length === 1 ? `Key${key.toUpperCase()}` : key,
          ctrlKey: key !== one,
          bubbles: true,
          cancelable: true,
        };
        const at = document.activeElement ?? document.body;
        at.dispatchEvent(new KeyboardEvent('keydown', event));
        at.dispatchEvent(new KeyboardEvent('keyup', event));
      }
      await drawnAtOnce();
    }
  }, what);
}

test('keys and clicks meet what is selected, also before it is drawn', async ({ page }) => {
  const before = await nodes(page).count();
  await node(page, 'buyers').click();
  await test.step('what was just duplicated is deleted, not what it was made of', async () => {
    await atOnce(page, 'Control+d', 'Delete');
    await expect(undoButton(page)).toHaveAccessibleName(/^Undo: delete/);
    await expect(nodes(page)).toHaveCount(before);
    await expect(node(page, 'buyers')).toBeVisible();
  });
  await test.step('what was just duplicated is moved, not what it was made of', async () => {
    await node(page, 'buyers').click();
    const at = await left(page, 'buyers');
    await atOnce(page, 'Control+d', 'ArrowRight', 'ArrowRight');
    await expect(nodes(page)).toHaveCount(before + 1);
    await expect(undoButton(page)).toHaveAccessibleName(/^Undo: move/);
    expect(await left(page, 'buyers')).toBe(at);
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await expect(nodes(page)).toHaveCount(before);
  });
  await test.step('back and forth leads back', async () => {
    await node(page, 'buyers').click();
    const at = await left(page, 'buyers');
    await atOnce(page, 'ArrowRight', 'ArrowLeft');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => left(page, 'buyers')).toBe(at);
    await page.keyboard.press('Control+z');
  });
  await test.step('a click selects that alone', async () => {
    await atOnce(page, 'Control+a', '.react-flow__node[data-id="lapsing"]');
    await expect(page.getByRole('toolbar')).toHaveCount(0);
    await expect(form(page)).toHaveAccessibleName(/./);
    await page.keyboard.press('Control+a');
    await expect(page.getByRole('toolbar')).toBeVisible();
    await node(page, 'lapsing').click();
    await expect(page.getByRole('toolbar')).toHaveCount(0);
  });
  await test.step('an arrow that is selected is deleted alone', async () => {
    const arrows = await page.locator('.react-flow__edge').count();
    await atOnce(page, '.arrow-count', 'Delete');
    await expect(page.locator('.react-flow__edge')).toHaveCount(arrows - 1);
    await expect(nodes(page)).toHaveCount(before);
  });
});

test('what is typed stays, whatever is clicked before it is drawn', async ({ page }) => {
  await node(page, 'buyers').click();
  const label = form(page).getByLabel('Label', { exact: true });
  await label.fill('Bought');
  await page.evaluate(async () => {
    const field = document.querySelector<HTMLInputElement>('.inspector-body .field input');
    if (!field) throw new Error('no field');
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, 'Bought lately');
    field.dispatchEvent(new Event('input', { bubbles: true }));
    for (let i = 0; i < 20; i++) await Promise.resolve();
    document.querySelector<HTMLElement>('.react-flow__node[data-id="buyers"] .node-rest')?.click();
  });
  await expect(undoButton(page)).not.toHaveAccessibleName(/change/);
  await expect(node(page, 'buyers')).toContainText('Bought lately');
});

test('letters of a new note or group are its words before their field is drawn, and commands once they are given up', async ({ page }) => {
  await atOnce(page, 'n', 'A', 'd', 'g');
  await expect(page.locator('.react-flow').getByRole('textbox')).toBeFocused();
  await page.keyboard.type('!');
  await page.locator('.react-flow__pane').click({ position: { x: 5, y: 5 } });
  await expect(page.locator('.note')).toContainText('Adg!');
  await node(page, 'buyers').click();
  await atOnce(page, 'g', 'B', 'u');
  await expect(page.locator('.react-flow').getByRole('textbox')).toBeFocused();
  await page.keyboard.type('y');
  await page.keyboard.press('Enter');
  await expect(page.locator('.react-flow__node-activity-group')).toContainText('Buy');
  await page.locator('.react-flow__pane').click({ position: { x: 5, y: 5 } });
  await atOnce(page, 'n', 'Control+z', 'a');
  await expect(page.getByRole('dialog')).toBeVisible();
});

test('words of a note and titles of a group are written in the form while the flow is an outline', async ({ page }) => {
  await page.getByRole('button', { name: 'As an outline' }).click();
  const tree = page.getByRole('tree', { name: /^Outline of/ });
  await tree.press('n');
  await expect(form(page).getByLabel('Words', { exact: true })).toBeFocused();
  await page.keyboard.type('Ask Sales');
  await expect(tree).toContainText('Ask Sales');
  await tree.focus();
  await page.keyboard.press('F2');
  await expect(form(page).getByLabel('Words', { exact: true })).toBeFocused();
});
