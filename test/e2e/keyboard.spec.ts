import { count } from './support/canvas';
import { choice, command, pickFrom, tabTo } from './support/keyboard';
import { counted, expect, test } from './support/window';

const whole = (text: string | null) => Number((text ?? '').replace(/[^\d]/g, ''));

/** Nothing below points at anything: it would pass on a machine without a mouse. */
test('the whole main job is done by keyboard alone', async ({ page, shell }) => {
  const { keyboard } = page;
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
  const form = page.getByRole('complementary');
  const dialog = page.getByRole('dialog');

  await test.step('the sample is made, and a campaign in it', async () => {
    await page.goto(shell.url);
    await tabTo(page, button(/^Try the sample/));
    await keyboard.press('Enter');
    await counted(page);
    await command(page, 'Campaigns');
    await tabTo(page, button('New campaign'));
    await keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'No activities yet' }).or(page.locator('.editor-empty'))).toBeVisible();
  });

  await test.step('an audience is built, with a condition', async () => {
    await keyboard.press('a');
    await pickFrom(page, 'build audience');
    await expect(count(page, 'build-audience')).toHaveText('20,000');
    await tabTo(page, form.getByRole('button', { name: 'Add', exact: true }));
    await choice(page, 'Condition');
    await tabTo(page, form.getByRole('combobox', { name: 'Attribute' }));
    await choice(page, 'country');
    await tabTo(page, form.getByRole('combobox', { name: 'Test' }));
    await choice(page, 'starts with');
    await tabTo(page, form.getByLabel('Value', { exact: true }));
    await keyboard.type('ES');
    await expect(count(page, 'build-audience')).toHaveText(/^(?!20,000)\d+,\d{3}$/);
  });
  const chosen = whole(await count(page, 'build-audience').textContent());

  await test.step('letters to them come after it', async () => {
    await keyboard.press('Control+f');
    await pickFrom(page, 'build audience');
    await keyboard.press('a');
    await pickFrom(page, 'direct mail');
    await expect(form.getByRole('heading', { name: 'Direct mail', exact: true })).toBeVisible();
    await expect(page.getByTestId('arrow-build-audience-out')).toHaveText(chosen.toLocaleString('en-GB'));
    await counted(page);
  });

  await test.step('the outline says the same and is walked by keys', async () => {
    await tabTo(page, button('As an outline'));
    await keyboard.press('Enter');
    const tree = page.getByRole('tree');
    await expect(tree).toBeFocused();
    await keyboard.press('Home');
    await expect(tree.getByRole('treeitem', { selected: true })).toContainText(chosen.toLocaleString('en-GB'));
    await keyboard.press('ArrowDown');
    await expect(tree.getByRole('treeitem', { selected: true })).toContainText('Direct mail');
  });

  await test.step('it is rehearsed, confirmed and frozen', async () => {
    await tabTo(page, button('Rehearse'));
    await keyboard.press('Enter');
    await expect(page.getByTestId('rehearsal')).toBeVisible({ timeout: 60_000 });
    await tabTo(page, button('Confirm and run'));
    await keyboard.press('Enter');
    await tabTo(page, button('Freeze and run'));
    await keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'The campaign has run' })).toBeVisible({ timeout: 60_000 });
    await keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  });

  await test.step('the files for the printer are written', async () => {
    await tabTo(page, button('Export mail'));
    await keyboard.press('Enter');
    const exported = page.getByTestId('export');
    await expect(exported.getByRole('cell').last()).toHaveText(/^[0-9a-f]{64}$/, { timeout: 60_000 });
    const mailed = whole(await exported.locator('td.number').first().textContent());
    expect(mailed).toBeGreaterThan(0);
    expect(mailed).toBeLessThanOrEqual(chosen);
    await keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  });
});
