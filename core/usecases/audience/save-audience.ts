import { AppError } from '../../base/errors';
import { instantOf } from '../../base/instant';
import type { Audience } from '../../model/audience';
import { planFor } from '../campaign/plan-for';
import type { Context } from '../context';
import { withConnection } from '../with-connection';
import { readingOnly } from './count-audience';

/** Saves a live audience whose definition compiles. @throws AppError the definition's first problem */
export async function saveAudience(ctx: Context, audience: Audience): Promise<void> {
  const others = ctx.store.list('audience').filter((a) => a.id !== audience.id);
  const problems = await withConnection(ctx, async (connection) => {
    const plan = await planFor(ctx, connection, readingOnly(audience.id), { asOf: instantOf(ctx.clock.now()) }, [...others, audience]);
    return plan.problems;
  });
  const first = problems.find((p) => p.severity === 'error');
  if (first) throw new AppError(first.code, first.details);
  await ctx.store.commit([{ kind: 'audience', id: audience.id, document: audience }]);
}
