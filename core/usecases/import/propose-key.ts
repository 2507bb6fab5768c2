import type { ColumnMapping } from '../../model/recipe';
import type { Connection } from '../../ports/engine';

export interface KeyProposal {
  key: string[];
  unique: boolean;
}

/** The attributes that name a row of `table` (columns c0…): never empty, never twice, then by name and position; none where nothing is unique. Measured over all its rows. */
export async function proposeKey(connection: Connection, table: string, columns: readonly ColumnMapping[]): Promise<KeyProposal> {
  const can = columns.map((c, n) => ({ ...c, n })).filter((c) => c.type === 'integer' || c.type === 'text' || c.type === 'date');
  const ones = await measure(
    connection,
    table,
    can.slice(0, 200).map((c) => [c.n]),
  );
  const named = (n: number) => score(columns[n]?.source ?? '', n);
  const best = ones.unique.flat().toSorted((a, b) => named(b) - named(a))[0];
  if (best !== undefined) return { key: [columns[best]?.attribute ?? ''], unique: true };
  const filled = can
    .filter((c) => ones.filled.has(c.n))
    .map((c) => c.n)
    .slice(0, 6);
  const pairs = filled.flatMap((a, i) => filled.slice(i + 1).map((b) => [a, b]));
  const triples = pairs.flatMap(([a = 0, b = 0]) => filled.filter((c) => c > b).map((c) => [a, b, c]));
  for (const sets of [pairs, triples, filled.length > 3 ? [filled] : []]) {
    const found = sets.length === 0 ? undefined : (await measure(connection, table, sets)).unique[0];
    if (found) return { key: found.map((n) => columns[n]?.attribute ?? ''), unique: true };
  }
  return { key: [], unique: false };
}

async function measure(connection: Connection, table: string, sets: readonly (readonly number[])[]) {
  const filled = new Set<number>();
  const unique: number[][] = [];
  if (sets.length === 0) return { filled, unique };
  const asked = sets.map((set) => {
    const whole = set.map((n) => `nullif(c${n}, '') IS NOT NULL`).join(' AND ');
    // As many hashes as rows prove that no value occurs twice, and cost far less than comparing the values.
    return `count_if(${whole}), count(DISTINCT hash(${set.map((n) => `c${n}`).join(', ')}))`;
  });
  const page = await connection.query(`SELECT count(*), ${asked.join(', ')} FROM ${table}`, { limit: 1 });
  const rows = page.values[0]?.[0];
  for (const [s, set] of sets.entries()) {
    if (page.values[1 + s * 2]?.[0] !== rows) continue;
    for (const n of set) filled.add(n);
    if (page.values[2 + s * 2]?.[0] === rows) unique.push([...set]);
  }
  return { filled, unique };
}

function score(name: string, position: number): number {
  const named = /^(id|key)$/i.test(name) ? 100 : /(id|key|code|number|nr|no|upc|sku)$/i.test(name) ? 60 : 0;
  return named - position;
}
