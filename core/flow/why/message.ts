import type { MessageActivity } from '../../model/activity';
import type { Reason } from '../../model/why';
import { column } from '../../sql/expression';
import type { Output } from '../../sql/query';
import { hasKey } from './ask';
import type { Tracing } from './tracing';

/** What becomes of the messages for the row: one, or one for each row of a secondary dimension. */
export async function whyMessage(_activity: MessageActivity, tracing: Tracing): Promise<Reason[]> {
  const reasons: Reason[] = [];
  for (const { assessment, table } of tracing.assessments) {
    const { names, key } = assessment;
    const read = (name: string, of: string): Output => ({ name, is: column('assessed', of) });
    const columns = [read('reason', names.reason), read('detail', names.detail)];
    const found = await tracing.row.ask({
      kind: 'select',
      columns: [...columns, { name: 'rows', is: { kind: 'aggregate', function: 'count', args: [] } }],
      from: { relation: table, alias: 'assessed' },
      where: hasKey('assessed', key, tracing.row.key),
      groupBy: columns.map((c) => c.is),
      orderBy: columns.map((c) => ({ by: c.is })),
    });
    for (const { reason = null, detail, rows } of found) {
      reasons.push({ kind: 'message', reason: reason === null ? null : String(reason), detail: String(detail ?? ''), rows: Number(rows) });
    }
  }
  return reasons;
}
