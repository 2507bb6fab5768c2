import { isAppError } from '../../base/errors';
import { instantOf } from '../../base/instant';
import type { RowsPage } from '../../model/report';
import type { Context } from '../context';
import { querySql, type SqlRequest } from './query-sql';
import { rememberStatement } from './statements';

/** The first rows of what a person's SELECT returns; the run goes into the history, also when it fails. @throws AppError as `querySql` */
export async function runSql(ctx: Context, request: SqlRequest): Promise<{ page: RowsPage; milliseconds: number }> {
  const started = ctx.clock.now();
  const told = () => ({
    sql: request.sql,
    parameters: Object.fromEntries((request.parameters ?? []).flatMap((p) => (p.value === undefined ? [] : [[p.name, p.value]]))),
    at: instantOf(started),
    milliseconds: Math.max(0, ctx.clock.now() - started),
  });
  try {
    const page = await querySql(ctx, request);
    const ran = told();
    await rememberStatement(ctx, { ...ran, ...(page.total === null ? {} : { rows: page.total }) });
    return { page, milliseconds: ran.milliseconds };
  } catch (error) {
    if (isAppError(error)) await rememberStatement(ctx, { ...told(), problem: { code: error.code, details: error.details } });
    throw error;
  }
}
