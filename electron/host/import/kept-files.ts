import { rm, stat } from 'node:fs/promises';

/** A file made for the engine out of another, and what making it told. */
export interface MadeFile<T> {
  path: string;
  made: T;
}

/** Files that a reading left for the next one; taken out while they are in use. */
export interface KeptFiles {
  take<T>(key: string): MadeFile<T> | undefined;
  put<T>(key: string, file: MadeFile<T>): Promise<void>;
}

/** What one file is made of may take this many: unpacked, as UTF-8, as records. */
const most = 3;

export function createKeptFiles(): KeptFiles {
  const kept = new Map<string, MadeFile<unknown>>();
  return {
    take<T>(key: string) {
      const file = kept.get(key);
      kept.delete(key);
      // What is kept under a key was made under it.
      return file as MadeFile<T> | undefined;
    },
    async put(key, file) {
      const surplus = [...kept].slice(0, Math.max(0, kept.size - most + 1));
      const same = kept.get(key);
      for (const [old] of surplus) kept.delete(old);
      kept.set(key, file);
      for (const { path } of [...surplus.map(([, old]) => old), ...(same ? [same] : [])]) await rm(path, { force: true });
    },
  };
}

/** The same for a file that was not changed and is made into the same thing. */
export async function keyOf(from: string, ...how: unknown[]): Promise<string> {
  const { size, mtimeMs } = await stat(from);
  return JSON.stringify([from, size, mtimeMs, ...how]);
}
