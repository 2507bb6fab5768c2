import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, readdir, readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { AppError } from '../../../core/base/errors';
import type { Files } from '../../../core/ports/files';
import { type Disk, realDisk } from './disk';
import { appendDurably, renamePatiently, syncFile, syncFolder, writeDurably } from './durable';
import { readError, saveError, systemCode } from './errors';
import { below, reallyBelow } from './inside';

async function exists(file: string): Promise<boolean> {
  try {
    await lstat(file);
    return true;
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(systemCode(error))) return false;
    throw readError(error, file);
  }
}

async function reading<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw readError(error, file);
  }
}

async function saving<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw saveError(error, file);
  }
}

async function digest(file: string): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const piece of createReadStream(file, { highWaterMark: 1 << 20 })) {
    hash.update(piece);
    bytes += piece.length;
  }
  return { sha256: hash.digest('hex'), bytes };
}

/** Makes `folder` and what is missing above it, each lasting before the next. */
async function makeFolder(disk: Disk, folder: string): Promise<void> {
  const first = await disk.mkdir(folder, { recursive: true });
  if (first === undefined) return;
  for (let made = folder; ; made = dirname(made)) {
    await syncFolder(disk, dirname(made));
    if (made === first) return;
  }
}

/** Durable files below the folder `root`. */
export function createFiles(root: string, disk: Disk = realDisk): Files {
  const base = resolve(root);
  return {
    resolve: (path) => below(base, path),
    exists: async (path) => exists(await reallyBelow(base, path, 'change')),
    async list(path) {
      const folder = await reallyBelow(base, path, 'read');
      return reading(folder, async () => (await readdir(folder)).sort());
    },
    async read(path) {
      const file = await reallyBelow(base, path, 'read');
      return reading(file, () => readFile(file));
    },
    async write(path, content, options = {}) {
      const file = await reallyBelow(base, path, 'change');
      const keep = options.keep === undefined ? {} : { keep: await reallyBelow(base, options.keep, 'change') };
      await writeDurably(disk, file, content, keep);
    },
    async append(path, content) {
      const file = await reallyBelow(base, path, 'change');
      await saving(file, () => appendDurably(disk, file, content));
    },
    async publish(from, to, options = {}) {
      const source = await reallyBelow(base, from, 'change');
      const target = await reallyBelow(base, to, 'change');
      await saving(target, async () => {
        if (!(await exists(source))) throw new AppError('file-missing', { file: source });
        const folder = (await lstat(source)).isDirectory();
        if (folder) await syncFolder(disk, source);
        else await syncFile(disk, source);
        if (options.replace) await renamePatiently(disk, source, target);
        else await moveToFreeName(disk, source, target, folder);
        await syncFolder(disk, dirname(target));
        if (dirname(source) !== dirname(target)) await syncFolder(disk, dirname(source));
      });
    },
    async makeFolder(path) {
      const folder = await reallyBelow(base, path, 'change');
      await saving(folder, () => makeFolder(disk, folder));
    },
    async remove(path) {
      const file = await reallyBelow(base, path, 'change');
      if (file === base) throw new AppError('path-outside', { path, folder: base });
      await saving(file, async () => {
        await disk.rm(file, { recursive: true, force: true });
        if (await exists(dirname(file))) await syncFolder(disk, dirname(file));
      });
    },
    async digest(path) {
      const file = await reallyBelow(base, path, 'read');
      return reading(file, () => digest(file));
    },
  };
}

/** A link fails when its name is taken, which a rename of a file does not. A folder is refused by rename unless the other is empty. */
async function moveToFreeName(disk: Disk, from: string, to: string, folder: boolean): Promise<void> {
  if (folder) {
    if (await exists(to)) throw new AppError('file-exists', { file: to });
    return renamePatiently(disk, from, to);
  }
  try {
    await disk.link(from, to);
  } catch (error) {
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(systemCode(error))) throw error;
    if (await exists(to)) throw new AppError('file-exists', { file: to });
    return renamePatiently(disk, from, to);
  }
  await disk.rm(from);
}
