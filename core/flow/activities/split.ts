import type { ActivityOf, Subset } from '../../model/activity';
import type { Entity } from '../../model/entity';
import { complementOf, type Population } from '../../segment/population';
import { draw } from '../../segment/random';
import { compileRule } from '../../segment/rule';
import { populationScope, type Scope } from '../../segment/scope';
import { and, call, column, compare, type Expression, integer, type OrderTerm, text } from '../../sql/expression';
import type { Select } from '../../sql/query';
import type { ActivityKind, Lowered, Lowering, Shape } from '../lowering';
import { pass, requireEntity, saltOf, shapeOf } from '../lowering';
import { orderOf } from '../order';

/** Ordered subsets: a row goes to the first that takes it, unless overlap is allowed. The remainder is the complement. */
export const split: ActivityKind<'split'> = {
  type: 'split',
  inputs: { min: 1, max: 1 },
  outputs: (activity) => activity.subsets.map((s) => s.id),
  lower(activity, lowering) {
    const [input] = lowering.inputs;
    const entity = input && requireEntity(lowering, input.dimension);
    if (!input || !entity) return undefined;
    const lowered: Lowered = {};
    const taken: Population[] = [];
    let left = input;
    for (const [i, subset] of activity.subsets.entries()) {
      const out = take(activity, subset, i, { lowering, entity, input, left });
      if (!out) return undefined;
      lowered[subset.id] = out;
      taken.push(out);
      const last = i === activity.subsets.length - 1;
      if (!activity.overlap && (!last || activity.complement))
        left = lowering.step(`left-${i + 1}`, complementOf(left, out), shapeOf(input));
    }
    if (!activity.complement) return lowered;
    return { ...lowered, complement: activity.overlap ? untaken(lowering, input, taken) : left };
  },
};

interface Taking {
  lowering: Lowering;
  entity: Entity;
  input: Population;
  left: Population;
}

function take(activity: ActivityOf<'split'>, subset: Subset, index: number, t: Taking): Population | undefined {
  const { lowering, input } = t;
  const rows = activity.overlap ? input : t.left;
  const place = [...lowering.place, 'subsets', index];
  const scope = populationScope(lowering.compilation, rows, t.entity, 'input');
  const where = subset.rule ? compileRule(subset.rule, scope, [...place, 'rule']) : and([]);
  if (!where) return undefined;
  const shape = codedShape(activity, input);
  const code = activity.subsets.some((s) => s.code !== undefined);
  const coded = code
    ? [{ name: 'segment_code', is: subset.code === undefined ? ({ kind: 'null', type: 'text' } as const) : text(subset.code) }]
    : [];
  const kept = (alias: string) => [...pass(input, alias).filter((c) => !code || c.name !== 'segment_code'), ...coded];
  const joins = subset.rule || subset.order ? scope.joins : [];
  if (!subset.limit && !subset.skip) {
    return lowering.step(
      subset.id,
      { kind: 'select', columns: kept('input'), from: { relation: rows.table, alias: 'input' }, joins, where },
      shape,
    );
  }
  const order = limitOrder(activity, subset, lowering, scope, place);
  if (!order) return undefined;
  const ties = input.key.map((k): OrderTerm => ({ by: column('input', k.name) }));
  const ranked: Select = {
    kind: 'select',
    columns: [
      ...pass(input, 'input'),
      { name: 'rank_in_subset', is: { kind: 'row-number', partitionBy: [], orderBy: [...order, ...ties] } },
    ],
    from: { relation: rows.table, alias: 'input' },
    joins,
    where,
  };
  const rank = column('ranked', 'rank_in_subset');
  const skip = subset.skip ?? 0;
  const limits = [...(skip > 0 ? [compare('>', rank, integer(skip))] : []), ...upTo(subset, rank, skip, t)];
  return lowering.step(
    subset.id,
    { kind: 'select', columns: kept('ranked'), from: { relation: ranked, alias: 'ranked' }, where: and(limits) },
    shape,
  );
}

function upTo(subset: Subset, rank: Expression, skip: number, t: Taking): Expression[] {
  const { limit } = subset;
  if (!limit) return [];
  if (limit.kind === 'count') return [compare('<=', rank, integer(limit.count + skip))];
  return [
    compare('<=', rank, {
      kind: 'arithmetic',
      op: '+',
      left: percentOf(limit.of === 'input' ? t.input : t.left, limit.percent),
      right: integer(skip),
    }),
  ];
}

/** Percent of n is floor(n × p / 100 + 0.5). */
function percentOf(rows: Population, percent: number): Expression {
  const count: Select = {
    kind: 'select',
    columns: [{ name: 'n', is: { kind: 'aggregate', function: 'count', args: [] } }],
    from: { relation: rows.table, alias: 'counted' },
  };
  const scaled: Expression = {
    kind: 'arithmetic',
    op: '/',
    left: {
      kind: 'arithmetic',
      op: '*',
      left: { kind: 'scalar', query: count },
      right: { kind: 'literal', type: 'decimal', value: decimalText(percent) },
    },
    right: integer(100),
  };
  const rounded = call('floor', { kind: 'arithmetic', op: '+', left: scaled, right: { kind: 'literal', type: 'decimal', value: '0.5' } });
  return { kind: 'cast', inner: rounded, type: 'integer' };
}

function decimalText(percent: number): string {
  return percent.toFixed(6).replace(/\.?0+$/, '');
}

function limitOrder(
  activity: ActivityOf<'split'>,
  subset: Subset,
  lowering: Lowering,
  scope: Scope,
  place: (string | number)[],
): OrderTerm[] | undefined {
  if (subset.order) return orderOf(subset.order, scope, place);
  return [{ by: draw(saltOf(lowering, activity), 'input', lowering.inputs[0]?.key ?? []) }];
}

function codedShape(activity: ActivityOf<'split'>, input: Population): Shape {
  if (!activity.subsets.some((s) => s.code !== undefined)) return shapeOf(input);
  return {
    ...shapeOf(input),
    columns: [...input.columns.filter((c) => c.name !== 'segment_code'), { name: 'segment_code', type: 'text' }],
  };
}

function untaken(lowering: Lowering, input: Population, taken: readonly Population[]): Population {
  const conditions = taken.map((t) => complementOf(input, t).where).filter((w): w is Expression => w !== undefined);
  return lowering.step(
    'complement',
    { kind: 'select', columns: pass(input, 'input'), from: { relation: input.table, alias: 'input' }, where: and(conditions) },
    shapeOf(input),
  );
}
