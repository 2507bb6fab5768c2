import type { Locator, Page } from '@playwright/test';
import { count } from './support/canvas';
import { choice, command, pickFrom, tabTo } from './support/keyboard';
import { copyFullSample } from './support/sample-workspace';
import { counted, expect, openSample, test } from './support/window';

/** Nothing below points at anything: it would pass on a machine without a mouse. */
const press = async (page: Page, target: Locator) => {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
};

/** One of several that the arrow keys go through. */
async function arrowTo(page: Page, group: Locator, target: Locator): Promise<void> {
  const within = () => group.evaluate((element) => element.contains(document.activeElement));
  for (let stops = 0; stops < 150 && !(await within()); stops++) await page.keyboard.press('Tab');
  for (let steps = 0; steps < 6; steps++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('ArrowRight');
  }
  await expect(target).toBeFocused();
}

test('groups of conditions are made, changed, filled, emptied and removed by keyboard alone', async ({ page, shell }) => {
  await openSample(page, shell.url);
  const { keyboard } = page;
  const form = page.getByRole('complementary');
  const rule = (words: string) => form.getByText(`customers: ${words}`, { exact: true });
  const outer = form.locator('.rule-group').first();
  const inner = form.locator('.rule-group .rule-group');
  const part = (attribute: string) => form.locator('[data-movable]', { has: page.getByText(attribute, { exact: true }) }).last();
  const grip = (of: Locator) => of.getByRole('button', { name: 'Move condition', exact: true }).first();
  const add = async (to: Locator, name: string) => {
    await tabTo(page, to.getByRole('button', { name: 'Add', exact: true }).first());
    await choice(page, name);
  };
  const attribute = async (of: Locator, name: string) => {
    await tabTo(page, of.getByRole('combobox', { name: 'Attribute', exact: true }));
    await choice(page, name);
  };
  const kind = async (of: Locator, name: string) => {
    const wanted = of.getByRole('radio', { name, exact: true }).first();
    await arrowTo(page, of.locator('.segmented').first(), wanted);
    await keyboard.press('Space');
    await expect(wanted).toBeChecked();
    await expect(wanted).toBeFocused();
  };
  const from = async (of: Locator, name: string) => {
    await tabTo(page, of.getByRole('button', { name: 'More', exact: true }));
    await choice(page, name);
  };

  await test.step('a condition, and a group beside it', async () => {
    await keyboard.press('a');
    await pickFrom(page, 'build audience');
    await expect(count(page, 'build-audience')).toHaveText('20,000');
    await add(outer, 'Condition');
    await attribute(form, 'loyalty_tier');
    await add(outer, 'Group');
    await attribute(inner, 'country');
    await expect(rule('loyalty_tier is not empty and country is not empty')).toBeVisible();
  });
  await test.step('a condition inside', async () => {
    await add(inner, 'Condition');
    await attribute(inner.locator('[data-movable]').last(), 'email');
    await expect(rule('loyalty_tier is not empty and (country is not empty or email is not empty)')).toBeVisible();
  });
  await test.step('none, all and any of it', async () => {
    await kind(inner, 'None of');
    await expect(rule('loyalty_tier is not empty and not (country is not empty or email is not empty)')).toBeVisible();
    await kind(outer, 'Any of');
    await kind(inner, 'All of');
    await expect(rule('loyalty_tier is not empty or (country is not empty and email is not empty)')).toBeVisible();
    await kind(outer, 'All of');
    await kind(inner, 'Any of');
    await expect(rule('loyalty_tier is not empty and (country is not empty or email is not empty)')).toBeVisible();
  });
  await test.step('a condition goes into the group and out of it', async () => {
    await tabTo(page, grip(part('loyalty_tier')));
    await keyboard.press('Alt+ArrowRight');
    await expect(inner.locator('[data-movable]')).toHaveCount(3);
    await expect(grip(part('loyalty_tier'))).toBeFocused();
    await keyboard.press('Alt+ArrowLeft');
    await expect(inner.locator('[data-movable]')).toHaveCount(2);
    await expect(grip(part('loyalty_tier'))).toBeFocused();
    await choice(page, 'Into the group beside it');
    await expect(inner.locator('[data-movable]')).toHaveCount(3);
    await expect(grip(part('loyalty_tier'))).toBeFocused();
    await choice(page, 'Out of its group');
    await expect(inner.locator('[data-movable]')).toHaveCount(2);
    await expect(grip(part('loyalty_tier'))).toBeFocused();
  });
  await test.step('a condition is removed from it, and the focus stays in it', async () => {
    await press(page, inner.locator('[data-movable]').last().getByRole('button', { name: 'Remove condition', exact: true }));
    await expect(inner.locator('[data-movable]')).toHaveCount(1);
    await expect(inner.locator(':focus')).toBeVisible();
  });
  await test.step('the group is removed, and the focus stays in the rule', async () => {
    await from(inner, 'Remove condition');
    await expect(inner).toHaveCount(0);
    await expect(form.getByText(/^customers: loyalty_tier is not empty$/)).toBeVisible();
    await expect(outer.locator(':focus')).toBeVisible();
  });
  await test.step('a group is taken apart, and the focus stays in the rule', async () => {
    await add(outer, 'Group');
    await attribute(inner, 'country');
    await from(inner, 'Ungroup');
    await expect(inner).toHaveCount(0);
    await expect(rule('loyalty_tier is not empty and country is not empty')).toBeVisible();
    await expect(outer.locator(':focus')).toBeVisible();
  });
  await counted(page);
});

test('audiences are made, laid over each other, looked into, kept and compared by keyboard alone', async ({ page, shell }) => {
  await page.goto(`${shell.url}&open=${encodeURIComponent(copyFullSample(shell.home))}`);
  const { keyboard } = page;
  const main = page.getByRole('main');
  const dialog = page.getByRole('dialog');
  const button = (name: string | RegExp) => main.getByRole('button', { name, exact: true });
  /** What is shown has been gone to, and the focus with it. */
  const arrived = async (heading: string) => {
    await expect(main.getByRole('heading', { name: heading, exact: true, level: 1 })).toBeVisible();
    await expect(main.locator(':focus')).toBeVisible();
  };

  await test.step('one is made of a query', async () => {
    await expect(main.getByRole('heading').first()).toBeVisible();
    await command(page, 'Audiences');
    await tabTo(page, button('New audience'));
    await choice(page, 'From SQL');
    await expect(main.locator('.monaco-editor :focus')).toBeFocused();
    await keyboard.press('Control+a');
    await keyboard.insertText("SELECT customer_id FROM customers WHERE country = 'ES'");
    await keyboard.press('Control+m');
    await tabTo(page, button('Save as'));
    await choice(page, 'Audience');
    await tabTo(page, dialog.getByLabel('Name', { exact: true }));
    await keyboard.type('Spain');
    await press(page, dialog.getByRole('button', { name: 'Save', exact: true }));
    await arrived('Spain');
  });
  await test.step('it is left for the library and opened from there', async () => {
    await press(page, button('Audiences'));
    await arrived('Audiences');
    await press(page, button('Spain'));
    await arrived('Spain');
    await press(page, button('Audiences'));
    await arrived('Audiences');
  });
  await test.step('three are laid over each other, one is taken away again', async () => {
    const boxes = main.getByRole('checkbox', { name: /^Lay over: / });
    await expect(boxes.nth(2)).toBeVisible();
    for (const i of [0, 1, 2]) {
      await tabTo(page, boxes.nth(i));
      await keyboard.press('Space');
      await expect(boxes.nth(i)).toBeChecked();
    }
    await press(page, button('Overlap'));
    await arrived('Overlap');
    const regions = main.getByRole('table', { name: 'Regions' }).getByRole('button');
    await expect(regions).toHaveCount(7);
    const chip = main.getByRole('group', { name: 'Audiences', exact: true }).getByRole('button', { pressed: true });
    await press(page, chip.first());
    await expect(regions).toHaveCount(3);
    await expect(main.locator('.chip:focus')).toBeVisible();
  });
  await test.step('a region is looked into on the picture', async () => {
    const counts = main.getByRole('group', { name: 'Overlap', exact: true }).getByRole('button', { name: /^(Only in|In) .+: [\d,]+$/ });
    await expect(counts).toHaveCount(3);
    await tabTo(page, counts.first());
    await keyboard.press('ArrowLeft');
    await expect(counts.last()).toBeFocused();
    await keyboard.press('Space');
    await expect(counts.last()).toHaveAttribute('aria-pressed', 'true');
    const picked = ((await counts.last().getAttribute('aria-label')) ?? '').replace(/: [\d,]+$/, '');
    await expect(main.getByRole('region', { name: picked, exact: true })).toBeVisible();
    await keyboard.press('Shift+Tab');
    await expect(counts.first()).not.toBeFocused();
    await keyboard.press('Tab');
    await expect(counts.last()).toBeFocused();
  });
  await test.step('a region is looked into and kept', async () => {
    const regions = main.getByRole('table', { name: 'Regions' }).getByRole('button');
    await press(page, regions.first());
    await expect(regions.first()).toBeFocused();
    await expect(main.getByText(/^[\d,]+ rows$/)).toBeVisible();
    await press(page, button('Save as audience'));
    await tabTo(page, dialog.getByLabel('Name', { exact: true }));
    await keyboard.press('Control+a');
    await keyboard.type('Region');
    await press(page, dialog.getByRole('button', { name: 'Save', exact: true }));
    await arrived('Region');
  });
  await test.step('it is compared with another and with everyone', async () => {
    const tabs = main.getByRole('tablist');
    await arrowTo(page, tabs, main.getByRole('tab', { name: 'Difference', exact: true }));
    await tabTo(page, main.getByRole('combobox', { name: 'Compare with', exact: true }));
    await choice(page, 'Audience: Spain');
    await press(page, button(/^Stayed/));
    await expect(button(/^Stayed/)).toBeFocused();
    await expect(main.getByRole('table', { name: 'Stayed' })).toBeVisible();
    await arrowTo(page, tabs, main.getByRole('tab', { name: 'Profile', exact: true }));
    await tabTo(page, main.getByRole('combobox', { name: 'Against', exact: true }));
    await choice(page, 'Spain');
    await expect(main.getByRole('table', { name: 'country', exact: true })).toBeVisible();
  });
});
