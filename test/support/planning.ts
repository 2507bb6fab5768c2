import type { PlanRequest } from '../../core/plan/plan-campaign';
import type { Connection } from '../../core/ports/engine';

/** Tells the columns of written SQL by asking a real engine, as the app does. */
export function describeWith(connection: Connection): PlanRequest['describe'] {
  return async (sql, tables, preface) => {
    await connection.checkSelect(sql, tables);
    return connection.describe(`${preface}SELECT * FROM (\n${sql}\n) AS "written"`);
  };
}
