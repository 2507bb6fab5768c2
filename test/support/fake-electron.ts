import { EventEmitter } from 'node:events';
import type * as Electron from 'electron';
import { type FakePort, fakePortPair } from './fake-port';

type Listener = (...values: never[]) => unknown;

/** A page of Electron, recording what it is sent. */
export class FakeContents extends EventEmitter {
  readonly sent: { channel: string; message: unknown; ports: FakePort[] }[] = [];
  openHandler: ((details: { url: string }) => { action: string }) | undefined;
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.openHandler = handler;
  }
  send(channel: string, message: unknown): void {
    this.sent.push({ channel, message, ports: [] });
  }
  postMessage(channel: string, message: unknown, ports: FakePort[]): void {
    this.sent.push({ channel, message, ports });
  }
  getURL(): string {
    return 'app://muster/index.html';
  }
}

export class FakeChild extends EventEmitter {
  readonly posted: { message: unknown; ports: FakePort[] }[] = [];
  killed = false;
  postMessage(message: unknown, ports: FakePort[] = []): void {
    this.posted.push({ message, ports });
    this.emit('posted', message, ports);
  }
  kill(): boolean {
    this.killed = true;
    return true;
  }
}

export interface FakeOptions {
  secondInstance?: boolean;
  /** What an open dialog answers. */
  chosen?: string[];
}

const bounds = { x: 10, y: 20, width: 1000, height: 700 };

/** An electron module that records what the shell asks of it and lets a test raise its events. */
export function fakeElectron(options: FakeOptions = {}) {
  const log: string[] = [];
  const note = (name: string) => () => {
    log.push(name);
  };
  const ipcHandlers = new Map<string, (event: unknown, value?: unknown) => Promise<unknown>>();
  const windows: FakeWindow[] = [];
  const children: FakeChild[] = [];
  const forks: { file: string; args: string[] }[] = [];
  const dialogs: unknown[][] = [];
  const schemes: { scheme: string; privileges: Record<string, boolean> }[] = [];
  const session = new Map<string, Listener>();
  let menu: { role?: string }[] = [];

  const app = Object.assign(new EventEmitter(), {
    requestSingleInstanceLock: () => !options.secondInstance,
    quit: note('quit'),
    enableSandbox: note('enableSandbox'),
    whenReady: () => {
      log.push('whenReady');
      return Promise.resolve();
    },
  });

  class FakeWindow extends EventEmitter {
    static getAllWindows = () => windows.filter((window) => !window.closed);
    static fromWebContents = (contents: unknown) => windows.find((window) => window.webContents === contents) ?? null;
    readonly webContents = new FakeContents();
    readonly urls: string[] = [];
    shown = false;
    closed = false;
    minimized = false;
    maximized = false;
    focused = 0;
    constructor(readonly options: Electron.BrowserWindowConstructorOptions) {
      super();
      windows.push(this);
      app.emit('web-contents-created', {}, this.webContents);
    }
    loadURL(url: string): Promise<void> {
      this.urls.push(url);
      return Promise.resolve();
    }
    show(): void {
      this.shown = true;
    }
    focus(): void {
      this.focused++;
    }
    restore(): void {
      this.minimized = false;
    }
    maximize(): void {
      this.maximized = true;
    }
    isMinimized = () => this.minimized;
    isMaximized = () => this.maximized;
    isDestroyed = () => this.closed;
    getNormalBounds = () => bounds;
  }

  const module = {
    app,
    BrowserWindow: FakeWindow,
    MessageChannelMain: class {
      readonly port1: FakePort;
      readonly port2: FakePort;
      constructor() {
        [this.port1, this.port2] = fakePortPair();
      }
    },
    Menu: {
      buildFromTemplate: (template: { role?: string }[]) => template,
      setApplicationMenu: (template: { role?: string }[]) => {
        menu = template;
      },
    },
    dialog: {
      showOpenDialog: async (...given: unknown[]) => {
        dialogs.push(given);
        return options.chosen ? { canceled: false, filePaths: options.chosen } : { canceled: true, filePaths: [] };
      },
    },
    ipcMain: { handle: (name: string, handler: (event: unknown, value?: unknown) => Promise<unknown>) => ipcHandlers.set(name, handler) },
    protocol: {
      registerSchemesAsPrivileged: (given: typeof schemes) => {
        log.push('registerSchemes');
        schemes.push(...given);
      },
    },
    screen: { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }] },
    session: {
      defaultSession: {
        protocol: { handle: (_scheme: string, handler: Listener) => session.set('bundle', handler) },
        setPermissionRequestHandler: (handler: Listener) => session.set('request', handler),
        setPermissionCheckHandler: (handler: Listener) => session.set('check', handler),
        setDevicePermissionHandler: (handler: Listener) => session.set('device', handler),
        webRequest: { onBeforeRequest: (_filter: unknown, handler: Listener) => session.set('network', handler) },
      },
    },
    utilityProcess: {
      fork: (file: string, args: string[]) => {
        const child = new FakeChild();
        forks.push({ file, args });
        children.push(child);
        return child;
      },
    },
  };

  return {
    electron: module as object as typeof Electron,
    app,
    log,
    ipcHandlers,
    windows,
    children,
    forks,
    dialogs,
    schemes,
    menu: () => menu,
    /** What the session was told to do for `bundle`, `request`, `check`, `device` or `network`. */
    sessionHandler: (name: string) => {
      const handler = session.get(name);
      if (!handler) throw new Error(`nothing handles ${name}`);
      return handler as (...values: unknown[]) => unknown;
    },
  };
}
