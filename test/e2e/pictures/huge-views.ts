import { expect, type Page } from '@playwright/test';
import { audience, dataTab, each, go, overlap, palette, place, query, tab, type View } from '../support/views';
import { openCampaign } from './form-views';
import { hugeNames } from './huge-workspace';

async function wide(page: Page, shown: string): Promise<void> {
  await go(page, 'Data');
  await page.getByRole('button', { name: hugeNames.wide, exact: true }).click();
  await tab(page, shown);
}

/** Opened anew, as a canvas whatever it was before. */
async function large(page: Page): Promise<void> {
  await go(page, 'Campaigns');
  await openCampaign(page, hugeNames.campaign);
}

async function step(page: Page, id: string, dock: string): Promise<void> {
  await large(page);
  await page.getByRole('button', { name: 'Fit to window' }).click();
  await page.locator(`.react-flow__node[data-id=${id}]`).click();
  await tab(page, dock);
}

async function outline(page: Page): Promise<void> {
  await large(page);
  await page.getByRole('button', { name: 'As an outline' }).click();
  await expect(page.getByRole('tree')).toBeVisible();
}

/** The places where much with long names comes together. */
export const hugeViews: View[] = [
  ...each('', ['Home', 'Data', 'Audiences', 'Campaigns', 'Delivery', 'Settings'], place),
  ...each('data-', ['Links', 'Model'], dataTab),
  ...each('entity-', ['Columns', 'Rows', 'Used by'], wide),
  ...each('audience-', ['Members', 'Profile', 'Used by'], audience),
  { name: 'audiences-overlap', show: overlap },
  { name: 'sql', show: query },
  { name: 'palette', show: palette },
  { name: 'campaign', show: large },
  { name: 'campaign-outline', show: outline },
  { name: 'campaign-step', show: (page) => step(page, 'step-20', 'Rows') },
  { name: 'campaign-problems', show: (page) => step(page, 'step-20', 'Problems') },
];
