import type { PersonalLabel } from '../../model/entity';
import type { EngineColumn } from '../../ports/engine';
import type { Context } from '../context';
import { withConnection } from '../with-connection';
import { labelsOfWritten } from './labels-of-written';
import { checkSql, type WrittenRequest } from './written-request';

export type WrittenColumn = EngineColumn & { personal?: PersonalLabel };

/**
 * The columns of what a person wrote, which is not run, and what kind of personal data they hold.
 * @throws AppError `sql-*`, `variable-*`, with the place in what was written
 */
export function describeWritten(ctx: Context, request: WrittenRequest): Promise<WrittenColumn[]> {
  return withConnection(ctx, async (connection) => {
    const query = await checkSql(ctx, connection, request);
    const labels = await labelsOfWritten(ctx, connection, query);
    return query.columns.map((column, i) => ({ ...column, ...(labels[i] === undefined ? {} : { personal: labels[i] }) }));
  });
}
