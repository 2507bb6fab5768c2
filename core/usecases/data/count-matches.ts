import type { CancelSignal } from '../../base/cancellation';
import type { Matches } from '../../model/data-report';
import type { Connection } from '../../ports/engine';
import { ident } from '../../sql/quote';

/** Rows of an entity, `r`, and SQL for the values that together say whose a row is; nobody's where one is NULL. */
export interface Side {
  entity: string;
  values: readonly string[];
}

/** How many rows name somebody: a row of `people` with the same values. */
export async function countMatches(connection: Connection, rows: Side, people: Side, signal: CancelSignal | undefined): Promise<Matches> {
  const grouped = ({ entity, values }: Side) =>
    `(SELECT ${values.map((v, i) => `${v} AS v${i}`).join(', ')}, count(*) AS n FROM main.${ident(entity)} AS r GROUP BY ALL)`;
  const names = rows.values.map((_, i) => `v${i}`);
  const page = await connection.query(
    `SELECT coalesce(sum(b.n), 0), coalesce(sum(b.n) FILTER (${names.map((v) => `b.${v} IS NULL`).join(' OR ')}), 0),
       coalesce(sum(b.n) FILTER (p.n IS NOT NULL), 0), coalesce(sum(b.n) FILTER (p.n > 1), 0), coalesce(sum(p.n), 0)
     FROM ${grouped(rows)} b LEFT JOIN ${grouped(people)} p ON ${names.map((v) => `b.${v} = p.${v}`).join(' AND ')}`,
    { limit: 1, ...(signal ? { signal } : {}) },
  );
  const [total = 0, empty = 0, matched = 0, ambiguous = 0, profiles = 0] = page.values.map((v) => Number(v[0]));
  return { rows: total, empty, matched, orphans: total - empty - matched, ambiguous, profiles };
}
