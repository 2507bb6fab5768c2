import { isAppError } from '../../base/errors';
import { instantOf } from '../../base/instant';
import { type DataState, dataStateOf } from '../../model/entity';
import type { RowsPage } from '../../model/report';
import type { Context } from '../context';
import { withConnection } from '../with-connection';
import { meaningOf } from './meaning-of';
import { querySql, type SqlRequest } from './query-sql';
import { entitiesIn } from './query-state';
import { rememberStatement } from './statements';
import { readableOf } from './written-request';

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
    const query = readableOf(ctx, request);
    const read = await statesRead(ctx, query.sql);
    const page = await querySql(ctx, request);
    const ran = told();
    await rememberStatement(ctx, { ...ran, ...(page.total === null ? {} : { rows: page.total }) });
    return { page, at: ran.at, milliseconds: ran.milliseconds, read, asOf: request.asOf, meaning: meaningOf(query) };
  } catch (error) {
    if (isAppError(error)) await rememberStatement(ctx, { ...told(), problem: { code: error.code, details: error.details } });
    throw error;
  }
}

function statesRead(ctx: Context, sql: string): Promise<DataState[]> {
  return withConnection(ctx, async (connection) => (await entitiesIn(ctx, connection, sql)).map(dataStateOf));
}
