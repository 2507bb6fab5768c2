import type { EngineColumn } from '../../ports/engine';
import type { Context } from '../context';
import { withConnection } from '../with-connection';
import { checkSql, type WrittenRequest } from './written-request';

/** The columns of what a person wrote, which is not run. @throws AppError `sql-*`, `variable-*`, with the place in what was written */
export function describeWritten(ctx: Context, request: WrittenRequest): Promise<EngineColumn[]> {
  return withConnection(ctx, async (connection) => (await checkSql(ctx, connection, request)).columns);
}
