import { randomUUID } from 'node:crypto';
import { mkdir, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { AppError } from '../../../core/base/errors';
import type { Prepared, Sources } from '../../../core/ports/sources';
import { isSystemError, saveError } from '../files/errors';
import { findLines, findRuns } from './find-lines';
import { isGzip, readAt } from './open-bytes';
import { pickRecords } from './pick-records';
import { sheetNames, sheetToCsv } from './read-sheet';
import { rewriteText, sampleText } from './rewrite-text';
import { sniffEncoding } from './sniff-encoding';
import { transcode } from './transcode';
import { memberNames, unpackMember } from './unpack-member';

/** @param scratch absolute folder for what is made for the engine; emptied by whoever opens the workspace */
export function createSources(scratch: string): Sources {
  async function make<T>(write: (to: string) => Promise<T>, ending = '.csv'): Promise<Prepared & { made: T }> {
    await mkdir(scratch, { recursive: true });
    const path = join(scratch, `import-${randomUUID()}${ending}`);
    const release = () => rm(path, { force: true });
    try {
      return { path, release, made: await write(path) };
    } catch (error) {
      await release();
      throw isSystemError(error) ? saveError(error, path) : error;
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
      if (magic === 'PAR1') return 'parquet';
      if (magic !== 'PK\x03\x04') return 'text';
      const names = await memberNames(path).catch(() => []);
      if (names.length === 0) return /\.zip$/i.test(path) ? 'zip' : 'xlsx';
      // Documents of other programs are told as what they are not: workbooks.
      return names.some((name) => /^(xl\/|\[Content_Types\]|mimetype$)/i.test(name)) ? 'xlsx' : 'zip';
    },
    members: memberNames,
    async unpackMember(path, member, signal) {
      const ending = /(\.[a-z0-9]{1,10}){1,2}$/i.exec(basename(member))?.[0] ?? '';
      return make((to) => unpackMember(path, member, to, signal), ending);
    },
    sniffEncoding,
    async prepareText(path, encoding, signal) {
      // The engine unpacks by the file's ending, and takes only some names for one file: `*` and `[` would be patterns.
      if (encoding === 'utf-8' && !(await isGzip(path)) && !/[*?[\]]|\.(gz|zst)$/i.test(path)) return { path, release: async () => {} };
      const { made, ...prepared } = await make((to) => transcode(path, to, encoding, signal));
      return { ...prepared, damaged: made.damaged };
    },
    async prepareSheet(path, sheet, signal) {
      const { made, ...prepared } = await make((to) => sheetToCsv(path, sheet, to, signal));
      return { ...prepared, sheet: made };
    },
    sampleText,
    rewriteText: (path, request, signal) => make((to) => rewriteText(path, to, request, signal)),
    sheets: sheetNames,
    pickRecords,
    lines: findLines,
    lineRuns: findRuns,
  };
}
