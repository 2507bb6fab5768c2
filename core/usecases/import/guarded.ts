import { AppError } from '../../base/errors';

/** Opens what stands on something prepared, which is forgotten when that fails. */
export async function guarded<T>(prepared: { release(): Promise<void> }, open: () => Promise<T>): Promise<T> {
  try {
    return await open();
  } catch (error) {
    await prepared.release();
    throw error;
  }
}

/** What the engine cannot read is said as it says it, which has the line or the byte. @throws AppError `import-unreadable`, `import-object-too-large` */
export async function readable<T>(file: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'sql-error') throw error;
    if (String(error.details.reason).includes('maximum_object_size'))
      throw new AppError('import-object-too-large', { file }, { cause: error });
    throw new AppError('import-unreadable', { file, reason: String(error.details.reason) }, { cause: error });
  }
}
