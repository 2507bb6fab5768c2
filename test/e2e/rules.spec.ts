import type { Locator, Page } from '@playwright/test';
import { addAlone, choose, count, form } from './support/canvas';
import { expect, openSample, test } from './support/window';

/** Adds a part to the outermost group of the rule. */
async function addPart(page: Page, name: string): Promise<void> {
  await form(page).getByRole('button', { name: 'Add', exact: true }).first().click();
  await page.getByRole('menuitem', { name, exact: true }).click();
}

const removePart = (page: Page) => form(page).getByRole('button', { name: 'Remove condition' }).first().click();

test.beforeEach(async ({ page, shell }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openSample(page, shell.url);
});

test('every form of rule is written in the window and counted', async ({ page }) => {
  await addAlone(page, 'Build audience');
  const rows = count(page, 'build-audience');
  const some = /^(?!20,000$)[1-9][\d,]*$/;
  await test.step('among the first, of all and in each group', async () => {
    await addPart(page, 'Among the top');
    await form(page).getByLabel('How many', { exact: true }).fill('7');
    await expect(rows).toHaveText('7');
    await choose(page, form(page), 'In each', 'country');
    await expect(rows).not.toHaveText('7');
    await expect(rows).toHaveText(some);
    await expect(form(page).getByText(/is among the first 7 in each country by/)).toBeVisible();
    await removePart(page);
  });
  await test.step('the last related row', async () => {
    await addPart(page, 'First or last related row');
    await choose(page, form(page), 'Related rows', 'orders');
    await form(page).getByRole('button', { name: 'Add', exact: true }).last().click();
    await page.getByRole('menuitem', { name: 'Condition', exact: true }).click();
    await choose(page, form(page), 'Attribute', 'total');
    await choose(page, form(page), 'Test', 'is at least');
    await form(page).getByLabel('Value', { exact: true }).fill('50');
    await expect(rows).toHaveText(some);
    await expect(form(page).getByText(/the last of orders by ordered_at fulfils \(total is at least 50\)/)).toBeVisible();
    await removePart(page);
  });
  await test.step('members of an audience, and those who are not', async () => {
    await addPart(page, 'Member of an audience');
    await expect(rows).toHaveText(some);
    const members = Number((await rows.textContent())?.replace(',', ''));
    await choose(page, form(page), 'Membership', 'Is not in');
    await expect(rows).toHaveText((20_000 - members).toLocaleString('en-GB'));
    await removePart(page);
  });
  await test.step('who was sent what', async () => {
    await addPart(page, 'Message history');
    await choose(page, form(page), 'By channel', 'post');
    await expect(rows).toHaveText(some);
    await choose(page, form(page), 'What happened', 'Was not sent');
    await form(page).getByLabel('Only in the last').click();
    await expect(form(page).getByText('customers: was not sent a message by post')).toBeVisible();
    await expect(rows).toHaveText(some);
    await removePart(page);
  });
  await test.step('an SQL expression, and its error beside it', async () => {
    await addPart(page, 'SQL expression');
    await form(page).getByLabel('SQL expression').fill('no_such_column = 1');
    await expect(form(page).getByRole('alert')).toContainText('no_such_column');
    await form(page).getByLabel('SQL expression').fill("country = 'FR'");
    await expect(form(page).getByRole('alert')).toHaveCount(0);
    await expect(rows).toHaveText(some);
  });
});

test('a variable stands for a value; a rule becomes a filter, is used with other values, and is taken apart', async ({ page }) => {
  await page.getByRole('button', { name: 'Add variable' }).click();
  await form(page).getByLabel('Name of the variable').fill('tier');
  await form(page).getByLabel('Value of tier').fill('gold');
  await addAlone(page, 'Build audience');
  const rows = count(page, 'build-audience');
  await addPart(page, 'Condition');
  await choose(page, form(page), 'Attribute', 'loyalty_tier');
  await choose(page, form(page), 'Test', 'is');
  await form(page).getByLabel('Value', { exact: true }).fill('gold');
  await expect(rows).not.toHaveText('20,000');
  const gold = (await rows.textContent()) ?? '';
  await form(page).getByRole('button', { name: 'Use a variable' }).click();
  await expect(form(page).getByText('customers: loyalty_tier is $tier')).toBeVisible();
  await expect(rows).toHaveText(gold);
  await form(page).getByRole('button', { name: 'Write a value' }).click();
  await form(page).getByLabel('Value', { exact: true }).fill('silver');
  await expect(rows).not.toHaveText(gold);
  const silver = (await rows.textContent()) ?? '';

  await form(page).getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Save as filter' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name of the filter').fill('Of a tier');
  await dialog.getByRole('switch', { name: 'loyalty_tier is silver' }).click();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(form(page).getByLabel('Filter', { exact: true })).toHaveText('Of a tier');
  await expect(rows).toHaveText(silver);
  await form(page).getByLabel('Value of loyalty_tier').fill('gold');
  await expect(rows).toHaveText(gold);
  await expect(form(page).getByText('It means: loyalty_tier is gold')).toBeVisible();

  await form(page).getByRole('button', { name: 'Edit filter' }).click();
  await choose(page, dialog, 'Test', 'is not');
  await dialog.getByLabel('Also people with no value').click();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(rows).not.toHaveText(gold);
  await form(page).getByRole('button', { name: 'Turn into conditions' }).click();
  await expect(form(page).getByText('customers: loyalty_tier is not gold')).toBeVisible();
  await expect(form(page).getByLabel('Also people with no value')).not.toBeChecked();

  await addPart(page, 'Saved filter');
  await expect(form(page).getByLabel('Filter', { exact: true })).toHaveText('Of a tier');
  await expect(page.getByTestId('counting')).toContainText('Saved');
  await page.getByRole('navigation').getByRole('button', { name: 'Audiences' }).click();
  const filters = page.getByRole('table', { name: 'Saved filters' });
  await expect(filters).toContainText('loyalty_tier');
  await filters.getByRole('button', { name: 'Remove Of a tier' }).click();
  const removal = page.getByRole('dialog', { name: 'Remove “Of a tier”?' });
  await expect(removal.getByRole('list', { name: 'Used by' })).toContainText('Autumn return');
  await removal.getByRole('button', { name: 'Cancel' }).click();
  await expect(filters).toContainText('Of a tier');
});

test('a campaign’s variable may be a count, and a new name follows it wherever it is used', async ({ page }) => {
  await page.getByRole('button', { name: 'Add variable' }).click();
  await form(page).getByLabel('Name of the variable').fill('buyers');
  await choose(page, form(page), 'Type', 'Number');
  await form(page).getByRole('radio', { name: 'A count' }).click();
  await choose(page, form(page), 'People counted', 'People in Bought this half-year');
  await addAlone(page, 'Build audience');
  await addPart(page, 'Condition');
  await choose(page, form(page), 'Attribute', 'loyalty_points');
  await choose(page, form(page), 'Test', 'is at most');
  await form(page).getByRole('button', { name: 'Use a variable' }).click();
  await expect(count(page, 'build-audience')).toHaveText(/^[\d,]+$/);
  await page.locator('.react-flow__pane').click({ position: { x: 20, y: 20 } });
  await form(page).getByLabel('Name of the variable').fill('recent_buyers');
  await page.locator('.react-flow__node[data-id=build-audience]').click();
  await expect(form(page).getByText('customers: loyalty_points is at most $recent_buyers')).toBeVisible();
});

test('a rule is shown as SQL; SQL becomes a rule, or is kept as it is', async ({ page }) => {
  await addAlone(page, 'Build audience');
  const rows = count(page, 'build-audience');
  await addPart(page, 'Condition');
  await choose(page, form(page), 'Attribute', 'loyalty_tier');
  await choose(page, form(page), 'Test', 'is');
  await form(page).getByLabel('Value', { exact: true }).fill('gold');
  await expect(rows).not.toHaveText('20,000');
  const gold = (await rows.textContent()) ?? '';
  const dialog = page.getByRole('dialog');
  const write = async (sql: string) => {
    await dialog.locator('.monaco-editor').click();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.insertText(sql);
  };

  await form(page).getByRole('button', { name: 'Show as SQL' }).click();
  await expect(dialog.locator('.view-lines')).toContainText("c.loyalty_tier COLLATE NOCASE.NOACCENT = 'gold'");
  await expect(dialog.getByRole('button', { name: 'Use as rule' })).toBeDisabled();
  await write("SELECT customer_id FROM customers WHERE loyalty_tier = 'gold' OR country = 'FR'");
  await expect(dialog.getByText('customers: loyalty_tier is gold (exactly) or country is FR (exactly)')).toBeVisible();
  await dialog.getByRole('button', { name: 'Use as rule' }).click();
  await expect(form(page).getByRole('radio', { name: 'Any of' })).toBeChecked();
  await expect(rows).not.toHaveText(gold);

  await form(page).getByRole('button', { name: 'Show as SQL' }).click();
  await write('SELECT customer_id FROM nowhere');
  await expect(dialog.getByRole('alert')).toContainText('nowhere');
  await expect(dialog.getByRole('button', { name: 'Use as rule' })).toBeDisabled();
  await write("SELECT customer_id FROM customers WHERE loyalty_tier = 'gold' ORDER BY customer_id LIMIT 5");
  await page.keyboard.type(' OFFSET 1');
  await expect(dialog.getByText('A rule has nothing like OFFSET.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Keep as SQL' }).click();
  await expect(rows).toHaveText('5');
  await form(page).getByRole('button', { name: 'Show as SQL' }).click();
  await expect(dialog.locator('.view-lines')).toContainText('OFFSET 1');
});

test('conditions are dragged within, into and out of groups, and no further than they mean something', async ({ page }) => {
  await addAlone(page, 'Build audience');
  const grip = (part: Locator) => part.getByRole('button', { name: 'Move condition' }).first();
  const part = (attribute: string) =>
    form(page)
      .locator('[data-movable]', { has: page.getByText(attribute, { exact: true }) })
      .last();
  const rule = (words: string) => form(page).getByText(`customers: ${words}`, { exact: true });
  const landing = form(page).locator('.rule-landing');
  await addPart(page, 'Condition');
  await choose(page, form(page), 'Attribute', 'loyalty_tier');
  await addPart(page, 'Group');
  await choose(page, form(page).locator('.rule-group .rule-group'), 'Attribute', 'country');
  await addPart(page, 'Related rows');
  await choose(page, form(page), 'Related rows', 'orders');
  await form(page).locator('.rule-frame').getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Condition', exact: true }).click();
  await choose(page, form(page).locator('.rule-frame'), 'Attribute', 'channel');
  await expect(rule('loyalty_tier is not empty and country is not empty and has orders (channel is not empty)')).toBeVisible();

  await test.step('into a group, where a line shows it', async () => {
    await drag(page, grip(part('loyalty_tier')), part('country'), 'below');
    await expect(landing).toHaveCount(1);
    await page.mouse.up();
    await expect(rule('(country is not empty or loyalty_tier is not empty) and has orders (channel is not empty)')).toBeVisible();
    await expect(form(page).getByText('In the other group: condition 2 of 2')).toHaveCount(1);
    await expect(landing).toHaveCount(0);
  });
  await test.step('as one step of undo', async () => {
    await page.getByRole('button', { name: 'Undo: move condition' }).click();
    await expect(rule('loyalty_tier is not empty and country is not empty and has orders (channel is not empty)')).toBeVisible();
    await page.getByRole('button', { name: 'Redo: move condition' }).click();
  });
  await test.step('a whole group with all that is in it', async () => {
    await drag(page, grip(form(page).locator('[data-movable]').first()), form(page).locator('.rule-frame'), 'below');
    await page.mouse.up();
    await expect(rule('has orders (channel is not empty) and (country is not empty or loyalty_tier is not empty)')).toBeVisible();
  });
  await test.step('Escape gives it up', async () => {
    await drag(page, grip(part('country')), part('loyalty_tier'), 'below');
    await expect(landing).toHaveCount(1);
    await page.keyboard.press('Escape');
    await page.mouse.up();
    await expect(landing).toHaveCount(0);
    await expect(rule('has orders (channel is not empty) and (country is not empty or loyalty_tier is not empty)')).toBeVisible();
  });
  await test.step('not out of the rows it is about', async () => {
    await drag(page, grip(part('channel')), part('country'), 'below');
    await expect(landing).toHaveCount(0);
    await page.mouse.up();
    await expect(rule('has orders (channel is not empty) and (country is not empty or loyalty_tier is not empty)')).toBeVisible();
  });
  await test.step('by a click for who does not drag', async () => {
    await grip(part('loyalty_tier')).click();
    await page.getByRole('menuitem', { name: /^Out of its group/ }).click();
    await expect(rule('has orders (channel is not empty) and country is not empty and loyalty_tier is not empty')).toBeVisible();
    await expect(grip(part('loyalty_tier'))).toBeFocused();
  });
  await test.step('by keys, and the focus goes along', async () => {
    await page.keyboard.press('Alt+ArrowUp');
    await expect(rule('has orders (channel is not empty) and loyalty_tier is not empty and country is not empty')).toBeVisible();
    await expect(grip(part('loyalty_tier'))).toBeFocused();
  });
  await test.step('undone one by one, and then what was done before', async () => {
    for (let moves = 0; moves < 4; moves++) await page.getByRole('button', { name: 'Undo: move condition' }).click();
    await page.getByRole('button', { name: 'Undo: change Build audience' }).click();
    await expect(
      form(page).getByText(/^customers: loyalty_tier is not empty and country is not empty and has orders \((?!channel)/),
    ).toBeVisible();
  });
});

/** Drags by the mouse onto the upper or the lower part of something, and holds it there. */
async function drag(page: Page, from: Locator, onto: Locator, where: 'above' | 'below'): Promise<void> {
  await from.scrollIntoViewIfNeeded();
  await from.hover();
  await page.mouse.down();
  const box = await onto.boundingBox();
  if (!box) throw new Error('there is nothing to drag it onto');
  const y = box.y + box.height * (where === 'above' ? 0.2 : 0.8);
  await page.mouse.move(box.x + box.width / 2, y - 3, { steps: 4 });
  await page.mouse.move(box.x + box.width / 2, y, { steps: 2 });
}

test('a span of days on moments takes in its last; none of a group says who is in it; values are picked by keys', async ({ page }) => {
  await addAlone(page, 'Build audience');
  const rows = count(page, 'build-audience');
  await test.step('between two days is as many as on the day', async () => {
    await addPart(page, 'Related rows');
    await choose(page, form(page), 'Related rows', 'orders');
    await form(page).locator('.rule-frame').getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Condition', exact: true }).click();
    await choose(page, form(page), 'Attribute', 'ordered_at');
    await choose(page, form(page), 'Test', 'is on');
    await expect(rows).toHaveText(/^(?!20,000$)[1-9][\d,]*$/);
    const onTheDay = await rows.textContent();
    await choose(page, form(page), 'Test', 'is between');
    await expect(form(page).getByText(/ordered_at is between (.+ 20\d\d) and \1/)).toBeVisible();
    await expect(rows).toHaveText(onTheDay ?? '');
    const to = form(page).getByRole('group', { name: 'To', exact: true });
    await to.getByRole('spinbutton', { name: /year/ }).click();
    await page.keyboard.type('2001');
    await expect(form(page).getByText('Nothing lies between: the first is greater than the second.')).toBeVisible();
    await expect(rows).toHaveText('0');
    await removePart(page);
  });
  await test.step('how many related rows', async () => {
    await addPart(page, 'Related rows');
    await choose(page, form(page), 'Related rows', 'orders');
    await expect(rows).toHaveText(/^(?!20,000$)[1-9][\d,]*$/);
    const any = Number((await rows.textContent())?.replace(',', ''));
    await choose(page, form(page), 'How many related rows', 'Has a number of');
    await expect(form(page).getByText('customers: Number of orders is at least 2')).toBeVisible();
    await expect.poll(async () => Number((await rows.textContent())?.replace(',', ''))).toBeLessThan(any);
    await removePart(page);
  });
  await test.step('none of', async () => {
    await addPart(page, 'Condition');
    await choose(page, form(page), 'Attribute', 'country');
    await choose(page, form(page), 'Test', 'is');
    await form(page).getByRole('button', { name: 'Pick from the data' }).click();
    await expect(page.getByRole('dialog', { name: 'Pick from the data' }).getByRole('listitem')).not.toHaveCount(0);
    await page.getByRole('dialog', { name: 'Pick from the data' }).getByRole('textbox').press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog', { name: 'Pick from the data' })).toBeHidden();
    await expect(form(page).getByLabel('Value', { exact: true })).toHaveValue(/^[A-Z]{2}$/);
    const picked = await form(page).getByLabel('Value', { exact: true }).inputValue();
    await form(page).getByRole('radio', { name: 'None of' }).first().click();
    await expect(form(page).getByText(`customers: not (country is ${picked}), also where there is no value`)).toBeVisible();
    await expect(form(page).getByText('Who has no value is among them.', { exact: false })).toBeVisible();
  });
});
