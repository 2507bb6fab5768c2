import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../core/base/errors';
import { makeFolder } from './durable';

/**
 * One process per folder; the lock of a process that is gone is taken over.
 * @returns what gives it back
 * @throws AppError `endpoint-folder-in-use`
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  await makeFolder(folder);
  const file = join(folder, 'endpoint.lock');
  for (let tries = 0; tries < 3; tries++) {
    try {
      await writeFile(file, String(process.pid), { flag: 'wx' });
      return () => rm(file, { force: true });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      const pid = Number(await readFile(file, 'utf8'));
      if (pid > 0 && alive(pid)) throw new AppError('endpoint-folder-in-use', { folder, pid });
      await rm(file, { force: true });
    }
  }
  throw new AppError('endpoint-folder-in-use', { folder, pid: 0 });
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
