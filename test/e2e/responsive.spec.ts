import { form } from './support/canvas';
import { drawnDuring, framesDuring } from './support/frames';
import { copyFullSample } from './support/sample-workspace';
import { counted, expect, test } from './support/window';

/** `MUSTER_CUSTOMERS=1000000` for the figures that are aimed at. */
const customers = Number(process.env.MUSTER_CUSTOMERS ?? 20_000);

test('the window opens, and follows who types and drags while everything is counted', async ({ page, shell }) => {
  test.setTimeout(900_000);
  page.setDefaultTimeout(30_000);
  const home = copyFullSample(shell.home, customers);
  await page.goto(`${shell.url}&open=${encodeURIComponent(home)}`);
  const campaigns = page.getByRole('navigation').getByRole('button', { name: 'Campaigns' });
  await campaigns.click();

  // The browser and the disk are warm now.
  const begun = Date.now();
  await page.reload();
  await campaigns.click();
  const usable = Date.now() - begun;
  await page.getByRole('main').getByText('Autumn return', { exact: true }).click();
  await expect(page.locator('.react-flow__node').first()).toBeVisible();
  const editable = Date.now() - begun;
  console.log(
    `${customers} customers: from a reload to a window that is used ${usable} ms, to a campaign that can be edited ${editable} ms`,
  );
  await counted(page);

  await page.locator('.react-flow__node[data-id=buyers]').click();
  const passed = page.getByTestId('arrow-buyers-out');
  const before = await passed.textContent();
  const label = form(page).getByLabel('Label', { exact: true });
  const words = 'Who bought this autumn, and may be written to';
  await label.fill('');
  const drawn = await drawnDuring(page, '.inspector .rule *', async () => {
    console.log(await framesDuring(page, 'typing a label', () => label.pressSequentially(words)));
  });
  await expect(label).toHaveValue(words);
  expect(drawn).toEqual([]);

  const value = form(page).getByLabel('Value', { exact: true }).last();
  console.log(
    await framesDuring(page, 'typing a value that is counted', async () => {
      await value.fill('');
      for (const sign of '1234567') {
        await value.press(sign);
        await page.waitForTimeout(120);
      }
      await counted(page);
    }),
  );
  await expect(passed).not.toHaveText(before ?? '');

  const box = await page.locator('.react-flow__node[data-id=buyers]').boundingBox();
  if (!box) throw new Error('what is to be dragged is out of sight');
  const [x, y] = [box.x + box.width / 2, box.y + 14];
  console.log(
    await framesDuring(page, 'dragging an activity while the flow is counted', async () => {
      await value.press('Backspace');
      await page.mouse.move(x, y);
      await page.mouse.down();
      for (let i = 1; i <= 60; i++) await page.mouse.move(x + i * 2, y + i);
      await page.mouse.up();
    }),
  );
  const moved = await page.locator('.react-flow__node[data-id=buyers]').boundingBox();
  expect(Math.round((moved?.x ?? 0) - box.x)).toBeGreaterThan(60);
  await counted(page);
});
