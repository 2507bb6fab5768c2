import type { Page } from '@playwright/test';
import { expect, openSample, test } from './support/window';

test.beforeEach(async ({ page, shell }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openSample(page, shell.url);
});

const node = (page: Page, id: string) => page.locator(`.react-flow__node[data-id="${id}"]`);
const undoButton = (page: Page) => page.getByRole('button', { name: /^Undo/ });
const arrow = (page: Page, from: string, to: string) => page.locator(`.react-flow__edge[data-id^="${from}/"][data-id*=">${to}/"]`);
const middle = async (found: ReturnType<Page['locator']>) => {
  const box = await found.boundingBox();
  if (!box) throw new Error('not on the canvas');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};

test('one is led to another activity by its end, whatever counts are beside it', async ({ page }) => {
  const end = await middle(arrow(page, 'contacted', 'rested').locator('.react-flow__edgeupdater-target'));
  const other = await middle(node(page, 'everyone').locator('.react-flow__handle.target'));
  await page.mouse.move(end.x, end.y);
  await page.mouse.down();
  await page.mouse.move(other.x, other.y, { steps: 8 });
  await page.mouse.up();
  await expect(undoButton(page)).toHaveAccessibleName('Undo: lead arrow elsewhere');
  await expect(arrow(page, 'contacted', 'everyone')).toHaveCount(1);
  await expect(arrow(page, 'contacted', 'rested')).toHaveCount(0);
});

test('the way from a count to its "+" is open', async ({ page }) => {
  const label = page.locator('.arrow-label', { has: page.getByTestId('arrow-everyone-out') });
  const plus = label.locator('.arrow-add');
  await expect(plus).toHaveCSS('pointer-events', 'none');
  const [from, to] = [await middle(label.locator('.arrow-count')), await middle(plus)];
  // As slowly as a hand may go, over what is between them.
  for (let x = from.x; x <= to.x; x += 0.5) await page.mouse.move(x, from.y);
  await page.mouse.down();
  await page.mouse.up();
  await expect(page.getByRole('menu')).toBeVisible();
});

test('keys select one and remove it, and it is named by what it leads between', async ({ page }) => {
  const one = page.getByRole('group', { name: 'From Contacted this week to Leave them in peace' });
  await expect(one).toHaveAttribute('aria-roledescription', 'arrow');
  await one.focus();
  await page.keyboard.press('Enter');
  await expect(one).toHaveClass(/selected/);
  await page.keyboard.press('Escape');
  await expect(one).not.toHaveClass(/selected/);
  await one.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Delete');
  await expect(undoButton(page)).toHaveAccessibleName('Undo: remove arrow');
  await expect(one).toHaveCount(0);
  await expect(node(page, 'contacted')).toBeVisible();
});

test('they are named in the language of the window', async ({ page }) => {
  await page.getByRole('navigation').getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('radio', { name: 'Español' }).click();
  await page.getByRole('navigation').getByRole('button', { name: 'Campañas' }).click();
  const one = page.getByRole('group', { name: 'De Contacted this week a Leave them in peace' });
  await expect(one).toHaveAttribute('aria-roledescription', 'flecha');
  await expect(page.locator('.react-flow__node[data-id=contacted]')).toHaveAttribute('aria-roledescription', 'actividad');
});
