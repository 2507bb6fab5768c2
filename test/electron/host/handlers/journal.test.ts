import { appendFile, readFile, truncate, writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sampleCampaign } from '../../../../core/sample/documents';
import { openHost, type TestHost } from '../../../support/host';

let host: TestHost;
const file = () => host.at('w/undo/campaign-autumn-return.jsonl');
const named = (name: string) => ({ ...sampleCampaign, name });
const rename = (name: string) => ({ label: `rename to ${name}`, patch: { fields: { name: { set: name } }, without: [] } });

/** Opens the workspace as another start of the app does. */
async function startAgain(): Promise<void> {
  await host.client.call('workspace.close', {});
  await host.client.call('workspace.open', { folder: host.at('w') });
}

const entries = async () => (await host.client.call('campaign.journal', { id: sampleCampaign.id })).entries;

beforeEach(async () => {
  host = await openHost();
  const { call } = host.client;
  await call('workspace.create', { folder: host.at('w'), name: 'Undo' });
  await call('campaign.save', { campaign: sampleCampaign });
  expect(await entries()).toHaveLength(1);
  await call('campaign.save', { campaign: named('One'), edits: { after: 1, entries: [rename('One')] } });
  await call('campaign.save', { campaign: named('Two'), edits: { after: 2, entries: [rename('Two')] } });
});
afterEach(() => host.close());

test('edits are there after a restart', async () => {
  await startAgain();
  expect(await entries()).toEqual([{ base: sampleCampaign }, rename('One'), rename('Two')]);
});

test('lines sent twice are there once', async () => {
  await host.client.call('campaign.save', { campaign: named('Two'), edits: { after: 2, entries: [rename('Two')] } });
  await startAgain();
  expect(await entries()).toHaveLength(3);
});

test('a line cut off by a kill is left out, and the next goes behind the whole ones', async () => {
  await truncate(file(), (await readFile(file())).length - 5);
  await startAgain();
  expect(await entries()).toEqual([{ base: sampleCampaign }, rename('One'), { patch: { fields: { name: { set: 'Two' } }, without: [] } }]);
  await host.client.call('campaign.save', { campaign: named('Three'), edits: { after: 3, entries: [rename('Three')] } });
  await startAgain();
  expect((await entries()).at(-1)).toEqual(rename('Three'));
});

test('what was written down but not saved can be redone', async () => {
  await appendFile(file(), `${JSON.stringify(rename('Three'))}\n`);
  await startAgain();
  expect((await entries()).slice(-2)).toEqual([rename('Three'), { move: -1 }]);
});

test('a journal of nothing sensible is begun anew', async () => {
  await writeFile(file(), 'x\n');
  await startAgain();
  expect(await entries()).toEqual([{ base: named('Two') }]);
});

test('a new campaign with an old id has nothing to undo', async () => {
  await host.client.call('campaign.remove', { id: sampleCampaign.id });
  await host.client.call('campaign.save', { campaign: named('New') });
  expect(await entries()).toEqual([{ base: named('New') }]);
});
