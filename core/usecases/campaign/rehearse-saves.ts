import { AppError } from '../../base/errors';
import { type Problem, problem } from '../../base/problems';
import type { Rehearsal } from '../../model/report';
import type { Connection } from '../../ports/engine';
import { measureSaves } from '../audience/measure-saves';
import { byAudience, planSaves, type Save } from '../audience/plan-saves';
import type { Context } from '../context';
import type { CountOptions } from './count-campaign';

/** What each save would change; one that cannot be made is a problem at its activity. */
export async function rehearseSaves(
  ctx: Context,
  connection: Connection,
  saves: readonly (Save & { activity: string })[],
  { asOf, signal }: CountOptions,
): Promise<{ changes: Rehearsal['saves']; problems: Problem[] }> {
  const changes: Rehearsal['saves'] = [];
  const problems: Problem[] = [];
  for (const own of byAudience(saves)) {
    try {
      const found = await measureSaves(connection, await planSaves(ctx, connection, own, asOf), signal);
      changes.push(...found.map((change, i) => ({ activity: own[i]?.activity ?? '', ...change })));
    } catch (error) {
      if (!(error instanceof AppError) || error.code === 'cancelled') throw error;
      problems.push(problem(error.code, ['activities', own[0]?.activity ?? ''], error.details));
    }
  }
  return { changes, problems };
}
