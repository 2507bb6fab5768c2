import type { ExportFormat, StatementOptions } from '../../ports/engine';
import { asOfIn } from '../../segment/as-of';
import type { Context } from '../context';
import { withConnection } from '../with-connection';
import { onlyWorkspace } from '../workspace/only-workspace';
import { plainSql } from './plain-sql';
import { readable } from './readable';

export interface ExportSqlRequest {
  sql: string;
  /** UTC; what `$today` and `$now` stand for. */
  asOf: string;
  /** Absolute; replaced when it exists. */
  file: string;
  format: ExportFormat;
  signal?: StatementOptions['signal'];
  onProgress?: StatementOptions['onProgress'];
}

/** Streams what a person's SELECT returns to a file, whole or not at all. @returns rows written @throws AppError `sql-*`, `disk-full`, `cancelled` */
export function exportSql(ctx: Context, { sql, asOf, file, format, signal, onProgress }: ExportSqlRequest): Promise<number> {
  return withConnection(ctx, async (connection) => {
    const query = readable(ctx, plainSql(sql), asOfIn(asOf, onlyWorkspace(ctx).zone));
    await connection.checkSelect(query.sql, query.tables);
    return connection.exportTo(query.sql, file, format, { ...(signal ? { signal } : {}), ...(onProgress ? { onProgress } : {}) });
  });
}
