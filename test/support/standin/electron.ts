import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page, Route } from '@playwright/test';
import { StandinContents, toReal, toShown } from './contents';
import { StandinChannel, StandinProcess } from './ports';

interface WindowOptions {
  width: number;
  height: number;
  webPreferences: { preload: string; sandbox?: boolean; contextIsolation?: boolean; nodeIntegration?: boolean };
}
type Network = (details: { url: string }, answer: (verdict: { cancel: boolean }) => void) => void;
type Bundle = (request: { url: string; method: string }) => Promise<Response>;

export interface StandinWindowHandle {
  page(): Promise<Page>;
}

export interface StandinElectron {
  /** What `require('electron')` is to answer. */
  module: object;
  windows: readonly StandinWindowHandle[];
  processes: readonly StandinProcess[];
  records: Incident[];
}

/** What happened that a page cannot see for itself. */
export interface Incident {
  what: 'blocked' | 'navigation stopped' | 'popup';
  url: string;
}

/**
 * An electron module whose windows are pages of a local Chromium and whose utility process is a worker thread. The real
 * built main, preload, host and window run on it. It cannot show context isolation, the real sandbox, menus or dialogs.
 */
export function standinElectron(browser: Browser): StandinElectron {
  const records: Incident[] = [];
  const answerers = new Map<string, (event: object, value: unknown) => Promise<unknown>>();
  const windows: StandinWindow[] = [];
  const processes: StandinProcess[] = [];
  let network: Network | undefined;
  let bundle: Bundle | undefined;
  const app = Object.assign(new EventEmitter(), {
    requestSingleInstanceLock: () => true,
    enableSandbox: () => {},
    whenReady: () => Promise.resolve(),
    quit: () => app.emit('will-quit', { preventDefault: () => {} }),
    exit: (code: number) => console.error(`stand-in: the app ended with code ${code}`),
  });

  async function answer(route: Route, page: Page, contents: StandinContents): Promise<void> {
    const request = route.request();
    const url = toReal(request.url());
    if (request.isNavigationRequest() && page.url() !== 'about:blank') {
      let stopped = false;
      contents.emit('will-navigate', { url, preventDefault: () => (stopped = true) });
      if (stopped) {
        records.push({ what: 'navigation stopped', url });
        // Aborting would show an error page; "no content" leaves the page where it is.
        return route.fulfill({ status: 204 });
      }
    }
    const cancelled = await new Promise<boolean>((resolve) =>
      network ? network({ url }, ({ cancel }) => resolve(cancel)) : resolve(false),
    );
    if (cancelled || !bundle) {
      records.push({ what: 'blocked', url });
      return route.abort('blockedbyclient');
    }
    const response = await bundle({ url, method: request.method() });
    await route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()),
    });
  }

  class StandinWindow extends EventEmitter {
    static getAllWindows = () => windows;
    static fromWebContents = () => windows[0] ?? null;
    readonly webContents = new StandinContents(answerers);
    readonly #ready: Promise<Page>;
    constructor(options: WindowOptions) {
      super();
      const { sandbox, contextIsolation, nodeIntegration, preload } = options.webPreferences;
      if (!sandbox || !contextIsolation || nodeIntegration) throw new Error('the stand-in opens no unlocked window');
      windows.push(this);
      app.emit('web-contents-created', {}, this.webContents);
      this.#ready = this.#open(options, preload);
    }
    async #open({ width, height }: WindowOptions, preload: string): Promise<Page> {
      const context = await browser.newContext({ viewport: { width, height } });
      const page = await context.newPage();
      this.webContents.page = page;
      await page.exposeFunction('standinCall', (text: string) => this.webContents.receive(text));
      const boot = readFileSync(path.join(import.meta.dirname, 'page-boot.js'), 'utf8');
      const script = readFileSync(preload, 'utf8');
      const surroundings = JSON.stringify({ platform: process.platform, versions: {}, env: {} });
      await page.addInitScript({
        content: `(() => {\n${boot}\n((require, process, module, exports) => {\n${script}\n})(sandboxRequire, ${surroundings}, { exports: {} }, {});\n})()`,
      });
      await context.route('**/*', (route) => answer(route, page, this.webContents));
      page.on('popup', (popup) => {
        records.push({ what: 'popup', url: popup.url() });
        if (!this.webContents.mayOpen(popup.url())) void popup.close();
      });
      return page;
    }
    async loadURL(url: string): Promise<void> {
      await (await this.#ready).goto(toShown(url));
      this.emit('ready-to-show');
    }
    page(): Promise<Page> {
      return this.#ready;
    }
    show(): void {}
    maximize(): void {}
    isDestroyed = () => this.webContents.page?.isClosed() ?? false;
  }

  const module = {
    app,
    BrowserWindow: StandinWindow,
    MessageChannelMain: StandinChannel,
    Menu: { buildFromTemplate: (template: unknown) => template, setApplicationMenu: () => {} },
    dialog: { showOpenDialog: async () => ({ canceled: true, filePaths: [] }) },
    ipcMain: { handle: (name: string, answerer: (event: object, value: unknown) => Promise<unknown>) => answerers.set(name, answerer) },
    protocol: { registerSchemesAsPrivileged: () => {} },
    screen: { getAllDisplays: () => [] },
    session: {
      defaultSession: {
        protocol: { handle: (_scheme: string, handler: Bundle) => (bundle = handler) },
        setPermissionRequestHandler: () => {},
        setPermissionCheckHandler: () => {},
        setDevicePermissionHandler: () => {},
        webRequest: { onBeforeRequest: (_filter: object, handler: Network) => (network = handler) },
      },
    },
    utilityProcess: {
      fork: (file: string, args: string[]) => {
        const started = new StandinProcess(file, args);
        processes.push(started);
        return started;
      },
    },
  };
  return { module, windows, processes, records };
}
