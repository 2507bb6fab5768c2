import type { Table } from 'apache-arrow';
import { AppError } from '../../../../core/base/errors';
import { engineProblem } from '../problem';
import type { Database } from './library';
import { execute } from './running';
import { withNulls } from './statements';

const lead = 'DESCRIBE ';

/** Binds one SELECT. @returns a row for each of its columns @throws AppError with the place in `sql` */
export async function describeSelect(database: Database, connection: number, sql: string): Promise<Table> {
  try {
    return await execute(database, connection, lead + withNulls(sql), {});
  } catch (thrown) {
    const error = engineProblem(thrown);
    const { position, ...details } = error.details;
    if (details.line !== 1 || typeof position !== 'number') throw error;
    throw new AppError(error.code, { ...details, position: Math.max(1, position - lead.length) }, { cause: thrown });
  }
}
