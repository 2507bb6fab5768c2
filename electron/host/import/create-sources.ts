import { randomUUID } from 'node:crypto';
import { mkdir, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { AppError } from '../../../core/base/errors';
import type { Prepared, Sources } from '../../../core/ports/sources';
import { findLines, findRuns } from './find-lines';
import { isGzip, readAt } from './open-bytes';
import { sheetNames, sheetToCsv } from './read-sheet';
import { sniffEncoding } from './sniff-encoding';
import { transcode } from './transcode';

/** @param scratch absolute folder for what is made for the engine; emptied by whoever opens the workspace */
export function createSources(scratch: string): Sources {
  async function make<T>(write: (to: string) => Promise<T>): Promise<Prepared & { made: T }> {
    await mkdir(scratch, { recursive: true });
    const path = join(scratch, `import-${randomUUID()}.csv`);
    const release = () => rm(path, { force: true });
    try {
      return { path, release, made: await write(path) };
    } catch (error) {
      await release();
      throw error;
    }
  }

  return {
    async stat(path) {
      const found = await stat(path).catch((error: unknown) => {
        const code = error instanceof Error && 'code' in error ? String(error.code) : '';
        if (code === 'ENOENT' || code === 'ENOTDIR') throw new AppError('import-file-missing', { file: path });
        throw new AppError('import-file-unreadable', { file: path, reason: code || String(error) });
      });
      if (!found.isFile()) throw new AppError('import-not-a-file', { file: path });
      if (found.size > 0) {
        await readAt(path, 0, 1).catch((error: unknown) => {
          throw new AppError('import-file-unreadable', { file: path, reason: error instanceof Error ? error.message : String(error) });
        });
      }
      return { bytes: found.size, name: basename(path), modified: found.mtimeMs };
    },
    async looksLike(path) {
      const magic = (await readAt(path, 0, 4)).toString('latin1');
      return magic === 'PAR1' ? 'parquet' : magic === 'PK\x03\x04' ? 'xlsx' : 'text';
    },
    sniffEncoding,
    async prepareText(path, encoding, signal) {
      // The engine unpacks by the file's ending, and takes only some names for one file: `*` and `[` would be patterns.
      if (encoding === 'utf-8' && !(await isGzip(path)) && !/[*?[\]]|\.(gz|zst)$/i.test(path)) return { path, release: async () => {} };
      return make((to) => transcode(path, to, encoding, signal));
    },
    async prepareSheet(path, sheet) {
      const { made, ...prepared } = await make((to) => sheetToCsv(path, sheet, to));
      return { ...prepared, ...made };
    },
    sheets: sheetNames,
    lines: findLines,
    lineRuns: findRuns,
  };
}
