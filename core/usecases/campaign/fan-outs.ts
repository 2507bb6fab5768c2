import type { CancelSignal } from '../../base/cancellation';
import { AppError } from '../../base/errors';
import { type Problem, problem, warning } from '../../base/problems';
import type { Plan } from '../../plan/plan';
import type { Connection } from '../../ports/engine';
import type { Walk } from '../../segment/scope';
import type { Context } from '../context';
import { fanOutOf } from '../data/fan-out';

/**
 * Links that the plan relies on to reach at most one row and that reach several. Where the one row gives a value, every
 * further one would repeat the row before it: that is an error, elsewhere the same rows are only seen twice.
 */
export async function fanOuts(
  ctx: Context,
  connection: Connection,
  { compilation }: Pick<Plan, 'compilation'>,
  signal?: CancelSignal,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const walk of eachOnce(compilation.walks)) {
    const { hop, entity, single, place } = walk;
    const measured = await fanOutOf(ctx, connection, entity, hop, signal).catch((error: unknown) => {
      // A table that is gone is told where it is read.
      if (error instanceof AppError && error.code === 'sql-error') return { average: 1, maximum: 1 };
      throw error;
    });
    if (measured.maximum <= 1) continue;
    const details = {
      link: hop.link.name,
      cardinality: hop.link.cardinality,
      entity,
      target: hop.target.name,
      average: Number(measured.average.toFixed(2)),
      maximum: measured.maximum,
    };
    problems.push(single ? problem('link-repeats-rows', place, details) : warning('link-fans-out', place, details));
  }
  return problems;
}

/** One walk of each link and activity, those for a single value first. */
function eachOnce(walks: readonly Walk[]): Walk[] {
  const found = new Map<string, Walk>();
  for (const walk of [...walks.filter((w) => w.single), ...walks]) {
    const key = JSON.stringify([walk.place.slice(0, 2), walk.entity, walk.hop.link.name, walk.hop.target.name]);
    if (!found.has(key)) found.set(key, walk);
  }
  return [...found.values()];
}
