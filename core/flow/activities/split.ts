import { sameName } from '../../base/same-name';
import type { ActivityOf, Subset } from '../../model/activity';
import { orderOf } from '../../segment/order';
import { percentOf } from '../../segment/percent';
import { isAmong, type Population } from '../../segment/population';
import { draw } from '../../segment/random';
import { compileRule } from '../../segment/rule';
import type { Scope } from '../../segment/scope';
import { and, column, compare, integer, isNull, isTrue, or, text } from '../../sql/expression';
import type { Expression, OrderTerm, Output, Select } from '../../sql/query';
import { type ActivityKind, inputScope, type Lowered, type Lowering, ownName, pass, type Shape, saltOf, shapeOf } from '../lowering';

/** Ordered subsets: a row goes to the first that takes it, unless overlap is allowed. The remainder is the complement. */
export const split: ActivityKind<'split'> = {
  type: 'split',
  inputs: { min: 1, max: 1 },
  outputs: (activity) => activity.subsets.map((s) => s.id),
  lower(activity, lowering) {
    const [input] = lowering.inputs;
    const judged = input && judge(activity, lowering, input);
    if (!judged) return undefined;
    const names = activity.subsets.map((_, i) => ownName(input, activity.overlap ? `in_${i + 1}` : 'subset'));
    const taken: Output[] = activity.overlap
      ? judged.subsets.map((s, i) => ({ name: names[i] ?? '', is: s.takes }))
      : [{ name: names[0] ?? '', is: firstThatTakes(judged.subsets) }];
    const own = taken.map((t) => ({ name: t.name, type: activity.overlap ? ('boolean' as const) : ('integer' as const) }));
    const shape = shapeOf(input);
    const assigned = lowering.step('assigned', judged.query(taken), { ...shape, columns: [...shape.columns, ...own] }, { sameRows: input });
    const isIn = (i: number) =>
      activity.overlap ? column('input', names[i] ?? '') : compare('=', column('input', names[0] ?? ''), integer(i + 1));
    const lowered: Lowered = {};
    for (const [i, subset] of activity.subsets.entries()) {
      lowered[subset.id] = lowering.step(subset.id, coded(activity, subset, input, assigned, isIn(i)), codedShape(activity, input));
    }
    if (!activity.complement) return lowered;
    const left: Expression = activity.overlap
      ? { kind: 'not', inner: or(activity.subsets.map((_, i) => isIn(i))) }
      : isNull(column('input', names[0] ?? ''));
    const rest: Select = { kind: 'select', columns: pass(input, 'input'), from: { relation: assigned.table, alias: 'input' }, where: left };
    return { ...lowered, complement: lowering.step('complement', rest, shape) };
  },
};

interface Judged {
  /** TRUE or FALSE for each subset, whatever the others take. */
  subsets: { takes: Expression }[];
  query(taken: Output[]): Select;
}

/** Rules are asked once per row; a subset with a limit then takes the first of those that are left, in its order. */
function judge(activity: ActivityOf<'split'>, lowering: Lowering, input: Population): Judged | undefined {
  const scope = inputScope(lowering, input);
  if (!scope) return undefined;
  const asked = activity.subsets.map((subset, i) => ask(activity, subset, [...lowering.place, 'subsets', i], lowering, scope));
  const good = asked.filter((a): a is Asked => a !== undefined);
  if (good.length < asked.length) return undefined;
  const limited = activity.subsets.some((s) => s.limit || s.skip);
  const source: Select = {
    kind: 'select',
    columns: pass(input, 'input'),
    from: { relation: input.table, alias: 'input' },
    joins: scope.joins,
  };
  if (!limited)
    return { subsets: good.map((a) => ({ takes: a.where })), query: (taken) => ({ ...source, columns: [...source.columns, ...taken] }) };
  const name = (wanted: string) => ownName(input, wanted);
  const columns = good.flatMap((a, i) => [
    { name: name(`takes_${i + 1}`), is: a.where },
    ...a.order.map((o, k) => ({ name: name(`order_${i + 1}_${k + 1}`), is: o.by })),
  ]);
  const all = lowering.step('judged', { ...source, columns: [...source.columns, ...columns] }, shapeOf(input), { sameRows: input });
  const from = { relation: all.table, alias: 'row' };
  const subsets: { takes: Expression }[] = [];
  for (const [i, subset] of activity.subsets.entries()) {
    const takes = column('row', name(`takes_${i + 1}`));
    if (!subset.limit && !subset.skip) {
      subsets.push({ takes });
      continue;
    }
    const left: Expression = activity.overlap || i === 0 ? and([]) : { kind: 'not', inner: or(subsets.map((s) => s.takes)) };
    const order = (good[i]?.order ?? []).map((o, k): OrderTerm => ({ ...o, by: column('row', name(`order_${i + 1}_${k + 1}`)) }));
    const first: Select = {
      kind: 'select',
      columns: input.key.map((k) => ({ name: k.name, is: column('row', k.name) })),
      from,
      where: and([takes, left]),
      orderBy: [...order, ...input.key.map((k) => ({ by: column('row', k.name) }))],
      ...limitOf(subset, from, left),
      ...(subset.skip ? { offset: subset.skip } : {}),
    };
    const taken = lowering.step(`first_${i + 1}`, first, { ...shapeOf(input), columns: [] });
    subsets.push({ takes: isAmong(taken.table, input.key, 'row') });
  }
  const body: Select = { kind: 'select', columns: pass(input, 'row'), from };
  return { subsets, query: (taken) => ({ ...body, columns: [...body.columns, ...taken] }) };
}

interface Asked {
  where: Expression;
  order: OrderTerm[];
}

function ask(
  activity: ActivityOf<'split'>,
  subset: Subset,
  place: (string | number)[],
  lowering: Lowering,
  scope: Scope,
): Asked | undefined {
  const where = subset.rule ? compileRule(subset.rule, scope, [...place, 'rule']) : and([]);
  const order = subset.limit || subset.skip ? queue(activity, subset, lowering, scope, place) : [];
  return where && order && { where: isTrue(where), order };
}

/** Which rows a limit takes first; random when the document does not say. */
export function queue(
  activity: ActivityOf<'split'>,
  subset: Subset,
  lowering: Lowering,
  scope: Scope,
  place: (string | number)[],
): OrderTerm[] | undefined {
  if (subset.order) return orderOf(subset.order, scope, place);
  return [{ by: draw(saltOf(lowering, activity), 'input', lowering.inputs[0]?.key ?? []) }];
}

function limitOf({ limit }: Subset, from: Select['from'], left: Expression): Pick<Select, 'limit'> {
  if (!limit) return {};
  if (limit.kind === 'count') return { limit: limit.count };
  const n: Output = { name: 'n', is: { kind: 'aggregate', function: 'count', args: [] } };
  const total: Select = { kind: 'select', columns: [n], from, ...(limit.of === 'left' ? { where: left } : {}) };
  return { limit: percentOf({ kind: 'scalar', query: total }, limit.percent) };
}

function firstThatTakes(subsets: Judged['subsets']): Expression {
  return { kind: 'case', branches: subsets.map((s, i) => ({ when: s.takes, gives: integer(i + 1) })) };
}

function coded(activity: ActivityOf<'split'>, subset: Subset, input: Population, assigned: Population, where: Expression): Select {
  const { columns } = codedShape(activity, input);
  const code: Expression = subset.code === undefined ? { kind: 'null', type: 'text' } : text(subset.code);
  const isCode = (name: string) => hasCodes(activity) && name === 'segment_code';
  return {
    kind: 'select',
    columns: [...input.key, ...columns].map((c) => ({ name: c.name, is: isCode(c.name) ? code : column('input', c.name) })),
    from: { relation: assigned.table, alias: 'input' },
    where,
  };
}

const hasCodes = (activity: ActivityOf<'split'>) => activity.subsets.some((s) => s.code !== undefined);

function codedShape(activity: ActivityOf<'split'>, input: Population): Shape {
  const shape = shapeOf(input);
  if (!hasCodes(activity)) return shape;
  return { ...shape, columns: [...shape.columns.filter((c) => !sameName(c.name, 'segment_code')), { name: 'segment_code', type: 'text' }] };
}
