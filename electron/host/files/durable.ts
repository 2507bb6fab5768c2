import { randomBytes } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import type { Disk } from './disk';
import { saveError, systemCode } from './errors';

const leftover = /^\..+\.[0-9a-f]{12}\.tmp$|\.part$/;

/** Whether a file of this name is unfinished work that a stopped process left behind. */
export function isLeftover(name: string): boolean {
  return leftover.test(name);
}

function besides(file: string): string {
  return join(dirname(file), `.${basename(file)}.${randomBytes(6).toString('hex')}.tmp`);
}

/** Makes the names in a folder last. Windows cannot sync a folder and does not need it: NTFS logs renames. */
export async function syncFolder(disk: Disk, folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await disk.open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

export async function syncFile(disk: Disk, file: string): Promise<void> {
  const handle = await disk.open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function fill(disk: Disk, file: string, content: Uint8Array | string, mode: number | undefined): Promise<void> {
  const handle = await disk.open(file, 'wx', mode);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Virus scanners on Windows hold new files open for a moment, which makes a rename fail that works a little later. */
export async function renamePatiently(disk: Disk, from: string, to: string): Promise<void> {
  for (let wait = 20; ; wait *= 2) {
    try {
      return await disk.rename(from, to);
    } catch (error) {
      if (wait > 320 || !['EBUSY', 'EPERM', 'EACCES'].includes(systemCode(error))) throw error;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
}

const cannotLink = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EXDEV', 'EMLINK'];

/** Gives `file` a second name, replacing what had it. By a hard link where the file system has them, else by a copy. */
async function keepAs(disk: Disk, file: string, kept: string): Promise<void> {
  const temporary = besides(kept);
  try {
    try {
      await disk.link(file, temporary);
    } catch (error) {
      if (!cannotLink.includes(systemCode(error))) throw error;
      await disk.copyFile(file, temporary);
      await syncFile(disk, temporary);
    }
    await renamePatiently(disk, temporary, kept);
  } catch (error) {
    // Nothing is there to be kept yet; if the folder itself is gone, the next call says so.
    if (systemCode(error) !== 'ENOENT') throw error;
  } finally {
    // Renaming one of two names of the same file onto the other does nothing and leaves both (POSIX rename).
    await disk.rm(temporary, { force: true });
  }
}

export interface WriteOptions {
  keep?: string;
  /** Permissions of the new file, e.g. 0o600. */
  mode?: number;
}

/**
 * Writes `file` whole or not at all, even through a kill or a full disk.
 * @throws AppError `disk-full`, `folder-not-writable`, `folder-missing`, `save-failed`
 */
export async function writeDurably(disk: Disk, file: string, content: Uint8Array | string, options: WriteOptions = {}): Promise<void> {
  const temporary = besides(file);
  try {
    await fill(disk, temporary, content, options.mode);
    if (options.keep !== undefined) await keepAs(disk, file, options.keep);
    await renamePatiently(disk, temporary, file);
    await syncFolder(disk, dirname(file));
  } catch (error) {
    // The first error is the one to tell; a temporary file that cannot be removed now is removed at the next start.
    await disk.rm(temporary, { force: true }).catch(() => undefined);
    throw saveError(error, file);
  }
}

/** Adds to the end of `file`, lasting when it resolves. A kill may leave the beginning of what was added. */
export async function appendDurably(disk: Disk, file: string, content: string): Promise<void> {
  const handle = await disk.open(file, 'a');
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
