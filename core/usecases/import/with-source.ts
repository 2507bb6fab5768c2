import type { CancelSignal } from '../../base/cancellation';
import { isAppError } from '../../base/errors';
import type { Connection } from '../../ports/engine';
import type { Sources } from '../../ports/sources';
import { unreadable } from './guarded';
import { Misread } from './misread';
import { type OpenSource, openSource, type SourceRequest } from './open-source';

export interface Reading {
  connection: Connection;
  sources: Sources;
  request: SourceRequest;
  signal?: CancelSignal | undefined;
}

/**
 * Opens a file, takes in its records with `read` and goes on with `use`. Where the engine loses its way in the file, as after a
 * quote that is never closed or between line ends of several kinds, `read` is done again over a copy cut record by record.
 * @throws AppError `import-*` when the file cannot be read at all
 */
export async function withSource<R, T>(
  reading: Reading,
  read: (source: OpenSource) => Promise<R>,
  use: (source: OpenSource, taken: R) => Promise<T>,
): Promise<T> {
  const { connection, sources, request, signal } = reading;
  const first = await openSource(connection, sources, request, signal);
  const taken = await within(first, () => tried(first, read), use);
  if ('done' in taken) return taken.done;
  const again = await openSource(connection, sources, { ...request, dialect: { ...first.dialect, lineEnds: 'mixed' } }, signal);
  const once = await within(again, async () => ({ records: await read(again) }), use);
  if ('done' in once) return once.done;
  throw new Error('a copy is never misread');
}

async function within<R, T>(
  source: OpenSource,
  read: () => Promise<{ records: R } | undefined>,
  use: (source: OpenSource, taken: R) => Promise<T>,
): Promise<{ done: T } | { misread: true }> {
  try {
    const taken = await read();
    return taken === undefined ? { misread: true } : { done: await use(source, taken.records) };
  } finally {
    await source.release();
  }
}

/** @returns undefined where the engine lost its way */
async function tried<R>(source: OpenSource, read: (source: OpenSource) => Promise<R>): Promise<{ records: R } | undefined> {
  try {
    return { records: await read(source) };
  } catch (error) {
    const failed = isAppError(error) && error.code === 'sql-error';
    if (source.text && (failed || error instanceof Misread)) return undefined;
    if (!failed || source.origin) throw error;
    throw unreadable(source.file, source.format, error);
  }
}
