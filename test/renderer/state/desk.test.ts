import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Desk } from '../../../core/model/desk';
import { editDesk, lookAtDeskAgain, openDesk, saveDeskNow, useDesk } from '../../../renderer/state/desk';
import { addTab, changeTab } from '../../../renderer/state/desk-edits';
import { useSayings } from '../../../renderer/state/failures';
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
const texts = async () => (await host.client.call('sql.desk', {})).desk?.tabs.map((tab) => tab.sql);

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

/** The other window of the same host, as it would write. */
async function other(edit: (desk: Desk) => Desk): Promise<void> {
  const { call } = host.window();
  const { desk, turn } = await call('sql.desk', {});
  await call('sql.saveDesk', { desk: edit(desk ?? expect.fail('no desk')), seen: turn });
}

const shown = () => useDesk.getState().desk?.tabs.map((tab) => tab.sql);
const said = () => useSayings.getState().shown.map(({ problem }) => [problem?.code, problem?.details.name]);

test('what another window wrote is taken in, and nothing that waits here is lost', async () => {
  write('SELECT 1');
  await saveDeskNow();
  await other((desk) => addTab(desk, { name: 'Theirs', sql: 'SELECT theirs' }));
  write('SELECT 2');
  await lookAtDeskAgain();
  expect(shown()).toEqual(['', 'SELECT 1', 'SELECT 2', 'SELECT theirs']);
  expect(await texts()).toEqual(['', 'SELECT 1', 'SELECT theirs']);
  await saveDeskNow();
  expect(await texts()).toEqual(['', 'SELECT 1', 'SELECT 2', 'SELECT theirs']);
  await other((desk) => ({ ...desk, tabs: desk.tabs.slice(0, 1), active: desk.tabs[0]?.id ?? 'tab' }));
  await lookAtDeskAgain();
  expect(shown()).toEqual(['']);
});

test('two windows that write at once both keep what they wrote', async () => {
  write('SELECT 1');
  await saveDeskNow();
  const change = (sql: string) => (desk: Desk) => changeTab(desk, 'written', { sql });
  await other(change('SELECT theirs'));
  editDesk(change('SELECT mine'));
  const { taken } = useDesk.getState();
  await saveDeskNow();
  expect(await texts()).toEqual(['', 'SELECT mine', 'SELECT theirs']);
  expect(shown()).toEqual(await texts());
  expect(useDesk.getState()).toMatchObject({ saved: true, taken: taken + 1 });
  expect(said()).toEqual([['tab-changed-elsewhere', 'Written']]);
});

test('what is typed while a save is on its way stays, and is saved with the next', async () => {
  write('SELECT 1');
  await saveDeskNow();
  await other((desk) => addTab(desk, { name: 'Theirs', sql: 'SELECT theirs' }));
  const type = (sql: string) => editDesk((desk) => changeTab(desk, 'written', { sql }));
  type('SELECT 12');
  const first = saveDeskNow();
  type('SELECT 123');
  const second = saveDeskNow();
  type('SELECT 1234');
  await Promise.all([first, second]);
  expect(shown()).toEqual(['', 'SELECT 1234', 'SELECT theirs']);
  expect(useDesk.getState().saved).toBe(false);
  await saveDeskNow();
  expect(await texts()).toEqual(shown());
  expect(useDesk.getState().saved).toBe(true);
});
