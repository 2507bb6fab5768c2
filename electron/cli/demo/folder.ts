import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../../core/base/errors';
import { systemClock } from '../../host/clock';
import { readError, saveError, systemCode } from '../../host/files/errors';
import { furniture } from '../../host/workspace/layout';
import { lockWorkspace } from '../../host/workspace/lock';

/** By this file a demo knows its own folder. */
const marker = 'muster-demo.json';
const parts = { workspace: 'workspace', endpoint: 'endpoint', summary: 'summary.txt' } as const;

export const demoParts = (folder: string) => ({
  workspace: join(folder, parts.workspace),
  endpoint: join(folder, parts.endpoint),
  summary: join(folder, parts.summary),
});

/**
 * Makes the folder, or clears what a demo before made in it; anything else in it stays.
 * @throws AppError `cli-not-a-demo`, `workspace-in-use`, `folder-*`
 */
export async function prepareDemoFolder(folder: string): Promise<void> {
  const found = await namesIn(folder);
  if (found.includes(marker)) await clear(folder, found);
  else if (found.length > 0) throw new AppError('cli-not-a-demo', { folder, found: found[0] ?? '' });
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, marker), `${JSON.stringify({ format: 1, kind: 'demo', parts: Object.values(parts) }, null, 2)}\n`);
  } catch (error) {
    throw saveError(error, join(folder, marker));
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => !furniture.includes(name));
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return [];
    throw systemCode(error) === 'ENOTDIR' ? new AppError('folder-is-file', { folder }) : readError(error, folder);
  }
}

async function clear(folder: string, found: readonly string[]): Promise<void> {
  const { workspace } = demoParts(folder);
  if (found.includes(parts.workspace)) {
    const lock = await lockWorkspace(workspace, systemClock);
    await lock.release();
  }
  for (const part of Object.values(parts)) {
    await rm(join(folder, part), { recursive: true, force: true }).catch((error: unknown) => {
      throw saveError(error, join(folder, part));
    });
  }
}

export async function finishDemoFolder(folder: string, summary: string): Promise<void> {
  const file = demoParts(folder).summary;
  try {
    await writeFile(file, `${summary}\n`);
  } catch (error) {
    throw saveError(error, file);
  }
}
