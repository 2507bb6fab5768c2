import { afterEach, beforeEach, expect, test } from 'vitest';
import { editDesk, lookAtDeskAgain, openDesk, saveDeskNow, useDesk } from '../../../renderer/state/desk';
import { addTab } from '../../../renderer/state/desk-edits';
import { connectHost } from '../../../renderer/state/host';
import { enterWorkspace } from '../../../renderer/state/session';
import { openHost, type TestHost } from '../../support/host';

let host: TestHost;
beforeEach(async () => {
  host = await openHost();
  const { call } = host.client;
  connectHost((method, input, options) => call(method, input, options));
  await enterWorkspace(await call('workspace.create', { folder: host.at('one'), name: 'One' }));
  await openDesk('Query 1');
});
afterEach(() => host.close());

const write = (sql: string) => editDesk((desk) => addTab(desk, { name: 'Written', sql }));
const texts = async () => (await host.client.call('sql.desk', {}))?.tabs.map((tab) => tab.sql);

test('what could not be saved is said to be so, waits, and is saved later', async () => {
  const other = host.window();
  await other.call('workspace.close', {});
  write('SELECT 1');
  await expect(saveDeskNow()).rejects.toMatchObject({ code: 'workspace-closed' });
  expect(useDesk.getState()).toMatchObject({ saved: false, failed: true });
  await host.client.call('workspace.open', { folder: host.at('one') });
  await saveDeskNow();
  expect(useDesk.getState()).toMatchObject({ saved: true, failed: false });
  expect(await texts()).toEqual(['', 'SELECT 1']);
});

test('another workspace never gets what was written in the one before', async () => {
  const other = host.window();
  await other.call('workspace.create', { folder: host.at('two'), name: 'Two' });
  write('SELECT secret');
  await expect(saveDeskNow()).rejects.toMatchObject({ code: 'workspace-left' });
  await enterWorkspace(await host.client.call('workspace.open', { folder: host.at('two') }));
  await saveDeskNow();
  expect(await texts()).toBeUndefined();
});

test('what another window wrote is read again, unless something waits here', async () => {
  write('SELECT 1');
  await saveDeskNow();
  const other = host.window();
  const theirs = { ...(useDesk.getState().desk ?? expect.fail('no desk')), active: 'tab' };
  await other.call('sql.saveDesk', { desk: { ...theirs, closed: [], tabs: theirs.tabs.slice(0, 1) } });
  write('SELECT 2');
  await lookAtDeskAgain();
  expect(useDesk.getState().desk?.tabs.length).toBe(3);
  await saveDeskNow();
  await other.call('sql.saveDesk', { desk: { ...theirs, active: theirs.tabs[0]?.id ?? 'tab', tabs: theirs.tabs.slice(0, 1) } });
  await lookAtDeskAgain();
  expect(useDesk.getState().desk?.tabs.length).toBe(1);
});
