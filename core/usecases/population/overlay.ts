import { AppError } from '../../base/errors';
import type { Connection, StatementOptions } from '../../ports/engine';
import type { Column } from '../../segment/population';
import { uniqueNames } from '../../segment/unique-names';
import type { Table } from '../../sql/query';
import { ident } from '../../sql/quote';
import type { Context } from '../context';
import { keepResult } from '../kept-result';
import type { Members } from './members';

/** Populations of one dimension laid over each other. */
export interface Overlay {
  dimension: string;
  key: readonly Column[];
  /** One row per key of any of them: the key, and `mask`, in which bit i stands for population i. */
  table: Table;
  mask: string;
  /** Exact rows of each region that has any, by mask. */
  regions: ReadonlyMap<number, number>;
}

/** Lays stored populations, at most eight, over each other in one pass over their keys. @throws AppError `flow-dimension-mismatch`, `cancelled` */
export function overlay(
  ctx: Context,
  connection: Connection,
  of: readonly Members[],
  signal?: StatementOptions['signal'],
): Promise<Overlay> {
  const [first] = of;
  if (!first) throw new Error('nothing to lay over');
  const other = of.find((m) => m.dimension !== first.dimension);
  if (other) throw new AppError('flow-dimension-mismatch', { found: other.dimension, needed: first.dimension });
  const key = first.key.map((k) => ident(k.name)).join(', ');
  const mask = ident(maskName(first.key));
  const parts = of.map(
    ({ table }, i) => `SELECT ${key}, CAST(${2 ** i} AS UTINYINT) AS ${mask} FROM ${ident(table.schema)}.${ident(table.name)}`,
  );
  const sql = `SELECT ${key}, bit_or(${mask}) AS ${mask} FROM (\n${parts.join('\nUNION ALL\n')}\n) AS part GROUP BY ${key}`;
  return overlaid(ctx, connection, { dimension: first.dimension, key: first.key, sql }, signal);
}

/** @param made `sql` gives the key and the mask */
export async function overlaid(
  ctx: Context,
  connection: Connection,
  { dimension, key, sql }: { dimension: string; key: readonly Column[]; sql: string },
  signal?: StatementOptions['signal'],
): Promise<Overlay> {
  const mask = maskName(key);
  const options = signal ? { signal } : {};
  const { table } = await keepResult(ctx, connection, { sql, columns: key.length + 1, ...options });
  const counted = `SELECT ${ident(mask)}, count(*) FROM ${ident(table.schema)}.${ident(table.name)} GROUP BY 1`;
  const page = await connection.query(counted, { limit: 256, ...options });
  const regions = new Map((page.values[0] ?? []).map((found, r): [number, number] => [Number(found), Number(page.values[1]?.[r])]));
  return { dimension, key, table, mask, regions };
}

/** Exact rows of population `i`. */
export function rowsOf({ regions }: Overlay, i: number): number {
  return [...regions].reduce((sum, [mask, rows]) => ((mask >> i) & 1 ? sum + rows : sum), 0);
}

/** The rows of one region. */
export async function regionMembers(
  ctx: Context,
  connection: Connection,
  { dimension, key, table, mask }: Overlay,
  wanted: number,
  signal?: StatementOptions['signal'],
): Promise<Members> {
  const columns = key.map((k) => ident(k.name)).join(', ');
  const sql = `SELECT ${columns} FROM ${ident(table.schema)}.${ident(table.name)} WHERE ${ident(mask)} = ${wanted}`;
  const kept = await keepResult(ctx, connection, { sql, columns: key.length, ...(signal ? { signal } : {}) });
  return { dimension, key, columns: [], ...kept };
}

export function maskName(key: readonly Column[]): string {
  return uniqueNames(key.map((k) => k.name))('mask');
}
