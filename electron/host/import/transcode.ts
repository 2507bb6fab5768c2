import { createWriteStream } from 'node:fs';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import iconv from 'iconv-lite';
import type { CancelSignal } from '../../../core/base/cancellation';
import { AppError } from '../../../core/base/errors';
import type { Encoding } from '../../../core/ports/sources';
import { openBytes } from './open-bytes';

/**
 * Writes the text of `from` to `to` as UTF-8 without a byte order mark, in bounded memory. @returns whether there were bytes that
 * are no text in this encoding @throws AppError `cancelled`
 */
export async function transcode(from: string, to: string, encoding: Encoding, signal?: CancelSignal): Promise<{ damaged: boolean }> {
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
  const utf8 = new Transform({
    transform: (chunk: Buffer, _, done) => done(null, noted(decoder.write(chunk))),
    flush: (done) => done(null, noted(decoder.end() ?? '')),
  });
  try {
    await pipeline(await openBytes(from), utf8, createWriteStream(to), { signal: stop.signal });
    return { damaged };
  } catch (error) {
    if (stop.signal.aborted) throw new AppError('cancelled', {}, { cause: error });
    throw error;
  } finally {
    signal?.removeEventListener('abort', abort);
  }
}
