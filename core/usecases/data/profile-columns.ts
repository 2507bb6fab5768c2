import { z } from 'zod';
import { instantOf } from '../../base/instant';
import type { Entity } from '../../model/entity';
import { type ColumnProfile, columnProfile } from '../../model/report';
import type { Context } from '../context';
import { findDocument } from '../find-document';
import { keptFigures, type Sort } from '../kept-figures';
import { chosenMembers } from '../population/choose';
import { fieldValues, measuredAsIs, valueName } from '../population/field-values';
import { type SummariseOptions, summarise } from '../population/summarise';
import { withConnection } from '../with-connection';

const profiles: Sort<ColumnProfile[]> = { name: 'columns', schema: z.array(columnProfile) };

/** Exact figures of every column of an entity, told one by one; measured once for each version of the data. @throws AppError `not-found`, `cancelled` */
export async function profileColumns(ctx: Context, name: string, options: SummariseOptions = {}): Promise<ColumnProfile[]> {
  const entity = findDocument(ctx, 'entity', name);
  const told = new Set<string>();
  const onColumn = (column: ColumnProfile) => {
    told.add(column.name);
    options.onColumn?.(column);
  };
  const columns = await keptFigures(ctx, { sort: profiles, key: name, entities: [name] }, () =>
    measure(ctx, entity, { ...options, onColumn }),
  );
  for (const column of columns) if (!told.has(column.name)) options.onColumn?.(column);
  return columns;
}

function measure(ctx: Context, { name, key, attributes }: Entity, options: SummariseOptions): Promise<ColumnProfile[]> {
  return withConnection(ctx, async (connection) => {
    const at = { asOf: instantOf(ctx.clock.now()), ...(options.signal ? { signal: options.signal } : {}) };
    const members = await chosenMembers(ctx, connection, { kind: 'entity', entity: name }, at);
    const fields = attributes.map((a) => ({ attribute: a.name }));
    const values = await fieldValues(ctx, connection, members, fields, at);
    const columns = values.columns.map((column, i) => ({
      name: attributes[i]?.name ?? '',
      from: measuredAsIs(values, i),
      value: valueName(i),
      column,
      unique: key.length === 1 && attributes[i]?.name === key[0],
    }));
    return summarise(connection, columns, options);
  });
}
