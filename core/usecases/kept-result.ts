import { AppError } from '../base/errors';
import { canonicalJson, sha256Hex } from '../base/hashing';
import { worktableSchema } from '../plan/plan';
import type { Connection, StatementOptions } from '../ports/engine';
import type { Table } from '../sql/query';
import { ident } from '../sql/quote';
import { dropTable, evictTables, holdTables, prepareWorktables, rememberCounts, storedRows, touchTables } from './campaign/worktables';
import type { Context } from './context';

export interface KeepRequest {
  /** One SELECT, in the order its rows are to be read; what it reads besides entities is named after what it holds. */
  sql: string;
  columns: number;
  /** More rows than this are not kept. */
  most?: number;
  signal?: StatementOptions['signal'];
  onProgress?: StatementOptions['onProgress'];
}

export interface KeptResult {
  table: Table;
  rows: number;
}

/**
 * Runs a query once per state of the data and keeps its rows in order, so that any page of them costs next to nothing.
 * @throws AppError `sql-error`, `sql-too-many-rows`, `cancelled`
 */
export function keepResult(ctx: Context, connection: Connection, request: KeepRequest): Promise<KeptResult> {
  const { sql, columns, most, signal, onProgress } = request;
  const versions = ctx.store.list('entity').map((e) => [e.name, e.dataVersion, e.loadedAt ?? '']);
  const name = `q_${sha256Hex(canonicalJson({ sql, versions })).slice(0, 24)}`;
  const table: Table = { kind: 'table', schema: worktableSchema, name };
  const { registry } = ctx.worktables;
  return ctx.worktables.run(async () => {
    holdTables(ctx.worktables, connection, [name]);
    await prepareWorktables(connection, registry);
    const known = await storedRows(connection, name);
    if (known !== undefined) {
      await touchTables(connection, registry, [name], ctx.clock.now());
      return { table, rows: known };
    }
    const rows = await connection.run(`CREATE OR REPLACE TABLE ${worktableSchema}.${ident(name)} AS\n${sql}`, {
      ...(signal ? { signal } : {}),
      ...(onProgress ? { onProgress } : {}),
    });
    if (most !== undefined && rows > most) {
      await dropTable(connection, registry, name);
      throw new AppError('sql-too-many-rows', { most });
    }
    await rememberCounts(connection, [{ name, rows, columns }], ctx.clock.now());
    await evictTables(connection, ctx.worktables);
    return { table, rows };
  }, signal);
}
