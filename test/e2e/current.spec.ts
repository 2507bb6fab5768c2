import type { Page } from '@playwright/test';
import { audience, go } from './support/views';
import { counted, expect, openSample, test } from './support/window';

/** Drops a file on the window and loads it as it is proposed. */
async function drop(page: Page, name: string, text: string): Promise<void> {
  const dataTransfer = await page.evaluateHandle(
    ({ name, text }) => {
      const data = new DataTransfer();
      data.items.add(new File([text], name, { type: 'text/csv' }));
      return data;
    },
    { name, text },
  );
  await page.locator('main').dispatchEvent('drop', { dataTransfer });
  const dialog = page.getByRole('dialog', { name: `Import ${name}` });
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(dialog).toHaveCount(0);
}

/** Only two bookings to come in all. */
async function twoBookings(page: Page): Promise<void> {
  const soon = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 19);
  const rows = [1, 2].map((n) => `B${n},C000000${n},Tasting,${soon},2,confirmed`);
  await drop(page, 'bookings.csv', `booking_id,customer_id,event,starts_at,seats,status\n${rows.join('\n')}\n`);
}

const told = (page: Page, arrow: string) => page.getByTestId(`arrow-${arrow}`);

test('counts of an open campaign follow data that are loaded over it', async ({ page, shell }) => {
  await openSample(page, shell.url);
  await expect(told(page, 'upcoming-out')).toHaveText(/^\d{3}$/);
  await twoBookings(page);
  await counted(page);
  await expect(told(page, 'upcoming-out')).toHaveText('2');
  await expect(told(page, 'guests-out')).toHaveText('2');
});

test('counts of an open campaign follow data that another window loaded, once one is back', async ({ page, shell, context }) => {
  await openSample(page, shell.url);
  const other = await context.newPage();
  await other.goto(shell.url);
  await go(other, 'Data');
  await twoBookings(other);
  await expect(told(page, 'upcoming-out')).toHaveText(/^\d{3}$/);
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(told(page, 'upcoming-out')).toHaveText('2');
  await expect(told(page, 'guests-out')).toHaveText('2');
});

test('members of an audience on the screen follow data that are loaded over it', async ({ page, shell }) => {
  await openSample(page, shell.url);
  await audience(page, 'Members');
  await expect(page.getByText(/^[\d,]{3,} rows$/)).toBeVisible();
  const today = new Date(Date.now() - 86_400_000).toISOString().slice(0, 19);
  await drop(page, 'contacts.csv', `contact_id,customer_id,channel,campaign,sent_at,status\n1,C0000001,email,c,${today},sent\n`);
  await expect(page.getByText('1 row', { exact: true })).toBeVisible();
});
