import { describeSql } from '../../../core/usecases/sql/describe-sql';
import { querySql } from '../../../core/usecases/sql/query-sql';
import { withConnection } from '../../../core/usecases/with-connection';
import type { HostState } from '../host-state';
import type { Group } from './group';

export function sqlHandlers({ context }: HostState): Group<'sql'> {
  return {
    'sql.query': async ({ sql, offset, limit }, { signal, progress }) => {
      const started = performance.now();
      const page = await querySql(context(), { sql, offset, limit, signal, onProgress: (share) => progress({ share }) });
      return { page, milliseconds: performance.now() - started };
    },
    'sql.describe': ({ sql }) => {
      const ctx = context();
      const tables = ctx.store.list('entity').map((e) => e.name);
      return withConnection(ctx, (connection) => describeSql(connection, sql, tables));
    },
  };
}
