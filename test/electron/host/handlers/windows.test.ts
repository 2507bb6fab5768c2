import { existsSync, readdirSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Campaign } from '../../../../core/model/campaign';
import { openHost, type TestHost } from '../../../support/host';

let host: TestHost;
beforeEach(async () => {
  host = await openHost();
});
afterEach(() => host.close());

const campaign = (name: string): Campaign => ({
  format: 1,
  id: 'c',
  name,
  seed: 's',
  flow: { activities: [], transitions: [] },
  layout: {},
});
const edit = (after: number, name: string) => ({
  campaign: campaign(name),
  edits: { after, entries: [{ label: 'rename', patch: { fields: { name: { set: name } }, without: [] } }] },
});

it('a window writes nothing into a workspace that another opened in place of its own', async () => {
  const [{ call: one }, { call: two }] = [host.client, host.window()];
  await one('workspace.create', { folder: host.at('first'), name: 'First' });
  expect((await two('workspace.current', {}))?.name).toBe('First');
  await one('campaign.save', { campaign: campaign('C') });
  await two('workspace.create', { folder: host.at('second'), name: 'Second' });
  const left = { code: 'workspace-left', details: { folder: host.at('first'), now: host.at('second') } };
  await expect(one('campaign.save', edit(1, 'D'))).rejects.toMatchObject(left);
  await expect(one('workspace.current', {})).rejects.toMatchObject(left);
  expect(await two('campaign.list', {})).toEqual([]);
  expect((await one('app.recent', {})).length).toBe(2);
  await one('app.forgetRecent', { folder: host.at('second') });
  expect((await one('app.recent', {})).length).toBe(1);
  await one('workspace.open', { folder: host.at('first') });
  await one('campaign.save', { campaign: campaign('C') });
  await expect(two('campaign.list', {})).rejects.toMatchObject({ code: 'workspace-left' });
  await two('workspace.open', { folder: host.at('second') });
  expect(await two('campaign.list', {})).toEqual([]);
});

it('a window that another closed the workspace of never goes over to the next one unasked', async () => {
  const [{ call: one }, { call: two }] = [host.client, host.window()];
  await one('workspace.create', { folder: host.at('first'), name: 'First' });
  expect((await two('workspace.current', {}))?.name).toBe('First');
  await two('workspace.close', {});
  const closed = { code: 'workspace-closed', details: { folder: host.at('first') } };
  for (const method of ['campaign.list', 'workspace.current', 'workspace.close'] as const)
    await expect(one(method, {})).rejects.toMatchObject(closed);
  expect(await two('workspace.current', {})).toBeNull();
  await two('workspace.create', { folder: host.at('second'), name: 'Second' });
  await expect(one('campaign.save', { campaign: campaign('C') })).rejects.toMatchObject({ code: 'workspace-left' });
  await expect(one('workspace.close', {})).rejects.toMatchObject({ code: 'workspace-left' });
  expect(await two('campaign.list', {})).toEqual([]);
});

it('a window that shows no workspace takes up the one another opens', async () => {
  const [{ call: one }, { call: two }] = [host.client, host.window()];
  expect(await one('workspace.current', {})).toBeNull();
  await two('workspace.create', { folder: host.at('second'), name: 'Second' });
  expect((await one('workspace.current', {}))?.name).toBe('Second');
  await one('workspace.close', {});
  await expect(two('campaign.list', {})).rejects.toMatchObject({ code: 'workspace-closed' });
});

it('a window is bound to the workspace it took up unasked', async () => {
  const [{ call: one }, { call: two }] = [host.client, host.window()];
  await two('workspace.create', { folder: host.at('first'), name: 'First' });
  expect(await one('campaign.list', {})).toEqual([]);
  await two('workspace.create', { folder: host.at('second'), name: 'Second' });
  await expect(one('campaign.list', {})).rejects.toMatchObject({ code: 'workspace-left' });
});

it('what a window has seen of a campaign says nothing of one with the same id in another workspace', async () => {
  const [{ call: one }, { call: two }] = [host.client, host.window()];
  await two('workspace.create', { folder: host.at('second'), name: 'Second' });
  await two('campaign.save', { campaign: campaign('of the second') });
  expect((await two('campaign.journal', { id: 'c' })).entries.length).toBe(1);
  await one('workspace.create', { folder: host.at('first'), name: 'First' });
  await one('campaign.save', { campaign: campaign('of the first') });
  await one('workspace.open', { folder: host.at('second') });
  await one('campaign.save', edit(1, 'edited'));
  expect((await one('campaign.list', {})).map((c) => c.name)).toEqual(['edited']);
});

it('edits of one window that are not waited for are all saved, in their order', async () => {
  const { call } = host.client;
  await call('workspace.create', { folder: host.at('first'), name: 'First' });
  await call('campaign.save', { campaign: campaign('C') });
  expect((await call('campaign.journal', { id: 'c' })).entries.length).toBe(1);
  await Promise.all(Array.from({ length: 20 }, (_, n) => call('campaign.save', edit(n + 1, `edit ${n}`))));
  expect((await call('campaign.list', {})).map((c) => c.name)).toEqual(['edit 19']);
  expect((await call('campaign.journal', { id: 'c' })).entries.length).toBe(21);
});

it('edits made in two windows at once never take each other back', async () => {
  const [{ call: one }, { call: two }] = [host.client, host.window()];
  await one('workspace.create', { folder: host.at('first'), name: 'First' });
  await one('campaign.save', { campaign: campaign('C') });
  for (const call of [one, two]) expect((await call('campaign.journal', { id: 'c' })).entries.length).toBe(1);
  await one('campaign.save', edit(1, 'of one'));
  await one('campaign.save', edit(2, 'of one again'));
  await expect(two('campaign.save', edit(1, 'of two'))).rejects.toMatchObject({
    code: 'campaign-changed-elsewhere',
    details: { name: 'of two' },
  });
  expect((await one('campaign.list', {})).map((c) => c.name)).toEqual(['of one again']);
  expect((await two('campaign.journal', { id: 'c' })).entries.length).toBe(3);
  await two('campaign.save', edit(3, 'of two'));
  await two('campaign.remove', { id: 'c' });
  await expect(one('campaign.save', edit(3, 'of one'))).rejects.toMatchObject({ code: 'campaign-changed-elsewhere' });
  expect(await one('campaign.list', {})).toEqual([]);
});

const endless = 'SELECT count(*) AS n FROM range(1000000000) a, range(1000000) b';

it('work under way is not cut off by a window that opens another workspace, unless it is told to', async () => {
  const [{ call: one }, { call: two }] = [host.client, host.window()];
  await one('workspace.create', { folder: host.at('second'), name: 'Second' });
  await one('workspace.create', { folder: host.at('first'), name: 'First' });
  const written = { sql: endless, name: 'numbers', format: 'csv' as const, replace: false, folder: host.at('out') };
  const writing = one('sql.saveFile', written).then(
    () => 'written',
    (error: unknown) => error,
  );
  await two('workspace.current', {});
  const underWay = { code: 'work-under-way', details: { works: 'export' } };
  await expect(two('workspace.open', { folder: host.at('second') })).rejects.toMatchObject(underWay);
  await expect(two('workspace.create', { folder: host.at('third'), name: 'Third' })).rejects.toMatchObject(underWay);
  await expect(one('workspace.close', {})).rejects.toMatchObject(underWay);
  expect((await two('workspace.open', { folder: host.at('first') })).name).toBe('First');
  expect((await two('workspace.open', { folder: host.at('second'), stop: true })).name).toBe('Second');
  expect(await writing).toMatchObject({ code: 'cancelled' });
  expect(existsSync(host.at('out/numbers.csv'))).toBe(false);
  await expect(one('workspace.current', {})).rejects.toMatchObject({ code: 'workspace-left' });
  await two('workspace.close', {});
});

it('a sample that is being made is not cut off unasked; stopped, it leaves nothing, and the other workspace is opened', async () => {
  const [{ call: one }, { call: two }] = [host.client, host.window()];
  await one('workspace.create', { folder: host.at('second'), name: 'Second' });
  await two('workspace.create', { folder: host.at('first'), name: 'First' });
  let begin = () => {};
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const asked = { folder: host.at('sample'), name: 'Sample', sample: { customers: 20_000 } };
  const making = two('workspace.create', asked, { onProgress: begin }).catch((error: unknown) => error);
  await begun;
  const open = { folder: host.at('second') };
  await expect(one('workspace.open', open)).rejects.toMatchObject({ code: 'work-under-way', details: { works: 'sample' } });
  expect((await one('workspace.open', { ...open, stop: true })).name).toBe('Second');
  expect(await making).toMatchObject({ code: 'cancelled' });
  expect(readdirSync(host.at('sample'))).toEqual([]);
  expect((await one('workspace.current', {}))?.name).toBe('Second');
});
