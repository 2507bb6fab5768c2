import { createWriteStream } from 'node:fs';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { CancelSignal } from '../../../core/base/cancellation';
import { AppError, isAppError } from '../../../core/base/errors';
import { isSystemError } from '../files/errors';
import { boundedBy } from './bomb';
import { withZip, type Zip } from './open-zip';

/** Names of the files in an archive that are no leftovers of a system. @throws AppError `import-bad-zip` */
export async function memberNames(path: string): Promise<string[]> {
  return archive(path, async (zip) => zip.names.filter((name) => !/(^|\/)(__MACOSX\/|\.)|(^|\/)thumbs\.db$/i.test(name)));
}

/** @throws AppError `import-bad-zip`, `import-zip-bomb`, `cancelled` */
export async function unpackMember(path: string, member: string, to: string, signal?: CancelSignal): Promise<void> {
  const stop = new AbortController();
  const abort = () => stop.abort();
  signal?.addEventListener('abort', abort, { once: true });
  if (signal?.aborted) abort();
  try {
    await archive(path, async (zip) => {
      if (!zip.names.includes(member)) throw new AppError('not-found', { kind: 'file', name: member, known: zip.names.join(', ') });
      const { packed } = zip.size(member);
      const bounded = boundedBy(path, () => packed);
      const counting = new Transform({ transform: (chunk: Buffer, _, done) => done(bounded(chunk.length), chunk) });
      await pipeline(await zip.read(member), counting, createWriteStream(to), { signal: stop.signal });
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
