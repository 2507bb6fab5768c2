import { isAppError } from '../../base/errors';
import { instantOf } from '../../base/instant';
import { type DataState, dataStateOf } from '../../model/entity';
import type { RowsPage } from '../../model/report';
import { asOfIn } from '../../segment/as-of';
import { withoutTail } from '../../sql/tokens';
import type { Context } from '../context';
import { withConnection } from '../with-connection';
import { onlyWorkspace } from '../workspace/only-workspace';
import { meaningOf } from './meaning-of';
import { querySql, type SqlRequest } from './query-sql';
import { entitiesIn } from './query-state';
import { readable } from './readable';
import { rememberStatement } from './statements';

export interface SqlRun {
  page: RowsPage;
  at: string;
  milliseconds: number;
  /** The data it read, as it was then. */
  read: DataState[];
  /** What it meant, as of when. */
  asOf: string;
  meaning: string;
}

/** The first rows of what a person's SELECT returns; the run goes into the history, also when it fails. @throws AppError as `querySql` */
export async function runSql(ctx: Context, request: SqlRequest): Promise<SqlRun> {
  const started = ctx.clock.now();
  const told = () => ({
    sql: request.sql,
    parameters: Object.fromEntries((request.parameters ?? []).flatMap((p) => (p.value === undefined ? [] : [[p.name, p.value]]))),
    at: instantOf(started),
    milliseconds: Math.max(0, ctx.clock.now() - started),
  });
  try {
    // Data that changes while it runs is told of, rather than missed.
    const read = await statesRead(ctx, request);
    const meaning = meaningOf(ctx, request);
    const page = await querySql(ctx, request);
    const ran = told();
    await rememberStatement(ctx, { ...ran, ...(page.total === null ? {} : { rows: page.total }) });
    return { page, at: ran.at, milliseconds: ran.milliseconds, read, asOf: request.asOf, meaning };
  } catch (error) {
    if (isAppError(error)) await rememberStatement(ctx, { ...told(), problem: { code: error.code, details: error.details } });
    throw error;
  }
}

function statesRead(ctx: Context, { sql, asOf, parameters }: SqlRequest): Promise<DataState[]> {
  const query = readable(ctx, withoutTail(sql), asOfIn(asOf, onlyWorkspace(ctx).zone), parameters);
  return withConnection(ctx, async (connection) => (await entitiesIn(ctx, connection, query.sql)).map(dataStateOf));
}
