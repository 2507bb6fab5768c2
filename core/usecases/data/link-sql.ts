import type { Link } from '../../model/entity';
import { ident } from '../../sql/quote';

/** One statement that measures a link: filled and matched `from` rows, orphans of both sides, and values that repeat on either. */
export function measureSql(link: Link): string {
  const from = `main.${ident(link.from)}`;
  const to = `main.${ident(link.to)}`;
  const f = link.on.map((pair) => ident(pair.from));
  const t = link.on.map((pair) => ident(pair.to));
  const values = (side: string[], table: string) =>
    `(SELECT ${side.map((c, n) => `${c} AS k${n}`).join(', ')}, count(*) AS n FROM ${table} WHERE ${side.map((c) => `${c} IS NOT NULL`).join(' AND ')} GROUP BY ALL)`;
  const same = link.on.map((_, n) => `f.k${n} = t.k${n}`).join(' AND ');
  return `SELECT coalesce(sum(f.n), 0) AS filled, coalesce(sum(f.n) FILTER (t.n IS NOT NULL), 0) AS matched,
    coalesce(sum(f.n) FILTER (t.n IS NULL), 0) AS orphans_from,
    coalesce(sum(t.n) FILTER (f.n IS NULL), 0) + (SELECT count(*) FROM ${to} WHERE ${t.map((c) => `${c} IS NULL`).join(' OR ')}) AS orphans_to,
    count_if(f.n > 1) AS repeated_from, count_if(t.n > 1) AS repeated_to
    FROM ${values(f, from)} f FULL JOIN ${values(t, to)} t ON ${same}`;
}
