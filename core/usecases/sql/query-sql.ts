import type { RowsPage } from '../../model/report';
import { labelsInSql } from '../../segment/labels-in-sql';
import { modelOf } from '../campaign/plan-for';
import type { Context } from '../context';
import { labelled } from '../labelled';
import { type PageRequest, readPage } from '../read-page';
import { withConnection } from '../with-connection';
import { keepSql } from './keep-sql';
import type { WrittenRequest } from './written-request';

export interface SqlRequest extends WrittenRequest, Pick<PageRequest, 'offset' | 'limit' | 'sort'> {}

/**
 * A page of what a person's SELECT returns. The result is kept, so that other pages of it cost next to nothing.
 * @throws AppError `sql-*`, `variable-*`, `cancelled`, `not-found` for an unknown sort column
 */
export function querySql(ctx: Context, request: SqlRequest): Promise<RowsPage> {
  return withConnection(ctx, async (connection) => {
    const { table, rows, sql, columns } = await keepSql(ctx, connection, request);
    const { offset, limit, sort } = request;
    const page = await readPage(connection, { table, offset, limit, sort, tie: ['rowid'], total: rows, unchanged: true });
    const names = columns.map((c) => c.name);
    const labels = await labelsInSql(sql, names, { model: modelOf(ctx), audiences: ctx.store.list('audience') }, (text) =>
      connection.parseSelect(text),
    );
    return labelled(page, (_, i) => labels[i]);
  });
}
