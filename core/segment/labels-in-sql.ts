import { isAppError } from '../base/errors';
import type { Audience } from '../model/audience';
import type { DataModel, PersonalLabel } from '../model/entity';
import { audienceSchema } from '../sql/audiences-in-sql';
import { type Labels, lineage } from '../sql/lineage';
import { tokens } from '../sql/tokens';
import { keptColumns } from './kept-columns';
import { labelOfAttribute } from './labels';
import { type Column, findEntity } from './population';

/** What SQL may read: every entity, the tables of snapshots, and what stands in for inputs by its name. */
export interface Readable {
  model: DataModel;
  audiences: readonly Audience[];
  inputs?: readonly { name: string; columns: readonly Column[] }[];
}

/**
 * What each column of a SELECT holds. Where the engine cannot take the SELECT apart, or a part of it is not followed, every
 * column counts as personal as soon as anything personal may have been read.
 */
export async function labelsInSql(
  sql: string,
  names: readonly string[],
  of: Readable,
  parse: ((sql: string) => Promise<unknown>) | undefined,
): Promise<(PersonalLabel | undefined)[]> {
  const known = tablesOf(of);
  const labelled = [...known.values()].flatMap((labels) => [...labels].filter(([, label]) => label !== undefined));
  if (labelled.length === 0) return names.map(() => undefined);
  const tree = parse && (await parsed(sql, parse));
  const told = tree === undefined ? undefined : lineage(tree, (schema, table) => known.get(tableName(schema, table)), names);
  if (told) return told;
  const said = new Set(tokens(sql).map((t) => t.value.toLowerCase()));
  const own = new Map(labelled);
  // A table that is named may be read whole, even where no attribute of it is named.
  const whole = [...known].filter(([, labels]) => [...labels.values()].some((l) => l !== undefined)).map(([table]) => table);
  const mayBeRead = [...own.keys(), ...whole].some((name) => said.has(name));
  return names.map((name) => own.get(name.toLowerCase()) ?? (mayBeRead ? 'address' : undefined));
}

const tableName = (schema: string, table: string) => (schema === '' || schema === 'main' ? table : `${schema}.${table}`).toLowerCase();

function tablesOf({ model, audiences, inputs = [] }: Readable): Map<string, Labels> {
  const ofColumns = (columns: readonly Pick<Column, 'name' | 'personal'>[]): Labels =>
    new Map(columns.map((c) => [c.name.toLowerCase(), c.personal]));
  const tables = new Map<string, Labels>();
  for (const entity of model.entities)
    tables.set(entity.name.toLowerCase(), new Map(entity.attributes.map((a) => [a.name.toLowerCase(), labelOfAttribute(entity, a.name)])));
  for (const { id, dimension, definition } of audiences) {
    const entity = findEntity(model, dimension);
    const key = entity?.key.map((name): [string, PersonalLabel | undefined] => [name.toLowerCase(), labelOfAttribute(entity, name)]) ?? [];
    const kept = definition.kind === 'snapshot' ? keptColumns(definition, entity) : [];
    const labels = new Map([...key, ...kept.map((c): [string, PersonalLabel | undefined] => [c.name.toLowerCase(), c.personal])]);
    tables.set(`${audienceSchema}.${id}`.toLowerCase(), labels);
    if (definition.kind === 'snapshot') tables.set(`${audienceSchema}.${definition.table}`.toLowerCase(), labels);
  }
  for (const { name, columns } of inputs) tables.set(name.toLowerCase(), ofColumns(columns));
  return tables;
}

/** `undefined` where this engine, or this SQL, cannot be taken apart. */
async function parsed(sql: string, parse: (sql: string) => Promise<unknown>): Promise<unknown> {
  try {
    return await parse(sql);
  } catch (error) {
    if (isAppError(error)) return undefined;
    throw error;
  }
}
