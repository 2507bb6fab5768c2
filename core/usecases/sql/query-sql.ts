import type { RowsPage } from '../../model/report';
import type { Context } from '../context';
import { labelled } from '../labelled';
import { type PageRequest, readPage } from '../read-page';
import { withConnection } from '../with-connection';
import { keepSql } from './keep-sql';
import { labelsOfWritten } from './labels-of-written';
import type { WrittenRequest } from './written-request';

export interface SqlRequest extends WrittenRequest, Pick<PageRequest, 'offset' | 'limit' | 'sort'> {}

/**
 * A page of what a person's SELECT returns. The result is kept, so that other pages of it cost next to nothing.
 * @throws AppError `sql-*`, `variable-*`, `cancelled`, `not-found` for an unknown sort column
 */
export function querySql(ctx: Context, request: SqlRequest): Promise<RowsPage> {
  return withConnection(ctx, async (connection) => {
    const { table, rows, ...kept } = await keepSql(ctx, connection, request);
    const { offset, limit, sort, signal } = request;
    const page = await readPage(connection, { table, offset, limit, sort, total: rows, unchanged: true, signal });
    const labels = await labelsOfWritten(ctx, connection, kept);
    return labelled(page, (_, i) => labels[i]);
  });
}
