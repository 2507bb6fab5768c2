import { createWriteStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { CancelSignal } from '../../../core/base/cancellation';
import { stoppable } from '../files/stoppable';

interface Maker {
  /** What is written of a part of the stream. */
  part(chunk: Buffer): Buffer;
  /** What is written at the end of all of it. */
  rest?(): Buffer;
  /** Whether no more is wanted. @param written bytes so far */
  enough(written: number): boolean;
}

/** Writes what is made of a stream, in bounded memory. @returns whether there is more of it @throws AppError `cancelled` */
export function writeMade(from: Readable, to: string, maker: Maker, signal: CancelSignal | undefined): Promise<{ cut: boolean }> {
  let cut = false;
  async function* made(chunks: AsyncIterable<Buffer>) {
    let written = 0;
    for await (const chunk of chunks) {
      if (maker.enough(written)) {
        cut = true;
        return;
      }
      const part = maker.part(chunk);
      written += part.length;
      yield part;
    }
    if (maker.rest) yield maker.rest();
  }
  return stoppable(signal, async (stop) => {
    await pipeline(from, made, createWriteStream(to), { signal: stop });
    return { cut };
  });
}
