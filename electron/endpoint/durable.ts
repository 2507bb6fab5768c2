import { randomBytes } from 'node:crypto';
import { access, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Refusal } from './refusal';

/** Called at each step of a write, so that a test can end the process there. */
export type AtPoint = (point: 'before' | 'written' | 'published') => void;

export async function fileExists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The file has all of the content or does not exist, through a kill at any byte. @throws Refusal `storage-full` */
export async function writeWhole(file: string, content: Uint8Array | Iterable<Uint8Array>, at: AtPoint): Promise<void> {
  at('before');
  const temporary = join(dirname(file), `.${randomBytes(6).toString('hex')}.part`);
  try {
    const handle = await open(temporary, 'wx');
    try {
      for (const piece of content instanceof Uint8Array ? [content] : content) await handle.writeFile(piece);
      await handle.sync();
    } finally {
      await handle.close();
    }
    at('written');
    await rename(temporary, file);
    await syncFolder(dirname(file));
  } catch (error) {
    await rm(temporary, { force: true });
    if (error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT'))
      throw new Refusal('storage-full');
    throw error;
  }
  at('published');
}

export async function makeFolder(folder: string): Promise<void> {
  if ((await mkdir(folder, { recursive: true })) !== undefined) await syncFolder(dirname(folder));
}

/** Removes what a stopped process left unfinished. */
export async function removeUnfinished(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isFile() && entry.name.endsWith('.part')) await rm(join(entry.parentPath, entry.name));
  }
}
