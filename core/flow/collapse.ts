import { unreachable } from '../base/never';
import type { Place } from '../base/problems';
import { sameName } from '../base/same-name';
import type { ActivityOf } from '../model/activity';
import { orderOf } from '../segment/order';
import { allColumns, type Column, type Population } from '../segment/population';
import { report, type Scope } from '../segment/scope';
import { and, call, column, compare, integer, isNull } from '../sql/expression';
import type { Expression, OrderTerm, Output, Select } from '../sql/query';
import { inputScope, type Lowering, requireColumn, type Shape } from './lowering';

export type Collapse = NonNullable<ActivityOf<'change-dimension'>['columns']>;

export interface Walked {
  /** Rows of the input, called `input`, with the key of each new row they lead to, once per way. */
  ways: Select;
  /** Each new row comes from one old row only. */
  oneOldRow: boolean;
  /** Of the new rows, without columns. */
  shape: Shape;
}

interface Survivor {
  is: Expression;
  column: Column;
}

/** New rows with the columns of the old ones they come from: collapsed where that is asked, else where there is one old row only. */
export function collapseInto(
  lowering: Lowering,
  input: Population,
  collapse: Collapse,
  walked: Walked,
): { query: Select; shape: Shape } | undefined {
  const scope = inputScope(lowering, input);
  if (!scope || !namesAreFree(lowering, input, collapse, walked.shape)) return undefined;
  const made = allColumns(input).map((c) => survivor(c, lowering, input, scope, collapse, walked));
  const survivors = made.flatMap((m) => (m === 'ends' || m === undefined ? [] : [m]));
  if (made.includes(undefined)) return undefined;
  const keys = walked.shape.key.map((k, i): Output => ({ name: k.name, is: column('way', `new_${i + 1}`) }));
  const old = input.key.map((k, i): Output => ({ name: `old_${i + 1}`, is: column('input', k.name) }));
  const pairs: Select = {
    ...walked.ways,
    distinct: true,
    columns: [...walked.ways.columns.map((c, i) => ({ name: `new_${i + 1}`, is: c.is })), ...old],
  };
  const on = and(input.key.map((k, i) => compare('=', column('input', k.name), column('way', `old_${i + 1}`))));
  return {
    query: {
      kind: 'select',
      columns: [...keys, ...survivors.map((s) => ({ name: s.column.name, is: s.is }))],
      from: { relation: pairs, alias: 'way' },
      joins: [{ type: 'inner', source: { relation: input.table, alias: 'input' }, on }, ...scope.joins],
      groupBy: keys.map((k) => k.is),
    },
    shape: { ...walked.shape, columns: survivors.map((s) => s.column) },
  };
}

/** What becomes of a column of the old rows; `undefined` after a problem was reported. */
function survivor(
  c: Column,
  lowering: Lowering,
  input: Population,
  scope: Scope,
  collapse: Collapse,
  walked: Walked,
): Survivor | 'ends' | undefined {
  const of = column('input', c.name);
  const at = collapse.findIndex((spec) => spec.column === c.name);
  const spec = collapse[at];
  if (spec) return collapsed(of, c, spec, input, scope, [...lowering.place, 'columns', at]);
  const isKey = input.key.includes(c) || walked.shape.key.some((k) => sameName(k.name, c.name));
  return walked.oneOldRow && !isKey ? { is: { kind: 'aggregate', function: 'arg-first', args: [of] }, column: c } : 'ends';
}

function collapsed(of: Expression, c: Column, spec: Collapse[number], input: Population, scope: Scope, place: Place): Survivor | undefined {
  const aggregate = (more: Partial<Extract<Expression, { kind: 'aggregate' }>>): Expression => ({
    kind: 'aggregate',
    function: 'count',
    args: [of],
    ...more,
  });
  switch (spec.keep) {
    case 'first':
    case 'list': {
      const order = orderOf(spec.order ?? [], scope, place);
      if (!order) return undefined;
      const orderBy = [...order, ...input.key.map((k): OrderTerm => ({ by: column('input', k.name) }))];
      if (spec.keep === 'first') return { is: aggregate({ function: 'arg-first', orderBy }), column: c };
      const there = aggregate({ function: 'list', orderBy, filter: { kind: 'not', inner: isNull(of) } });
      return { is: call('coalesce', there, call('empty-list')), column: { name: c.name, type: 'list', holds: c } };
    }
    case 'count':
      return { is: aggregate({}), column: { name: c.name, type: 'integer' } };
    case 'sum': {
      if (c.type !== 'integer' && c.type !== 'decimal' && c.type !== 'number')
        return report(scope, 'rule-wrong-type', place, { attribute: c.name, type: c.type, op: 'sum' });
      const sum: Expression = { kind: 'cast', inner: aggregate({ function: 'sum' }), type: c.type, scale: c.scale ?? 0 };
      return { is: call('coalesce', sum, integer(0)), column: c };
    }
    case 'min':
    case 'max':
      return { is: aggregate({ function: spec.keep }), column: c };
    default:
      return unreachable(spec.keep);
  }
}

/** Each column is there, is collapsed once, and is not called like the new key. */
function namesAreFree(lowering: Lowering, input: Population, collapse: Collapse, shape: Shape): boolean {
  if (collapse.some((spec) => !requireColumn(lowering, input, spec.column))) return false;
  const taken = new Set(shape.key.map((k) => k.name.toLowerCase()));
  for (const { column: name } of collapse) {
    if (taken.has(name.toLowerCase())) {
      report(lowering.compilation, 'flow-column-exists', lowering.place, { column: name });
      return false;
    }
    taken.add(name.toLowerCase());
  }
  return true;
}
