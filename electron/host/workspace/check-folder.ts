import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../../core/base/errors';
import { readError, systemCode } from '../files/errors';
import { previousOf } from '../store/open-store';
import { furniture, layout } from './layout';

async function namesIn(folder: string): Promise<string[] | undefined> {
  try {
    if (!(await stat(folder)).isDirectory()) throw new AppError('folder-is-file', { folder });
    return await readdir(folder);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw readError(error, folder);
  }
}

/** Whether this is something a creation that was stopped half-way left: an empty folder of the layout, a lock, a temporary file. */
async function isOurs(folder: string, found: string): Promise<boolean> {
  if (found === layout.lock || /^\.workspace\..*\.tmp$/.test(found)) return true;
  if (!layout.folders.some((own) => own === found)) return false;
  return (await readdir(join(folder, found))).length === 0;
}

/**
 * The folder for a new workspace: missing or empty.
 * @throws AppError `folder-is-file`, `folder-not-readable`, `workspace-exists`, `folder-not-empty`
 */
export async function checkNewFolder(folder: string): Promise<void> {
  const names = (await namesIn(folder)) ?? [];
  if (names.includes(layout.documents) || names.includes(previousOf(layout.documents))) throw new AppError('workspace-exists', { folder });
  for (const found of names) {
    if (!furniture.includes(found) && !(await isOurs(folder, found))) throw new AppError('folder-not-empty', { folder, found });
  }
}

/**
 * The folder of a workspace.
 * @throws AppError `folder-missing`, `folder-is-file`, `folder-not-readable`, `not-a-workspace`
 */
export async function checkWorkspaceFolder(folder: string): Promise<void> {
  const names = await namesIn(folder);
  if (names === undefined) throw new AppError('folder-missing', { folder });
  if (names.includes(layout.documents) || names.includes(previousOf(layout.documents))) return;
  throw new AppError('not-a-workspace', { folder, missing: layout.documents });
}
