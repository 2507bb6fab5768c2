import type { ExportFormat } from '../../ports/engine';
import { readWhole } from '../../sql/read-whole';
import type { Context } from '../context';
import { withConnection } from '../with-connection';
import { placed } from './placed';
import { checkSql, type WrittenRequest, watching } from './written-request';

export interface ExportSqlRequest extends WrittenRequest {
  /** Absolute; replaced when it exists. */
  file: string;
  format: ExportFormat;
}

/**
 * Streams what a person's SELECT returns to a file, whole or not at all. @returns rows written
 * @throws AppError `sql-*`, `variable-*`, `disk-full`, `cancelled`
 */
export function exportSql(ctx: Context, request: ExportSqlRequest): Promise<number> {
  return withConnection(ctx, async (connection) => {
    const query = await checkSql(ctx, connection, request);
    return placed(query, 0, () => connection.exportTo(readWhole(query.sql), request.file, request.format, watching(request)));
  });
}
