import type { PersonalLabel } from '../../model/entity';
import type { Cell } from '../../model/value';
import type { ExplainedRule } from '../../model/why';
import type { Column } from '../../segment/population';
import { and, column, compare, isNull } from '../../sql/expression';
import type { Expression, Query } from '../../sql/query';
import type { Asked } from '../asked';

/** A row's values by column. */
export type Values = Record<string, Cell>;

/** Rows of a query. */
export type Ask = (query: Query) => Promise<Values[]>;

/** One row, and whom to ask about it. */
export interface Row {
  key: Values;
  ask: Ask;
}

/** Explains a rule for one row; handed down so that what looks at rows need not know the kinds of rule. */
export type Explain = (asked: Asked, row: Row) => Promise<ExplainedRule | undefined>;

/** What columns hold that come from labelled attributes; nothing where none does. */
export function personalIn(columns: readonly Pick<Column, 'name' | 'personal'>[]): { personal?: Record<string, PersonalLabel> } {
  const labelled = columns.flatMap(({ name, personal }): [string, PersonalLabel][] => (personal === undefined ? [] : [[name, personal]]));
  return labelled.length === 0 ? {} : { personal: Object.fromEntries(labelled) };
}

/** How many rows of several are shown. */
export const few = 3;

/** Whether columns called like a key, in an alias, have these values. */
export function hasKey(alias: string, key: readonly Column[], values: Values): Expression {
  return and(key.map((k) => equals(column(alias, k.name), k, values[k.name] ?? null)));
}

/** Whether a value of a column's type equals a cell that was read before; NULL equals NULL. */
export function equals(is: Expression, { type, scale = 0 }: Column, value: Cell): Expression {
  if (value === null) return isNull(is);
  if (type === 'list' || typeof value === 'object') throw new Error(`no key has a value like ${JSON.stringify(value)}`);
  // A cell holds what a number of its type cannot, such as infinities, as the engine writes it.
  const literal: Expression =
    type === 'number'
      ? { kind: 'cast', inner: { kind: 'literal', type: 'text', value: String(value) }, type, scale }
      : { kind: 'literal', type, value };
  return compare('=', is, literal);
}

export function truthOf(value: Cell | undefined): boolean | null {
  return typeof value === 'boolean' ? value : null;
}

/** One after the other, as all ask the same connection. */
export async function inTurn<T>(work: readonly (() => Promise<T>)[]): Promise<T[]> {
  const done: T[] = [];
  for (const next of work) done.push(await next());
  return done;
}
