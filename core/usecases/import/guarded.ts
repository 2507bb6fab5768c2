import { AppError } from '../../base/errors';
import type { Format } from '../../model/recipe';

/** Opens what stands on something prepared, which is forgotten when that fails. */
export async function guarded<T>(prepared: { release(): Promise<void> }, open: () => Promise<T>): Promise<T> {
  try {
    return await open();
  } catch (error) {
    await prepared.release();
    throw error;
  }
}

/** What the engine cannot read is said as it says it, which has the line or the byte. @throws AppError as `unreadable` */
export async function readable<T>(file: string, format: Format, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'sql-error') throw error;
    throw unreadable(file, format, error);
  }
}

/** `file` as a person calls it: what the engine reads may lie in a folder nobody knows. @returns AppError `import-unreadable`, `import-bad-json` or `import-object-too-large` */
export function unreadable(file: string, format: Format, cause: AppError): AppError {
  const reason = String(cause.details.reason);
  if (reason.includes('maximum_object_size')) return new AppError('import-object-too-large', { file }, { cause });
  const code = format === 'json' || format === 'ndjson' ? 'import-bad-json' : 'import-unreadable';
  return new AppError(code, { file, reason: reason.replaceAll(/"[^"]*[/\\][^"]*"/g, `"${file}"`) }, { cause });
}
