import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import iconv from 'iconv-lite';
import { AppError } from '../../../core/base/errors';
import type { Encoding, Making } from '../../../core/ports/sources';
import { openBytes } from './open-bytes';

/**
 * Writes the text of `from` to `to` as UTF-8 without a byte order mark, in bounded memory, or only the first `head` bytes of it.
 * @returns whether there were bytes that are no text in this encoding, and whether there is more @throws AppError `cancelled`
 */
export async function transcode(
  from: string,
  to: string,
  encoding: Encoding,
  { signal, head = Number.POSITIVE_INFINITY }: Omit<Making, 'keep'> = {},
): Promise<{ damaged: boolean; cut: boolean }> {
  const stop = new AbortController();
  const abort = () => stop.abort();
  signal?.addEventListener('abort', abort, { once: true });
  if (signal?.aborted) abort();
  const decoder = iconv.getDecoder(encoding);
  let damaged = false;
  const noted = (text: string) => {
    damaged ||= text.includes('\uFFFD');
    return Buffer.from(text);
  };
  let cut = false;
  async function* utf8(chunks: AsyncIterable<Buffer>) {
    let written = 0;
    for await (const chunk of chunks) {
      if (written >= head) {
        cut = true;
        return;
      }
      const text = noted(decoder.write(chunk));
      written += text.length;
      yield text;
    }
    yield noted(decoder.end() ?? '');
  }
  try {
    await pipeline(await openBytes(from), utf8, createWriteStream(to), { signal: stop.signal });
    return { damaged, cut };
  } catch (error) {
    if (stop.signal.aborted) throw new AppError('cancelled', {}, { cause: error });
    throw error;
  } finally {
    signal?.removeEventListener('abort', abort);
  }
}
