import type { CancelSignal } from '../../base/cancellation';
import { canonicalJson } from '../../base/hashing';
import { type Matches, matches } from '../../model/data-report';
import type { Entity } from '../../model/entity';
import type { Connection } from '../../ports/engine';
import { ident } from '../../sql/quote';
import type { Context } from '../context';
import { keepFigures, keptFigures, type Sort, stateOf } from '../kept-figures';

/** Rows of an entity, `r`, and SQL for the values that together say whose a row is; nobody's where one is NULL. */
export interface Side {
  entity: Entity;
  values: readonly string[];
  /** No two rows have the same values, as a key has it. */
  unique?: boolean;
}

const sort: Sort<Matches> = { name: 'matches', schema: matches };

/** How many people there are for a row beyond which it costs less to look for those that are named than to group them all. */
const manyPeople = 4;

/**
 * How many rows name somebody: a row of `people` with the same values. Counted once for each version of the data; where all people are
 * grouped for that, how many of them have the same values is kept too.
 */
export function countMatches(
  ctx: Context,
  connection: Connection,
  rows: Side,
  people: Side,
  signal: CancelSignal | undefined,
): Promise<Matches> {
  const key = (side: Side) => canonicalJson([sqlOf(side), sqlOf(people), people.unique ?? false]);
  const asked = (side: Side) => ({ sort, key: key(side), entities: [side.entity.name, people.entity.name] });
  const ofPeople = asked(people);
  const state = stateOf(ctx, ofPeople.entities);
  return keptFigures(ctx, asked(rows), async () => {
    const page = await connection.query(matchSql(rows, people), { limit: 1, ...(signal ? { signal } : {}) });
    const counts = page.values.map((v) => Number(v[0]));
    const own = counts.slice(5);
    if (own.length > 0) await keepFigures(ctx, ofPeople, state, matchesOf(own));
    return matchesOf(counts);
  });
}

function matchesOf([rows = 0, empty = 0, matched = 0, ambiguous = 0, profiles = 0]: readonly number[]): Matches {
  return { rows, empty, matched, orphans: rows - empty - matched, ambiguous, profiles };
}

/** One line: rows, empty, matched, ambiguous, profiles; and the same of the people themselves where it is seen by the way. */
function matchSql(rows: Side, people: Side): string {
  const names = rows.values.map((_, i) => `v${i}`);
  const same = (a: string, b: string) => names.map((v) => `${a}.${v} = ${b}.${v}`).join(' AND ');
  const filled = (side: string) => `(${names.map((v) => `${side}.${v} IS NOT NULL`).join(' AND ')})`;
  if (sqlOf(rows) === sqlOf(people)) {
    const named = `coalesce(sum(b.n) FILTER ${filled('b')}, 0)`;
    return `SELECT coalesce(sum(b.n), 0), coalesce(sum(b.n) FILTER (NOT ${filled('b')}), 0), ${named},
      coalesce(sum(b.n) FILTER (b.n > 1 AND ${filled('b')}), 0), ${named} FROM ${grouped(rows)} b`;
  }
  // Of the people only those are grouped that somebody names, so that all of them are named.
  if (rows.entity.rows * manyPeople < people.entity.rows)
    return `WITH b AS MATERIALIZED ${grouped(rows)},
      p AS (SELECT ${names.map((v) => `q.${v}`).join(', ')}, count(*) AS n FROM (${sqlOf(people)}) q SEMI JOIN b ON ${same('q', 'b')} GROUP BY ALL)
      SELECT coalesce(sum(b.n), 0), coalesce(sum(b.n) FILTER (NOT ${filled('b')}), 0), coalesce(sum(b.n) FILTER (p.n IS NOT NULL), 0),
      coalesce(sum(b.n) FILTER (p.n > 1), 0), coalesce(sum(p.n), 0) FROM b LEFT JOIN p ON ${same('b', 'p')}`;
  const all = (side: Side) => `(SELECT count(*) FROM main.${ident(side.entity.name)})`;
  // A row of either side carries nothing through the join but its values, which a number for each would make a quarter slower.
  if (people.unique)
    return `SELECT ${all(rows)}, ${all(rows)} - count(*) FILTER ${filled('b')}, count(*) FILTER (${filled('b')} AND ${filled('p')}), 0,
      ${all(people)} + ${all(rows)} - count(*) FROM (${sqlOf(rows)}) b FULL JOIN (${sqlOf(people)}) p ON ${same('b', 'p')}`;
  // Of the values that several people have each is one line, all others together one more.
  const shared = names.map((v) => `CASE WHEN p.n > 1 THEN p.${v} END AS ${v}`).join(', ');
  const ownEmpty = `coalesce(sum(s.empty), 0)`;
  return `SELECT ${all(rows)}, ${all(rows)} - coalesce(sum(s.filled), 0), coalesce(sum(s.matched), 0),
    coalesce(sum(s.matched) FILTER ${filled('s')}, 0), ${all(people)} - coalesce(sum(s.unnamed), 0),
    ${all(people)}, ${ownEmpty}, ${all(people)} - ${ownEmpty}, coalesce(sum(s.n) FILTER ${filled('s')}, 0), ${all(people)} - ${ownEmpty}
    FROM (SELECT ${shared}, max(p.n) AS n, count(*) FILTER ${filled('b')} AS filled, count(*) FILTER (${filled('b')} AND p.n IS NOT NULL) AS matched,
      sum(p.n) FILTER (NOT ${filled('b')}) AS unnamed, sum(p.n) FILTER (NOT ${filled('p')}) AS empty
      FROM (${sqlOf(rows)}) b FULL JOIN ${grouped(people)} p ON ${same('b', 'p')} GROUP BY ${names.map((_, i) => i + 1).join(', ')}) s`;
}

const sqlOf = ({ entity, values }: Side) =>
  `SELECT ${values.map((v, i) => `${v} AS v${i}`).join(', ')} FROM main.${ident(entity.name)} AS r`;

const grouped = (side: Side) => `(SELECT *, count(*) AS n FROM (${sqlOf(side)}) GROUP BY ALL)`;
