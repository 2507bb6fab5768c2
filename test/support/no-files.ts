import { AppError } from '../../core/base/errors';

/** Stands in for the files of a machine that has none. */
export async function noFiles(file: string): Promise<never> {
  throw new AppError('import-file-missing', { file });
}
