import type { Page } from '@playwright/test';
import { addAlone, count, form } from './support/canvas';
import { counted, expect, openSample, test } from './support/window';

test.beforeEach(async ({ page, shell }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openSample(page, shell.url);
});

const node = (page: Page, id: string) => page.locator(`.react-flow__node[data-id="${id}"]`);
const undoButton = (page: Page) => page.getByRole('button', { name: /^Undo/ });
const saved = (page: Page) => expect(page.getByTestId('counting')).toContainText('Saved');
/** Somewhere on the canvas where nothing is. */
const letGo = (page: Page) => page.locator('.react-flow__pane').click({ position: { x: 5, y: 5 } });

test('undo reaches back behind a restart that nobody prepared for', async ({ page }) => {
  const before = await page.locator('.react-flow__node').count();
  await addAlone(page, 'Build audience');
  await expect(count(page, 'build-audience')).toHaveText('20,000');
  await form(page).getByLabel('Label', { exact: true }).fill('Everybody');
  await expect(node(page, 'build-audience')).toContainText('Everybody');
  await saved(page);
  await page.reload();
  await page.getByRole('navigation').getByRole('button', { name: 'Campaigns' }).click();
  await page.getByRole('main').getByText('Autumn return', { exact: true }).click();
  await expect(node(page, 'build-audience')).toContainText('Everybody');
  await undoButton(page).click();
  await expect(node(page, 'build-audience')).not.toContainText('Everybody');
  await undoButton(page).click();
  await expect(page.locator('.react-flow__node')).toHaveCount(before);
  await page.keyboard.press('Control+Shift+z');
  await page.keyboard.press('Control+Shift+z');
  await expect(node(page, 'build-audience')).toContainText('Everybody');
  await expect(undoButton(page)).toBeEnabled();
});

test('activities are copied as text, cut and pasted, also into another campaign', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const nodes = page.locator('.react-flow__node');
  const before = await nodes.count();
  await node(page, 'buyers').click();
  await page.keyboard.press('Control+c');
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(JSON.parse(text)).toMatchObject({ muster: 'activities', activities: [{ id: 'buyers' }] });
  await page.keyboard.press('Control+v');
  await expect(nodes).toHaveCount(before + 1);
  await expect(undoButton(page)).toHaveAccessibleName('Undo: paste 1 activity');
  await page.keyboard.press('Control+x');
  await expect(nodes).toHaveCount(before);
  await saved(page);
  await page.getByRole('button', { name: 'Campaigns' }).first().click();
  await page.getByRole('button', { name: 'New campaign' }).first().click();
  await expect(page.getByText('Start by gathering people')).toBeVisible();
  await page.keyboard.press('Control+v');
  await expect(nodes).toHaveCount(1);
});

test('typing adds, finds and connects; letters disable; several are aligned; Escape gives a drag up', async ({ page }) => {
  await test.step('add behind what is selected', async () => {
    await addAlone(page, 'Build audience');
    await letGo(page);
    await node(page, 'build-audience').click();
    await page.keyboard.press('a');
    await page.keyboard.type('samp');
    await page.keyboard.press('Enter');
    await expect(count(page, 'sample')).toHaveText('2,000');
  });
  await test.step('find', async () => {
    await page.keyboard.press('Control+f');
    await page.getByRole('combobox', { name: /^Find an activity/ }).fill('build');
    await page.keyboard.press('Enter');
    await expect(form(page).getByRole('heading', { name: 'Build audience' })).toBeVisible();
  });
  await test.step('the rest is one click away', async () => {
    await node(page, 'sample').hover();
    await node(page, 'sample')
      .getByRole('button', { name: /^Also pass on the rest/ })
      .click();
    await expect(count(page, 'sample', 'complement')).toHaveText('18,000');
  });
  await test.step('disable by a letter', async () => {
    await node(page, 'sample').click();
    await page.keyboard.press('d');
    await expect(count(page, 'sample')).toHaveText('Disabled');
    await page.keyboard.press('d');
    await expect(count(page, 'sample')).toHaveText('2,000');
  });
  await test.step('align two', async () => {
    await node(page, 'build-audience').click({ modifiers: ['Shift'] });
    await page.getByRole('button', { name: 'Align left edges' }).click();
    const left = async (id: string) => Math.round((await node(page, id).boundingBox())?.x ?? 0);
    await expect.poll(async () => (await left('sample')) - (await left('build-audience'))).toBe(0);
    await expect(undoButton(page)).toHaveAccessibleName('Undo: align 2 activities');
    await page.keyboard.press('Control+z');
  });
  await test.step('a drag is given up', async () => {
    await page.getByRole('button', { name: 'Fit to window' }).click();
    const box = await node(page, 'sample').boundingBox();
    if (!box) throw new Error('not on the canvas');
    await page.mouse.move(box.x + 30, box.y + 10);
    await page.mouse.down();
    await page.mouse.move(box.x + 90, box.y - 60, { steps: 5 });
    await page.keyboard.press('Escape');
    await page.mouse.move(box.x + 120, box.y - 90, { steps: 3 });
    await page.mouse.up();
    await expect.poll(async () => Math.round((await node(page, 'sample').boundingBox())?.x ?? 0)).toBe(Math.round(box.x));
    await expect(undoButton(page)).not.toHaveAccessibleName(/move/);
  });
  await counted(page);
});

test('a flow is built in the outline without a mouse', async ({ page }) => {
  await page.getByRole('button', { name: 'As an outline' }).press('Enter');
  const tree = page.getByRole('tree', { name: /^Outline of/ });
  await expect(tree).toBeFocused();
  const items = tree.getByRole('treeitem');
  const before = await items.count();
  await page.keyboard.press('End');
  await expect(items.last()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Control+f');
  await page.getByRole('combobox', { name: /^Find an activity/ }).fill('Bought this');
  await page.keyboard.press('Enter');
  await expect(tree.locator('#outline-buyers')).toHaveAttribute('aria-selected', 'true');
  await tree.focus();
  await page.keyboard.press('Control+d');
  await expect(items).toHaveCount(before + 1);
  await page.keyboard.press('a');
  await page.keyboard.type('sample');
  await page.keyboard.press('Enter');
  await expect(tree.locator('#outline-sample')).toHaveAttribute('aria-level', '2');
  await expect(tree.locator('#outline-sample')).toContainText(/\d/);
  await tree.focus();
  await page.keyboard.press('Delete');
  await expect(items).toHaveCount(before + 1);
  await page.keyboard.press('Control+z');
  // The activity and the arrow that leads to it.
  await expect(items).toHaveCount(before + 3);
});

test('on a large screen the sample is opened whole, its names and counts large enough to be read', async ({ page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.getByRole('navigation').getByRole('button', { name: 'Campaigns' }).click();
  await page.getByRole('main').getByText('Autumn return', { exact: true }).click();
  const nodes = page.locator('.react-flow__node');
  await expect(page.locator('.node[data-detail=large]')).toHaveCount(13);
  for (const one of await nodes.all()) await expect(one).toBeInViewport({ ratio: 0.99 });
  const names = page.locator('.node-label');
  const heights = await names.evaluateAll((all) => all.map((name) => name.getBoundingClientRect().height));
  expect(heights).toHaveLength(13);
  expect(Math.min(...heights)).toBeGreaterThan(10);
  for (const count of await page.locator('.arrow-count').all()) expect((await count.boundingBox())?.height).toBeGreaterThan(15);
  await expect(page.locator('.node-sentence').first()).toBeHidden();
  await page.getByRole('button', { name: 'Zoom in', exact: true }).click();
  await page.getByRole('button', { name: 'Zoom in', exact: true }).click();
  await expect(page.locator('.node[data-detail=full]')).not.toHaveCount(0);
  await expect(page.locator('.node-sentence').first()).toBeVisible();
});

test('arrows begin and end at the handles of what they lead between, which nobody measured', async ({ page }) => {
  await expect(page.locator('.react-flow__edge-path')).toHaveCount(12);
  const away = await page.evaluate(() => {
    const handles = [...document.querySelectorAll('.react-flow__handle')].map((handle) => handle.getBoundingClientRect());
    const paths = [...document.querySelectorAll<SVGPathElement>('.react-flow__edge-path')];
    return paths.flatMap((path) =>
      [0, path.getTotalLength()].map((at) => {
        const { x, y } = path.getPointAtLength(at).matrixTransform(path.getScreenCTM() ?? undefined);
        return Math.min(...handles.map((box) => Math.hypot(x - (box.x + box.width / 2), y - (box.y + box.height / 2))));
      }),
    );
  });
  expect(away).toHaveLength(24);
  expect(Math.max(...away)).toBeLessThan(4);
});

test.describe('from far and from near', () => {
  for (const width of [1280, 1920])
    test(`no count stands under a button that adds, ${width} wide`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.getByRole('button', { name: 'Fit to window', exact: true }).click();
      for (let closer = 0; closer < 3; closer++) {
        await page.getByRole('button', { name: 'Zoom in', exact: true }).click();
        await expect(page.locator('.arrow-count').first()).toBeVisible();
        const covered = await page.evaluate(() => {
          const boxes = (of: string) =>
            [...document.querySelectorAll(of)].map((e) => ({ text: e.textContent, box: e.getBoundingClientRect() }));
          const buttons = boxes('.node-add');
          const meet = (a: DOMRect, b: DOMRect) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
          return boxes('.arrow-count').filter(({ box }) => buttons.some((button) => meet(box, button.box)));
        });
        expect(covered.map(({ text }) => text)).toEqual([]);
      }
    });
});

test('what was added lies whole in view, with its "+"', async ({ page }) => {
  await page.setViewportSize({ width: 1100, height: 800 });
  const canvas = page.locator('.canvas');
  await addAlone(page, 'Build audience');
  for (let i = 0; i < 3; i++) {
    await page.keyboard.press('a');
    await page.keyboard.type('sample');
    await page.keyboard.press('Enter');
    const added = page.locator('.react-flow__node.selected').getByRole('button', { name: 'Add after Sample', exact: true });
    const room = async () => {
      const [around, plus] = [await canvas.boundingBox(), await added.boundingBox()];
      return around && plus ? around.x + around.width - plus.x - plus.width : -1;
    };
    await expect.poll(room).toBeGreaterThan(0);
  }
});

test('a flow stays in view when the window is made small, as by zooming to 200 %', async ({ page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.getByRole('button', { name: 'Fit to window', exact: true }).click();
  await page.setViewportSize({ width: 640, height: 400 });
  const seen = () =>
    page.evaluate(() => {
      const around = document.querySelector('.canvas')?.getBoundingClientRect();
      if (!around) return 0;
      const boxes = [...document.querySelectorAll('.react-flow__node')].map((shown) => shown.getBoundingClientRect());
      return boxes.filter((box) => box.right > around.left && box.left < around.right && box.bottom > around.top && box.top < around.bottom)
        .length;
    });
  await expect.poll(seen).toBeGreaterThan(0);
});

test('counts are read whole also where a change stands with them, and what is put into an arrow lies on nothing', async ({
  page,
  shell,
}) => {
  await openSample(page, shell.url);
  await page.getByRole('button', { name: 'Fit to window' }).click();
  await page.locator('.react-flow__node[data-id=buyers]').click();
  await form(page).getByLabel('Value', { exact: true }).first().fill('200');
  await expect(page.locator('.arrow-count[data-changed=true]')).not.toHaveCount(0);
  await counted(page);
  const covered = await page.locator('.arrow-count').evaluateAll(
    (labels) =>
      labels.filter((label) => {
        const { left, right, top, height } = label.getBoundingClientRect();
        const points = [left + 3, (left + right) / 2, right - 3].map((x) => document.elementFromPoint(x, top + height / 2));
        return points.some((found) => found?.closest('.arrow-count') !== label);
      }).length,
  );
  expect(covered).toBe(0);

  await page.getByRole('button', { name: /^From Bought this half-year to/ }).hover();
  await page.getByRole('button', { name: /^Add activity: Bought this half-year/ }).click();
  await page.getByRole('menuitem', { name: /^Deduplicate/ }).click();
  await expect(page.locator('.react-flow__node[data-id=deduplicate]')).toBeVisible();
  const boxes = await page.locator('.react-flow__node').evaluateAll((nodes) =>
    nodes.map((node) => {
      const { x, y, right, bottom } = node.getBoundingClientRect();
      return { x, y, right, bottom };
    }),
  );
  const onEachOther = boxes.flatMap((a, i) =>
    boxes.slice(i + 1).filter((b) => a.x < b.right && b.x < a.right && a.y < b.bottom && b.y < a.bottom),
  );
  expect(onEachOther).toEqual([]);
  const arrows = page.locator('.react-flow__edge');
  const before = await arrows.count();
  await page.keyboard.press('Delete');
  await expect(page.locator('.react-flow__node[data-id=deduplicate]')).toHaveCount(0);
  await expect(arrows).toHaveCount(before - 1);
});
