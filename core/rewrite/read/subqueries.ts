import type { Rule } from '../../model/rule';
import { allOf, notOf } from '../rules';
import { compared, conjuncts, type QueryTree, type SelectTree, type Term } from '../tree/term';
import { aggregateValue, type Group, groupOf } from './aggregated';
import { conditionsOf, contentsOf, pickedRule } from './contents';
import { isFirst, readFirst } from './first';
import type { Found, Here } from './here';
import { historyIn } from './history';
import { withoutImplied } from './implied';
import { columnsIn, findColumn } from './names';
import { type Opened, openSelect } from './open-select';
import { type Placed, placeTables } from './place';
import { presence } from './presence';
import { readValue } from './read-value';
import { excerpt, refuse } from './refuse';
import { topAmong } from './top';
import type { Value } from './value';

/** `EXISTS (…)`: what is asked of the row around, and that there are related rows. */
export function readExists(query: QueryTree, here: Here): Rule {
  const rows = query.kind === 'select' ? withoutLimit(query) : query;
  return historyIn(rows, here) ?? related(openSelect(rows, here), here);
}

/** Whether there is a row does not depend on how many are taken. */
function withoutLimit(query: SelectTree): SelectTree {
  const { limit, ...rest } = query;
  return limit?.kind === 'number' && Number(limit.digits) >= 1 ? rest : query;
}

/** `(a, b) IN (SELECT …)`: there is a row whose columns are equal to these. */
export function readAmong(inner: readonly Term[], query: QueryTree, here: Here): { yes: Rule; no: () => Rule } {
  const top = topAmong(inner, query, here);
  if (top) return { yes: top, no: () => notOf(top) };
  const opened = openSelect(query, here);
  const { columns } = opened.select;
  if (columns.length !== inner.length) return refuse('rewrite-clause', { clause: 'IN (SELECT *)' });
  const pairs = inner.map((outside, i) => {
    const column = columns[i];
    if (!column || 'star' in column) return refuse('rewrite-clause', { clause: 'IN (SELECT *)' });
    return { outside, inside: column.is };
  });
  const bound = new Map(here.bound);
  for (const { outside } of pairs) bindColumns(outside, here, bound);
  const equal = pairs.map(({ outside, inside }) => compared(inside, '=', outside));
  const yes = related({ ...opened, conditions: [...equal, ...opened.conditions], here: { ...opened.here, bound } }, here);
  const mayBeEmpty = pairs
    .flatMap((p) => [[p.outside, here] as const, [p.inside, opened.here] as const])
    .find(([term, at]) => !neverEmpty(term, at));
  return { yes, no: () => (mayBeEmpty ? refuse('rewrite-not-in', { column: excerpt(mayBeEmpty[0]) }, mayBeEmpty[0]) : notOf(yes)) };
}

/** Columns mean what they mean outside, wherever the term is put. */
function bindColumns(term: Term, here: Here, bound: Map<Term, Found>): void {
  if (term.kind === 'column') bound.set(term, findColumn(term, here));
  else if (columnsIn(term, here).length > 0) refuse('rewrite-part', { part: excerpt(term) }, term);
}

/** Keys are never empty, nor is what is not read from a row. */
function neverEmpty(term: Term, here: Here): boolean {
  if (term.kind !== 'column') return columnsIn(term, here).length === 0 && term.kind !== 'null';
  const { source, attribute } = findColumn(term, here);
  return source.path.length === 0 && source.entity.key.includes(attribute.name);
}

function related(opened: Opened, outer: Here): Rule {
  const { select } = opened;
  const placed = placeTables(opened.joined, opened.conditions, opened.here);
  if (!select.having) return allOf(contentsOf(outer.anchor, placed));
  const whole = !select.groupBy;
  if (whole) noOuterConditions(placed, outer);
  else if (!isGroupedByTies(select.groupBy ?? [], placed)) return refuse('rewrite-clause', { clause: 'GROUP BY' });
  const having = havingRule(select.having, groupOf(outer.anchor, placed), placed, outer);
  return whole ? having : withoutImplied([...contentsOf(outer.anchor, placed), having]);
}

/** Conditions on the aggregates of the rows that belong to the row around. */
export function havingRule(having: Term, group: Group, placed: Placed, outer: Here): Rule {
  const here: Here = { ...placed.here, anchor: outer.anchor, aggregate: (call) => aggregateValue(call, group, placed) };
  return here.reader.conditions(conjuncts(having), here);
}

/** Groups are the related rows of one row when they are made by what ties these to it. */
function isGroupedByTies(groupBy: readonly Term[], placed: Placed): boolean {
  const [child, ...others] = placed.children.filter((c) => c.of === placed.here.anchor);
  if (!child || others.length > 0) return false;
  const columns = groupBy.map((t) => (t.kind === 'column' ? findColumn(t, placed.here) : undefined));
  const names = columns.map((f) => (f?.source.anchor === child.anchor && f.source.path.length === 0 ? f.attribute.name : '?'));
  return JSON.stringify([...new Set(names)].sort()) === JSON.stringify([...new Set(child.ties)].sort());
}

function noOuterConditions(placed: Placed, outer: Here): void {
  const [first] = conditionsOf(outer.anchor, placed);
  if (first) refuse('rewrite-mixed', { part: excerpt(first) }, first);
}

/** A query that gives one value: an aggregate, or an attribute of the one row a link reaches. */
export function readScalar(query: QueryTree, here: Here): Value | undefined {
  if (query.kind === 'select' && isFirst(query)) return firstValue(query, here);
  const opened = openSelect(query, here);
  const { select } = opened;
  const [column, ...more] = select.columns;
  if (!column || 'star' in column || more.length > 0 || select.groupBy || select.having) return undefined;
  const placed = placeTables(opened.joined, opened.conditions, opened.here);
  noOuterConditions(placed, here);
  if (column.is.kind === 'column') return linkedValue(column.is, placed);
  const group = groupOf(here.anchor, placed);
  return readValue(column.is, { ...placed.here, anchor: here.anchor, aggregate: (call) => aggregateValue(call, group, placed) });
}

/** An attribute of the first or last related row. */
function firstValue(query: SelectTree, here: Here): Value | undefined {
  const { picked, placed, source } = readFirst(query, here);
  const [column, ...more] = query.columns;
  if (!column || 'star' in column || more.length > 0) return undefined;
  const value = readValue(column.is, { ...placed.here, anchor: source.anchor });
  if (!value || value.folded || value.orElse !== undefined) return undefined;
  return { ...value, known: pickedRule(picked, presence(value)), rule: (test) => pickedRule(picked, value.rule(test)) };
}

function linkedValue(column: Extract<Term, { kind: 'column' }>, placed: Placed): Value | undefined {
  const [child, ...others] = placed.children;
  if (!child?.single || child.optional || others.length > 0 || conditionsOf(child.anchor, placed).length > 0) return undefined;
  const { source, attribute } = findColumn(column, placed.here);
  if (source.anchor !== child.anchor) return undefined;
  const path = [...child.path, ...source.path];
  const { type, scale = 0 } = attribute;
  return { type, scale, rule: (test) => ({ kind: 'attribute', path, attribute: attribute.name, test }) };
}
