import type * as Electron from 'electron';
import { z } from 'zod';
import { bridgeMessages } from '../../core/rpc/window-bridge';
import { homeFolder } from '../shell/home';
import { answer } from './answer';
import { answerChoices } from './choose';
import { createHostProcess } from './host-process';
import { menuTemplate } from './menu';
import { origin } from './origin';
import { lockContents, lockSession, registerScheme, webPreferences } from './security';
import { readWindowState, writeWindowState } from './window-state';

/** Absolute: the window's bundle folder, and the files of the preload and the host. */
export interface Paths {
  renderer: string;
  preload: string;
  host: string;
}

const quitPatience = 10_000;

/** The desktop shell as a function of the electron module. */
export async function startApp(
  electron: typeof Electron,
  paths: Paths,
  options: { home?: string; platform?: NodeJS.Platform; argv?: readonly string[] } = {},
): Promise<void> {
  const { app, BrowserWindow, MessageChannelMain, Menu, ipcMain, protocol, screen, session } = electron;
  const { home = homeFolder(), platform = process.platform, argv = process.argv } = options;
  if (!app.requestSingleInstanceLock()) return app.quit();
  registerScheme(protocol);
  app.enableSandbox();
  lockContents(app);

  let window: Electron.BrowserWindow | undefined;
  const host = createHostProcess(electron, paths.host, home, (exitCode) => {
    if (window && !window.isDestroyed()) window.webContents.send(bridgeMessages.down, exitCode);
  });

  const openWindow = (): void => {
    const state = readWindowState(home, screen.getAllDisplays());
    const opened = new BrowserWindow({
      ...(state ? { x: state.x, y: state.y, width: state.width, height: state.height } : { width: 1360, height: 880 }),
      minWidth: 900,
      minHeight: 600,
      show: false,
      title: 'Muster',
      webPreferences: webPreferences(paths.preload),
    });
    if (state?.maximized) opened.maximize();
    opened.once('ready-to-show', () => opened.show());
    opened.on('close', () => writeWindowState(home, { ...opened.getNormalBounds(), maximized: opened.isMaximized() }));
    opened.on('closed', () => {
      window = undefined;
    });
    window = opened;
    const folder = argv.find((argument) => argument.startsWith('--open='))?.slice('--open='.length);
    void opened.loadURL(`${origin}/index.html${folder ? `#open=${encodeURIComponent(folder)}` : ''}`);
  };

  app.on('second-instance', () => {
    if (!window) return;
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  app.on('window-all-closed', () => {
    if (platform !== 'darwin') app.quit();
  });
  let closed = false;
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    void host.quit(quitPatience).then(() => {
      closed = true;
      app.quit();
    });
  });

  await app.whenReady();
  lockSession(session.defaultSession, paths.renderer);
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(platform)));
  answer(ipcMain, bridgeMessages.connect, z.undefined(), (_payload, event) => {
    const { port1, port2 } = new MessageChannelMain();
    host.connect(port1);
    event.sender.postMessage(bridgeMessages.port, null, [port2]);
  });
  answerChoices(electron);
  openWindow();
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) openWindow();
  });
}
