import type { Order } from '../../../core/model/message';
import { type Column, entityOf, fileLines } from './columns';
import { type Here, read } from './here';
import { ascending, type SortKey } from './order';
import type { Row, Value, World } from './rows';

/** One row of a population: key attributes and added columns apart. */
export interface Person {
  key: Row;
  added: Row;
}

/** Rows of one transition. Every row has every column. */
export interface People {
  dimension: string;
  /** The activity that read the file whose lines these are. */
  file?: string;
  /** The rows that were found for these and are kept beside them, by the columns that hold their key. */
  bound?: { entity: string; columns: string[] };
  columns: Column[];
  rows: Person[];
}

/** What an activity hands on, by output. */
export type Outputs = Record<string, People>;

export function keyOfRow(world: World, dimension: string, row: Row): Row {
  return Object.fromEntries(entityOf(world.model, dimension).key.map((k) => [k, row[k] ?? null]));
}

export function everyone(world: World, dimension: string): People {
  const rows = world.data[dimension] ?? [];
  return { dimension, columns: [], rows: rows.map((row) => ({ key: keyOfRow(world, dimension, row), added: {} })) };
}

/** The row of the entity behind a row of a population; one that is gone has no values, a line of a file its number. */
export function rowOf(world: World, people: People, p: Person): Row {
  if (people.dimension === fileLines.name) return p.key;
  return (world.data[people.dimension] ?? []).find((r) => Object.entries(p.key).every(([k, v]) => r[k] === v)) ?? {};
}

export function hereOf(world: World, people: People, p: Person): Here {
  return { entity: people.dimension, row: rowOf(world, people, p), added: p.added, columns: people.columns };
}

export const nobody = (people: People): People => ({ ...people, rows: [] });

export const nameOf = (p: Person) => JSON.stringify(p.key);

export function without(all: People, some: People): People {
  const taken = new Set(some.rows.map(nameOf));
  return { ...all, rows: all.rows.filter((p) => !taken.has(nameOf(p))) };
}

/** What was passed on, and the rest of the input. */
export const withRest = (input: People, out: People): Outputs => ({ out, complement: without(input, out) });

export const keysOf = (p: Person): SortKey[] => Object.values(p.key).map(ascending);

/** What an order says of a row, with its key at the end. */
export function sortKeys(world: World, people: People, order: Order): (p: Person) => SortKey[] {
  return (p) => {
    const here = hereOf(world, people, p);
    const value = (attribute: string): Value => read(world, here, [], attribute).value;
    return [...order.map((o) => ({ value: value(o.attribute), descending: o.direction === 'descending' })), ...keysOf(p)];
  };
}

export function firstInput(inputs: readonly People[]): People {
  const [input] = inputs;
  if (!input) throw new Error('no input');
  return input;
}
