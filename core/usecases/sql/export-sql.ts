import type { ExportFormat, StatementOptions } from '../../ports/engine';
import type { Context } from '../context';
import { withConnection } from '../with-connection';
import { plainSql } from './query-sql';

export interface ExportSqlRequest {
  sql: string;
  /** Absolute; replaced when it exists. */
  file: string;
  format: ExportFormat;
  signal?: StatementOptions['signal'];
  onProgress?: StatementOptions['onProgress'];
}

/** Streams what a person's SELECT returns to a file, whole or not at all. @returns rows written @throws AppError `sql-*`, `disk-full`, `cancelled` */
export function exportSql(ctx: Context, { sql, file, format, signal, onProgress }: ExportSqlRequest): Promise<number> {
  return withConnection(ctx, async (connection) => {
    const query = plainSql(sql);
    await connection.checkSelect(
      query,
      ctx.store.list('entity').map((e) => e.name),
    );
    return connection.exportTo(query, file, format, { ...(signal ? { signal } : {}), ...(onProgress ? { onProgress } : {}) });
  });
}
