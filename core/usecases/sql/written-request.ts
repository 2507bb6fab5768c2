import type { Parameter } from '../../model/variable';
import type { Connection, EngineColumn, StatementOptions } from '../../ports/engine';
import { asOfIn } from '../../segment/as-of';
import { withoutTail } from '../../sql/tokens';
import type { Context } from '../context';
import { onlyWorkspace } from '../workspace/only-workspace';
import { placed } from './placed';
import { type Readable, readable } from './readable';

/** A SELECT as a person wrote it. */
export interface WrittenRequest {
  sql: string;
  /** UTC; what `$today` and `$now` stand for. */
  asOf: string;
  /** What the other names stand for. */
  parameters?: readonly Parameter[];
  signal?: StatementOptions['signal'];
  onProgress?: StatementOptions['onProgress'];
}

/** A SELECT that may be run, and its columns. */
export interface CheckedSql extends Readable {
  columns: EngineColumn[];
}

/** With everything it names in its place. @throws AppError as `readable` */
export function readableOf(ctx: Context, { sql, asOf, parameters }: WrittenRequest): Readable {
  return readable(ctx, withoutTail(sql), asOfIn(asOf, onlyWorkspace(ctx).zone), parameters);
}

/** Checks what a person wrote without running it. @throws AppError `sql-*`, `variable-*`, with the place in what was written */
export async function checkSql(ctx: Context, connection: Connection, request: WrittenRequest): Promise<CheckedSql> {
  const query = readableOf(ctx, request);
  return placed(query, 0, async () => {
    await connection.checkSelect(query.sql, query.tables);
    return { ...query, columns: await connection.describe(query.sql) };
  });
}

/** How a statement of the engine is cancelled and watched. */
export function watching({ signal, onProgress }: WrittenRequest): Pick<StatementOptions, 'signal' | 'onProgress'> {
  return { ...(signal ? { signal } : {}), ...(onProgress ? { onProgress } : {}) };
}
