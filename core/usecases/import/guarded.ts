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

/** @throws AppError as `unreadable` */
export async function readable<T>(file: string, format: Format, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'sql-error') throw error;
    throw unreadable(file, format, error);
  }
}

/**
 * What the engine cannot read is said as it says it, but of JSON, whose faults have a place.
 * @param file as a person calls it: what the engine reads may lie in a folder nobody knows
 * @returns AppError `import-unreadable`, `import-object-too-large`, `import-bad-json`, `import-cut-json` or `import-no-json`
 */
export function unreadable(file: string, format: Format, cause: AppError): AppError {
  const reason = String(cause.details.reason);
  if (reason.includes('maximum_object_size')) return new AppError('import-object-too-large', { file }, { cause });
  if (format === 'json' || format === 'ndjson') return faultyJson(file, reason, cause);
  return new AppError('import-unreadable', { file, reason: reason.replaceAll(/"[^"]*[/\\][^"]*"/g, `"${file}"`) }, { cause });
}

/** The engine counts the record that it begins to read next. */
function faultyJson(file: string, reason: string, cause: AppError): AppError {
  const [, byte, next, fault] = /at byte (\d+) in (?:record\/value|line) (\d+): (.*)/s.exec(reason) ?? [];
  if (byte === undefined || next === undefined) return new AppError('import-no-json', { file }, { cause });
  const record = Math.max(Number(next) - 1, 1);
  if (fault?.startsWith('unexpected end')) return new AppError('import-cut-json', { file, record }, { cause });
  return new AppError('import-bad-json', { file, record, byte: Number(byte) }, { cause });
}
