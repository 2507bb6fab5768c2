import type { CancelSignal } from '../../base/cancellation';
import type { Entity, Link } from '../../model/entity';
import type { Connection } from '../../ports/engine';
import { ident } from '../../sql/quote';
import { isKey } from './link-sql';

/** Bits for each row of both sides that are worth looking up no row. */
const bitsForRow = 8;

export interface LinkCounts {
  filled: number;
  matched: number;
  orphansTo: number;
  /** Most rows of `to` with the same values. */
  repeatedTo: number;
  /** Rows of `to` that some row matches. */
  named: number;
}

/**
 * The figures of a link between whole numbers that lie close together, of which those of `to` are its key: a bit for each number that is
 * there, so that nothing is joined unless some row matches none. `undefined` for other links.
 */
export async function countByBits(
  connection: Connection,
  { on }: Link,
  from: Entity,
  to: Entity,
  signal: CancelSignal | undefined,
): Promise<LinkCounts | undefined> {
  const [pair] = on;
  const typeOf = ({ attributes }: Entity, name: string) => attributes.find((a) => a.name === name)?.type;
  if (!pair || on.length > 1 || !isKey(to, [pair.to])) return undefined;
  if (typeOf(from, pair.from) !== 'integer' || typeOf(to, pair.to) !== 'integer') return undefined;
  const options = { limit: 1, ...(signal ? { signal } : {}) };
  const [f, t] = [ident(pair.from), ident(pair.to)];
  const [rows, keys] = [`main.${ident(from.name)}`, `main.${ident(to.name)}`];
  const numbers = async (sql: string) => (await connection.query(sql, options)).values.map((v) => v[0] ?? null);
  const [low = null, high = null] = await numbers(`SELECT min(${t}), max(${t}) FROM ${keys}`);
  if (typeof low !== 'number' || typeof high !== 'number' || high - low >= bitsForRow * (from.rows + to.rows)) return undefined;
  const near = `${f} BETWEEN ${low} AND ${high}`;
  const bits = (name: string) => `bitstring_agg(${name}, ${low}, ${high})`;
  const found = await numbers(
    `WITH f AS (SELECT count(${f}) AS filled, count(*) FILTER (${near}) AS near, ${bits(f)} FILTER (${near}) AS bits FROM ${rows}),
t AS (SELECT count(*) AS rows, ${bits(t)} AS bits FROM ${keys})
SELECT [filled, near, coalesce(bit_count(f.bits), 0), coalesce(bit_count(f.bits & t.bits), 0), t.rows] FROM f, t`,
  );
  const [filled = 0, inRange = 0, different = 0, named = 0, all = 0] = Array.isArray(found[0]) ? found[0].map(Number) : [];
  const matched =
    different === named
      ? inRange
      : Number((await numbers(`SELECT count(*) FROM ${rows} AS f SEMI JOIN ${keys} AS t ON f.${f} = t.${t}`))[0]);
  return { filled, matched, orphansTo: all - named, repeatedTo: all === 0 ? 0 : 1, named };
}
