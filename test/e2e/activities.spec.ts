import { zipOf } from '../support/zip-of';
import { addAlone, addBehind, choose, connect, count, form } from './support/canvas';
import { writeDate } from './support/dates';
import { expect, openSample, test } from './support/window';

test.beforeEach(async ({ page, shell }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openSample(page, shell.url);
});

test('a sample is drawn by percent, by number and in an order', async ({ page }) => {
  await addAlone(page, 'Build audience');
  await addBehind(page, 'build-audience', 'Sample');
  await expect(count(page, 'sample')).toHaveText('2,000');
  await choose(page, form(page), 'How many: Number / Percent', 'Number');
  await form(page).getByLabel('Number', { exact: true }).fill('500');
  await form(page).getByLabel('Also pass on the rest').click();
  await expect(count(page, 'sample')).toHaveText('500');
  await expect(count(page, 'sample', 'complement')).toHaveText('19,500');
  await choose(page, form(page), 'Which rows', 'At intervals');
  await form(page).getByLabel('One row in every').fill('40');
  await expect(count(page, 'sample')).toHaveText('500');
  await expect(form(page).getByText('One in 40, from row 1')).toBeVisible();
});

test('branches part, are tested, wait and come together', async ({ page }) => {
  await addAlone(page, 'Build audience');
  await addBehind(page, 'build-audience', 'Fork');
  await form(page).getByLabel('Name of the branch').first().fill('Ours');
  await expect(page.locator('.react-flow__node[data-id=fork]').getByText('Ours', { exact: true })).toBeVisible();
  await expect(count(page, 'fork', 'branch-1')).toHaveText('20,000');
  await expect(count(page, 'fork', 'branch-2')).toHaveText('20,000');

  await addBehind(page, 'fork', 'Wait');
  await form(page).getByLabel('How long', { exact: true }).last().fill('3');
  await expect(form(page).getByText('Waits 3 days')).toBeVisible();
  await form(page).getByRole('radio', { name: 'Until a date' }).click();
  await writeDate(form(page).getByRole('group', { name: 'Date and time' }), '010620300930');
  await expect(form(page).getByText(/^Waits until .*2030/)).toBeVisible();

  await addBehind(page, 'wait', 'Test');
  await expect(count(page, 'test', 'branch-1')).toHaveText('20,000');
  await form(page).getByLabel('Compared with').fill('30000');
  await expect(count(page, 'test', 'branch-1')).toHaveText('0');
  await expect(count(page, 'test', 'default')).toHaveText('20,000');
  await addBehind(page, 'test', 'Alert');
  await form(page).getByLabel('Title').fill('Too few people');
  await expect(form(page).getByText('Tells the team: Too few people')).toBeVisible();

  await addBehind(page, 'fork', 'And-join');
  await connect(page, 'alert', 'and-join');
  await page.locator('.react-flow__node[data-id=and-join]').click();
  await choose(page, form(page), 'Goes on with', '2. Alert');
  await expect(count(page, 'and-join')).toHaveText('0');
  await page.locator('.react-flow__node[data-id=test]').click();
  await form(page).getByLabel('Compared with').fill('100');
  await expect(count(page, 'and-join')).toHaveText('20,000');
  await page.locator('.react-flow__node[data-id=and-join]').click();
  await choose(page, form(page), 'Goes on with', '1. Fork · Branch 2');
  await addBehind(page, 'and-join', 'End');
  await expect(form(page).getByText('Ends here')).toBeVisible();
  await expect(page.locator('.react-flow__node[data-id=end] .node-output')).toHaveCount(0);
});

test('a start says what begins the campaign, and an end starts another with values', async ({ page }) => {
  await page.getByRole('button', { name: 'Add variable' }).click();
  await form(page).getByLabel('Name of the variable').fill('tier');
  await addAlone(page, 'Start');
  await choose(page, form(page), 'What begins the campaign', 'Another campaign');
  await form(page).getByLabel('$tier').click();
  await expect(form(page).getByText('Begun by another campaign with tier')).toBeVisible();
  await addBehind(page, 'start', 'Build audience');
  await expect(count(page, 'build-audience')).toHaveText('20,000');
  await expect(page.locator('[data-carries=nobody]')).toHaveCount(1);
  await expect(page.getByTestId('counting')).toContainText('Saved');

  await page.getByRole('button', { name: 'Campaigns' }).first().click();
  await page.getByRole('button', { name: 'New campaign' }).first().click();
  await addAlone(page, 'Build audience');
  await addBehind(page, 'build-audience', 'End');
  await form(page).getByLabel('Start another campaign').click();
  await form(page).getByLabel('Value of tier').fill('gold');
  await expect(form(page).getByText('Starts Autumn return')).toBeVisible();
});

test('rows of a file find their people', async ({ page }) => {
  await addAlone(page, 'Load file');
  const chooser = page.waitForEvent('filechooser');
  await form(page).getByRole('button', { name: 'Choose file' }).click();
  const lines = ['customer_id;voucher', ' c0000001 ;A', 'C0000002;B', 'C0000002;C', 'nobody;D'];
  await (await chooser).setFiles({ name: 'vouchers.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) });
  const dialog = page.getByRole('dialog', { name: 'How vouchers.csv is read' });
  await expect(dialog.getByLabel('Delimiter')).toHaveText(';');
  await dialog.getByRole('button', { name: 'Values of customer_id' }).click();
  await dialog.getByLabel('Drop blanks around the value').click();
  await choose(page, dialog, 'Letters', 'Capital');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(count(page, 'load-file')).toHaveText('4');
  await page.getByRole('table', { name: 'Rows' }).getByText('C0000001').waitFor();

  await addBehind(page, 'load-file', 'Reconcile');
  await expect(form(page).getByLabel('Column of the rows that arrive')).toHaveText('customer_id');
  await form(page).getByLabel('Also pass on what found nobody').click();
  await expect(count(page, 'reconcile')).toHaveText('2');
  await form(page).getByRole('button', { name: 'Find only some of them' }).click();
  await form(page).getByLabel('Keep rows that find nothing').click();
  await expect(count(page, 'reconcile')).toHaveText('4');
});

test('lines of a file that are refused go on apart, with their reasons', async ({ page }) => {
  await addAlone(page, 'Load file');
  const chooser = page.waitForEvent('filechooser');
  await form(page).getByRole('button', { name: 'Choose file' }).click();
  const lines = ['customer_id,points', 'C0000001,10', 'C0000002,many', 'C0000003,30'];
  await (await chooser).setFiles({ name: 'points.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) });
  const dialog = page.getByRole('dialog', { name: 'How points.csv is read' });
  await choose(page, dialog, 'Type points', 'Whole number');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(count(page, 'load-file')).toHaveText('2');
  await expect(count(page, 'load-file', 'complement')).toHaveCount(0);
  const apart = form(page).getByRole('switch', { name: 'Also pass on the refused lines, with their reasons' });
  await apart.click();
  await expect(count(page, 'load-file', 'complement')).toHaveText('1');
  const node = page.locator('.react-flow__node[data-id=load-file]');
  await expect(node.getByText('Refused', { exact: true })).toBeVisible();
  const dock = page.getByRole('region', { name: 'Rows' });
  await choose(page, dock, 'Which rows', 'Refused');
  await expect(dock.getByRole('table', { name: 'Rows' })).toContainText('many');
  await apart.click();
  await expect(count(page, 'load-file', 'complement')).toHaveCount(0);
});

test('a file that cannot be read as it is found is read otherwise, as in the Data place', async ({ page }) => {
  await addAlone(page, 'Load file');
  const chooser = page.waitForEvent('filechooser');
  await form(page).getByRole('button', { name: 'Choose file' }).click();
  const files = { 'about.pdf': Buffer.from('%PDF-1.7'), 'codes.txt': Buffer.from('code   name\n007    Ana\n008    Bo\n') };
  await (await chooser).setFiles({ name: 'codes.zip', mimeType: 'application/zip', buffer: zipOf(files) });
  const dialog = page.getByRole('dialog', { name: 'How codes.zip is read' });
  await expect(dialog.getByRole('button', { name: 'Save' })).toBeDisabled();
  await choose(page, dialog, 'File in the archive', 'codes.txt');
  await expect(dialog.getByLabel('Encoding')).toHaveText('utf-8');
  await choose(page, dialog, 'Values stand', 'in columns, by position');
  await dialog.getByLabel('Columns begin at character').fill('1, 8');
  await dialog.getByLabel('Rows of names').fill('1');
  await expect(dialog.getByRole('region', { name: 'Preview' }).getByRole('columnheader')).toHaveText(['code', 'name']);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(count(page, 'load-file')).toHaveText('2');
  await form(page).getByRole('button', { name: 'Columns and format' }).click();
  await expect(dialog.getByLabel('Columns begin at character')).toHaveValue('1, 8');
});

test('only what no confirmed run has taken is selected', async ({ page }) => {
  await addAlone(page, 'Incremental query');
  await form(page).getByRole('radio', { name: 'By key' }).click();
  await form(page).getByLabel('Remember for (days)').fill('30');
  await expect(form(page).getByText('All customers, not taken in the last 30 days')).toBeVisible();
  await expect(count(page, 'incremental-query')).toHaveText('20,000');
});

test('what the older activities learnt: attributes, primary, merge, related rows, members', async ({ page }) => {
  await test.step('a saved audience brings attributes along', async () => {
    await addAlone(page, 'Read audience');
    await form(page).getByRole('button', { name: 'Add attribute' }).click();
    await form(page).getByLabel('Column name').fill('first');
    await expect(form(page).getByText('Contacted in the last 7 days with first')).toBeVisible();
  });
  await test.step('duplicates fill the gaps', async () => {
    await addBehind(page, 'read-audience', 'Deduplicate');
    await form(page).getByRole('button', { name: 'Fill gaps from the duplicates: Add column' }).click();
    await page.getByRole('menuitem', { name: 'first', exact: true }).click();
    await expect(form(page).getByText('One per customer_id, filling first')).toBeVisible();
    await expect(count(page, 'deduplicate')).toHaveText(/^[\d,]+$/);
  });
  await test.step('related rows become columns', async () => {
    await addBehind(page, 'deduplicate', 'Enrich');
    await form(page).getByRole('button', { name: 'Related rows' }).click();
    await expect(form(page).getByText(/^Makes \w+_1_\w+ … \w+_3_\w+/)).toBeVisible();
    await expect(count(page, 'enrich')).toHaveText(/^[\d,]+$/);
    await expect(page.getByRole('table', { name: 'Rows' }).getByRole('columnheader', { name: /_2_/ })).toBeVisible();
  });
  await test.step('people are added to a saved audience, with columns', async () => {
    await addBehind(page, 'enrich', 'Save audience');
    await choose(page, form(page), 'What it does', 'Add these people');
    await form(page).getByLabel('Save as').fill('Late Guests');
    await form(page).getByRole('button', { name: 'Columns kept beside the key: Add column' }).click();
    await page.getByRole('menuitem', { name: 'first', exact: true }).click();
    await expect(form(page).getByText('Saves as late-guests, which is new; every later run adds to it')).toBeVisible();
  });
  await test.step('an input of another entity is taken out along a link', async () => {
    await page.locator('.react-flow__node[data-id=rested]').click();
    await choose(page, form(page), 'Start from', '2. Contacted this week');
    await expect(form(page).getByText('Contacted this week, without the others')).toBeVisible();
    await page.keyboard.press('Control+z');
    await addAlone(page, 'Combine');
    await choose(page, form(page), 'Operation', 'Exclusion');
    await connect(page, 'rested', 'combine');
    await connect(page, 'upcoming', 'combine');
    await page.locator('.react-flow__node[data-id=combine]').click();
    await form(page).getByRole('radio', { name: 'By a link' }).click();
    await expect(form(page).getByLabel('Related rows')).toHaveText('customer');
  });
});
