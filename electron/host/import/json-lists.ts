import { createReadStream } from 'node:fs';
import type { CancelSignal } from '../../../core/base/cancellation';
import type { JsonList, JsonLists, Making } from '../../../core/ports/sources';
import { createListFinder } from '../../../core/usecases/import/text/json-lists';
import { stoppable } from '../files/stoppable';
import { writeMade } from './write-made';

const part = { highWaterMark: 1 << 20 };

/** @throws AppError `cancelled` */
export function listsOfJson(path: string, signal?: CancelSignal): Promise<JsonLists> {
  const finder = createListFinder();
  const decoder = new TextDecoder();
  return stoppable(signal, async (stop) => {
    for await (const chunk of createReadStream(path, { ...part, signal: stop }))
      if (!finder.push(decoder.decode(chunk, { stream: true }))) break;
    return finder.found();
  });
}

/** In bounded memory. @returns whether there is more of the list @throws AppError `cancelled` */
export async function writeList(path: string, to: string, list: JsonList, { head, signal }: Making): Promise<{ cut: boolean }> {
  const decoder = new TextDecoder();
  let at = 0;
  const within = (chunk: Buffer) => {
    const text = decoder.decode(chunk, { stream: true });
    const before = at;
    at += text.length;
    return Buffer.from(text.slice(Math.max(0, list.from - before), Math.max(0, list.to - before)));
  };
  const enough = (written: number) => at >= list.to || (head !== undefined && written >= head);
  await writeMade(createReadStream(path, part), to, { part: within, enough }, signal);
  return { cut: at < list.to };
}
