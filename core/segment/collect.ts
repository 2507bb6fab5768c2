import type { Place } from '../base/problems';
import type { Order } from '../model/message';
import type { Rule } from '../model/rule';
import { and, call, column, compare, integer } from '../sql/expression';
import { strictest } from '../sql/lineage';
import type { Expression, OrderTerm, Output, Select } from '../sql/query';
import { pathTies, type Tie } from './joined';
import { orderOf } from './order';
import { type Column, keyColumns } from './population';
import { reach } from './reach';
import { type Found, lookUp, type RuleCompiler, type Scope } from './scope';

export interface CollectSpec {
  path: string[];
  attributes: string[];
  count: number;
  order: Order;
  where?: Rule | undefined;
}

export interface Collected {
  /** The value of each attribute in the first related row, then in the second, … */
  numbered: { place: number; attribute: string; found: Found }[];
  /** The same rows as a list, which has no elements where there are none. */
  list: Found;
}

/** The first related rows in an order; ties by their key. They are ranked once by what ties them to the outer row. */
export function collect(spec: CollectSpec, scope: Scope, place: Place, compile: RuleCompiler): Collected | undefined {
  const reached = reach(scope, spec.path, place);
  if (!reached) return undefined;
  const rows = reached.scope;
  const found = spec.attributes.map((name) => lookUp(rows, [], name, place));
  const values = found.filter((f): f is Found => f !== undefined);
  const order = orderOf(spec.order, rows, place);
  const where = spec.where ? compile(spec.where, rows, [...place, 'where']) : and([]);
  if (values.length < found.length || !order || !where) return undefined;
  const ties = pathTies(reached);
  const keys = keyColumns(rows.entity).map((k): OrderTerm => ({ by: column(rows.alias, k.name) }));
  const ranked: Select = {
    kind: 'select',
    columns: [
      ...ties.map(({ name, is }) => ({ name, is })),
      ...values.map((v, i) => ({ name: `value_${i + 1}`, is: v.is })),
      { name: 'place', is: { kind: 'row-number', partitionBy: ties.map((t) => t.is), orderBy: [...order, ...keys] } },
    ],
    from: reached.from,
    joins: [...reached.joins, ...rows.joins],
    where,
  };
  return gathered(spec, scope, ties, values, ranked);
}

function gathered(spec: CollectSpec, scope: Scope, ties: readonly Tie[], values: readonly Found[], ranked: Select): Collected {
  const alias = scope.compilation.nextAlias();
  const of = (name: string) => column('ranked', name);
  const at = (n: number, i: number) => `value_${n}_${i + 1}`;
  const places = Array.from({ length: spec.count }, (_, n) => n + 1);
  const numbered = places.flatMap((n) =>
    values.map((_, i): Output => ({ name: at(n, i), is: firstWhere(of(`value_${i + 1}`), compare('=', of('place'), integer(n))) })),
  );
  const fields = values.map((v, i): Column => ({ ...v.column, name: spec.attributes[i] ?? '' }));
  const label = strictest(fields.map((f) => f.personal));
  const row: Expression = { kind: 'struct', fields: fields.map((f, i) => ({ name: f.name, is: of(`value_${i + 1}`) })) };
  const list: Expression = { kind: 'aggregate', function: 'list', args: [row], orderBy: [{ by: of('place') }] };
  const query: Select = {
    kind: 'select',
    columns: [...ties.map((t) => ({ name: t.name, is: of(t.name) })), ...numbered, { name: 'rows', is: list }],
    from: { relation: ranked, alias: 'ranked' },
    where: compare('<=', of('place'), integer(spec.count)),
    groupBy: ties.map((t) => of(t.name)),
  };
  const on = and(ties.map((t) => compare('=', column(alias, t.name), t.outer)));
  scope.joins.push({ type: 'left', source: { relation: query, alias }, on });
  return {
    numbered: places.flatMap((n) =>
      values.map((v, i) => ({ place: n, attribute: spec.attributes[i] ?? '', found: { is: column(alias, at(n, i)), column: v.column } })),
    ),
    list: {
      is: call('coalesce', column(alias, 'rows'), call('empty-list')),
      column: { name: 'rows', type: 'list', holds: fields, ...(label === undefined ? {} : { personal: label }) },
    },
  };
}

/** The value of the only row that the filter lets through. */
function firstWhere(value: Expression, filter: Expression): Expression {
  return { kind: 'aggregate', function: 'arg-first', args: [value], filter };
}
