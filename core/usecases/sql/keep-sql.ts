import type { Connection, EngineColumn } from '../../ports/engine';
import { readWhole } from '../../sql/read-whole';
import { cellBudget } from '../campaign/worktables';
import type { Context } from '../context';
import { type KeptResult, keepResult } from '../kept-result';
import { placed } from './placed';
import { checkSql, type WrittenRequest, watching } from './written-request';

/**
 * Runs what a person wrote and keeps its rows, until the data it read changes.
 * @throws AppError `sql-*` (`sql-too-many-rows` instead of filling the disk), `variable-*`, `cancelled`
 */
export async function keepSql(
  ctx: Context,
  connection: Connection,
  request: WrittenRequest,
): Promise<KeptResult & { sql: string; columns: EngineColumn[] }> {
  const query = await checkSql(ctx, connection, request);
  const { columns } = query;
  const most = Math.floor(cellsShown / Math.max(1, columns.length));
  const kept = await placed(query, linesAbove, () =>
    keepResult(ctx, connection, {
      sql: `SELECT * FROM (\n${readWhole(query.sql)}\n) AS "written" LIMIT ${most + 1}`,
      columns: columns.length,
      most,
      ...watching(request),
    }),
  );
  return { ...kept, sql: query.sql, columns };
}

/** Cells (rows × columns) of a result beyond which it is a file, not something to look at. */
const cellsShown = cellBudget / 4;

/** What `keepResult` and `keepSql` write before it. */
const linesAbove = 2;
