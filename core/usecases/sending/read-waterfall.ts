import type { CancelSignal } from '../../base/cancellation';
import { AppError } from '../../base/errors';
import type { Waterfall } from '../../model/run';
import type { Connection } from '../../ports/engine';
import { reasons } from '../../send/reasons';
import type { Assessment } from '../../send/request';
import type { Table } from '../../sql/query';
import { ident } from '../../sql/quote';

/**
 * Counts an assessed table: every exclusion in the order of the checks, the largest detail first.
 * @param seeds how many of our own rows the message adds
 * @throws AppError `sending-unbalanced` when rows in differ from rows out plus exclusions, `sql-error`, `cancelled`
 */
export async function readWaterfall(
  connection: Connection,
  table: Table,
  assessment: Assessment,
  seeds: number,
  signal?: CancelSignal,
): Promise<Waterfall> {
  const from = `${ident(table.schema)}.${ident(table.name)}`;
  const [reason, detail] = [assessment.names.reason, assessment.names.detail].map(ident);
  const cancel = signal === undefined ? {} : { signal };
  const sql = `SELECT ${reason}, coalesce(${detail}, ''), count(*) FROM ${from} GROUP BY ALL ORDER BY 3 DESC, 2`;
  const groups = await connection.query(sql, { limit: 100_000, ...cancel });
  const all = await connection.query(`SELECT count(*) FROM ${from}`, { limit: 1, ...cancel });
  const input = Number(all.values[0]?.[0] ?? 0);
  const rows = Array.from({ length: groups.rows }, (_, r) => ({
    reason: groups.values[0]?.[r] ?? null,
    detail: String(groups.values[1]?.[r] ?? ''),
    rows: Number(groups.values[2]?.[r]),
  }));
  const sent = rows.filter((g) => g.reason === null).reduce((sum, g) => sum + g.rows, 0);
  const exclusions = reasons.flatMap((name) =>
    rows.filter((g) => g.reason === name).map((g) => ({ reason: name, detail: g.detail, rows: g.rows })),
  );
  const excluded = exclusions.reduce((sum, e) => sum + e.rows, 0);
  if (input !== sent + excluded) throw new AppError('sending-unbalanced', { activity: assessment.activity, input, sent, excluded });
  return { activity: assessment.activity, input, exclusions, sent, seeds };
}
