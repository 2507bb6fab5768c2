import type { Order } from '../../model/message';
import type { OrderTree, QueryTree, SelectTree } from '../tree/term';
import { groupOf } from './aggregated';
import { conditionsOf } from './contents';
import type { Here, Picked, Source } from './here';
import { findColumn } from './names';
import { openSelect } from './open-select';
import { type Placed, placeTables } from './place';
import { excerpt, refuse } from './refuse';

/** The query for one related row, sorted and cut off after the first, with what is needed to read its columns. */
export function readFirst(query: QueryTree, here: Here): { picked: Picked; placed: Placed; source: Source } {
  if (query.kind === 'set' || !isFirst(query)) return refuse('rewrite-clause', { clause: 'FROM (SELECT …)' });
  const { limit: _, orderBy = [], ...rest } = query;
  const opened = openSelect(rest, here);
  const placed = placeTables(opened.joined, opened.conditions, opened.here);
  const [outside] = conditionsOf(here.anchor, placed);
  if (outside) return refuse('rewrite-mixed', { part: excerpt(outside) }, outside);
  const group = groupOf(here.anchor, placed);
  const source = placed.here.scope.sources.find((s) => s.anchor === group.anchor && s.path.length === 0);
  if (!source || group.padded) return refuse('rewrite-clause', { clause: 'LIMIT' });
  const [by, ...ties] = orderIn(orderBy, source, placed.here);
  if (!by || ties.length > 0) return refuse('rewrite-clause', { clause: `ORDER BY … LIMIT` });
  const position = by.direction === 'descending' ? 'last' : 'first';
  return { picked: { path: group.path, position, by: by.attribute, ...(group.where ? { among: group.where } : {}) }, placed, source };
}

export function isFirst(query: SelectTree): boolean {
  const one = query.limit?.kind === 'number' && query.limit.digits === '1';
  return one && (query.orderBy?.length ?? 0) > 0 && !query.groupBy && !query.having && !query.distinct;
}

/**
 * The order of rows by attributes of theirs, without the key at its end that a rule has anyway.
 * @throws AppError `rewrite-ties` where rows might come in any order
 */
export function orderIn(orderBy: readonly OrderTree[], source: Source, here: Here): Order {
  const order = orderBy.map(({ by, descending, nulls }): Order[number] => {
    const found = by.kind === 'column' ? findColumn(by, here) : undefined;
    if (found?.source !== source) return refuse('rewrite-clause', { clause: `ORDER BY ${excerpt(by)}` }, by);
    if (nulls === 'first') return refuse('rewrite-clause', { clause: 'NULLS FIRST' });
    return { attribute: found.attribute.name, direction: descending ? 'descending' : 'ascending' };
  });
  const { key } = source.entity;
  const missing = key.filter((k) => !order.some((o) => o.attribute === k));
  if (missing.length > 0) return refuse('rewrite-ties', { columns: missing.map((k) => `${source.name}.${k}`).join(', ') });
  const start = order.slice(0, Math.max(1, order.length - key.length));
  const end = order.slice(start.length);
  const byKey = end.length === key.length && end.every((o, i) => o.attribute === key[i] && o.direction === 'ascending');
  return byKey ? start : order;
}
