import { dirname } from 'node:path';
import { AppError, isAppError } from '../../../core/base/errors';

/** The system's code of a failed call, e.g. `ENOENT`; empty for anything else that was thrown. */
export function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** Whether the system refused a call, as no wrong content of a file makes it do. */
export function isSystemError(error: unknown): boolean {
  return /^E[A-Z0-9]+$/.test(systemCode(error));
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** What a person can act on when a file could not be changed. */
export function saveError(error: unknown, file: string): AppError {
  if (isAppError(error)) return error;
  switch (systemCode(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new AppError('disk-full', { file }, { cause: error });
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new AppError('folder-not-writable', { file }, { cause: error });
    case 'ENOENT':
      return new AppError('folder-missing', { folder: dirname(file) }, { cause: error });
    case 'ENOTDIR':
      return new AppError('folder-is-file', { folder: dirname(file) }, { cause: error });
    case 'EEXIST':
      return new AppError('file-exists', { file }, { cause: error });
    default:
      return new AppError('save-failed', { file, reason: reasonOf(error) }, { cause: error });
  }
}

/** What a person can act on when a file could not be read. */
export function readError(error: unknown, file: string): AppError {
  if (isAppError(error)) return error;
  switch (systemCode(error)) {
    case 'ENOENT':
      return new AppError('file-missing', { file }, { cause: error });
    case 'ENOTDIR':
      return new AppError('folder-is-file', { folder: dirname(file) }, { cause: error });
    case 'EACCES':
    case 'EPERM':
      return new AppError('folder-not-readable', { file }, { cause: error });
    default:
      return new AppError('read-failed', { file, reason: reasonOf(error) }, { cause: error });
  }
}
