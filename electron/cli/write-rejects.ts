import type { CancelSignal } from '../../core/base/cancellation';
import { ident } from '../../core/sql/quote';
import { withConnection } from '../../core/usecases/with-connection';
import type { HostContext } from '../host/context';

/** Writes what the last load of an entity refused, in order of line, as CSV with a header. @returns rows written */
export function writeRejects(ctx: HostContext, entity: string, file: string, signal: CancelSignal): Promise<number> {
  const sql = `SELECT line, "column", value, reason FROM rejects.${ident(entity)} ORDER BY rowid`;
  return withConnection(ctx, (connection) =>
    connection.exportTo(sql, file, { kind: 'csv', delimiter: ',', header: true, lineEnd: 'lf' }, { signal }),
  );
}
