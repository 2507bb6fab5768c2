import { bindSql } from '../../../core/usecases/sql/bind-sql';
import { chartSql } from '../../../core/usecases/sql/chart-sql';
import { describeWritten } from '../../../core/usecases/sql/describe-written';
import { explainSql } from '../../../core/usecases/sql/explain-sql';
import { exportSqlFile } from '../../../core/usecases/sql/export-sql-file';
import { listFunctions } from '../../../core/usecases/sql/list-functions';
import { meaningOf } from '../../../core/usecases/sql/meaning-of';
import { querySql } from '../../../core/usecases/sql/query-sql';
import { runSql } from '../../../core/usecases/sql/run-sql';
import { saveSqlEntity } from '../../../core/usecases/sql/save-entity';
import { findStatements, forgetStatements } from '../../../core/usecases/sql/statements';
import { readableOf } from '../../../core/usecases/sql/written-request';
import { isForbiddenFunction } from '../engine/forbidden';
import { createFiles } from '../files/create-files';
import type { HostState } from '../host-state';
import { layout } from '../workspace/layout';
import type { Group } from './group';

export function sqlHandlers(state: HostState): Omit<Group<'sql'>, 'sql.desk' | 'sql.saveDesk'> {
  const { context } = state;
  const asOf = () => state.asOf(undefined);
  const watched = (progress: (told: { share: number }) => void) => (share: number) => progress({ share });
  return {
    'sql.run': (input, { signal, progress }) =>
      runSql(context(), { ...input, offset: 0, asOf: asOf(), signal, onProgress: watched(progress) }),
    'sql.meaning': (input) => ({ meaning: meaningOf(readableOf(context(), input)) }),
    'sql.query': async (input, { signal }) => ({ page: await querySql(context(), { ...input, asOf: asOf(), signal }) }),
    'sql.describe': (input) => describeWritten(context(), { ...input, asOf: asOf() }),
    'sql.bind': ({ sql, parameters }) => ({ sql: bindSql(sql, parameters) }),
    'sql.explain': ({ measure, ...input }, { signal, progress }) =>
      explainSql(context(), { ...input, asOf: asOf(), signal, onProgress: watched(progress) }, { measure }),
    'sql.chart': ({ chart, ...input }, { signal, progress }) =>
      chartSql(context(), { ...input, asOf: asOf(), signal, onProgress: watched(progress) }, chart),
    'sql.functions': () => listFunctions(context(), (name) => !isForbiddenFunction(name)),
    'sql.saveFile': ({ name, format, folder, replace, ...input }, { signal, progress }) => {
      const ctx = context();
      const into = createFiles(folder ?? ctx.files.resolve(layout.exports));
      return exportSqlFile(ctx, { ...input, asOf: asOf(), signal, onProgress: watched(progress) }, { folder: into, name, format, replace });
    },
    'sql.saveEntity': async ({ name, key, replace, ...input }, { signal, progress }) => {
      const made = await saveSqlEntity(
        context(),
        { ...input, asOf: asOf(), signal, onProgress: watched(progress) },
        { name, key, replace },
      );
      state.renewAsOf();
      return { rows: made.rows };
    },
    'sql.statements': (input) => findStatements(context(), input),
    'sql.forgetStatements': async () => {
      await forgetStatements(context());
      return {};
    },
  };
}
