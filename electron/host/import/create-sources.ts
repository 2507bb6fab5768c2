import { randomUUID } from 'node:crypto';
import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { AppError } from '../../../core/base/errors';
import type { JsonLists, Making, Prepared, Sources } from '../../../core/ports/sources';
import { isSystemError, saveError } from '../files/errors';
import { findLines, findRuns } from './find-lines';
import { listsOfJson, writeList } from './json-lists';
import { createKeptFiles, keyOf, type MadeFile } from './kept-files';
import { hasMark, isGzip, readAt } from './open-bytes';
import { pickRecords } from './pick-records';
import { type KnownBounds, sheetsOf, sheetToCsv } from './read-sheet';
import { rewriteText, sampleText, startOfJson } from './rewrite-text';
import { sniffEncoding } from './sniff-encoding';
import { transcode } from './transcode';
import { memberNames, unpackMember } from './unpack-member';

const startOfObjects = /^\uFEFF?\s*(?:\{|\[\s*\{)\s*"/;

/** @param scratch absolute folder for what is made for the engine; emptied by whoever opens the workspace */
export function createSources(scratch: string): Sources {
  const kept = createKeptFiles();
  const bounds: KnownBounds = new Map();
  const lists = new Map<string, JsonLists>();

  async function write<T>(work: (to: string) => Promise<T>, ending: string): Promise<MadeFile<T>> {
    await mkdir(scratch, { recursive: true });
    const path = join(scratch, `import-${randomUUID()}${ending}`);
    try {
      return { path, made: await work(path) };
    } catch (error) {
      await rm(path, { force: true });
      throw isSystemError(error) ? saveError(error, path) : error;
    }
  }

  /** Makes a file out of another, or takes the one that an earlier reading kept. */
  async function make<T>(
    from: string,
    how: unknown[],
    { head, rows, keep }: Making,
    work: (to: string) => Promise<T>,
    ending = '.csv',
  ): Promise<Prepared & { made: T }> {
    const key = await keyOf(from, ...how);
    const file = (head === undefined && rows === undefined ? kept.take<T>(key) : undefined) ?? (await write(work, ending));
    const release = () => (keep ? kept.put(key, file) : rm(file.path, { force: true }));
    return { ...file, release };
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
      if (magic.startsWith('\x1f\x8b')) return 'gzip';
      if (magic !== 'PK\x03\x04') return startOfObjects.test((await readAt(path, 0, 512)).toString('utf8')) ? 'json' : 'text';
      const names = await memberNames(path).catch(() => []);
      if (names.length === 0) return /\.zip$/i.test(path) ? 'zip' : 'xlsx';
      // Documents of other programs are told as what they are not: workbooks.
      return names.some((name) => /^(xl\/|\[Content_Types\]|mimetype$)/i.test(name)) ? 'xlsx' : 'zip';
    },
    members: memberNames,
    async unpackMember(path, member, making = {}) {
      const ending = /(\.[a-z0-9]{1,10}){1,2}$/i.exec(basename(member))?.[0] ?? '';
      const { made, ...prepared } = await make(path, [member], making, (to) => unpackMember(path, member, to, making), ending);
      return { ...prepared, ...made };
    },
    sniffEncoding,
    async prepareText(path, encoding, making = {}) {
      // The engine unpacks by the file's ending, and takes only some names for one file: `*` and `[` would be patterns.
      const asItIs = encoding === 'utf-8' && !(await isGzip(path)) && !/[*?[\]]|\.(gz|zst)$/i.test(path);
      if (asItIs && !(making.bare && (await hasMark(path)))) return { path, release: async () => {} };
      const { made, ...prepared } = await make(path, [encoding], making, (to) => transcode(path, to, encoding, making));
      return { ...prepared, ...made };
    },
    async prepareSheet(path, sheet, making = {}) {
      const { made, ...prepared } = await make(path, [{ sheet }], making, (to) => sheetToCsv(path, sheet, to, making, bounds));
      return { ...prepared, ...made };
    },
    sampleText,
    async rewriteText(path, request, making = {}) {
      const { made, ...prepared } = await make(path, [request], making, (to) => rewriteText(path, to, request, making.signal));
      return { ...prepared, ...made };
    },
    async startOfJson(path, within) {
      const start = await startOfJson(path, within);
      if (!start?.more) return start && { path, release: async () => {} };
      const { made, ...prepared } = await make(path, [{ within }], { head: within }, (to) => writeFile(to, start.text), '.json');
      return { ...prepared, cut: true };
    },
    async listsOfJson(path, signal) {
      const key = await keyOf(path);
      const found = lists.get(key) ?? (await listsOfJson(path, signal));
      lists.set(key, found);
      return found;
    },
    async takeList(path, list, making = {}) {
      const { made, ...prepared } = await make(path, [list], making, (to) => writeList(path, to, list, making), '.json');
      return { ...prepared, ...made };
    },
    sheets: sheetsOf,
    pickRecords,
    lines: findLines,
    lineRuns: findRuns,
  };
}
