import { asOfIn } from '../../../core/segment/as-of';
import { describeSql } from '../../../core/usecases/sql/describe-sql';
import { querySql } from '../../../core/usecases/sql/query-sql';
import { readable } from '../../../core/usecases/sql/readable';
import { withConnection } from '../../../core/usecases/with-connection';
import { onlyWorkspace } from '../../../core/usecases/workspace/only-workspace';
import type { HostState } from '../host-state';
import type { Group } from './group';

export function sqlHandlers({ context, asOf }: HostState): Group<'sql'> {
  return {
    'sql.query': async ({ sql, offset, limit }, { signal, progress }) => {
      const started = performance.now();
      const request = { sql, asOf: asOf(undefined), offset, limit, signal, onProgress: (share: number) => progress({ share }) };
      const page = await querySql(context(), request);
      return { page, milliseconds: performance.now() - started };
    },
    'sql.describe': ({ sql }) => {
      const ctx = context();
      const query = readable(ctx, sql, asOfIn(asOf(undefined), onlyWorkspace(ctx).zone));
      return withConnection(ctx, (connection) => describeSql(connection, query.sql, query.tables));
    },
  };
}
