import type { ActivityOf, Addition } from '../../../../core/model/activity';
import { type Column, typeOf } from '../columns';
import { bare, type Here, read } from '../here';
import { ascending, sortedBy } from '../order';
import { hereOf, type Outputs, type People } from '../people';
import { ends, type Row, type World } from '../rows';
import { aggregate, keyOf, relatedRows } from '../rule';
import { given, listOf } from '../told';

export function enrich(world: World, activity: ActivityOf<'enrich'>, input: People): Outputs {
  const nowhere: Here = { ...bare(input.dimension, {}), columns: input.columns };
  const columns = activity.additions.flatMap((a) => added(world, a, nowhere).map((cell) => cell.column));
  const rows = input.rows.map((p) => {
    const here = hereOf(world, input, p);
    const cells = activity.additions.flatMap((a) => added(world, a, here));
    return { key: p.key, added: { ...p.added, ...Object.fromEntries(cells.map((c) => [c.column.name, c.value])) } };
  });
  return { out: { ...input, columns: [...input.columns, ...columns], rows } };
}

interface Cell {
  column: Column;
  value: Row[string];
}

function added(world: World, addition: Addition, here: Here): Cell[] {
  switch (addition.kind) {
    case 'attribute':
      return [cell(addition.as, read(world, here, addition.path ?? [], addition.attribute))];
    case 'aggregate':
      return [cell(addition.as, aggregate(world, addition, here))];
    case 'collect':
      return collected(world, addition, here);
  }
}

const cell = (name: string, { value, type }: { value: Row[string]; type: Column['type'] }): Cell => ({ column: { name, type }, value });

function collected(
  world: World,
  { path, attributes, count, order, where, as }: Extract<Addition, { kind: 'collect' }>,
  here: Here,
): Cell[] {
  const { entity, rows } = relatedRows(world, here, path, where);
  const first = sortedBy(rows, (row) => [
    ...order.map((o) => ({ value: row[o.attribute] ?? null, descending: o.direction === 'descending' })),
    ...keyOf(world, entity, row).map(ascending),
  ]).slice(0, count);
  const type = (attribute: string) => typeOf(world.model, ends(world.model, here.entity, path).entity, attribute);
  const numbered = Array.from({ length: count }, (_, i) =>
    attributes.map((a) => cell(`${as}_${i + 1}_${a}`, { value: first[i]?.[a] ?? null, type: type(a) })),
  );
  const elements = first.map((row) => Object.fromEntries(attributes.map((a) => [a, given(row[a] ?? null, type(a))])));
  return [...numbered.flat(), cell(as, { value: listOf(elements), type: 'list' })];
}
