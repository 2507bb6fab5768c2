import type { Attribute, DataModel, DataType, Entity, Link, PersonalLabel } from '../model/entity';
import { exists } from '../sql/exists';
import { and, column, compare } from '../sql/expression';
import type { Expression, Output, Select, Source, Table } from '../sql/query';
import type { Gathered } from './condition';
import { labelOfAttribute } from './labels';

export interface Column {
  name: string;
  type: DataType | 'list';
  scale?: number;
  /** What a list holds: values, or rows of these columns. */
  holds?: Column | Column[];
  /** What kind of personal data its values come from. */
  personal?: PersonalLabel;
}

/** Rows on a transition: exactly one per key of the dimension, with added columns; stored in `table`. */
export interface Population {
  dimension: string;
  key: Column[];
  columns: Column[];
  table: Table;
  /** The same rows as a condition over the dimension's entity, where they are that; so flows can put them together by logic. */
  gathered?: Gathered;
  /** Every key is a key of the dimension's entity. */
  known?: boolean;
  /** The activity that read the file whose lines these are: rows of no entity, with nothing but added columns. */
  file?: string;
  /** Columns with the key of an entity's row that was found for each row, empty where none was. */
  bound?: { entity: string; columns: string[] };
}

/** What stands for an entity behind the lines of a file. */
export const fileRows: Entity = { name: 'file', attributes: [{ name: 'line', type: 'integer' }], key: ['line'], rows: 0, dataVersion: 0 };

/** What rows a population consists of. */
type Rows = { dimension: string; file?: string | undefined };

/** Whether equal keys of the two are the same row. */
export function sameDimension(a: Rows, b: Rows): boolean {
  return a.dimension === b.dimension && a.file === b.file;
}

export function entityTable(entity: string): Table {
  return { kind: 'table', schema: 'main', name: entity };
}

export function findEntity(model: DataModel, name: string): Entity | undefined {
  return model.entities.find((e) => e.name === name);
}

export function findAttribute(entity: Entity, name: string): Attribute | undefined {
  return entity.attributes.find((a) => a.name === name);
}

export function keyColumns(entity: Entity): Column[] {
  return entity.key.map((name) => attributeColumn(entity, name));
}

export function attributeColumn(entity: Entity, name: string): Column {
  const personal = labelOfAttribute(entity, name);
  const column = toColumn(findAttribute(entity, name), name);
  return personal === undefined ? column : { ...column, personal };
}

export function toColumn(attribute: Attribute | undefined, name: string): Column {
  return {
    name,
    type: attribute?.type ?? 'text',
    ...(attribute?.scale === undefined ? {} : { scale: attribute.scale }),
    ...(attribute?.personal === undefined ? {} : { personal: attribute.personal }),
  };
}

/** One step of a path: a link walked forward (`single`: at most one row is reached) or in reverse. */
export interface Hop {
  link: Link;
  target: Entity;
  on: { here: string; there: string }[];
  single: boolean;
}

/** The link leaving `entity` under that name, in either direction. */
export function findHop(model: DataModel, entity: string, name: string): Hop | undefined {
  for (const link of model.links) {
    const forward = link.from === entity && link.name === name;
    const reverse = link.to === entity && link.reverse === name;
    const target = forward ? findEntity(model, link.to) : reverse ? findEntity(model, link.from) : undefined;
    if (!target) continue;
    const on = link.on.map((pair) => (forward ? { here: pair.from, there: pair.to } : { here: pair.to, there: pair.from }));
    return { link, target, on, single: forward || link.cardinality === '1-1' };
  }
  return undefined;
}

/** Every link name that leaves the entity. */
export function hopNames(model: DataModel, entity: string): string[] {
  return model.links.flatMap((l) => [...(l.from === entity ? [l.name] : []), ...(l.to === entity ? [l.reverse] : [])]);
}

export function joinOn(here: string, there: string, hop: Hop): Expression {
  return and(hop.on.map((pair) => compare('=', column(there, pair.there), column(here, pair.here))));
}

export function sameKey(left: string, right: string, key: readonly Column[]): Expression {
  return and(key.map((k) => compare('=', column(left, k.name), column(right, k.name))));
}

/** Whether values of the two can be equal. */
export function comparable(a: Column, b: Column): boolean {
  const kind = ({ type }: Column) => {
    if (type === 'integer' || type === 'decimal' || type === 'number') return 'amount';
    return type === 'date' || type === 'timestamp' ? 'moment' : type;
  };
  return kind(a) === kind(b);
}

export function allColumns(population: Population): Column[] {
  return [...population.key, ...population.columns];
}

/** Whether the row called `row` has its key among those rows. */
export function isAmong(relation: Source['relation'], key: readonly Column[], row: string): Expression {
  const columns: Output[] = [{ name: 'one', is: { kind: 'literal', type: 'integer', value: 1 } }];
  return exists({ kind: 'select', columns, from: { relation, alias: 'among' }, where: sameKey('among', row, key) });
}

/** Rows of `input` whose key is not in `output`, with all of its columns. */
export function complementOf(input: Population, output: Population): Select {
  return {
    kind: 'select',
    columns: allColumns(input).map((c) => ({ name: c.name, is: column('input', c.name) })),
    from: { relation: input.table, alias: 'input' },
    where: { kind: 'not', inner: isAmong(output.table, input.key, 'input') },
  };
}
