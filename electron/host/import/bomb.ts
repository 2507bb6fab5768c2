import { AppError } from '../../../core/base/errors';

/** So much may be unpacked of anything. */
const harmless = 1024 * 1024 * 1024;
/** Beyond it, data that is worth something does not shrink more than this. */
const mostTimes = 200;

/** Counts what is unpacked. @returns after each part, an error once it is out of all proportion to what was packed */
export function boundedBy(file: string, packed: () => number): (bytes: number) => AppError | null {
  let unpacked = 0;
  return (bytes) => {
    unpacked += bytes;
    if (unpacked <= harmless || unpacked <= packed() * mostTimes) return null;
    return new AppError('import-zip-bomb', { file, bytes: unpacked });
  };
}
