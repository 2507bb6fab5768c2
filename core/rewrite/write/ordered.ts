import type { Order } from '../../model/message';
import type { Rule } from '../../model/rule';
import { findAttribute } from '../../segment/population';
import {
  andOf,
  callOf,
  columnOf,
  compared,
  numberOf,
  type OrderTree,
  type QueryTree,
  type SelectTree,
  type Term,
  textOf,
} from '../tree/term';
import { joinPath, type Rows, related, rowsOf } from './rows';

type Condition = (rule: Rule, rows: Rows) => Term;

/** The condition on the first or last related row: the one row that a sorted query gives. */
export function orderedCondition(rule: Extract<Rule, { kind: 'ordered' }>, outer: Rows, condition: Condition): Term {
  const { rows, tie } = related(outer, rule.path);
  const among = rule.among ? [condition(rule.among, rows)] : [];
  const first: SelectTree = {
    kind: 'select',
    columns: [{ star: rows.alias }],
    from: rows.from,
    where: andOf([tie, ...among]),
    orderBy: [{ by: columnOf(rows.alias, rule.by), descending: rule.position === 'last', nulls: 'last' }, ...byKey(rows)],
    limit: numberOf(1),
  };
  const taken = new Set(outer.taken).add(rows.alias);
  const chosen: Rows = { ...rows, from: { kind: 'query', query: first, as: rows.alias }, taken, reached: new Map() };
  const where = condition(rule.where, chosen);
  return {
    kind: 'exists',
    query: { kind: 'select', columns: [{ is: numberOf(1) }], from: chosen.from, ...(isTrue(where) ? {} : { where }) },
  };
}

/** Among the keys of the first rows, of all or of each group. */
export function topCondition(rule: Extract<Rule, { kind: 'top' }>, outer: Rows, condition: Condition): Term {
  const rows = rowsOf(outer.writing, outer.entity, outer.taken);
  const partitionBy = rule.per ? [groupedBy(rows, rule.per)] : [];
  const where = rule.among ? condition(rule.among, rows) : undefined;
  const place: Term = { kind: 'row-number', partitionBy, orderBy: [...orderOf(rule.order, rows), ...byKey(rows)] };
  const query: QueryTree = {
    kind: 'select',
    columns: rows.entity.key.map((name) => ({ is: columnOf(rows.alias, name) })),
    from: rows.from,
    ...(where && !isTrue(where) ? { where } : {}),
    qualify: compared(place, '<=', numberOf(rule.count)),
  };
  return { kind: 'in-query', inner: outer.entity.key.map((name) => columnOf(outer.alias, name)), query };
}

/** Empty text counts as none, so that rows without a value are one group. */
function groupedBy(rows: Rows, per: { path?: string[] | undefined; attribute: string }): Term {
  const at = joinPath(rows, per.path ?? []);
  const value = columnOf(at.alias, per.attribute);
  return findAttribute(at.entity, per.attribute)?.type === 'text' ? callOf('nullif', value, textOf('')) : value;
}

function orderOf(order: Order, rows: Rows): OrderTree[] {
  return order.map((o) => ({ by: columnOf(rows.alias, o.attribute), descending: o.direction === 'descending', nulls: 'last' }));
}

function byKey(rows: Rows): OrderTree[] {
  return rows.entity.key.map((name) => ({ by: columnOf(rows.alias, name), descending: false, nulls: 'last' }));
}

function isTrue(term: Term): boolean {
  return term.kind === 'boolean' && term.value;
}
