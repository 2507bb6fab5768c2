import { choose } from './support/canvas';
import { expect, openSample, test } from './support/window';

test('a row is followed through the campaign, from the rows and by its key', async ({ page, shell }) => {
  await openSample(page, shell.url);
  const dock = page.getByRole('region', { name: 'Rows' });
  const node = (id: string) => page.locator(`.react-flow__node[data-id="${id}"] .node`);

  await page.locator('.react-flow__node[data-id="buyers"]').click();
  const rows = dock.getByRole('table', { name: 'Rows' });
  const first = rows.getByRole('row').nth(1);
  const key = await first.getByRole('cell').nth(1).textContent();
  await first.getByRole('button', { name: 'Tell why' }).click();
  const buyers = dock.getByTestId('why-buyers');
  await expect(buyers).toContainText('passed on');
  await expect(buyers).toContainText(/has orders/);
  await expect(dock.getByRole('heading', { name: new RegExp(`customer_id ${key}`) })).toBeVisible();
  await expect(node('buyers')).toHaveAttribute('data-way', 'passed');
  const lit = page.locator('.arrow[data-way=true]');
  await expect(lit).not.toHaveCount(0);

  await choose(page, dock, 'Whose row', 'customers');
  await dock.getByLabel('customer_id').fill('C0000012');
  await dock.getByRole('button', { name: 'Tell why' }).click();
  await expect(dock.getByRole('heading', { name: /customer_id C0000012/ })).toBeVisible();
  const contacted = dock.getByTestId('why-contacted');
  await expect(contacted).toContainText('not passed on');
  await expect(contacted).toContainText('False');
  await expect(contacted).toContainText('0 of 2 rows of contacts');
  await expect(node('contacted')).toHaveAttribute('data-way', 'dropped');
  await expect(dock.getByTestId('why-guests')).toHaveCount(0);
  await dock.getByRole('button', { name: /^Also show \d activities/ }).click();
  await expect(dock.getByTestId('why-guests')).toContainText('did not arrive');

  await contacted.getByRole('button', { name: 'Contacted this week' }).click();
  await expect(page.locator('.react-flow__node[data-id="contacted"].selected')).toHaveCount(1);

  await dock.getByLabel('customer_id').fill('nobody');
  await dock.getByRole('button', { name: 'Tell why' }).click();
  await expect(dock.getByRole('alert')).toContainText('nobody');
  await page.getByRole('tab', { name: 'Rows' }).click();
  await expect(node('buyers')).not.toHaveAttribute('data-way', /./);
  await expect(lit).toHaveCount(0);
});
