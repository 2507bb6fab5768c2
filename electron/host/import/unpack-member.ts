import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { AppError, isAppError } from '../../../core/base/errors';
import type { Making } from '../../../core/ports/sources';
import { isSystemError } from '../files/errors';
import { boundedBy } from './bomb';
import { withZip, type Zip } from './open-zip';

/** Names of the files in an archive that are no leftovers of a system. @throws AppError `import-bad-zip` */
export async function memberNames(path: string): Promise<string[]> {
  return archive(path, async (zip) => zip.names.filter((name) => !/(^|\/)(__MACOSX\/|\.)|(^|\/)thumbs\.db$/i.test(name)));
}

/**
 * Writes a file of an archive, or only its first `head` bytes. @returns whether there is more of it
 * @throws AppError `import-bad-zip`, `import-zip-bomb`, `cancelled`
 */
export async function unpackMember(
  path: string,
  member: string,
  to: string,
  { signal, head = Number.POSITIVE_INFINITY }: Omit<Making, 'keep'> = {},
): Promise<{ cut: boolean }> {
  const stop = new AbortController();
  const abort = () => stop.abort();
  signal?.addEventListener('abort', abort, { once: true });
  if (signal?.aborted) abort();
  try {
    return await archive(path, async (zip) => {
      if (!zip.names.includes(member)) throw new AppError('not-found', { kind: 'file', name: member, known: zip.names.join(', ') });
      const { packed } = zip.size(member);
      const bounded = boundedBy(path, () => packed);
      let cut = false;
      async function* counted(chunks: AsyncIterable<Buffer>) {
        let written = 0;
        for await (const chunk of chunks) {
          if (written >= head) {
            cut = true;
            return;
          }
          const bomb = bounded(chunk.length);
          if (bomb) throw bomb;
          written += chunk.length;
          yield chunk;
        }
      }
      await pipeline(await zip.read(member), counted, createWriteStream(to), { signal: stop.signal });
      return { cut };
    });
  } catch (error) {
    if (stop.signal.aborted) throw new AppError('cancelled', {}, { cause: error });
    throw error;
  } finally {
    signal?.removeEventListener('abort', abort);
  }
}

async function archive<T>(path: string, use: (zip: Zip) => Promise<T>): Promise<T> {
  try {
    return await withZip(path, use);
  } catch (error) {
    if (isAppError(error) || isSystemError(error)) throw error;
    throw new AppError('import-bad-zip', { file: path, reason: error instanceof Error ? error.message : String(error) }, { cause: error });
  }
}
