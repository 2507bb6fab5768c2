import { type Column, complementOf, type Population, sameKey } from '../segment/population';
import { and, column, compare, integer, isNotTrue, truth } from '../sql/expression';
import type { Expression, Join, Query, Select } from '../sql/query';
import { columnOrNull, hasSame, type Sameness, sameValues, someRow } from './combine-rows';
import { type Lowered, type Lowering, ownName, pass, type Shape, shapeOf } from './lowering';

/** Rows in any input, with the columns of the first that has them; nobody is left over. */
export function union(lowering: Lowering, inputs: readonly Population[], same: Sameness, columns: Column[], complement: boolean): Lowered {
  const shape = shapeOfAll(inputs, columns);
  const out = lowering.step('out', rowsOfAny(inputs, same, shape), shape);
  if (!complement) return { out };
  const nobody: Select = {
    kind: 'select',
    columns: pass(out, 'out'),
    from: { relation: out.table, alias: 'out' },
    where: truth(false),
  };
  return { out, complement: lowering.step('complement', nobody, shape) };
}

/** Rows of the first input that every other has too, with the columns of the first by key of the same rows there. */
export function intersection(
  lowering: Lowering,
  inputs: readonly Population[],
  same: Sameness,
  columns: Column[],
  complement: boolean,
): Lowered | undefined {
  const [first, ...others] = inputs;
  if (!first) return undefined;
  const sources = [{ columns: first.columns, alias: 'input' }, ...others.map((o, i) => ({ columns: o.columns, alias: `other_${i + 2}` }))];
  const sourceOf = (name: string) => sources.find((s) => s.columns.some((c) => c.name === name));
  const kept = columns.flatMap((c) => {
    const source = sourceOf(c.name);
    const own = source?.columns.find((o) => o.name === c.name);
    return source && own ? [{ column: own, is: column(source.alias, c.name) }] : [];
  });
  const shape: Shape = { ...shapeOf(first), columns: kept.map((k) => k.column) };
  const joins = others.map((other, i): Join => {
    const alias = `other_${i + 2}`;
    const relation = same.isKey ? other.table : firstOfSame(other, same.by);
    return { type: 'inner', source: { relation, alias }, on: sameValues(same.by, first.key, alias, 'input') };
  });
  const out = lowering.step(
    'out',
    {
      kind: 'select',
      columns: [
        ...first.key.map((k) => ({ name: k.name, is: column('input', k.name) })),
        ...kept.map((k) => ({ name: k.column.name, is: k.is })),
      ],
      from: { relation: first.table, alias: 'input' },
      joins,
    },
    shape,
  );
  if (!complement) return { out };
  const all = shapeOfAll(inputs, columns);
  const everyone = lowering.step('everyone', rowsOfAny(inputs, same, all), all);
  return { out, complement: lowering.step('complement', complementOf(everyone, out), all) };
}

/** Of rows with equal values the first by key. */
function firstOfSame(rows: Population, by: readonly string[]): Select {
  const names = [...new Set([...by, ...rows.columns.map((c) => c.name)])];
  const turn = ownName(rows, 'turn');
  const order: Expression = {
    kind: 'row-number',
    partitionBy: by.map((name) => column('other', name)),
    orderBy: rows.key.map((k) => ({ by: column('other', k.name) })),
  };
  const numbered: Select = {
    kind: 'select',
    columns: [...names.map((name) => ({ name, is: column('other', name) })), { name: turn, is: order }],
    from: { relation: rows.table, alias: 'other' },
  };
  return {
    kind: 'select',
    columns: names.map((name) => ({ name, is: column('numbered', name) })),
    from: { relation: numbered, alias: 'numbered' },
    where: compare('=', column('numbered', turn), integer(1)),
  };
}

function shapeOfAll(inputs: readonly Population[], columns: Column[]): Shape {
  const [first] = inputs;
  if (!first) throw new Error('there is no input');
  const { known: _, ...shape } = shapeOf(first);
  return { ...shape, columns, ...(inputs.every((i) => i.known) ? { known: true } : {}) };
}

/** The rows of each input that are the same as none of an earlier one, and whose key is not there yet. */
function rowsOfAny(inputs: readonly Population[], { by, isKey }: Sameness, shape: Shape): Query {
  const parts = inputs.map((input, i): { name: string; query: Select; kept: true } => {
    const earlier = inputs.slice(0, i).map((e) => hasSame(e, by));
    const there = isKey ? [] : inputs.slice(0, i).map((_, j) => someRow(part(j), sameKey('other', 'input', shape.key)));
    const taken = [...earlier, ...there];
    const query: Select = {
      kind: 'select',
      columns: [...shape.key, ...shape.columns].map((c) => columnOrNull(input, c)),
      from: { relation: input.table, alias: 'input' },
      ...(taken.length > 0 ? { where: and(taken.map(isNotTrue)) } : {}),
    };
    return { name: part(i).name, query, kept: true };
  });
  if (isKey) return { kind: 'union-all', inputs: parts.map((p) => p.query) };
  return { kind: 'with', parts, body: { kind: 'union-all', inputs: inputs.map((_, i) => part(i)) } };
}

const part = (i: number) => ({ kind: 'part' as const, name: `rows_${i + 1}` });
