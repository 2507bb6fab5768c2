import { writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sampleCampaign } from '../../../../core/sample/documents';
import { openHost, type TestHost } from '../../../support/host';

let host: TestHost;
const id = sampleCampaign.id;
const look = { at: '2026-11-20T08:00:00.000Z', counts: [{ activity: 'buyers', output: 'out', rows: 12 }] };
const seen = async () => (await host.client.call('campaign.look', { id })).look;

beforeEach(async () => {
  host = await openHost();
  await host.client.call('workspace.create', { folder: host.at('w'), name: 'Looks' });
  await host.client.call('campaign.save', { campaign: sampleCampaign });
});
afterEach(() => host.close());

test('counts that were seen are there after a restart, and gone with their campaign', async () => {
  expect(await seen()).toBeUndefined();
  await host.client.call('campaign.keepLook', { id, look });
  await host.client.call('workspace.close', {});
  await host.client.call('workspace.open', { folder: host.at('w') });
  expect(await seen()).toEqual(look);
  await host.client.call('campaign.remove', { id });
  expect(await seen()).toBeUndefined();
});

test('counts that cannot be read are none', async () => {
  await host.client.call('campaign.keepLook', { id, look });
  await writeFile(host.at('w/looks/campaign-autumn-return.json'), '{"at": 1');
  expect(await seen()).toBeUndefined();
});
