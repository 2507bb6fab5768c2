import { readFileSync } from 'node:fs';
import { readPdf } from './support/read-pdf';
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
  const pdf = await save(/^PDF/);
  expect(pdf.name).toBe('autumn-return.pdf');
  const { pages, width, height, words, images } = await readPdf(pdf.content);
  const [, svgWidth, svgHeight] = /width="([\d.]+)" height="([\d.]+)"/.exec(svg.content.toString()) ?? [];
  expect([pages, images]).toEqual([1, 0]);
  expect(width).toBeCloseTo(Number(svgWidth) * 0.75, 1);
  expect(height).toBeCloseTo(Number(svgHeight) * 0.75, 1);
  for (const word of ['One per household', count]) expect(words).toContain(word);
});

test('writing of any script is in the PDF', async ({ page, shell }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openSample(page, shell.url);
  const name = page.getByRole('complementary').getByLabel('Label');
  for (const [id, label] of [
    ['buyers', 'Ωραία Ñandú Зима'],
    ['everyone', '顧客 🎯'],
  ] as const) {
    await page.locator(`.react-flow__node[data-id=${id}]`).click();
    await name.fill(label);
  }
  const file = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as a picture' }).click();
  await page.getByRole('menuitem', { name: /^PDF/ }).click();
  const content = readFileSync(await (await file).path());
  const { words, images } = await readPdf(content);
  expect(words).toContain('Ωραία Ñandú Зима');
  expect(images).toBeGreaterThan(0);
});
