import type { ActivityOf } from '../../model/activity';
import type { Entity } from '../../model/entity';
import { type Column, keyColumns, type Population } from '../../segment/population';
import { report } from '../../segment/scope';
import { uniqueNames } from '../../segment/unique-names';
import { exists } from '../../sql/exists';
import { and, column, compare, integer, isNotTrue, isTrue, truth } from '../../sql/expression';
import type { Expression, Output, Select } from '../../sql/query';
import { type ActivityKind, type Lowered, type Lowering, pass, requireEntity, type Shape, select, shapeOf } from '../lowering';
import { type Found, findRows } from '../reconcile-rows';

type Reconcile = ActivityOf<'reconcile'>;

/** Binds rows to rows of an entity: it becomes their dimension, or its key is put beside them. */
export const reconcile: ActivityKind<'reconcile'> = {
  type: 'reconcile',
  inputs: { min: 1, max: 1 },
  outputs: () => ['out'],
  lower(activity, lowering): Lowered | undefined {
    const [input] = lowering.inputs;
    const entity = input && requireEntity(lowering, activity.entity);
    if (!input || !entity) return undefined;
    // One row cannot have two keys beside it.
    if (activity.keepUnmatched && activity.several.kind === 'all')
      return report(lowering.compilation, 'reconcile-keeps-one', lowering.place);
    const found = findRows(activity, lowering, input, entity);
    if (!found) return undefined;
    return activity.keepUnmatched ? beside(activity, lowering, input, entity, found) : arrived(activity, lowering, input, entity, found);
  },
};

/** The rows there were, with the key of what each found; those that found too many are the complement. */
function beside(activity: Reconcile, lowering: Lowering, input: Population, entity: Entity, found: Found): Lowered {
  const shape = shapeOf(input);
  const unique = uniqueNames([...shape.key, ...shape.columns].map((c) => c.name));
  const keys = keyColumns(entity).map((k): Column => ({ ...k, name: unique(k.name) }));
  const rejected = unique('rejected');
  const bound: Shape = { ...shape, columns: [...shape.columns, ...keys], bound: { entity: entity.name, columns: keys.map((k) => k.name) } };
  const one = compare('=', column('found', 'matches'), integer(1));
  const outputs = keys.map((k, i): Output => {
    const value = column('found', found.theirs[i] ?? '');
    return { name: k.name, is: found.several ? { kind: 'case', branches: [{ when: one, gives: value }] } : value };
  });
  const tooMany = found.several ? isTrue(compare('>', column('found', 'matches'), integer(1))) : truth(false);
  const judged = lowering.step(
    'bound',
    {
      kind: 'select',
      columns: [...pass(input, 'input'), ...outputs, { name: rejected, is: tooMany }],
      from: { relation: input.table, alias: 'input' },
      joins: [{ type: 'left', source: { relation: found.query, alias: 'found' }, on: sameRow(input, found, 'found') }],
    },
    { ...shape, columns: [...bound.columns, { name: rejected, type: 'boolean' }] },
    { sameRows: input },
  );
  const out = select(lowering, 'out', judged, isNotTrue(column('input', rejected)), bound);
  return activity.complement ? { out, complement: select(lowering, 'complement', judged, column('input', rejected), shape) } : { out };
}

/** Rows of the entity, each with the columns of the first row that found it; rows that are first nowhere are the complement. */
function arrived(activity: Reconcile, lowering: Lowering, input: Population, entity: Entity, found: Found): Lowered {
  const key = keyColumns(entity);
  const columns = input.columns.filter((c) => !key.some((k) => k.name.toLowerCase() === c.name.toLowerCase()));
  const shape: Shape = { dimension: entity.name, key, columns, known: true };
  const unique = uniqueNames([...key, ...columns].map((c) => c.name));
  const origins = activity.complement ? input.key.map((k): Column => ({ ...k, name: unique(`from_${k.name}`) })) : [];
  const matched = lowering.step(
    activity.complement ? 'matched' : 'out',
    {
      kind: 'select',
      columns: [
        ...key.map((k, i) => ({ name: k.name, is: column('found', found.theirs[i] ?? '') })),
        ...columns.map((c) => ({ name: c.name, is: column('input', c.name) })),
        ...origins.map((o, i) => ({ name: o.name, is: column('found', found.mine[i] ?? '') })),
      ],
      from: { relation: firstPerKey(found), alias: 'found' },
      joins: [{ type: 'inner', source: { relation: input.table, alias: 'input' }, on: sameRow(input, found, 'found') }],
      where: compare('=', column('found', 'turn'), integer(1)),
    },
    { ...shape, columns: [...columns, ...origins] },
  );
  if (!activity.complement) return { out: matched };
  const isOrigin: Expression = exists({
    kind: 'select',
    columns: [{ name: 'one', is: integer(1) }],
    from: { relation: matched.table, alias: 'matched' },
    where: and(input.key.map((k, i) => compare('=', column('matched', origins[i]?.name ?? ''), column('input', k.name)))),
  });
  return {
    out: select(lowering, 'out', matched, truth(true), shape),
    complement: select(lowering, 'complement', input, { kind: 'not', inner: isOrigin }, shapeOf(input)),
  };
}

function sameRow(input: Population, found: Found, alias: string): Expression {
  return and(input.key.map((k, i) => compare('=', column(alias, found.mine[i] ?? ''), column('input', k.name))));
}

/** What was found, numbered for each row of the entity in the order of the rows that found it. */
function firstPerKey({ query, mine, theirs, several }: Found): Select {
  const of = (name: string) => column('pair', name);
  const turn: Expression = { kind: 'row-number', partitionBy: theirs.map(of), orderBy: mine.map((name) => ({ by: of(name) })) };
  return {
    kind: 'select',
    columns: [...[...mine, ...theirs].map((name) => ({ name, is: of(name) })), { name: 'turn', is: turn }],
    from: { relation: query, alias: 'pair' },
    ...(several ? { where: compare('=', of('matches'), integer(1)) } : {}),
  };
}
