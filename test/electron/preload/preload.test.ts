import { EventEmitter } from 'node:events';
import { expect, test, vi } from 'vitest';
import type { WindowBridge } from '../../../core/rpc/window-bridge';

const shared = vi.hoisted(() => ({
  exposed: new Map<string, unknown>(),
  invoked: [] as unknown[][],
  emitter: undefined as EventEmitter | undefined,
}));

vi.mock('electron', () => {
  shared.emitter = new EventEmitter();
  return {
    contextBridge: { exposeInMainWorld: (name: string, value: unknown) => shared.exposed.set(name, value) },
    ipcRenderer: Object.assign(shared.emitter, {
      invoke: async (...values: unknown[]) => {
        shared.invoked.push(values);
        return ['/chosen'];
      },
    }),
    webUtils: { getPathForFile: (file: { name: string }) => `/disk/${file.name}` },
  };
});

test('the page gets six functions and a name, never Electron itself', async () => {
  const posted: unknown[][] = [];
  vi.stubGlobal('window', { postMessage: (...values: unknown[]) => posted.push(values), location: { origin: 'app://muster' } });
  await import('../../../electron/preload/index');
  expect([...shared.exposed.keys()]).toEqual(['muster']);
  const bridge = shared.exposed.get('muster') as WindowBridge<{ name: string }>;
  expect(Object.keys(bridge).sort()).toEqual(['chooseFiles', 'chooseFolder', 'connectHost', 'onHostDown', 'pathOf', 'platform']);

  expect(await bridge.connectHost()).toBeUndefined();
  await bridge.chooseFiles({ many: true });
  await bridge.chooseFolder({ start: '/x' });
  expect(shared.invoked).toEqual([['host:connect'], ['choose:files', { many: true }], ['choose:folder', { start: '/x' }]]);
  expect(bridge.pathOf({ name: 'a.csv' })).toBe('/disk/a.csv');

  const down = vi.fn();
  bridge.onHostDown(down);
  shared.emitter?.emit('host:down', { sender: 'electron' }, 3);
  expect(down.mock.calls).toEqual([[3]]);

  const port = {};
  shared.emitter?.emit('host:port', { sender: 'electron', ports: [port] });
  expect(posted).toEqual([['host:port', 'app://muster', [port]]]);
  vi.unstubAllGlobals();
});
