import type { ColumnProfile } from '../../model/report';
import type { Context } from '../context';
import { profileTable } from '../data/profile-columns';
import { withConnection } from '../with-connection';
import { computeOutput, type OutputRequest } from './compute-output';

/** The distribution of one column of a transition. */
export function profileOutput(ctx: Context, request: OutputRequest & { column: string }): Promise<ColumnProfile> {
  return withConnection(ctx, async (connection) => {
    const { population } = await computeOutput(ctx, connection, request);
    return profileTable(connection, population.table, request.column, request.signal);
  });
}
