import type { Page } from '@playwright/test';
import { copyTo, makeFullSample, once } from '../support/sample-workspace';
import type { View } from '../support/views';
import { counted, expect } from '../support/window';
import { addDocuments } from './add-documents';
import { everyForm, freshCampaign, freshForms, statefulForms } from './every-form';
import { formsFilter } from './rules';

/** The sample with campaigns that hold every activity. @returns its folder */
export function copyForms(home: string): string {
  const make = (folder: string) => {
    makeFullSample(folder, 2_000);
    addDocuments(folder, { campaigns: [everyForm, freshCampaign], filters: [formsFilter] });
  };
  return copyTo(home, once('forms', make));
}

/** Takes the one that is called so from a list that the keys open. */
async function pick(page: Page, keys: string, name: string): Promise<void> {
  await page.keyboard.press(keys);
  await page.getByRole('combobox').last().fill(name);
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

/** Opens a campaign in whatever language the window speaks. */
export async function openCampaign(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation').waitFor();
  await pick(page, 'Control+k', name);
  await page.locator('.react-flow__node').first().waitFor();
  await counted(page);
}

const forms = (all: readonly { name: string; label: string }[]): View[] =>
  all.map(({ name, label }) => ({
    name,
    show: async (page) => {
      await pick(page, 'Control+f', label);
      await counted(page);
      await expect(page.locator('.inspector .inspector-head')).toBeVisible();
    },
  }));

export const formViews: readonly { campaign: string; views: readonly View[] }[] = [
  { campaign: everyForm.name, views: forms(statefulForms) },
  { campaign: freshCampaign.name, views: forms(freshForms) },
];
