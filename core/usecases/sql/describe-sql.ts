import { AppError } from '../../base/errors';
import type { Connection, EngineColumn } from '../../ports/engine';
import { placeInSql } from './place-in-sql';
import { linesBefore, plainSql } from './plain-sql';

/**
 * Checks SQL a person wrote and tells its columns without running it. `preface` is a WITH clause that stands in for its inputs.
 * @throws AppError `sql-*`, with lines counted in what the person wrote
 */
export async function describeSql(connection: Connection, sql: string, tables: readonly string[], preface = ''): Promise<EngineColumn[]> {
  const whole = preface === '' ? plainSql(sql) : `${preface}SELECT * FROM (\n${plainSql(sql)}\n) AS "written"`;
  try {
    await connection.checkSelect(whole, tables);
    return await connection.describe(whole);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (typeof error.details.line !== 'number') throw new AppError(error.code, placeInSql(error, sql), { cause: error });
    const line = error.details.line + linesBefore(sql) - (preface === '' ? 0 : 1);
    throw new AppError(error.code, { ...error.details, line }, { cause: error });
  }
}
