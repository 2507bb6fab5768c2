import type { ActivityOf } from '../../model/activity';
import { type Column, complementOf, type Population } from '../../segment/population';
import { report } from '../../segment/scope';
import { exists } from '../../sql/exists';
import { and, column, compare, type Expression, integer, or } from '../../sql/expression';
import type { Output, Query, Select } from '../../sql/query';
import { combineByLogic } from '../combine-by-logic';
import { type ActivityKind, type Lowered, type Lowering, ownName, pass, requireColumn, type Shape, select, shapeOf } from '../lowering';

/** Union, intersection or exclusion of populations of one dimension, by key or by chosen columns. */
export const combine: ActivityKind<'combine'> = {
  type: 'combine',
  inputs: { min: 2, max: 20 },
  outputs: () => ['out'],
  lower(activity, lowering) {
    const [first, ...others] = lowering.inputs;
    if (!first || others.length === 0) return undefined;
    const other = others.find((o) => o.dimension !== first.dimension);
    if (other)
      return report(lowering.compilation, 'flow-dimension-mismatch', lowering.place, { found: other.dimension, needed: first.dimension });
    const by = activity.by ?? first.key.map((k) => k.name);
    const missing = lowering.inputs.some((input) => by.some((name) => !requireColumn(lowering, input, name)));
    if (missing) return undefined;
    const byLogic = activity.by ? undefined : combineByLogic(lowering, activity, lowering.inputs, mergedColumns(lowering.inputs));
    if (byLogic) return byLogic;
    switch (activity.operation) {
      case 'union':
        return union(lowering, by, activity.complement === true);
      case 'intersection':
        return intersection(lowering, first, others, by, activity.complement === true);
      case 'exclusion':
        return exclusion(lowering, activity, first, others, by);
    }
  },
};

/** Columns of all inputs; where a name occurs twice the first input's type stands. */
function mergedColumns(inputs: readonly Population[]): Column[] {
  const columns = new Map<string, Column>();
  for (const input of inputs) for (const c of input.columns) if (!columns.has(c.name)) columns.set(c.name, c);
  return [...columns.values()];
}

function isIn(rows: Population, by: readonly string[]): Expression {
  const same = by.map((name) => {
    const isKey = rows.key.some((k) => k.name === name);
    return compare(isKey ? '=' : 'IS NOT DISTINCT FROM', column('other', name), column('input', name));
  });
  return exists({
    kind: 'select',
    columns: [{ name: 'one', is: integer(1) }],
    from: { relation: rows.table, alias: 'other' },
    where: and(same),
  });
}

/** Rows of every input that no earlier input has; so the first input in order gives the columns of a key. */
function unionQuery(inputs: readonly Population[], shape: Shape, by: readonly string[]): Query {
  const key = shape.key.map((k) => k.name);
  const parts = inputs.map((input, i): Select => {
    const earlier = inputs.slice(0, i);
    const taken = earlier.map((e) => (by.every((b) => key.includes(b)) ? isIn(e, key) : or([isIn(e, by), isIn(e, key)])));
    return {
      kind: 'select',
      columns: [...shape.key, ...shape.columns].map((c) => columnOrNull(input, c)),
      from: { relation: input.table, alias: 'input' },
      ...(taken.length ? { where: and(taken.map((t): Expression => ({ kind: 'not', inner: t }))) } : {}),
    };
  });
  return { kind: 'union-all', inputs: parts };
}

function columnOrNull(input: Population, wanted: Column): Output {
  const has = [...input.key, ...input.columns].some((c) => c.name === wanted.name);
  return {
    name: wanted.name,
    is: has ? column('input', wanted.name) : { kind: 'null', type: wanted.type === 'list' ? 'text' : wanted.type },
  };
}

function union(lowering: Lowering, by: readonly string[], complement: boolean): Lowered | undefined {
  const [first] = lowering.inputs;
  if (!first) return undefined;
  const shape: Shape = { ...shapeOf(first), columns: mergedColumns(lowering.inputs) };
  const out = lowering.step('out', unionQuery(lowering.inputs, shape, by), shape);
  if (!complement) return { out };
  const nobody: Select = {
    kind: 'select',
    columns: pass(out, 'out'),
    from: { relation: out.table, alias: 'out' },
    where: { kind: 'literal', type: 'boolean', value: false },
  };
  return { out, complement: lowering.step('complement', nobody, shape) };
}

function intersection(lowering: Lowering, first: Population, others: Population[], by: readonly string[], complement: boolean): Lowered {
  const shape: Shape = { ...shapeOf(first), columns: mergedColumns(lowering.inputs) };
  const byKey = by.every((b) => first.key.some((k) => k.name === b));
  const extra = byKey ? others.map((o, i) => ({ o, alias: `other_${i + 2}` })) : [];
  const sources = new Map<string, string>();
  for (const c of first.columns) sources.set(c.name, 'input');
  for (const { o, alias } of extra) for (const c of o.columns) if (!sources.has(c.name)) sources.set(c.name, alias);
  const columns = byKey ? shape.columns : first.columns;
  const out = lowering.step(
    'out',
    {
      kind: 'select',
      columns: [
        ...first.key.map((k) => ({ name: k.name, is: column('input', k.name) })),
        ...columns.map((c) => ({ name: c.name, is: column(sources.get(c.name) ?? 'input', c.name) })),
      ],
      from: { relation: first.table, alias: 'input' },
      joins: extra.map(({ o, alias }) => ({
        type: 'inner',
        source: { relation: o.table, alias },
        on: and(first.key.map((k) => compare('=', column(alias, k.name), column('input', k.name)))),
      })),
      ...(byKey ? {} : { where: and(others.map((o) => isIn(o, by))) }),
    },
    { ...shape, columns },
  );
  if (!complement) return { out };
  const everyone = lowering.step(
    'everyone',
    unionQuery(
      lowering.inputs,
      shape,
      first.key.map((k) => k.name),
    ),
    shape,
  );
  return { out, complement: lowering.step('complement', complementOf(everyone, out), shape) };
}

function exclusion(
  lowering: Lowering,
  activity: ActivityOf<'combine'>,
  primary: Population,
  others: Population[],
  by: readonly string[],
): Lowered {
  const taken = or(others.map((o) => isIn(o, by)));
  const shape = shapeOf(primary);
  const rows: Select = { kind: 'select', columns: pass(primary, 'input'), from: { relation: primary.table, alias: 'input' } };
  if (!activity.complement) return { out: lowering.step('out', { ...rows, where: { kind: 'not', inner: taken } }, shape) };
  const removed = ownName(primary, 'removed');
  const judged = lowering.step(
    'judged',
    { ...rows, columns: [...rows.columns, { name: removed, is: taken }] },
    { ...shape, columns: [...shape.columns, { name: removed, type: 'boolean' }] },
    { sameRows: primary },
  );
  return {
    out: select(lowering, 'out', judged, { kind: 'not', inner: column('input', removed) }, shape),
    complement: select(lowering, 'complement', judged, column('input', removed), shape),
  };
}
