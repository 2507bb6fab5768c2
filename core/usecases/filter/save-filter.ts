import { AppError } from '../../base/errors';
import { instantOf } from '../../base/instant';
import type { Problem } from '../../base/problems';
import type { Filter } from '../../model/filter';
import type { Broken } from '../../model/use';
import type { Connection } from '../../ports/engine';
import { declare } from '../../segment/variables';
import { planFor } from '../campaign/plan-for';
import type { Context } from '../context';
import { commitUndoable } from '../undo/commit-undoable';
import { brokenBy, requireWhole } from '../uses/broken-by';
import { withConnection } from '../with-connection';
import { askingOnly } from './asking-only';

/**
 * Saves a filter whose rule compiles, with values of their types for its parameters. @throws AppError its first problem;
 * `breaks-users` where others would have errors by it, unless it is forced
 */
export async function saveFilter(ctx: Context, filter: Filter, options: { force?: boolean | undefined } = {}): Promise<void> {
  await withConnection(ctx, async (connection) => {
    const first = (await problemsOf(ctx, connection, filter)).find((p) => p.severity === 'error');
    if (first) throw new AppError(first.code, first.details);
    if (!options.force) await requireWhole(ctx, connection, { kind: 'filter', document: filter });
  });
  await commitUndoable(ctx, [{ kind: 'filter', id: filter.id, document: filter }]);
}

/** What others would have errors by a filter as it stands. */
export function brokenByFilter(ctx: Context, filter: Filter): Promise<Broken[]> {
  return withConnection(ctx, (connection) => brokenBy(ctx, connection, { kind: 'filter', document: filter }));
}

async function problemsOf(ctx: Context, connection: Connection, filter: Filter): Promise<Problem[]> {
  const problems: Problem[] = [];
  declare(filter.parameters, new Map(), problems);
  const filters = [...ctx.store.list('filter').filter((f) => f.id !== filter.id), filter];
  const basis = { asOf: instantOf(ctx.clock.now()) };
  const plan = await planFor(ctx, connection, askingOnly(filter), basis, ctx.store.list('audience'), filters);
  return [...problems, ...plan.problems];
}
