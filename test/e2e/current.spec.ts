import { counted, expect, openSample, test } from './support/window';

test('counts of an open campaign follow data that are loaded over it', async ({ page, shell }) => {
  await openSample(page, shell.url);
  const told = (arrow: string) => page.getByTestId(`arrow-${arrow}`);
  await expect(told('upcoming-out')).toHaveText(/^\d{3}$/);

  const soon = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 19);
  const rows = [1, 2].map((n) => `B${n},C000000${n},Tasting,${soon},2,confirmed`);
  const text = `booking_id,customer_id,event,starts_at,seats,status\n${rows.join('\n')}\n`;
  const dataTransfer = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], 'bookings.csv', { type: 'text/csv' }));
    return data;
  }, text);
  await page.locator('main').dispatchEvent('drop', { dataTransfer });
  const dialog = page.getByRole('dialog', { name: 'Import bookings.csv' });
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(dialog).toHaveCount(0);

  await counted(page);
  await expect(told('upcoming-out')).toHaveText('2');
  await expect(told('guests-out')).toHaveText('2');
});
