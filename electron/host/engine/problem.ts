import { AppError, type Details, isAppError } from '../../../core/base/errors';

/** After such an error DuckDB refuses every statement until the database is opened again. */
export function isFatal(error: unknown): boolean {
  return error instanceof Error && /^FATAL Error|database has been invalidated|Instance has been invalidated/i.test(error.message);
}

export function isInterrupt(error: unknown): boolean {
  return error instanceof Error && /^INTERRUPT Error/.test(error.message);
}

/** What DuckDB said, as an error a person can act on. `reason` has no error class, no excerpt and no advice about extensions. */
export function engineProblem(error: unknown): AppError {
  if (isAppError(error)) return error;
  const message = plainMessage(error instanceof Error ? error.message : String(error));
  if (/^INTERRUPT Error/.test(message)) return new AppError('cancelled', {}, { cause: error });
  // It repeats the first error's words, which are not about this statement.
  if (/has been invalidated/.test(message)) return new AppError('engine-lost', { reason: reasonOf(message) }, { cause: error });
  if (/No space left on device|ENOSPC|disk (is )?full|not enough space on the disk|max_temp_directory_size/i.test(message)) {
    return new AppError('disk-full', { file: /file "([^"]+)"/.exec(message)?.[1] ?? 'temporary files' }, { cause: error });
  }
  if (isFatal(error)) return new AppError('engine-lost', { reason: reasonOf(message) }, { cause: error });
  if (/^Out of Memory Error|Cannot enlarge memory|std::bad_alloc/i.test(message)) {
    return new AppError('engine-memory', { reason: reasonOf(message) }, { cause: error });
  }
  const need = missingExtension(message);
  if (need !== undefined) return new AppError('engine-extension-missing', { need }, { cause: error });
  return new AppError('sql-error', { reason: reasonOf(message), ...placeOf(message) }, { cause: error });
}

/** Some calls of duckdb-wasm give the error as JSON. */
function plainMessage(message: string): string {
  if (!message.startsWith('{"exception_type"')) return message;
  const { exception_type, exception_message } = JSON.parse(message) as Record<string, string>;
  return `${exception_type} Error: ${exception_message}`;
}

function missingExtension(message: string): string | undefined {
  const exists = /it exists in the (\w+) extension/.exec(message);
  if (exists) return exists[1];
  if (/(Unimplemented type for cast|types) .*TIMESTAMP WITH TIME ZONE/.test(message)) return 'icu';
  const required = /requires the extension "?(\w+)/.exec(message);
  if (required) return required[1];
  if (/^Extension Autoloading Error/.test(message)) return /"(\w+)"/.exec(message)?.[1] ?? reasonOf(message);
  return undefined;
}

function reasonOf(message: string): string {
  const [head = message] = message.split(/\n\s*LINE \d+: |\n\nPlease try installing/);
  return head
    .replace(/^(?:[A-Z][\w-]* ){0,3}Error: /i, '')
    .replace(/\s*\n\s*/g, ' ')
    .trim();
}

/** `line` counts from 1; `position` is the column in that line, from 1, left out where DuckDB shortened the line. */
function placeOf(message: string): Details {
  const found = /\nLINE (\d+): ([^\n]*)\n( *)\^/.exec(message);
  if (!found) return {};
  const [, line = '1', text = '', blanks = ''] = found;
  const position = blanks.length - `LINE ${line}: `.length + 1;
  return text.startsWith('...') || position < 1 ? { line: Number(line) } : { line: Number(line), position };
}
