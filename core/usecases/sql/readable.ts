import { AppError } from '../../base/errors';
import type { Problem } from '../../base/problems';
import type { Parameter } from '../../model/variable';
import type { AsOf } from '../../segment/as-of';
import { clockValues } from '../../segment/clock';
import { membersSql } from '../../segment/members-sql';
import { newCompilation } from '../../segment/scope';
import { type Binding, declare, variableNames } from '../../segment/variables';
import { plainValues } from '../../segment/written';
import { audienceSchema, audienceSplices } from '../../sql/audiences-in-sql';
import { duckdb } from '../../sql/dialect/duckdb';
import { printExpression } from '../../sql/print';
import { splice } from '../../sql/splice';
import { namesIn, valueSplices } from '../../sql/values-in-sql';
import { modelOf } from '../campaign/plan-for';
import type { Context } from '../context';
import { onlyWorkspace } from '../workspace/only-workspace';

/** SQL as the engine can run it, and what is needed to tell of it in terms of what was written. */
export interface Readable {
  sql: string;
  /** Tables it may read. */
  tables: string[];
  written: string;
  /** The place in what was written that a place in `sql` comes from. */
  origin: (at: number) => number;
}

/**
 * SQL as the engine can run it as of a moment: `$today`, `$now` and parameters have become values, saved audiences, `audience.id`,
 * what they hold. @throws AppError for a name without a value, and for an audience that is not there or does not compile
 */
export function readable(ctx: Context, written: string, asOf: AsOf, parameters: readonly Parameter[] = []): Readable {
  const valued = splice(written, valueSplices(written, valuesIn(written, asOf, parameters)));
  const [audiences, filters] = [ctx.store.list('audience'), ctx.store.list('filter')];
  const model = modelOf(ctx);
  const compilation = newCompilation(model, asOf, { audiences, filters, profile: onlyWorkspace(ctx).profile });
  const whole = splice(
    valued.text,
    audienceSplices(valued.text, (id) => membersSql(id, compilation, [])),
  );
  requireNone(compilation.problems);
  const snapshots = audiences.flatMap(({ definition }) =>
    definition.kind === 'snapshot' ? [`${audienceSchema}.${definition.table}`] : [],
  );
  return {
    sql: whole.text,
    tables: [...model.entities.map((e) => e.name), ...snapshots],
    written,
    origin: (at) => valued.origin(whole.origin(at)),
  };
}

/** What each name of the SQL stands for, as SQL. @throws AppError `variable-unknown`, `variable-no-value`, `variable-bad-value` */
function valuesIn(sql: string, asOf: AsOf, parameters: readonly Parameter[]): (name: string) => readonly string[] | undefined {
  const names = namesIn(sql);
  const bindings = new Map<string, Binding>();
  const problems: Problem[] = [];
  declare(
    parameters.filter((p) => names.includes(p.name)),
    bindings,
    problems,
  );
  requireNone(problems);
  const values = clockValues(asOf);
  for (const name of names.filter((n) => !values.has(n))) {
    const bound = bindings.get(name);
    if (!bound) throw new AppError('variable-unknown', { variable: name, known: variableNames(bindings) });
    const found = plainValues(bound);
    if (!found) throw new AppError('variable-no-value', { variable: name });
    values.set(
      name,
      found.map((value) => printExpression(value, duckdb)),
    );
  }
  return (name) => values.get(name);
}

function requireNone(problems: readonly Problem[]): void {
  const first = problems.find((p) => p.severity === 'error');
  if (first) throw new AppError(first.code, first.details);
}
