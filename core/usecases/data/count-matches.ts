import type { CancelSignal } from '../../base/cancellation';
import type { Matches } from '../../model/data-report';
import type { Entity } from '../../model/entity';
import type { Connection } from '../../ports/engine';
import { ident } from '../../sql/quote';
import type { Context } from '../context';
import { keptFigures, stateOf } from '../kept-figures';

/** Rows of an entity, `r`, and SQL for the values that together say whose a row is; nobody's where one is NULL. */
export interface Side {
  entity: Entity;
  values: readonly string[];
  /** No two rows have the same values, as a key has it. */
  unique?: boolean;
}

/** How many people there are for a row beyond which it costs less to look for those that are named than to group them all. */
const manyPeople = 4;

/** How many rows name somebody: a row of `people` with the same values. Counted once for each version of the data. */
export function countMatches(
  ctx: Context,
  connection: Connection,
  rows: Side,
  people: Side,
  signal: CancelSignal | undefined,
): Promise<Matches> {
  const sql = matchSql(rows, people);
  return keptFigures(ctx.matches, sql, stateOf(ctx, [rows.entity.name, people.entity.name]), async () => {
    const page = await connection.query(sql, { limit: 1, ...(signal ? { signal } : {}) });
    const [total = 0, empty = 0, matched = 0, ambiguous = 0, profiles = 0] = page.values.map((v) => Number(v[0]));
    return { rows: total, empty, matched, orphans: total - empty - matched, ambiguous, profiles };
  });
}

function matchSql(rows: Side, people: Side): string {
  const names = rows.values.map((_, i) => `v${i}`);
  const same = (a: string, b: string) => names.map((v) => `${a}.${v} = ${b}.${v}`).join(' AND ');
  const isEmpty = names.map((v) => `b.${v} IS NULL`).join(' OR ');
  if (sqlOf(rows) === sqlOf(people)) {
    const named = `coalesce(sum(b.n) FILTER (NOT (${isEmpty})), 0)`;
    return `SELECT coalesce(sum(b.n), 0), coalesce(sum(b.n) FILTER (${isEmpty}), 0), ${named},
      coalesce(sum(b.n) FILTER (b.n > 1 AND NOT (${isEmpty})), 0), ${named} FROM ${grouped(rows)} b`;
  }
  const counts = `SELECT coalesce(sum(b.n), 0), coalesce(sum(b.n) FILTER (${isEmpty}), 0),
    coalesce(sum(b.n) FILTER (p.n IS NOT NULL), 0), coalesce(sum(b.n) FILTER (p.n > 1), 0)`;
  // Of the people only those are grouped that somebody names, so that all of them are named.
  if (rows.entity.rows * manyPeople < people.entity.rows)
    return `WITH b AS MATERIALIZED ${grouped(rows)},
      p AS (SELECT ${names.map((v) => `q.${v}`).join(', ')}, count(*) AS n FROM (${sqlOf(people)}) q SEMI JOIN b ON ${same('q', 'b')} GROUP BY ALL)
      ${counts}, coalesce(sum(p.n), 0) FROM b LEFT JOIN p ON ${same('b', 'p')}`;
  const all = `(SELECT count(*) FROM main.${ident(people.entity.name)})`;
  // Rows that stand for themselves are counted in two thirds of the time that sums take.
  if (people.unique)
    return `SELECT count(b.n), count(b.n) FILTER (${isEmpty}), count(b.n) FILTER (p.n IS NOT NULL), 0,
      ${all} - count(*) FILTER (b.n IS NULL) FROM ${single(rows)} b FULL JOIN ${single(people)} p ON ${same('b', 'p')}`;
  return `${counts}, ${all} - coalesce(sum(p.n) FILTER (b.n IS NULL), 0) FROM ${single(rows)} b FULL JOIN ${grouped(people)} p ON ${same('b', 'p')}`;
}

const sqlOf = ({ entity, values }: Side) =>
  `SELECT ${values.map((v, i) => `${v} AS v${i}`).join(', ')} FROM main.${ident(entity.name)} AS r`;

const grouped = (side: Side) => `(SELECT *, count(*) AS n FROM (${sqlOf(side)}) GROUP BY ALL)`;
const single = (side: Side) => `(SELECT *, 1 AS n FROM (${sqlOf(side)}))`;
