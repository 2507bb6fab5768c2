import iconv from 'iconv-lite';
import type { Encoding, Making } from '../../../core/ports/sources';
import { openBytes } from './open-bytes';
import { writeMade } from './write-made';

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
  const decoder = iconv.getDecoder(encoding);
  let damaged = false;
  const noted = (text: string) => {
    damaged ||= text.includes('\uFFFD');
    return Buffer.from(text);
  };
  const { cut } = await writeMade(
    await openBytes(from),
    to,
    {
      part: (chunk) => noted(decoder.write(chunk)),
      rest: () => noted(decoder.end() ?? ''),
      enough: (written) => written >= head,
    },
    signal,
  );
  return { damaged, cut };
}
