import type { z } from 'zod';
import type { CancelSignal } from '../../base/cancellation';
import type { missingValue } from '../../model/report';
import type { Connection } from '../../ports/engine';
import { emptyField } from '../../send/content-columns';
import type { Assessment } from '../../send/request';
import { duckdb } from '../../sql/dialect/duckdb';
import { column, isNull, or } from '../../sql/expression';
import { printQuery } from '../../sql/print';
import type { Table } from '../../sql/query';

/**
 * How many recipients would see nothing where the content shows a field, over the whole audience. For a required field, those who
 * were left out because of it.
 * @throws AppError `sql-error`, `cancelled`
 */
export async function missingValues(
  connection: Connection,
  table: Table,
  assessment: Assessment,
  signal?: CancelSignal,
): Promise<z.infer<typeof missingValue>[]> {
  const { fields, names } = assessment;
  if (fields.length === 0) return [];
  const reason = column('a', names.reason);
  const reached = or([
    isNull(reason),
    { kind: 'compare', op: '=', left: reason, right: { kind: 'literal', type: 'text', value: 'bad-content' } },
  ]);
  const sql = printQuery(
    {
      kind: 'select',
      columns: fields.map((f, i) => ({
        name: `n${i}`,
        is: { kind: 'aggregate', function: 'count', args: [], filter: emptyField(f, 'a') },
      })),
      from: { relation: table, alias: 'a' },
      where: reached,
    },
    duckdb,
  );
  const page = await connection.query(sql, signal === undefined ? { limit: 1 } : { limit: 1, signal });
  return fields.map((f, i) => ({
    activity: assessment.activity,
    field: f.path,
    rows: Number(page.values[i]?.[0] ?? 0),
    required: assessment.required.includes(f.path),
  }));
}
