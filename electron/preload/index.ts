import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { bridgeMessages, type WindowBridge } from '../../core/rpc/window-bridge';

// A port cannot cross the context bridge; a window message carries it to the page.
ipcRenderer.on(bridgeMessages.port, (event) => {
  window.postMessage(bridgeMessages.port, window.location.origin, [...event.ports]);
});

const bridge: WindowBridge<File> = {
  platform: process.platform,
  connectHost: async () => {
    await ipcRenderer.invoke(bridgeMessages.connect);
  },
  pathOf: (file) => webUtils.getPathForFile(file),
  chooseFolder: (options) => ipcRenderer.invoke(bridgeMessages.chooseFolder, options),
  chooseFiles: (options) => ipcRenderer.invoke(bridgeMessages.chooseFiles, options),
  onHostDown: (listener) => {
    // The event itself would hand the page the sender.
    ipcRenderer.on(bridgeMessages.down, (_event, exitCode: number) => listener(exitCode));
  },
};

contextBridge.exposeInMainWorld('muster', bridge);
