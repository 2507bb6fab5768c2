import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import type { z } from 'zod';
import { parseDocument } from '../../core/model/parse';
import { isOurs } from './origin';

/** The only way to answer a window: our own page, in its top frame, with a checked payload. */
export function answer<T extends z.ZodType>(
  ipc: IpcMain,
  name: string,
  payload: T,
  work: (payload: z.output<T>, event: IpcMainInvokeEvent) => unknown,
): void {
  ipc.handle(name, async (event, value: unknown) => {
    const frame = event.senderFrame;
    if (!frame || frame.parent || !isOurs(frame.url)) throw new Error(`${name} refused`);
    return work(parseDocument(payload, value, name), event);
  });
}
