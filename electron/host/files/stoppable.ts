import type { CancelSignal } from '../../../core/base/cancellation';
import { AppError } from '../../../core/base/errors';

/** Does what the platform's own signal stops. @throws AppError `cancelled` */
export async function stoppable<T>(signal: CancelSignal | undefined, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const stop = new AbortController();
  const abort = () => stop.abort();
  signal?.addEventListener('abort', abort, { once: true });
  if (signal?.aborted) abort();
  try {
    return await work(stop.signal);
  } catch (error) {
    if (stop.signal.aborted) throw new AppError('cancelled', {}, { cause: error });
    throw error;
  } finally {
    signal?.removeEventListener('abort', abort);
  }
}
