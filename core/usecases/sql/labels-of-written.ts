import type { PersonalLabel } from '../../model/entity';
import type { Connection, EngineColumn } from '../../ports/engine';
import { labelsInSql } from '../../segment/labels-in-sql';
import { modelOf } from '../campaign/plan-for';
import type { Context } from '../context';

/** What kind of personal data each column of a checked SELECT holds. */
export function labelsOfWritten(
  ctx: Context,
  connection: Connection,
  { sql, columns }: { sql: string; columns: readonly EngineColumn[] },
): Promise<(PersonalLabel | undefined)[]> {
  const names = columns.map((c) => c.name);
  return labelsInSql(sql, names, { model: modelOf(ctx), audiences: ctx.store.list('audience') }, (text) => connection.parseSelect(text));
}
