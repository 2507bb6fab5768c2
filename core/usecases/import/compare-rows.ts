import type { Entity } from '../../model/entity';
import type { ColumnMapping } from '../../model/recipe';
import type { Connection } from '../../ports/engine';
import { ident } from '../../sql/quote';
import { number } from './stage-records';

export interface Merged {
  added: number;
  changed: number;
  unchanged: number;
  deleted: number;
}

/** That a row of before, `o`, and one of now, `n`, have one key. */
export function sameKeys(key: readonly string[]): string {
  return key.map((k) => `o.${ident(k)} = n.${ident(k)}`).join(' AND ');
}

/** That they differ in anything else. */
export function differ(columns: readonly ColumnMapping[], key: readonly string[]): string {
  const rest = columns.filter((c) => !key.includes(c.attribute)).map((c) => ident(c.attribute));
  return rest.map((c) => `o.${c} IS DISTINCT FROM n.${c}`).join(' OR ') || 'FALSE';
}

/** Rows of before against rows of now; where the attributes are not the same, every row that stays has changed. */
export async function compareRows(
  connection: Connection,
  { before, table, now: good }: { before: Entity; table: string; now: string },
  columns: readonly ColumnMapping[],
  key: readonly string[],
): Promise<Merged> {
  const now = await number(connection, `SELECT count(*) FROM (${good})`);
  const sameKey = key.every((k) => {
    const was = before.attributes.find((a) => a.name === k);
    return was !== undefined && was.type === columns.find((c) => c.attribute === k)?.type;
  });
  if (!sameKey || key.join('\n') !== before.key.join('\n')) return { added: now, changed: 0, unchanged: 0, deleted: before.rows };
  const loaded = before.attributes.filter((a) => a.derived === undefined);
  const same =
    loaded.length === columns.length &&
    columns.every((c) => loaded.some((a) => a.name === c.attribute && a.type === c.type && (a.scale ?? 0) === (c.scale ?? 0)));
  const page = await connection.query(
    `SELECT count(*), count_if(${same ? differ(columns, key) : 'TRUE'}) FROM ${table} o JOIN (${good}) n ON ${sameKeys(key)}`,
    { limit: 1 },
  );
  const [stay, changed] = [Number(page.values[0]?.[0]), Number(page.values[1]?.[0])];
  return { added: now - stay, changed, unchanged: stay - changed, deleted: before.rows - stay };
}
