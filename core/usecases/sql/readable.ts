import { AppError } from '../../base/errors';
import type { AsOf } from '../../segment/as-of';
import { withClock } from '../../segment/clock';
import { membersSql } from '../../segment/members-sql';
import { newCompilation } from '../../segment/scope';
import { audienceSchema, withAudiences } from '../../sql/audiences-in-sql';
import { modelOf } from '../campaign/plan-for';
import type { Context } from '../context';
import { onlyWorkspace } from '../workspace/only-workspace';

/**
 * SQL as the engine can run it as of a moment, and the tables it may read: `$today` and `$now` have become values, saved
 * audiences, `audience.id`, what they hold. @throws AppError for an audience that is not there or does not compile
 */
export function readable(ctx: Context, sql: string, asOf: AsOf): { sql: string; tables: string[] } {
  const [audiences, filters] = [ctx.store.list('audience'), ctx.store.list('filter')];
  const model = modelOf(ctx);
  const compilation = newCompilation(model, asOf, { audiences, filters, profile: onlyWorkspace(ctx).profile });
  const whole = withAudiences(withClock(sql, asOf), (id) => membersSql(id, compilation, []));
  const first = compilation.problems.find((p) => p.severity === 'error');
  if (first) throw new AppError(first.code, first.details);
  const snapshots = audiences.flatMap(({ definition }) =>
    definition.kind === 'snapshot' ? [`${audienceSchema}.${definition.table}`] : [],
  );
  return { sql: whole, tables: [...model.entities.map((e) => e.name), ...snapshots] };
}
