import { AppError, isAppError } from '../../../core/base/errors';
import type { Making } from '../../../core/ports/sources';
import { isSystemError } from '../files/errors';
import { boundedBy } from './bomb';
import { withZip, type Zip } from './open-zip';
import { writeMade } from './write-made';

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
  return archive(path, async (zip) => {
    if (!zip.names.includes(member)) throw new AppError('not-found', { kind: 'file', name: member, known: zip.names.join(', ') });
    const { packed } = zip.size(member);
    const bounded = boundedBy(path, () => packed);
    const part = (chunk: Buffer) => {
      const bomb = bounded(chunk.length);
      if (bomb) throw bomb;
      return chunk;
    };
    return writeMade(await zip.read(member), to, { part, enough: (written) => written >= head }, signal);
  });
}

async function archive<T>(path: string, use: (zip: Zip) => Promise<T>): Promise<T> {
  try {
    return await withZip(path, use);
  } catch (error) {
    if (isAppError(error) || isSystemError(error)) throw error;
    throw new AppError('import-bad-zip', { file: path, reason: error instanceof Error ? error.message : String(error) }, { cause: error });
  }
}
