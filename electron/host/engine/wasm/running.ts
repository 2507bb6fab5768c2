import { setImmediate } from 'node:timers/promises';
import { type Table, tableFromIPC } from 'apache-arrow';
import { throwIfCancelled } from '../../../../core/base/cancellation';
import type { StatementOptions } from '../../../../core/ports/engine';
import type { Database } from './library';
import { refuseMissing } from './statements';

/**
 * Runs one statement in slices of about ten milliseconds, giving way to the rest of the process in between.
 * This engine tells no share, so progress is told once, at the end.
 * @throws AppError `cancelled`, `engine-extension-missing`, and what DuckDB says as an Error
 */
export async function execute(
  database: Database,
  connection: number,
  sql: string,
  { signal, onProgress }: StatementOptions,
): Promise<Table> {
  throwIfCancelled(signal);
  refuseMissing(sql);
  let header = database.startPendingQuery(connection, sql, false);
  while (header === null) {
    await setImmediate();
    if (signal?.aborted) {
      database.cancelPendingQuery(connection);
      // What was cancelled keeps its files open until the next statement.
      database.runQuery(connection, 'SELECT 1');
      throwIfCancelled(signal);
    }
    header = database.pollPendingQuery(connection);
  }
  const parts = [header];
  for (;;) {
    const part = database.fetchQueryResults(connection);
    if (part === null || part.length === 0) break;
    parts.push(part);
  }
  throwIfCancelled(signal);
  onProgress?.(1);
  return tableFromIPC(joined(parts));
}

function joined(parts: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
