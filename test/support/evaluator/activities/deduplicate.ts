import type { ActivityOf } from '../../../../core/model/activity';
import { shuffled } from '../chance';
import type { Column } from '../columns';
import { read } from '../here';
import { sortedBy } from '../order';
import { hereOf, keysOf, nameOf, type Outputs, type People, type Person, sortKeys, withRest } from '../people';
import { isEmpty, type Row, type World } from '../rows';
import { typed } from '../test';

type Deduplicate = ActivityOf<'deduplicate'>;

export function deduplicate(world: World, activity: Deduplicate, input: People, seed: string): Outputs {
  const groups = grouped(world, activity, inOrder(world, activity, input, seed), input);
  const merge = activity.merge ?? [];
  const columns = merge.filter((name) => !input.columns.some((c) => c.name === name)).map((name) => typedColumn(world, input, name));
  const rows = groups.flatMap((group) => {
    const merged: Row = Object.fromEntries(merge.map((name) => [name, firstThere(world, input, group, name)]));
    const kept = activity.keep === 0 ? group : group.slice(0, activity.keep);
    return kept.map((p) => ({ key: p.key, added: { ...p.added, ...merged } }));
  });
  return withRest(input, { ...input, columns: [...input.columns, ...columns], rows });
}

function inOrder(world: World, { by, id }: Deduplicate, input: People, seed: string): Person[] {
  const value = (p: Person, attribute: string) => read(world, hereOf(world, input, p), [], attribute);
  switch (by.kind) {
    case 'random':
      return shuffled(input.rows, seed + id);
    case 'order':
      return sortedBy(input.rows, sortKeys(world, input, by.order));
    case 'non-empty':
      return sortedBy(input.rows, (p) => [{ value: isEmpty(value(p, by.attribute).value), descending: false }, ...keysOf(p)]);
    case 'values':
      return sortedBy(input.rows, (p) => {
        const { value: mine, type } = value(p, by.attribute);
        const place = by.values.findIndex((v) => typed(v, type) === mine);
        return [{ value: place < 0 ? by.values.length : place, descending: false }, ...keysOf(p)];
      });
  }
}

/** Rows of which the fields have equal values; one whose fields are all empty is alone. */
function grouped(world: World, activity: Deduplicate, rows: readonly Person[], input: People): Person[][] {
  const groups = new Map<string, Person[]>();
  for (const p of rows) {
    const here = hereOf(world, input, p);
    const fields = activity.fields.map((f) => read(world, here, f.path ?? [], f.attribute).value).map((v) => (isEmpty(v) ? null : v));
    const name = fields.every((f) => f === null) ? nameOf(p) : `=${JSON.stringify(fields)}`;
    groups.set(name, [...(groups.get(name) ?? []), p]);
  }
  return [...groups.values()];
}

function firstThere(world: World, input: People, group: readonly Person[], name: string) {
  return group.map((p) => read(world, hereOf(world, input, p), [], name).value).find((v) => !isEmpty(v)) ?? null;
}

function typedColumn(world: World, input: People, name: string): Column {
  return { name, type: read(world, { entity: input.dimension, row: {}, added: {}, columns: [] }, [], name).type };
}
