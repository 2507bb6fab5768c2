import { canonicalJson } from '../../base/hashing';
import { instantOf } from '../../base/instant';
import type { Entity } from '../../model/entity';
import type { ColumnProfile } from '../../model/report';
import type { Context } from '../context';
import { findDocument } from '../find-document';
import { chosenMembers } from '../population/choose';
import { fieldValues, measuredSql, valueName } from '../population/field-values';
import { type SummariseOptions, summarise } from '../population/summarise';
import { withConnection } from '../with-connection';

/** Exact figures of every column of an entity, told one by one; measured once for each version of the data. @throws AppError `not-found`, `cancelled` */
export async function profileColumns(ctx: Context, name: string, options: SummariseOptions = {}): Promise<ColumnProfile[]> {
  const entity = findDocument(ctx, 'entity', name);
  const state = canonicalJson([entity.dataVersion, entity.loadedAt, entity.attributes]);
  const kept = ctx.profiles.get(name);
  if (kept?.state === state) {
    for (const column of kept.columns) options.onColumn?.(column);
    return kept.columns;
  }
  const columns = await measure(ctx, entity, options);
  ctx.profiles.set(name, { state, columns });
  return columns;
}

function measure(ctx: Context, { name, attributes }: Entity, options: SummariseOptions): Promise<ColumnProfile[]> {
  return withConnection(ctx, async (connection) => {
    const at = { asOf: instantOf(ctx.clock.now()), ...(options.signal ? { signal: options.signal } : {}) };
    const members = await chosenMembers(ctx, connection, { kind: 'entity', entity: name }, at);
    const fields = attributes.map((a) => ({ attribute: a.name }));
    const values = await fieldValues(ctx, connection, members, fields, at);
    const columns = values.columns.map((column, i) => ({ name: attributes[i]?.name ?? '', value: valueName(i), column }));
    return summarise(connection, measuredSql(values), columns, options);
  });
}
