import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isLeftover } from './durable';
import { saveError } from './errors';

/**
 * Removes unfinished files that a stopped process left in `folder` and below. Only for folders that nobody else writes to.
 * @returns how many were removed
 */
export async function removeLeftovers(folder: string): Promise<number> {
  let removed = 0;
  try {
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) removed += await removeLeftovers(path);
      else if (isLeftover(entry.name)) {
        await rm(path);
        removed += 1;
      }
    }
  } catch (error) {
    throw saveError(error, folder);
  }
  return removed;
}
