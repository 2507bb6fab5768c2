import type { ColumnMapping } from '../../model/recipe';
import type { Connection } from '../../ports/engine';
import { singular } from '../data/link-names';

/** What repeats in so many rows is no key of all of them. */
const first = 5000;
/** Columns tried together, and alone. */
const together = 7;
const alone = 200;

/**
 * The attributes that name a row of `table` (columns c0…): never empty, never twice, measured over all its rows; names and
 * position choose among several. Empty where there are none.
 */
export async function proposeKey(
  connection: Connection,
  table: string,
  columns: readonly ColumnMapping[],
  entity: string,
): Promise<string[]> {
  const things = new Set(wordsOf(entity).map(singular));
  const can = columns
    .map((c, n) => ({ n, rank: rank(c, n, things), type: c.type }))
    .filter((c) => c.type === 'integer' || c.type === 'text' || c.type === 'date' || c.type === 'timestamp')
    .toSorted((a, b) => b.rank - a.rank || a.n - b.n);
  // A whole number that only happens never to repeat is no name.
  const ones = can
    .filter((c) => c.type !== 'timestamp' && (c.rank > 1 || c.type === 'text' || c.n === 0))
    .slice(0, alone)
    .map((c) => [c.n]);
  const parts = can.filter((c) => c.rank > 0 || c.type === 'text');
  const filled = await whole(
    connection,
    table,
    parts.slice(0, alone).map((c) => c.n),
  );
  const several = parts.map((c) => c.n).filter((n) => filled.has(n));
  const names = (set: readonly number[]) => set.toSorted((a, b) => a - b).map((n) => columns[n]?.attribute ?? '');
  for (const sets of [ones, ...combinations(several.slice(0, together))]) {
    const likely = await unique(connection, `(FROM ${table} LIMIT ${first})`, sets);
    const [found] = await unique(connection, table, likely);
    if (found) return names(found);
  }
  return [];
}

/** Pairs, then triples, then all, the best names first. */
function combinations(of: readonly number[]): number[][][] {
  const pairs = of.flatMap((a, i) => of.slice(i + 1).map((b) => [a, b]));
  const triples = of.flatMap((a, i) => of.slice(i + 1).flatMap((b, j) => of.slice(i + j + 2).map((c) => [a, b, c])));
  return [pairs, triples, of.length > 3 ? [[...of]] : []].filter((sets) => sets.length > 0);
}

async function whole(connection: Connection, table: string, columns: readonly number[]): Promise<Set<number>> {
  if (columns.length === 0) return new Set();
  const asked = columns.map((n) => `count(*) = count(nullif(c${n}, ''))`);
  const page = await connection.query(`SELECT ${asked.join(', ')} FROM ${table}`, { limit: 1 });
  return new Set(columns.filter((_, n) => page.values[n]?.[0] === true));
}

async function unique(connection: Connection, from: string, sets: readonly number[][]): Promise<number[][]> {
  if (sets.length === 0) return [];
  const asked = sets.map((set) => {
    const filled = set.map((n) => `nullif(c${n}, '') IS NOT NULL`).join(' AND ');
    // As many hashes as rows prove that no value occurs twice, and cost far less than comparing the values.
    return `count(*) = count_if(${filled}) AND count(*) = count(DISTINCT hash(${set.map((n) => `c${n}`).join(', ')}))`;
  });
  const page = await connection.query(`SELECT ${asked.join(', ')} FROM ${from}`, { limit: 1 });
  return sets.filter((_, s) => page.values[s]?.[0] === true);
}

const wordsOf = (name: string) => name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * What a name says of a column: names rows, helps to name them by place or time, neither.
 * @param things what the rows are, as far as the name of the entity tells
 */
function rank({ source, type }: ColumnMapping, place: number, things: ReadonlySet<string>): number {
  if (/^(id|key)$/i.test(source)) return 4;
  // The number of an order names orders, that of its customer names customers.
  const bare = source.replace(/(id|key|code|number|nr|no)\.?$/i, '');
  if ((bare !== source || (type === 'integer' && place === 0)) && things.has(wordsOf(bare).join(' '))) return 3;
  if (/(id|key|code|number|nr|no|upc|ean|sku|email)$/i.test(source)) return 2;
  if (
    type === 'date' ||
    type === 'timestamp' ||
    /(line|seq|sequence|position|week|month|year|day|date|period|channel|purpose)$/i.test(source)
  )
    return 1;
  return 0;
}
