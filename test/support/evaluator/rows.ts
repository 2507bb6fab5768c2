import type { Audience } from '../../../core/model/audience';
import type { DataModel } from '../../../core/model/entity';
import type { Filter } from '../../../core/model/filter';
import type { Argument } from '../../../core/model/value';
import type { Workspace } from '../../../core/model/workspace';

export type Value = string | number | boolean | null;
/** A row by attribute. Decimals are whole cents, dates and timestamps text, as their order is the same. */
export type Row = Readonly<Record<string, Value>>;
export type Data = Readonly<Record<string, readonly Row[]>>;

/** The as-of of the last run and the keys of all runs, each with the as-of of its run; as wall time. */
export interface Remembered {
  now: string;
  passed: readonly { key: Row; at: string }[];
}

export interface World {
  model: DataModel;
  workspace: Workspace;
  data: Data;
  audiences: readonly Audience[];
  /** Members of snapshots by table: keys and the columns kept beside them. */
  snapshots: Data;
  /** Records of files by the activity that reads them. What is text where the column is of another type is none of its values. */
  files: Data;
  filters: readonly Filter[];
  /** What variables stand for where a rule is read. */
  variables: Readonly<Record<string, Argument>>;
  /** Variables that are the number of rows of a transition. */
  counts: readonly { name: string; activity: string; output: string }[];
  /** What incremental queries passed on before, by activity. */
  memory: Readonly<Record<string, Remembered>>;
  /** Wall time as the contract writes it. */
  now: string;
  today: string;
}

/** Text without case and accents. */
export function folded(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC');
}

export function isEmpty(value: Value | undefined): value is null | undefined | '' {
  return value === null || value === undefined || value === '';
}

/** Rows that a link name leads to from a row of an entity. */
function follow(world: World, entity: string, row: Row, name: string): { entity: string; rows: Row[] } {
  const { target, pairs } = linkFrom(world.model, entity, name);
  const matches = (there: Row) => pairs.every((p) => row[p.here] !== null && row[p.here] === there[p.there]);
  return { entity: target, rows: (world.data[target] ?? []).filter(matches) };
}

/** Every row a path leads to, once per way there. */
export function reach(world: World, entity: string, row: Row, path: readonly string[]): { entity: string; rows: Row[] } {
  let here = { entity, rows: [row] };
  for (const name of path) {
    const { target } = linkFrom(world.model, here.entity, name);
    here = { entity: target, rows: here.rows.flatMap((r) => follow(world, here.entity, r, name).rows) };
  }
  return here;
}

export interface Step {
  target: string;
  pairs: { here: string; there: string }[];
  /** At most one row is reached. */
  single: boolean;
  /** Each row is reached from at most one. */
  back: boolean;
}

export function linkFrom(model: DataModel, entity: string, name: string): Step {
  for (const link of model.links) {
    const one = link.cardinality === '1-1';
    if (link.from === entity && link.name === name) {
      return { target: link.to, pairs: link.on.map((p) => ({ here: p.from, there: p.to })), single: true, back: one };
    }
    if (link.to === entity && link.reverse === name) {
      return { target: link.from, pairs: link.on.map((p) => ({ here: p.to, there: p.from })), single: one, back: true };
    }
  }
  throw new Error(`no link ${name} from ${entity}`);
}

/** Where a path ends, and whether it leads to at most one row and back to at most one. */
export function ends(model: DataModel, entity: string, path: readonly string[]): { entity: string; single: boolean; back: boolean } {
  let here = { entity, single: true, back: true };
  for (const name of path) {
    const step = linkFrom(model, here.entity, name);
    here = { entity: step.target, single: here.single && step.single, back: here.back && step.back };
  }
  return here;
}
