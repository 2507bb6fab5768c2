import { AppError } from '../../base/errors';
import type { FieldFilter } from '../../model/population';
import type { Connection } from '../../ports/engine';
import { asOfIn } from '../../segment/as-of';
import { compileTest } from '../../segment/operators/test';
import { fileRows } from '../../segment/population';
import { readFields } from '../../segment/reading';
import { entityScope, newCompilation } from '../../segment/scope';
import { withPlainAliases } from '../../sql/aliases';
import { duckdb } from '../../sql/dialect/duckdb';
import { and, column } from '../../sql/expression';
import { printQuery } from '../../sql/print';
import { fanOuts } from '../campaign/fan-outs';
import { modelOf } from '../campaign/plan-for';
import type { Context } from '../context';
import { findDocument } from '../find-document';
import { keepResult } from '../kept-result';
import { onlyWorkspace } from '../workspace/only-workspace';
import { type AtMoment, isWhole, type Members } from './members';

/**
 * The members that pass every filter, by what the same test means in a rule; kept, so that any page of them is read at once.
 * @throws AppError `rule-*`, `link-repeats-rows`, `cancelled`
 */
export async function filteredMembers(
  ctx: Context,
  connection: Connection,
  members: Members,
  filters: readonly FieldFilter[],
  { asOf, signal }: AtMoment,
): Promise<Members> {
  if (filters.length === 0) return members;
  const compilation = newCompilation(modelOf(ctx), asOfIn(asOf, onlyWorkspace(ctx).zone));
  const entity = members.file === undefined ? findDocument(ctx, 'entity', members.dimension) : fileRows;
  const rows = { alias: 'member', key: members.key, columns: members.columns, whole: isWhole(members) };
  const fields = filters.map(({ field }) => field);
  const read = readFields(compilation, rows, entity, fields, (i) => ['filters', i]);
  const scope = entityScope(compilation, entity);
  const tests = read?.values.map((found, i) => {
    const filter = filters[i];
    return filter && compileTest(filter.test, found, filter.field.attribute, scope, ['filters', i]);
  });
  const problems = [...compilation.problems, ...(read ? await fanOuts(ctx, connection, { compilation }, signal) : [])];
  const first = problems.find((p) => p.severity === 'error');
  if (first) throw new AppError(first.code, first.details);
  const own = [...members.key, ...members.columns];
  const sql = printQuery(
    withPlainAliases({
      kind: 'select',
      columns: own.map(({ name }) => ({ name, is: column('member', name) })),
      from: { relation: members.table, alias: 'member' },
      joins: read?.joins ?? [],
      where: and((tests ?? []).filter((test) => test !== undefined)),
      orderBy: [{ by: column('member', 'rowid') }],
    }),
    duckdb,
  );
  const kept = await keepResult(ctx, connection, { sql, columns: own.length, ...(signal ? { signal } : {}) });
  return { ...members, ...kept };
}
