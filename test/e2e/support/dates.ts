import type { Locator } from '@playwright/test';

/** Types a date, and a time, into its field as a person does: digits alone, in the order of the field, from one part on to the next. */
export async function writeDate(field: Locator, digits: string): Promise<void> {
  await field.getByRole('spinbutton').first().click();
  await field.page().keyboard.type(digits);
}
