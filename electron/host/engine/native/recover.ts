import { copyFileSync, existsSync, readFileSync, renameSync, rmSync, truncateSync } from 'node:fs';
import type { DuckDBInstance } from '@duckdb/node-api';
import { AppError } from '../../../../core/base/errors';
import type { Recovery } from '../../../../core/ports/engine';
import { library } from './library';

export interface Opened {
  instance: DuckDBInstance;
  recovery: Recovery;
}

/**
 * Opens a database file. A write-ahead log that DuckDB refuses is kept aside; then it is tried without the zeros
 * that a power loss leaves at its end, then the database is opened as of its last checkpoint.
 * @throws AppError `engine-cannot-open`, `engine-in-use`; the files are then as they were
 */
export async function openRecovering(file: string, options: Record<string, string>): Promise<Opened> {
  const first = await attempt(file, options);
  if (first instanceof library.DuckDBInstance) return { instance: first, recovery: { kind: 'clean' } };
  if (/Could not set lock|Conflicting lock|being used by another process/i.test(first.message))
    throw new AppError('engine-in-use', { file }, { cause: first });
  const log = `${file}.wal`;
  if (file === ':memory:' || !existsSync(log)) throw cannotOpen(file, first);

  const aside = freeName(`${log}.refused`);
  copyFileSync(log, aside);
  if (stripZeroTail(log)) {
    const shortened = await attempt(file, options);
    if (shortened instanceof library.DuckDBInstance) {
      return { instance: shortened, recovery: { kind: 'recovered', lost: 'log-tail', keptAside: aside } };
    }
  }
  rmSync(log);
  const withoutLog = await attempt(file, options);
  if (withoutLog instanceof library.DuckDBInstance) {
    return { instance: withoutLog, recovery: { kind: 'recovered', lost: 'since-checkpoint', keptAside: aside } };
  }
  renameSync(aside, log);
  throw cannotOpen(file, withoutLog);
}

async function attempt(file: string, options: Record<string, string>): Promise<DuckDBInstance | Error> {
  try {
    return await library.DuckDBInstance.create(file, options);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function cannotOpen(file: string, cause: Error): AppError {
  return new AppError('engine-cannot-open', { file, reason: cause.message.split('\n')[0] ?? '' }, { cause });
}

function freeName(wanted: string): string {
  for (let n = 1; ; n++) {
    const name = `${wanted}-${n}`;
    if (!existsSync(name)) return name;
  }
}

function stripZeroTail(log: string): boolean {
  const bytes = readFileSync(log);
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end--;
  if (end === bytes.length) return false;
  truncateSync(log, end);
  return true;
}
