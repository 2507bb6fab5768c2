import type { CancelSignal } from '../../base/cancellation';
import { AppError } from '../../base/errors';
import { type ChunkPlan, planChunks } from '../../delivery/chunk-plan';
import type { RecipientColumn } from '../../delivery/manifest';
import type { Connection } from '../../ports/engine';
import { ident } from '../../sql/quote';
import type { DeliverySpec } from './spec';

const stage = 'delivery_stage';

export interface Staged extends ChunkPlan {
  rows: number;
  seeds: number;
}

/** Numbers that a JSON reader could round are written as text. */
function jsonValue({ name, type }: RecipientColumn): string {
  const kind = type === 'boolean' ? 'BOOLEAN' : type === 'number' ? 'DOUBLE' : 'VARCHAR';
  return `CAST(${ident(name)} AS ${kind}) AS ${ident(name)}`;
}

/**
 * Brings the recipients in order into a table of this connection alone, and checks them.
 * Text compares by its UTF-8 bytes, whatever the machine's language.
 * @throws AppError `delivery-recipient-empty`, `delivery-recipient-twice`, `delivery-value-not-finite`, `sql-error`, `cancelled`
 */
export async function stageRows(
  connection: Connection,
  spec: DeliverySpec,
  folder: string,
  signal: CancelSignal | undefined,
): Promise<Staged> {
  if (spec.columns[0]?.name !== 'recipient_id' || !spec.columns.some((column) => column.name === 'seed' && column.type === 'boolean')) {
    throw new Error('columns of a delivery start with recipient_id and hold seed');
  }
  const values = spec.columns.map(jsonValue).join(', ');
  const parameters = spec.parameters === undefined ? {} : { parameters: spec.parameters };
  const cancel = signal === undefined ? {} : { signal };
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE ${stage} AS SELECT ${values} FROM (${spec.select}) AS recipients ORDER BY recipient_id`,
    {
      ...parameters,
      ...cancel,
    },
  );
  const numbers = spec.columns.filter((column) => column.type === 'number').map((column) => `NOT isfinite(${ident(column.name)})`);
  const [rows, named, distinct, seeds, broken] = await readCounts(
    connection,
    `SELECT count(*), count(recipient_id), count(DISTINCT recipient_id), count(*) FILTER (seed), count(*) FILTER (${numbers.join(' OR ') || 'false'}) FROM ${stage}`,
  );
  if (named < rows) throw new AppError('delivery-recipient-empty', { folder, rows: rows - named });
  if (distinct < named) throw new AppError('delivery-recipient-twice', { folder, rows: named - distinct });
  if (broken > 0) throw new AppError('delivery-value-not-finite', { folder, rows: broken });
  return { rows, seeds, ...planChunks(rows) };
}

async function readCounts(connection: Connection, sql: string): Promise<[number, number, number, number, number]> {
  const page = await connection.query(sql, { limit: 1 });
  const count = (at: number) => Number(page.values[at]?.[0]);
  return [count(0), count(1), count(2), count(3), count(4)];
}

/** The rows of one chunk, in order. */
export const chunkSelect = (plan: ChunkPlan, seq: number): string =>
  `SELECT * FROM ${stage} WHERE rowid >= ${seq * plan.size} AND rowid < ${(seq + 1) * plan.size} ORDER BY recipient_id`;

/** Fails when the engine did not keep the table in order, which every promise about chunks rests on. */
export async function checkOrder(connection: Connection, plan: Staged): Promise<void> {
  if (plan.chunks === 0) return;
  const sql = `SELECT count(*) FROM (SELECT first, lag(last) OVER (ORDER BY seq) AS before FROM (
    SELECT rowid // ${plan.size} AS seq, min(recipient_id) AS first, max(recipient_id) AS last FROM ${stage} GROUP BY seq)) WHERE before >= first`;
  const page = await connection.query(sql, { limit: 1 });
  if (Number(page.values[0]?.[0]) !== 0) throw new Error('the staged recipients are out of order');
}
