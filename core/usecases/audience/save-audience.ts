import { AppError } from '../../base/errors';
import { instantOf } from '../../base/instant';
import type { Audience } from '../../model/audience';
import { planFor } from '../campaign/plan-for';
import type { Context } from '../context';
import { commitUndoable } from '../undo/commit-undoable';
import { requireWhole } from '../uses/broken-by';
import { withConnection } from '../with-connection';
import { readingOnly } from './count-audience';

/**
 * Saves a live audience whose definition compiles. @throws AppError the definition's first problem; `breaks-users` where others
 * would have errors by it, unless it is forced
 */
export async function saveAudience(ctx: Context, audience: Audience, options: { force?: boolean | undefined } = {}): Promise<void> {
  const others = ctx.store.list('audience').filter((a) => a.id !== audience.id);
  await withConnection(ctx, async (connection) => {
    const basis = { asOf: instantOf(ctx.clock.now()) };
    const { problems } = await planFor(ctx, connection, readingOnly(audience.id, audience.name), basis, [...others, audience]);
    const first = problems.find((p) => p.severity === 'error');
    if (first) throw new AppError(first.code, first.details);
    if (!options.force) await requireWhole(ctx, connection, { kind: 'audience', document: audience });
  });
  await commitUndoable(ctx, [{ kind: 'audience', id: audience.id, document: audience }]);
}
