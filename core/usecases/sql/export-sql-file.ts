import { AppError } from '../../base/errors';
import { instantOf } from '../../base/instant';
import { unreachable } from '../../base/never';
import type { SqlFile, SqlFileFormat } from '../../model/sql-file';
import type { ExportFormat } from '../../ports/engine';
import type { Files } from '../../ports/files';
import type { Context } from '../context';
import { exportSql } from './export-sql';
import type { WrittenRequest } from './written-request';

export interface SqlFileRequest {
  folder: Files;
  /** Without its ending. */
  name: string;
  format: SqlFileFormat;
  replace: boolean;
}

/** Writes what a SELECT returns to a file, noted in the audit log. @throws AppError `file-exists`, and as `exportSql` */
export async function exportSqlFile(
  ctx: Context,
  request: WrittenRequest,
  { folder, name, format, replace }: SqlFileRequest,
): Promise<SqlFile> {
  const path = `${name}.${endings[format]}`;
  const file = folder.resolve(path);
  if (!replace && (await folder.exists(path))) throw new AppError('file-exists', { file });
  await folder.makeFolder('.');
  const rows = await exportSql(ctx, { ...request, file, format: formatOf(format) });
  await ctx.store.commit([], { at: instantOf(ctx.clock.now()), action: 'sql-export', details: { file, rows } });
  return { file, rows };
}

const endings: Record<SqlFileFormat, string> = {
  csv: 'csv',
  'csv-semicolon': 'csv',
  parquet: 'parquet',
  ndjson: 'ndjson',
  'ndjson-gzip': 'ndjson.gz',
};

function formatOf(format: SqlFileFormat): ExportFormat {
  switch (format) {
    case 'csv':
      return { kind: 'csv', delimiter: ',', header: true, lineEnd: 'lf' };
    case 'csv-semicolon':
      return { kind: 'csv', delimiter: ';', header: true, lineEnd: 'crlf' };
    case 'parquet':
      return { kind: 'parquet' };
    case 'ndjson':
      return { kind: 'ndjson', gzip: false };
    case 'ndjson-gzip':
      return { kind: 'ndjson', gzip: true };
    default:
      return unreachable(format);
  }
}
