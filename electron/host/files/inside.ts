import { realpath } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import { AppError } from '../../../core/base/errors';
import { readError, systemCode } from './errors';

function escapes(root: string, file: string): boolean {
  const way = relative(root, file);
  return way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way);
}

/**
 * The absolute path of `path` below `root`. Back slashes and drive letters are refused everywhere, so that a workspace
 * means the same on every system.
 * @throws AppError `path-outside`
 */
export function below(root: string, path: string): string {
  const file = join(root, path);
  if (isAbsolute(path) || /[\0\\]|^[A-Za-z]:/.test(path) || escapes(root, file)) {
    throw new AppError('path-outside', { path, folder: root });
  }
  return file;
}

async function realOf(file: string): Promise<string> {
  try {
    return await realpath(file);
  } catch (error) {
    if (!['ENOENT', 'ENOTDIR'].includes(systemCode(error)) || dirname(file) === file) throw readError(error, file);
    return realOf(dirname(file));
  }
}

/**
 * Like `below`, and also refuses a symbolic link that leads out of `root`. When the last name is only replaced or removed
 * (`change`) it may itself be such a link, since it is not followed.
 * @throws AppError `path-outside`
 */
export async function reallyBelow(root: string, path: string, use: 'read' | 'change'): Promise<string> {
  const file = below(root, path);
  const followed = use === 'read' || file === root ? file : dirname(file);
  if (escapes(await realOf(root), await realOf(followed))) throw new AppError('path-outside', { path, folder: root });
  return file;
}
