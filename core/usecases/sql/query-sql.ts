import type { RowsPage } from '../../model/report';
import type { StatementOptions } from '../../ports/engine';
import { asOfIn } from '../../segment/as-of';
import { labelsInSql } from '../../segment/labels-in-sql';
import { modelOf } from '../campaign/plan-for';
import { cellBudget } from '../campaign/worktables';
import type { Context } from '../context';
import { keepResult } from '../kept-result';
import { labelled } from '../labelled';
import { readPage } from '../read-page';
import { withConnection } from '../with-connection';
import { onlyWorkspace } from '../workspace/only-workspace';
import { plainSql } from './plain-sql';
import { readable } from './readable';

export interface SqlRequest {
  sql: string;
  /** UTC; what `$today` and `$now` stand for. */
  asOf: string;
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
    const { offset, limit, signal, onProgress } = request;
    const { sql, tables } = readable(ctx, plainSql(request.sql), asOfIn(request.asOf, onlyWorkspace(ctx).zone));
    await connection.checkSelect(sql, tables);
    const described = await connection.describe(sql);
    const columns = described.length;
    const most = Math.floor(cellsShown / Math.max(1, columns));
    const { table, rows } = await keepResult(ctx, connection, {
      sql: `SELECT * FROM (\n${sql}\n) AS "written" LIMIT ${most + 1}`,
      columns,
      most,
      ...(signal ? { signal } : {}),
      ...(onProgress ? { onProgress } : {}),
    });
    const page = await readPage(connection, { table, offset, limit, tie: [], total: rows, unchanged: true });
    const names = described.map((c) => c.name);
    const labels = await labelsInSql(sql, names, { model: modelOf(ctx), audiences: ctx.store.list('audience') }, (text) =>
      connection.parseSelect(text),
    );
    return labelled(page, (_, i) => labels[i]);
  });
}

/** Cells (rows × columns) of a result beyond which it is a file, not something to look at. */
const cellsShown = cellBudget / 4;
