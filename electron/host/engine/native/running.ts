import type { DuckDBConnection, DuckDBPreparedStatement } from '@duckdb/node-api';
import { throwIfCancelled } from '../../../../core/base/cancellation';
import { AppError } from '../../../../core/base/errors';
import type { StatementOptions } from '../../../../core/ports/engine';
import { library } from './library';

const INTERRUPT_AGAIN_MS = 10;
const PROGRESS_EVERY_MS = 100;

/** Runs `work` so that the signal interrupts it and its progress is told. @throws AppError `cancelled` */
export async function watched<T>(raw: DuckDBConnection, options: StatementOptions, work: () => Promise<T>): Promise<T> {
  const { signal, onProgress } = options;
  throwIfCancelled(signal);
  // DuckDB forgets an interrupt that arrives between two phases of a statement, so it is repeated until the statement ends.
  let again: NodeJS.Timeout | undefined;
  const interrupt = () => {
    raw.interrupt();
    again = setInterval(() => raw.interrupt(), INTERRUPT_AGAIN_MS);
  };
  signal?.addEventListener('abort', interrupt, { once: true });
  const progress = onProgress && setInterval(() => tellProgress(raw, onProgress), PROGRESS_EVERY_MS);
  try {
    const result = await work();
    throwIfCancelled(signal);
    onProgress?.(1);
    return result;
  } catch (error) {
    if (signal?.aborted) throw new AppError('cancelled', {}, { cause: error });
    throw error;
  } finally {
    signal?.removeEventListener('abort', interrupt);
    clearInterval(again);
    clearInterval(progress);
  }
}

function tellProgress(raw: DuckDBConnection, onProgress: (share: number) => void) {
  const { percentage } = raw.progress;
  if (percentage >= 0) onProgress(Math.min(percentage / 100, 1));
}

/** Whole numbers are bound as integers, so that they compare exactly. */
export function bindParameters(statement: DuckDBPreparedStatement, parameters: NonNullable<StatementOptions['parameters']>) {
  parameters.forEach((value, at) => {
    const index = at + 1;
    if (value === null) statement.bindNull(index);
    else if (typeof value === 'string') statement.bindVarchar(index, value);
    else if (typeof value === 'boolean') statement.bindBoolean(index, value);
    else if (Number.isSafeInteger(value)) statement.bindBigInt(index, BigInt(value));
    else statement.bindDouble(index, value);
  });
}

/** INSTALL would download, and LOAD would run whatever another program put in the user's folder. */
export function refuseExtension(statement: DuckDBPreparedStatement) {
  if (statement.statementType === library.StatementType.LOAD) throw new AppError('engine-extension-missing', { need: 'INSTALL, LOAD' });
}
