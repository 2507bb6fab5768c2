import type { Page } from '@playwright/test';
import { drawnDuring, framesDuring } from './support/frames';
import { counted, expect, openSample, test } from './support/window';

const [lines, steps] = [20, 25];
const nodes = '.react-flow__node';
const cover = '.zoom-sketch';

/** 20 lines of 25 activities: an audience that is disabled, since this is not about counting, and samples of it, every third of which passes on the rest as well. */
function largeExcerpt(): string {
  const ids = Array.from({ length: lines }, (_, line) => Array.from({ length: steps }, (_, step) => `step-${line}-${step}`));
  const audience = (id: string) => ({
    id,
    type: 'build-audience',
    disabled: true,
    dimension: 'customers',
    rule: { kind: 'all', rules: [] },
  });
  const sample = (id: string, step: number) => ({
    id,
    type: 'sample',
    method: { kind: 'random', size: { kind: 'percent', percent: 95 } },
    ...(step % 3 === 0 ? { complement: true } : {}),
  });
  return JSON.stringify({
    muster: 'activities',
    format: 1,
    activities: ids.flatMap((line) => line.map((id, step) => (step === 0 ? audience(id) : sample(id, step)))),
    transitions: ids.flatMap((line) => line.slice(1).map((to, i) => ({ from: line[i], output: 'out', to, input: 0 }))),
    layout: Object.fromEntries(ids.flatMap((line, y) => line.map((id, x) => [id, { x: x * 296, y: y * 144 }]))),
  });
}

async function openLarge(page: Page, url: string): Promise<void> {
  await openSample(page, url);
  await page.getByRole('button', { name: 'Campaigns' }).first().click();
  await page.getByRole('button', { name: 'New campaign' }).first().click();
  await expect(page.getByText('Start by gathering people')).toBeVisible();
  await page.evaluate((text) => navigator.clipboard.writeText(text), largeExcerpt());
  await page.keyboard.press('Control+v');
  await page.getByRole('button', { name: 'Fit to window' }).click();
  await expect(page.locator(nodes)).toHaveCount(lines * steps);
  await page.locator('.react-flow__pane').click({ position: { x: 5, y: 5 } });
  await counted(page);
  // Every line begins with what is disabled and ends in nothing; once that is said, the check is done.
  await expect(page.locator('.node-sign')).toHaveCount(lines * 2);
}

/** Moves the mouse a little 60 times, as a hand does. */
async function sweep(page: Page, from: { x: number; y: number }, by: { x: number; y: number }): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  for (let i = 1; i <= 60; i++) await page.mouse.move(from.x + (by.x * i) / 60, from.y + (by.y * i) / 60);
  await page.mouse.up();
}

async function wheel(page: Page, by: number): Promise<void> {
  for (let i = 0; i < 30; i++) await page.mouse.wheel(0, by);
}

test('500 activities: a drag draws what is dragged and no other', async ({ page, shell, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openLarge(page, shell.url);
  const middle = { x: 480, y: 330 };
  const dragged = page.locator(`${nodes}[data-id^="step-8-"]`).nth(8);
  await dragged.click();
  const box = await dragged.boundingBox();
  if (!box) throw new Error('what is to be dragged is out of sight');
  const head = { x: box.x + box.width / 2, y: box.y + box.height / 5 };
  const drawn = await drawnDuring(page, nodes, async () => {
    console.log(await framesDuring(page, 'drag', () => sweep(page, head, { x: 60, y: 40 })));
  });
  expect(drawn).toEqual([await dragged.getAttribute('data-id')]);
  console.log(await framesDuring(page, 'pan', () => sweep(page, middle, { x: -300, y: -100 })));
  await page.mouse.move(middle.x, middle.y);
  console.log(await framesDuring(page, 'zoom in', () => wheel(page, -50)));
  console.log(await framesDuring(page, 'at rest', () => expect(page.locator(cover)).toBeHidden()));
  await expect(page.locator('.tile, .far-arrows')).toHaveCount(0);
  await expect(page.locator('.react-flow__edge')).not.toHaveCount(0);
  await expect(page.locator('.arrow-count')).toHaveCount(await page.locator('.react-flow__edge').count());
  console.log(await framesDuring(page, 'zoom out', () => wheel(page, 50)));
  console.log(await framesDuring(page, 'at rest', () => expect(page.locator(cover)).toBeHidden()));
  await expect(page.locator('.react-flow__edge, .node:not([data-detail=tile])')).toHaveCount(0);
  await expect(page.locator('.tile')).not.toHaveCount(0);
  await expect(page.locator('.far-line').first()).toHaveAttribute('d', new RegExp(`^(M[^M]+){${lines * (steps - 1)}}$`));
});

/** Turns the wheel by nothing again and again, so that what is zoomed does not come to rest. Returns what ends it. */
async function keepZooming(page: Page, at: { x: number; y: number }): Promise<() => Promise<void>> {
  const timer = await page.evaluate(({ x, y }) => {
    const still = { deltaY: 0, clientX: x, clientY: y, bubbles: true, cancelable: true };
    return window.setInterval(() => document.querySelector('.react-flow__pane')?.dispatchEvent(new WheelEvent('wheel', still)), 20);
  }, at);
  return () => page.evaluate((timer) => window.clearInterval(timer), timer);
}

/** Which share of the points of two pictures has plainly another colour. */
async function shareUnlike(page: Page, pictures: Buffer[]): Promise<number> {
  return page.evaluate(
    async (encoded) => {
      const [a, b] = await Promise.all(
        encoded.map(async (base64) => {
          const image = new Image();
          image.src = `data:image/png;base64,${base64}`;
          await image.decode();
          const on = new OffscreenCanvas(image.width, image.height).getContext('2d');
          on?.drawImage(image, 0, 0);
          return on?.getImageData(0, 0, image.width, image.height).data ?? new Uint8ClampedArray();
        }),
      );
      if (!a || !b || a.length !== b.length) return 1;
      const isUnlike = (i: number) => [0, 1, 2].some((colour) => Math.abs((a[i + colour] ?? 0) - (b[i + colour] ?? 0)) > 60);
      return Array.from({ length: a.length / 4 }, (_, i) => isUnlike(i * 4)).filter(Boolean).length / (a.length / 4);
    },
    pictures.map((picture) => picture.toString('base64')),
  );
}

test('500 activities: what is sketched while they are zoomed is what is drawn when they rest', async ({ page, shell, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openLarge(page, shell.url);
  const middle = { x: 480, y: 330 };
  await page.mouse.move(middle.x, middle.y);
  const canvas = page.locator('.canvas');
  // From far away, as tiles; near, as cards with what is in them.
  for (const by of [-10, -50]) {
    const end = await keepZooming(page, middle);
    await wheel(page, by);
    await expect(page.locator(cover)).toBeVisible();
    const sketched = await canvas.screenshot();
    await expect(page.locator(cover)).toBeVisible();
    await end();
    await expect(page.locator(cover)).toBeHidden();
    expect(await shareUnlike(page, [sketched, await canvas.screenshot()])).toBeLessThan(0.01);
  }
});

test('500 activities: who reaches for something while they are zoomed finds it there', async ({ page, shell, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openLarge(page, shell.url);
  const viewport = page.locator('.react-flow__viewport');
  const before = await viewport.getAttribute('style');
  await page.mouse.move(480, 330);
  await keepZooming(page, { x: 480, y: 330 });
  await wheel(page, -50);
  await expect(page.locator(cover)).toBeVisible();
  await expect(viewport).toHaveAttribute('style', before ?? '');
  await page.keyboard.press('Shift');
  // 30 turns of 50, each by 2 to the power of a tenth.
  const zoom = (style: string | null) => Number(/scale\(([\d.]+)\)/.exec(style ?? '')?.[1]);
  await expect.poll(async () => zoom(await viewport.getAttribute('style')) / zoom(before)).toBeCloseTo(2 ** 3, 3);
});
