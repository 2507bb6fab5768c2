import { stat } from 'node:fs/promises';
import { AppError } from '../../../core/base/errors';
import type { Files } from '../../../core/ports/files';
import type { MetaStore } from '../../../core/ports/meta-store';
import { DamagedStore } from '../store/damage';
import { checkStore } from '../store/load';
import { openStore, previousOf } from '../store/open-store';
import { layout } from './layout';

async function backupDetails(files: Files): Promise<{ backup: string; saved: string } | undefined> {
  const path = previousOf(layout.documents);
  if (!(await files.exists(path))) return undefined;
  const backup = files.resolve(path);
  try {
    await checkStore(await files.read(path), backup);
  } catch (error) {
    if (error instanceof DamagedStore) return undefined;
    throw error;
  }
  return { backup, saved: (await stat(backup)).mtime.toISOString() };
}

async function damaged(files: Files, reason: string): Promise<AppError> {
  const file = files.resolve(layout.documents);
  const backup = await backupDetails(files);
  return backup === undefined
    ? new AppError('workspace-damaged-no-backup', { file, reason })
    : new AppError('workspace-damaged', { file, reason, ...backup });
}

/**
 * The documents of a workspace that exists. A damaged file is left as it is.
 * @throws AppError `workspace-damaged`, `workspace-damaged-no-backup`, `workspace-too-new`, `bad-document`
 */
export async function openDocuments(files: Files): Promise<MetaStore> {
  if (!(await files.exists(layout.documents))) throw await damaged(files, 'it is missing');
  try {
    return await openStore(files, layout.documents);
  } catch (error) {
    if (error instanceof DamagedStore) throw await damaged(files, error.reason);
    throw error;
  }
}
