import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { electronPortChannel } from '../../../core/rpc/channels/port';
import { connect } from '../../../core/rpc/connect';
import { contract } from '../../../core/rpc/contract';
import { serve } from '../../../core/rpc/serve';
import { startApp } from '../../../electron/main/app';
import { type FakeOptions, fakeElectron } from '../../support/fake-electron';
import type { FakePort } from '../../support/fake-port';
import { helloHost } from '../../support/hello-host';

let home: string;
beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'muster-main-'));
  writeFileSync(path.join(home, 'index.html'), 'window');
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

async function boot(options: FakeOptions & { platform?: NodeJS.Platform; argv?: string[] } = {}) {
  const fake = fakeElectron(options);
  const paths = { renderer: home, preload: '/out/preload.cjs', host: '/out/host.cjs' };
  await startApp(fake.electron, paths, { home, platform: options.platform ?? 'linux', argv: options.argv ?? [] });
  const [window] = fake.windows;
  const invoke = (
    name: string,
    value?: unknown,
    event: object = { sender: window?.webContents, senderFrame: { url: 'app://muster/index.html', parent: null } },
  ) => {
    const handler = fake.ipcHandlers.get(name);
    if (!handler) throw new Error(`no handler for ${name}`);
    return handler(event, value);
  };
  return { ...fake, window, invoke };
}

async function bootWindow(options: Parameters<typeof boot>[0] = {}) {
  const booted = await boot(options);
  if (!booted.window) throw new Error('no window opened');
  return { ...booted, window: booted.window };
}

const stopped = (contents: { emit(name: string, ...values: unknown[]): boolean }, event: string, url: string) => {
  const preventDefault = vi.fn();
  contents.emit(event, { url, preventDefault });
  return preventDefault.mock.calls.length === 1;
};

describe('starting', () => {
  test('registers the scheme and the sandbox before the app is ready', async () => {
    const { log, schemes } = await boot();
    expect(log).toEqual(['registerSchemes', 'enableSandbox', 'whenReady']);
    expect(schemes).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true } },
    ]);
  });

  test('a second instance quits and opens nothing', async () => {
    const { log, windows } = await boot({ secondInstance: true });
    expect(log).toEqual(['quit']);
    expect(windows).toEqual([]);
  });

  test('a second instance brings the first one’s window to the front', async () => {
    const { app, window } = await bootWindow();
    window.minimized = true;
    app.emit('second-instance');
    expect([window.minimized, window.focused]).toEqual([false, 1]);
  });

  test('opens one window with nothing of Node in it, shown when it is ready', async () => {
    const { window, windows } = await bootWindow();
    expect(windows).toHaveLength(1);
    expect(window.urls).toEqual(['app://muster/index.html']);
    expect(window.options.webPreferences).toEqual({
      preload: '/out/preload.cjs',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    });
    expect(window.shown).toBe(false);
    window.emit('ready-to-show');
    expect(window.shown).toBe(true);
  });

  test('hands the window the workspace it was asked to open', async () => {
    const { window } = await bootWindow({ argv: ['electron', '.', '--open=/data/Spring & Summer'] });
    expect(window.urls).toEqual(['app://muster/index.html#open=%2Fdata%2FSpring%20%26%20Summer']);
  });

  test('has a menu of roles, with the app menu on macOS', async () => {
    const roles = async (platform: NodeJS.Platform) => (await boot({ platform })).menu().map(({ role }) => role);
    expect(await roles('linux')).toEqual(['fileMenu', 'editMenu', 'viewMenu', 'windowMenu']);
    expect(await roles('darwin')).toEqual(['appMenu', 'fileMenu', 'editMenu', 'viewMenu', 'windowMenu']);
  });

  test('remembers where the window was', async () => {
    const first = await bootWindow();
    first.window.maximized = true;
    first.window.emit('close');
    const second = await bootWindow();
    expect(second.window.options).toMatchObject({ x: 10, y: 20, width: 1000, height: 700 });
    expect(second.window.maximized).toBe(true);
  });

  test.each(['{', '{"x":90000,"y":0,"width":800,"height":600,"maximized":false}', '[]'])(
    'forgets a place that is unreadable or off every screen: %s',
    async (text) => {
      writeFileSync(path.join(home, 'window.json'), text);
      const { window } = await bootWindow();
      expect(window.options).toMatchObject({ width: 1360, height: 880 });
      expect(window.options.x).toBeUndefined();
    },
  );
});

const elsewhere = [
  'https://example.test/',
  'file:///etc/passwd',
  'app://other/',
  'app://muster.example/',
  'app://user@muster/',
  'javascript:alert(1)',
  'data:text/html,x',
  'not a url',
];

describe('pages', () => {
  test.each(['will-navigate', 'will-redirect', 'will-frame-navigate'])('%s stays in the bundle', async (event) => {
    const { window } = await bootWindow();
    for (const url of elsewhere) expect([url, stopped(window.webContents, event, url)]).toEqual([url, true]);
    expect(stopped(window.webContents, event, 'app://muster/index.html')).toBe(false);
  });

  test('no window, no webview', async () => {
    const { window } = await bootWindow();
    for (const url of [...elsewhere, 'app://muster/index.html'])
      expect(window.webContents.openHandler?.({ url })).toEqual({ action: 'deny' });
    expect(stopped(window.webContents, 'will-attach-webview', 'app://muster/')).toBe(true);
  });

  test('no permission but copying and full screen, and those to us alone', async () => {
    const { sessionHandler } = await boot();
    const asked = (permission: string, requestingUrl: string) => {
      const reply = vi.fn();
      sessionHandler('request')(null, permission, reply, { requestingUrl });
      return reply.mock.calls;
    };
    for (const permission of ['media', 'geolocation', 'notifications', 'openExternal', 'clipboard-read', 'fileSystem']) {
      expect(asked(permission, 'app://muster/')).toEqual([[false]]);
      expect(sessionHandler('check')(null, permission, 'app://muster/')).toBe(false);
    }
    expect(asked('fullscreen', 'app://muster/')).toEqual([[true]]);
    expect(asked('fullscreen', 'https://example.test/')).toEqual([[false]]);
    expect(sessionHandler('check')(null, 'clipboard-sanitized-write', 'app://muster/')).toBe(true);
    expect(sessionHandler('check')(null, 'clipboard-sanitized-write', 'https://example.test/')).toBe(false);
    expect(sessionHandler('device')({})).toBe(false);
  });

  test('no request leaves the machine', async () => {
    const { sessionHandler } = await boot();
    const cancelled = (url: string) => {
      const reply = vi.fn();
      sessionHandler('network')({ url }, reply);
      return reply.mock.calls;
    };
    for (const url of [
      'https://example.test/a',
      'http://127.0.0.1/',
      'ws://example.test',
      'file:///etc/passwd',
      'app://other/a.js',
      'ftp://example.test/',
    ])
      expect(cancelled(url)).toEqual([[{ cancel: true }]]);
    for (const url of ['app://muster/a.js', 'blob:app://muster/1', 'data:text/plain,x', 'devtools://devtools/x.js'])
      expect(cancelled(url)).toEqual([[{ cancel: false }]]);
  });

  test('the scheme serves the bundle, with the policy, and nothing else', async () => {
    const { sessionHandler } = await boot();
    const get = async (url: string, method = 'GET') => (await sessionHandler('bundle')({ url, method })) as Response;
    const page = await get('app://muster/index.html');
    expect([page.status, await page.text()]).toEqual([200, 'window']);
    expect(page.headers.get('Content-Security-Policy')).toContain("connect-src 'self';");
    expect(page.headers.get('X-Content-Type-Options')).toBe('nosniff');
    for (const url of ['app://muster/../../etc/passwd', 'app://muster/%2e%2e%2f%2e%2e%2fetc/passwd.json', 'app://muster/absent.js'])
      expect((await get(url)).status).toBe(404);
    expect((await get('app://other/index.html')).status).toBe(403);
    expect((await get('app://muster/index.html', 'POST')).status).toBe(405);
    expect(await (await get('app://muster/index.html', 'HEAD')).text()).toBe('');
  });
});

describe('messages from the window', () => {
  const strangers: [string, object][] = [
    ['no frame', { senderFrame: null }],
    ['another site', { senderFrame: { url: 'https://example.test/', parent: null } }],
    ['a name that begins like ours', { senderFrame: { url: 'app://muster.example/', parent: null } }],
    ['a frame inside our page', { senderFrame: { url: 'app://muster/index.html', parent: {} } }],
  ];
  test.each(strangers)('from %s are refused', async (_name, event) => {
    const { invoke, ipcHandlers, children, dialogs } = await boot();
    expect([...ipcHandlers.keys()].sort()).toEqual(['choose:files', 'choose:folder', 'host:connect']);
    for (const name of ipcHandlers.keys()) await expect(invoke(name, {}, event)).rejects.toThrow('refused');
    expect([children.length, dialogs.length]).toEqual([0, 0]);
  });

  test.each([
    ['host:connect', {}],
    ['choose:folder', { title: 1 }],
    ['choose:folder', { properties: ['openFile'] }],
    ['choose:files', { extensions: ['../x'] }],
    ['choose:files', undefined],
  ])('%s with %j is refused', async (name, value) => {
    const { invoke } = await boot();
    await expect(invoke(name, value)).rejects.toMatchObject({ code: 'bad-document' });
  });

  test('choosing shows the system’s dialog over the window', async () => {
    const { invoke, dialogs, window } = await boot({ chosen: ['/a/b.csv', '/a/c.csv'] });
    expect(await invoke('choose:files', { many: true, extensions: ['csv', 'tsv'] })).toEqual(['/a/b.csv', '/a/c.csv']);
    expect(await invoke('choose:folder', { start: '/home' })).toBe('/a/b.csv');
    expect(dialogs).toEqual([
      [
        window,
        { title: undefined, properties: ['openFile', 'multiSelections'], filters: [{ name: '.csv .tsv', extensions: ['csv', 'tsv'] }] },
      ],
      [window, { title: undefined, defaultPath: '/home', properties: ['openDirectory', 'createDirectory', 'promptToCreate'] }],
    ]);
    const cancelling = await boot();
    expect(await cancelling.invoke('choose:files', {})).toEqual([]);
    expect(await cancelling.invoke('choose:folder', {})).toBeNull();
  });
});

describe('the host', () => {
  test('starts with the first line, and the line works', async () => {
    const { invoke, children, forks, window } = await bootWindow();
    expect(children).toHaveLength(0);
    await invoke('host:connect');
    expect(forks).toEqual([{ file: '/out/host.cjs', args: [`--home=${home}`] }]);
    const toHost = children[0]?.posted[0];
    const toWindow = window.webContents.sent[0];
    expect([toHost?.message, toWindow?.channel]).toEqual(['window', 'host:port']);
    const [hostPort, windowPort] = [toHost?.ports[0], toWindow?.ports[0]] as [FakePort, FakePort];
    serve(contract, helloHost('electron').handlers(), electronPortChannel(hostPort));
    const client = connect(contract, electronPortChannel(windowPort));
    await expect(client.call('app.hello', {})).resolves.toMatchObject({ shell: 'electron' });
  });

  test('is started again after it died, and the window was told', async () => {
    const { invoke, children, window } = await bootWindow();
    await invoke('host:connect');
    children[0]?.emit('exit', 9);
    expect(window.webContents.sent.at(-1)).toMatchObject({ channel: 'host:down', message: 9 });
    await invoke('host:connect');
    await invoke('host:connect');
    expect(children).toHaveLength(2);
    expect(children[1]?.posted).toHaveLength(2);
  });

  test('a window that is gone is told nothing', async () => {
    const { invoke, children, window } = await bootWindow();
    await invoke('host:connect');
    window.closed = true;
    const before = window.webContents.sent.length;
    children[0]?.emit('exit', 9);
    expect(window.webContents.sent).toHaveLength(before);
  });

  test('is asked to close before the app quits', async () => {
    const { app, invoke, children, log, window } = await bootWindow();
    await invoke('host:connect');
    const preventDefault = vi.fn();
    app.emit('will-quit', { preventDefault });
    expect(preventDefault).toHaveBeenCalledOnce();
    expect(children[0]?.posted.at(-1)?.message).toBe('quit');
    expect(log).not.toContain('quit');
    children[0]?.emit('exit', 0);
    await vi.waitFor(() => expect(log).toContain('quit'));
    app.emit('will-quit', { preventDefault });
    expect(preventDefault).toHaveBeenCalledOnce();
    expect(window.webContents.sent.some(({ channel }) => channel === 'host:down')).toBe(false);
  });

  test('is ended when it does not close in time', async () => {
    const { app, invoke, children, log } = await bootWindow();
    await invoke('host:connect');
    vi.useFakeTimers();
    app.emit('will-quit', { preventDefault: () => {} });
    await vi.advanceTimersByTimeAsync(10_000);
    vi.useRealTimers();
    expect(children[0]?.killed).toBe(true);
    expect(log).toContain('quit');
  });
});

test('closing the last window quits, except on macOS', async () => {
  const quits = async (platform: NodeJS.Platform) => {
    const { app, log } = await boot({ platform });
    app.emit('window-all-closed');
    return log.includes('quit');
  };
  expect(await quits('linux')).toBe(true);
  expect(await quits('darwin')).toBe(false);
});
