import type { CancelSignal } from '../../base/cancellation';
import { canonicalJson } from '../../base/hashing';
import type { Connection } from '../../ports/engine';
import { findEntity, type Hop } from '../../segment/population';
import { ident } from '../../sql/quote';
import { modelOf } from '../campaign/plan-for';
import type { Context, FanOut } from '../context';

/** What a link really reaches from an entity, over all rows; measured once for each version of the data. */
export async function fanOutOf(ctx: Context, connection: Connection, entity: string, hop: Hop, signal?: CancelSignal): Promise<FanOut> {
  const model = modelOf(ctx);
  const version = (name: string) => {
    const found = findEntity(model, name);
    return [name, found?.dataVersion ?? 0, found?.loadedAt ?? ''];
  };
  const key = canonicalJson([version(entity), version(hop.target.name), hop.on]);
  const known = ctx.fanOuts.get(key);
  if (known) return known;
  const measured = await measure(connection, entity, hop, signal);
  ctx.fanOuts.set(key, measured);
  return measured;
}

/** Where no row of the target repeats another, the entity need not be read. */
async function measure(connection: Connection, entity: string, hop: Hop, signal?: CancelSignal): Promise<FanOut> {
  const options = { limit: 1, ...(signal ? { signal } : {}) };
  const most = await connection.query(`SELECT max(n) FROM ${targetSql(hop)}`, options);
  if (Number(most.values[0]?.[0] ?? 1) <= 1) return { average: 1, maximum: 1 };
  const page = await connection.query(fanOutSql(entity, hop), options);
  const [average, maximum] = page.values.map((v) => Number(v[0] ?? 1));
  return { average: average ?? 1, maximum: maximum ?? 1 };
}

function fanOutSql(entity: string, hop: Hop): string {
  const here = grouped(
    entity,
    hop.on.map((pair) => pair.here),
  );
  const same = hop.on.map((_, i) => `h.k${i} = t.k${i}`).join(' AND ');
  return `SELECT sum(h.n * t.n) / sum(h.n), max(t.n) FROM ${here} h JOIN ${targetSql(hop)} t ON ${same}`;
}

function targetSql(hop: Hop): string {
  return grouped(
    hop.target.name,
    hop.on.map((pair) => pair.there),
  );
}

function grouped(table: string, columns: readonly string[]): string {
  const named = columns.map((c, i) => `${ident(c)} AS k${i}`).join(', ');
  const filled = columns.map((c) => `${ident(c)} IS NOT NULL`).join(' AND ');
  return `(SELECT ${named}, count(*) AS n FROM main.${ident(table)} WHERE ${filled} GROUP BY ALL)`;
}
