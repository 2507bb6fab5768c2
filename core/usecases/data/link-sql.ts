import type { Entity, Link } from '../../model/entity';
import { ident } from '../../sql/quote';

/** Rows for each value beyond which it costs less to count the values first than to look up every row. */
const manyRows = 20;

/**
 * One statement that measures a link: filled and matched rows of `from`, rows of `to` that none of them matches, most rows of `to` with
 * the same values, and rows of `to` that some match.
 */
export function measureSql({ on }: Link, from: Entity, to: Entity): string {
  const f = on.map((pair) => pair.from);
  const t = on.map((pair) => pair.to);
  const same = on.map((_, n) => `f.k${n} = t.k${n}`).join(' AND ');
  const missing = 'coalesce(sum(t.n) FILTER (f.n IS NULL), 0)';
  return `SELECT coalesce(sum(f.n), 0) AS filled, coalesce(sum(f.n) FILTER (t.n IS NOT NULL), 0) AS matched,
    (SELECT count(*) FROM ${table(to)} WHERE NOT (${filled(t)})) + ${missing} AS orphans_to, coalesce(max(t.n), 0) AS repeated,
    (SELECT count(*) FROM ${table(to)} WHERE ${filled(t)}) - ${missing} AS named
    FROM ${valuesOf(from, f, from.rows > to.rows * manyRows)} f FULL JOIN ${valuesOf(to, t, !isKey(to, t))} t ON ${same}`;
}

/** How many values occur more than once. */
export function repeatedSql(entity: Entity, columns: readonly string[]): string {
  const grouped = `SELECT 1 FROM ${table(entity)} WHERE ${filled(columns)} GROUP BY ${columns.map(ident).join(', ')} HAVING count(*) > 1`;
  return `SELECT count(*) FROM (${grouped})`;
}

/** A load keeps keys unique. */
export function isKey({ key }: Entity, columns: readonly string[]): boolean {
  return key.every((k) => columns.includes(k));
}

const table = ({ name }: Entity) => `main.${ident(name)}`;

const filled = (columns: readonly string[]) => columns.map((c) => `${ident(c)} IS NOT NULL`).join(' AND ');

/** The values with how many rows they stand for. */
function valuesOf(entity: Entity, columns: readonly string[], grouped: boolean): string {
  const named = columns.map((c, n) => `${ident(c)} AS k${n}`).join(', ');
  const source = `FROM ${table(entity)} WHERE ${filled(columns)}`;
  return grouped ? `(SELECT ${named}, count(*) AS n ${source} GROUP BY ALL)` : `(SELECT ${named}, 1 AS n ${source})`;
}
