import type { RowsPage } from '../../model/report';
import { allColumns } from '../../segment/population';
import type { Context } from '../context';
import { labelled } from '../labelled';
import { readPage } from '../read-page';
import { withConnection } from '../with-connection';
import { computeOutput, type OutputRequest } from './compute-output';

export interface OutputRowsRequest extends OutputRequest {
  offset: number;
  limit: number;
  sort?: { column: string; descending: boolean } | undefined;
}

/** Some rows of one transition. */
export function readOutputRows(ctx: Context, request: OutputRowsRequest): Promise<RowsPage> {
  return withConnection(ctx, async (connection) => {
    const { population, rows } = await computeOutput(ctx, connection, request);
    const { offset, limit, sort } = request;
    const tie = population.key.map((k) => k.name);
    const all = allColumns(population);
    const columns = all.map((c) => c.name);
    const page = await readPage(connection, { table: population.table, columns, offset, limit, sort, tie, total: rows, unchanged: true });
    return labelled(page, (_, i) => all[i]?.personal);
  });
}
