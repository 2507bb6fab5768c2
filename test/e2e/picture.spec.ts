import { readFileSync } from 'node:fs';
import { expect, openSample, test } from './support/window';

test('the whole flow is saved as a picture', async ({ page, shell }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openSample(page, shell.url);
  const save = async (item: RegExp) => {
    const file = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save as a picture' }).click();
    await page.getByRole('menuitem', { name: item }).click();
    const download = await file;
    return { name: download.suggestedFilename(), content: readFileSync(await download.path()) };
  };
  const count = await page.locator('.arrow-count').first().innerText();
  const svg = await save(/^SVG/);
  expect(svg.name).toBe('autumn-return.svg');
  for (const part of ['Bought this half-ye', 'One per household', count, 'stroke-linejoin="round"><path'])
    expect(svg.content.toString()).toContain(part);
  const png = await save(/^PNG/);
  expect(png.name).toBe('autumn-return.png');
  expect(png.content.subarray(1, 4).toString()).toBe('PNG');
});
