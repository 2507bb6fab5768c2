import type * as Electron from 'electron';
import { z } from 'zod';
import { bridgeMessages } from '../../core/rpc/window-bridge';
import { answer } from './answer';

const title = z.string().max(200).optional();
const folderOptions = z.strictObject({ title, start: z.string().max(4096).optional() });
const filesOptions = z.strictObject({
  title,
  many: z.boolean().optional(),
  extensions: z
    .array(z.string().regex(/^[a-z0-9]{1,10}$/i))
    .max(30)
    .optional(),
});

/** The system's own dialogs, on top of the window that asks. */
export function answerChoices({ ipcMain, dialog, BrowserWindow }: typeof Electron): void {
  const open = async (event: Electron.IpcMainInvokeEvent, options: Electron.OpenDialogOptions): Promise<string[]> => {
    const window = BrowserWindow.fromWebContents(event.sender);
    const result = window ? await dialog.showOpenDialog(window, options) : await dialog.showOpenDialog(options);
    return result.canceled ? [] : result.filePaths;
  };
  answer(ipcMain, bridgeMessages.chooseFolder, folderOptions, async ({ title, start }, event) => {
    const [folder] = await open(event, { title, defaultPath: start, properties: ['openDirectory', 'createDirectory', 'promptToCreate'] });
    return folder ?? null;
  });
  answer(ipcMain, bridgeMessages.chooseFiles, filesOptions, ({ title, many, extensions = [] }, event) =>
    open(event, {
      title,
      properties: many ? ['openFile', 'multiSelections'] : ['openFile'],
      filters: extensions.length > 0 ? [{ name: extensions.map((extension) => `.${extension}`).join(' '), extensions }] : undefined,
    }),
  );
}
