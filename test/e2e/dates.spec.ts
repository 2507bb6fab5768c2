import { addAlone, addBehind, form } from './support/canvas';
import { writeDate } from './support/dates';
import { expect, openSample, test } from './support/window';

test.use({ locale: 'en-US' });

test.beforeEach(async ({ page, shell }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openSample(page, shell.url);
});

test('days are written in the order of the window, not of the browser, and picked from a calendar', async ({ page }) => {
  await addAlone(page, 'Build audience');
  await addBehind(page, 'build-audience', 'Wait');
  await form(page).getByRole('radio', { name: 'Until a date' }).click();
  const field = form(page).getByRole('group', { name: 'Date and time' });
  await writeDate(field, '040320300930');
  await expect(form(page).getByText('Waits until 4 Mar 2030, 09:30')).toBeVisible();
  await expect(field.getByRole('spinbutton')).toHaveText(['04', '03', '2030', '09', '30']);

  await form(page).getByRole('button', { name: 'Date and time: Calendar' }).click();
  await expect(page.getByRole('button', { name: /4 March 2030 selected/ })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(form(page).getByText('Waits until 11 Mar 2030, 09:30')).toBeVisible();
  await form(page).getByRole('button', { name: 'Date and time: Calendar' }).click();
  await page.getByRole('button', { name: 'Next' }).first().click();
  await page.getByRole('button', { name: 'Tuesday, 2 April 2030' }).click();
  await expect(form(page).getByText('Waits until 2 Apr 2030, 09:30')).toBeVisible();
  await expect(page.getByRole('dialog', { name: 'Calendar' })).toHaveCount(0);

  await page.getByRole('button', { name: 'Settings' }).first().click();
  await page.getByRole('radio', { name: 'Español' }).click();
  await page.getByRole('button', { name: 'Campañas' }).first().click();
  await page.locator('.react-flow__node[data-id=wait]').click();
  await expect(form(page).getByText('Espera hasta 2 abr 2030, 9:30')).toBeVisible();
  await form(page).getByRole('button', { name: 'Fecha y hora: Calendario' }).click();
  await expect(page.getByRole('button', { name: /martes, 2 de abril de 2030/ })).toBeFocused();
  await page.keyboard.press('Escape');
});
