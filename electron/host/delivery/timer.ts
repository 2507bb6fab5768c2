import { AppError } from '../../../core/base/errors';
import type { Timer } from '../../../core/ports/timer';

/** Longer waits overflow the platform's timer, which would then fire at once. */
const longest = 2 ** 31 - 1;

export const systemTimer: Timer = {
  random: () => Math.random(),
  wait(milliseconds, signal) {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) {
        reject(new AppError('cancelled'));
        return;
      }
      const stop = () => {
        clearTimeout(timeout);
        reject(new AppError('cancelled'));
      };
      const timeout = setTimeout(
        () => {
          signal?.removeEventListener('abort', stop);
          resolve();
        },
        Math.min(milliseconds, longest),
      );
      signal?.addEventListener('abort', stop, { once: true });
    });
  },
};
