import { afterEach, beforeEach, expect, test } from 'vitest';
import { closeCampaign, openCampaign, select, showCampaignAsSaved, useCampaign } from '../../../renderer/state/campaign';
import { connectHost } from '../../../renderer/state/host';
import { leaveWorkspace } from '../../../renderer/state/leaving';
import { enterWorkspace, go, keepLook, lookOf, tellLeft, useSession, visit } from '../../../renderer/state/session';
import { openHost, type TestHost } from '../../support/host';
import { campaign } from '../flow-document';

let host: TestHost;
beforeEach(async () => {
  host = await openHost();
  const { call } = host.client;
  connectHost((method, input, options) => call(method, input, options));
  await enterWorkspace(await call('workspace.create', { folder: host.at('w'), name: 'One' }));
  await call('campaign.save', { campaign });
});
afterEach(async () => {
  await leaveWorkspace();
  await host.close();
});

const here = () => useSession.getState().place;
const open = () => openCampaign(campaign, { counting: 'c', keeping: '', elsewhere: 'e' }, () => true);

test('Campaigns is the campaign one was in, and from there the list, which forgets it', () => {
  visit('campaigns');
  expect(here()).toEqual({ name: 'campaigns' });
  go('campaigns', 'spring');
  visit('data');
  go('audiences', 'best');
  visit('campaigns');
  expect(here()).toEqual({ name: 'campaigns', item: 'spring' });
  visit('campaigns');
  expect(here()).toEqual({ name: 'campaigns' });
  visit('data');
  visit('campaigns');
  expect(here()).toEqual({ name: 'campaigns' });
});

test('what was selected is selected again, as far as it is still there; from the list it is opened anew', async () => {
  go('campaigns', 'spring');
  await open();
  select({ activities: ['a', 'gone'] });
  await closeCampaign();
  visit('data');
  visit('campaigns');
  await open();
  expect(useCampaign.getState().selection).toEqual({ activities: ['a'] });
  select({ activities: ['b'] });
  await showCampaignAsSaved();
  expect(useCampaign.getState().selection).toEqual({ activities: ['b'] });
  await closeCampaign();
  go('campaigns');
  go('campaigns', 'spring');
  await open();
  expect(useCampaign.getState().selection).toEqual({ activities: [] });
  await closeCampaign();
});

test('what is selected while the campaign is read again stays selected, as far as it is still there', async () => {
  go('campaigns', 'spring');
  await open();
  select({ activities: ['b'] });
  const { call } = host.client;
  connectHost((method, input, options) => {
    if (method === 'campaign.look') select({ activities: ['a', 'gone'] });
    return call(method, input, options);
  });
  await showCampaignAsSaved();
  expect(useCampaign.getState().selection).toEqual({ activities: ['a'] });
  await closeCampaign();
});

test('a look at another campaign, or at one of another workspace, is kept for none', async () => {
  go('campaigns', 'spring');
  keepLook('other', { outlined: true });
  expect(lookOf('spring')).toEqual({});
  keepLook('spring', { outlined: true });
  expect(lookOf('spring')).toEqual({ outlined: true });
  expect(lookOf('other')).toEqual({});
  await enterWorkspace(await host.client.call('workspace.create', { folder: host.at('v'), name: 'Two' }));
  expect(lookOf('spring')).toEqual({});
  go('campaigns', 'spring');
  visit('home');
  await leaveWorkspace();
  await enterWorkspace(await host.client.call('workspace.open', { folder: host.at('v') }));
  visit('campaigns');
  expect(here()).toEqual({ name: 'campaigns' });
});

test('what another window closed is told where it is shown, and not to who closed it here', async () => {
  const left = { folder: host.at('w') };
  tellLeft(left);
  expect(useSession.getState().left).toEqual(left);
  await leaveWorkspace();
  expect(useSession.getState().left).toBeUndefined();
  tellLeft(left);
  expect(useSession.getState().left).toBeUndefined();
  await enterWorkspace(await host.client.call('workspace.create', { folder: host.at('next'), name: 'Two' }));
});
