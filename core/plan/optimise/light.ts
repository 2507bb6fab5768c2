import type { Expression, Query } from '../../sql/query';
import { worktableSchema } from '../plan';
import { readingOf, type Tables } from './carry';
import { readsEach, selectionOf } from './selection';

/** What costs about as little as reading its columns. */
const light = new Set(['column', 'literal', 'null', 'compare', 'and', 'or', 'not', 'is-null', 'is-true', 'case', 'in', 'between']);

/** Rows that are looked up at hardly more cost than a column is read. */
const fewRows = 20_000;

/** Whether a query only reads columns of one kept table's rows, each by itself, and at most looks them up among few others. */
export function isOnlyRead(query: Query, tables: Tables): boolean {
  if (query.kind !== 'select' || !readsEach(query) || !isLight([query.columns, query.where], tables)) return false;
  const { relation } = query.from;
  if (relation.kind !== 'table') return isOnlyRead(relation, tables);
  if (relation.schema !== worktableSchema) return false;
  const reading = readingOf(relation.name, tables);
  return reading === undefined || isOnlyRead(reading, tables);
}

function isLight(value: unknown, tables: Tables): boolean {
  if (value === null || typeof value !== 'object') return true;
  if ('kind' in value && value.kind === 'in-query') {
    const { values, query } = value as Extract<Expression, { kind: 'in-query' }>;
    return isLight(values, tables) && isAmongFew(query, tables);
  }
  if ('kind' in value && typeof value.kind === 'string' && !light.has(value.kind)) return false;
  return Object.values(value).every((inner) => isLight(inner, tables));
}

function isAmongFew(query: Query, tables: Tables): boolean {
  const of = selectionOf(query)?.of;
  const most = of === undefined ? undefined : tables.mostRows(of);
  return most !== undefined && most <= fewRows;
}
