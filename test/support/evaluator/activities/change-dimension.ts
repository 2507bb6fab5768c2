import type { ActivityOf } from '../../../../core/model/activity';
import type { Column } from '../columns';
import { sortedBy } from '../order';
import { keyOfRow, type Outputs, type People, type Person, rowOf, sortKeys } from '../people';
import { ends, type Row, reach, type Value, type World } from '../rows';
import { summed } from '../rule';
import { given, listOf } from '../told';

type ChangeDimension = ActivityOf<'change-dimension'>;
type Collapse = NonNullable<ChangeDimension['columns']>[number];

/** A column of the new rows, made of the old rows that lead there. */
interface Made {
  column: Column;
  value(from: readonly Person[]): Value;
}

export function changeDimension(world: World, activity: ChangeDimension, input: People): Outputs {
  const end = ends(world.model, input.dimension, activity.path);
  const reached = input.rows.map((p) => ({ p, rows: reach(world, input.dimension, rowOf(world, input, p), activity.path).rows }));
  const came = new Map<string, { key: Row; from: Set<Person> }>();
  for (const { p, rows } of reached) {
    for (const row of rows) {
      const key = keyOfRow(world, end.entity, row);
      const known = came.get(JSON.stringify(key)) ?? { key, from: new Set() };
      came.set(JSON.stringify(key), { key, from: known.from.add(p) });
    }
  }
  const made = input.columns.flatMap((column) => survivor(world, input, column, activity.columns ?? [], end.back));
  const rows = [...came.values()].map(({ key, from }) => ({
    key,
    added: Object.fromEntries(made.map(({ column, value }) => [column.name, value([...from])])),
  }));
  const lost = reached.filter((r) => r.rows.length === 0).map((r) => r.p);
  return { out: { dimension: end.entity, columns: made.map((m) => m.column), rows }, complement: { ...input, rows: lost } };
}

function survivor(world: World, input: People, column: Column, collapses: readonly Collapse[], back: boolean): Made[] {
  const collapse = collapses.find((c) => c.column === column.name);
  if (collapse) return [collapsed(world, input, column, collapse)];
  return back ? [{ column, value: ([only]) => only?.added[column.name] ?? null }] : [];
}

function collapsed(world: World, input: People, column: Column, { keep, order = [] }: Collapse): Made {
  const inOrder = (from: readonly Person[]) => sortedBy(from, sortKeys(world, input, order)).map((p) => p.added[column.name] ?? null);
  if (keep === 'first') return { column, value: (from) => inOrder(from)[0] ?? null };
  if (keep === 'list') {
    const there = (from: readonly Person[]) => inOrder(from).filter((v) => v !== null);
    return { column: { ...column, type: 'list' }, value: (from) => listOf(there(from).map((v) => given(v, column.type))) };
  }
  const { type } = summed(keep, [], column.type);
  return { column: { ...column, type }, value: (from) => summed(keep, inOrder(from), column.type).value };
}
