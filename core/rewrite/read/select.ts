import { sameName } from '../../base/same-name';
import type { Entity } from '../../model/entity';
import type { Rule } from '../../model/rule';
import { allOf, anyOf, notOf } from '../rules';
import type { QueryTree, SelectTree, Term } from '../tree/term';
import { type Group, groupOf } from './aggregated';
import { readConditions } from './condition';
import { contentsOf } from './contents';
import { readFirst } from './first';
import type { Here, Names, Reader, Source } from './here';
import { withoutImplied } from './implied';
import { attributeOf, findColumn } from './names';
import { openSelect } from './open-select';
import { type Placed, placeTables } from './place';
import { excerpt, refuse, refusePart } from './refuse';
import { type ReadValue, refuseOutput, valuesOf } from './returned';
import { rooted } from './rooted';
import { havingRule, readAmong, readExists, readScalar } from './subqueries';
import { ranked, topOf } from './top';

export interface ReadRule {
  entity: Entity;
  rule: Rule;
}

export interface ReadRows extends ReadRule {
  /** What is returned beside each row's key, by the name of its column. */
  values: Map<string, ReadValue>;
}

/**
 * The rule that selects exactly the rows whose keys a SELECT returns.
 * @throws AppError `rewrite-*` with the part that no rule says
 */
export function ruleOf(query: QueryTree, names: Names): ReadRule {
  if (query.kind === 'set') return ruleOfSet(query, names);
  const { root, rule } = readSelect(query, names, refuseOthers);
  return { entity: root.entity, rule };
}

/** The rule with what else a SELECT returns. @throws AppError `rewrite-*` with the part that neither says */
export function rowsOf(query: QueryTree, names: Names): ReadRows {
  if (query.kind === 'set') return { ...ruleOfSet(query, names), values: new Map() };
  const { select, root, placed, rule, group } = readSelect(query, names);
  return { entity: root.entity, rule, values: new Map(select.columns.flatMap((output) => valuesOf(output, root, placed, group))) };
}

function ruleOfSet(set: Extract<QueryTree, { kind: 'set' }>, names: Names): ReadRule {
  const [left, right] = [ruleOf(set.left, names), ruleOf(set.right, names)];
  if (set.op === 'union-all') return refuse('rewrite-clause', { clause: 'UNION ALL' });
  if (left.entity !== right.entity) return refuse('rewrite-entity', { found: right.entity.name, needed: left.entity.name });
  for (const side of [set.left, set.right])
    if (!returnsKeyAlone(side, left.entity)) return refuse('rewrite-clause', { clause: set.op.toUpperCase() });
  if (set.op === 'union') return { ...left, rule: anyOf([left.rule, right.rule]) };
  return { ...left, rule: allOf([left.rule, set.op === 'intersect' ? right.rule : notOf(right.rule)]) };
}

/** Rows put together by their place are the same when they are their keys. */
function returnsKeyAlone(query: QueryTree, entity: Entity): boolean {
  if (query.kind === 'set') return true;
  const names = query.columns.map((c) => ('is' in c && c.is.kind === 'column' ? c.is.name : ''));
  return names.length === entity.key.length && names.every((name, i) => sameName(name, entity.key[i] ?? ''));
}

const reader: Reader = {
  conditions: readConditions,
  exists: readExists,
  among: readAmong,
  scalar: readScalar,
  first: (query, here) => readFirst(query, here).picked,
};

/** A SELECT that has been read: the table whose rows it returns, and how their related rows are grouped, where they are. */
interface Read {
  select: SelectTree;
  root: Source;
  placed: Placed;
  rule: Rule;
  group?: Group | undefined;
}

function readSelect(given: SelectTree, names: Names, checkOutputs?: (select: SelectTree, root: Source, here: Here) => void): Read {
  const whole = rooted(given, names);
  const { qualify, limit, ...select } = whole;
  const nowhere: Here = { names, scope: { sources: [], aliases: [] }, anchor: { entity: noEntity }, bound: new Map(), reader };
  const opened = openSelect(select, nowhere);
  const root = rootOf(select, opened.here);
  checkOutputs?.(select, root, opened.here);
  if (opened.joined.some((j) => j.source === root && j.left)) return refuse('rewrite-clause', { clause: `LEFT JOIN ${root.name}` });
  const here = { ...opened.here, anchor: root.anchor };
  const placed = placeTables(opened.joined, opened.conditions, here, root);
  const read = (rule: Rule, group?: Group): Read => ({ select, root, placed, rule, group });
  if (limit) return read(cut(whole, limit, root, placed));
  if (qualify) return read(ranked(select, qualify, root, placed));
  const rules = contentsOf(root.anchor, placed);
  if (select.groupBy) {
    checkGroupedByKey(select.groupBy, root, placed);
    const asksGroups = select.having ?? select.columns.find((c) => 'is' in c && c.is.kind !== 'column');
    const group = asksGroups && groupOf(root.anchor, placed);
    if (!group || !select.having) return read(allOf(rules), group);
    return read(withoutImplied([...rules, havingRule(select.having, group, placed, { ...placed.here, anchor: root.anchor })]), group);
  }
  if (select.having) return refusePart(select.having);
  const many = select.distinct ? undefined : repeating(placed);
  if (many) return refuse('rewrite-repeats', { entity: root.entity.name, table: many });
  return read(allOf(rules));
}

const noEntity: Entity = { name: '', attributes: [], key: [], rows: 0, dataVersion: 0 };

/** The table whose key is returned. */
function rootOf(select: SelectTree, here: Here): Source {
  const { sources } = here.scope;
  const roots = sources.filter((s) => s.entity.key.every((key) => select.columns.some((c) => returns(c, s, key, here))));
  const [root] = roots;
  return root ?? refuse('rewrite-no-key', { keys: sources.map((s) => `${s.entity.name} (${s.entity.key.join(', ')})`).join(', ') });
}

/** A rule returns nothing beside the key but the row's own attributes. */
function refuseOthers(select: SelectTree, root: Source, here: Here): void {
  for (const column of select.columns) {
    const own = root.entity.attributes.some((a) => returns(column, root, a.name, here));
    if (!own || ('star' in column && column.star === undefined && here.scope.sources.length > 1)) refuseOutput(column, root);
  }
}

/** Whether a result is this attribute under its own name. */
function returns(column: SelectTree['columns'][number], source: Source, attribute: string, here: Here): boolean {
  if ('star' in column) return column.star === undefined || sameName(column.star, source.name);
  if (column.is.kind !== 'column' || (column.as !== undefined && !sameName(column.as, attribute))) return false;
  if (!attributeOf(source.entity, column.is.name) || !sameName(column.is.name, attribute)) return false;
  return findColumn(column.is, here).source === source;
}

/** `ORDER BY … LIMIT n` */
function cut({ orderBy, groupBy, qualify }: SelectTree, limit: Term, root: Source, placed: Placed): Rule {
  const count = limit.kind === 'number' && /^\d{1,9}$/.test(limit.digits) ? Number(limit.digits) : 0;
  if (!orderBy || groupBy || qualify || count < 1) return refuse('rewrite-clause', { clause: 'LIMIT' }, limit);
  return topOf(count, orderBy, root, placed);
}

function checkGroupedByKey(groupBy: readonly Term[], root: Source, placed: Placed): void {
  const found = groupBy.map((t) => (t.kind === 'column' ? findColumn(t, placed.here) : refusePart(t)));
  const stranger = groupBy.find((_, i) => found[i]?.source.anchor !== root.anchor);
  const byKey = root.entity.key.every((key) => found.some((f) => f.source === root && f.attribute.name === key));
  if (stranger || !byKey) refuse('rewrite-clause', { clause: `GROUP BY ${groupBy.map(excerpt).join(', ')}` });
}

/** A table that has several rows for one of the root's. */
function repeating(placed: Placed): string | undefined {
  const many = placed.children.filter((c) => !c.single && !(c.optional && isAnti(c.anchor, placed)));
  return placed.here.scope.sources.find((s) => many.some((c) => c.anchor === s.anchor))?.name;
}

function isAnti(anchor: Placed['children'][number]['anchor'], placed: Placed): boolean {
  const child = placed.children.find((c) => c.anchor === anchor);
  return placed.conditions.some(
    (term) =>
      child !== undefined &&
      term.kind === 'is-null' &&
      term.inner.kind === 'column' &&
      findColumn(term.inner, placed.here).source.anchor === anchor,
  );
}
