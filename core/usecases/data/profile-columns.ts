import { instantOf } from '../../base/instant';
import type { ColumnProfile } from '../../model/report';
import type { Context } from '../context';
import { findDocument } from '../find-document';
import { chosenMembers } from '../population/choose';
import { fieldValues, measuredSql, valueName } from '../population/field-values';
import { type SummariseOptions, summarise } from '../population/summarise';
import { withConnection } from '../with-connection';

/** Exact figures of every column of an entity, told one by one. @throws AppError `not-found`, `cancelled` */
export async function profileColumns(ctx: Context, entity: string, options: SummariseOptions = {}): Promise<ColumnProfile[]> {
  const { attributes } = findDocument(ctx, 'entity', entity);
  return withConnection(ctx, async (connection) => {
    const at = { asOf: instantOf(ctx.clock.now()), ...(options.signal ? { signal: options.signal } : {}) };
    const members = await chosenMembers(ctx, connection, { kind: 'entity', entity }, at);
    const fields = attributes.map((a) => ({ attribute: a.name }));
    const values = await fieldValues(ctx, connection, members, fields, at);
    const columns = values.columns.map((column, i) => ({ name: attributes[i]?.name ?? '', value: valueName(i), column }));
    return summarise(connection, measuredSql(values), columns, options);
  });
}
