import { AppError } from '../../base/errors';
import { canonicalJson, sha256Hex } from '../../base/hashing';
import type { RowsPage } from '../../model/report';
import { worktableSchema } from '../../plan/plan';
import type { Connection, StatementOptions } from '../../ports/engine';
import type { Table } from '../../sql/query';
import { ident } from '../../sql/quote';
import { cellBudget, dropTable, evictTables, prepareWorktables, rememberCounts, storedRows } from '../campaign/worktables';
import type { Context } from '../context';
import { readPage } from '../read-page';
import { withConnection } from '../with-connection';

export interface SqlRequest {
  sql: string;
  offset: number;
  limit: number;
  signal?: StatementOptions['signal'];
  onProgress?: StatementOptions['onProgress'];
}

/**
 * A page of what a person's SELECT returns. The result is kept, so that other pages of it cost next to nothing,
 * until the data it read changes. @throws AppError `sql-*` (`sql-too-many-rows` instead of filling the disk), `cancelled`
 */
export function querySql(ctx: Context, request: SqlRequest): Promise<RowsPage> {
  return withConnection(ctx, async (connection) => {
    const { table, rows } = await storeResult(ctx, connection, request);
    return readPage(connection, { table, offset: request.offset, limit: request.limit, tie: [], total: rows, unchanged: true });
  });
}

/** Cells (rows × columns) of a result beyond which it is a file, not something to look at. */
const cellsShown = cellBudget / 4;

/** Runs the query once per state of the data and keeps its rows in order. */
export async function storeResult(
  ctx: Context,
  connection: Connection,
  request: Omit<SqlRequest, 'offset' | 'limit'>,
): Promise<{ table: Table; rows: number }> {
  const entities = ctx.store.list('entity');
  const sql = plainSql(request.sql);
  await connection.checkSelect(
    sql,
    entities.map((e) => e.name),
  );
  const versions = entities.map((e) => [e.name, e.dataVersion, e.loadedAt ?? '']);
  const table: Table = { kind: 'table', schema: worktableSchema, name: `q_${sha256Hex(canonicalJson({ sql, versions })).slice(0, 24)}` };
  return ctx.worktables.run(async () => {
    await prepareWorktables(connection);
    const known = await storedRows(connection, table.name);
    if (known !== undefined) return { table, rows: known };
    const columns = await connection.describe(sql);
    const most = Math.floor(cellsShown / Math.max(1, columns.length));
    const kept = `CREATE OR REPLACE TABLE ${worktableSchema}.${ident(table.name)} AS\nSELECT * FROM (\n${sql}\n) AS "written" LIMIT ${most + 1}`;
    const rows = await connection.run(kept, {
      ...(request.signal ? { signal: request.signal } : {}),
      ...(request.onProgress ? { onProgress: request.onProgress } : {}),
    });
    if (rows > most) {
      await dropTable(connection, table.name);
      throw new AppError('sql-too-many-rows', { most });
    }
    await rememberCounts(connection, [{ name: table.name, rows, columns: columns.length }], ctx.clock.now());
    await evictTables(connection, new Set([table.name]));
    return { table, rows };
  }, request.signal);
}

/** Without the semicolon people end a statement with. */
export function plainSql(sql: string): string {
  return sql.trim().replace(/;\s*$/, '');
}

/** Empty lines before what a person wrote, which `plainSql` leaves out. */
export function linesBefore(sql: string): number {
  return (/^\s*/.exec(sql)?.[0] ?? '').split('\n').length - 1;
}
