import { isAppError } from '../../../core/base/errors';
import { countCampaign } from '../../../core/usecases/campaign/count-campaign';
import { runImport } from '../../../core/usecases/import/run-import';
import { canvas } from '../campaigns';
import { repeat, type Taken } from '../measure';
import { alone, type Figure, type Row } from '../row';
import { forget } from '../world';

/** From the cancel to the moment the engine has let go. */
export const cancelling: Row = async (world) => {
  const long = `SELECT count(*) FROM range(20000) a(i), range(1000000) b(j) WHERE (i * j) % 7 = 3`;
  const figures: Figure[] = [];
  figures.push(alone('cancel a long query', 100, await cancelled(200, (signal) => world.sql((c) => c.query(long, { limit: 1, signal })))));
  await forget(world);
  const count = (signal: AbortSignal) => countCampaign(world.ctx, canvas(), { asOf: world.asOf.instant, signal });
  figures.push(alone('cancel a cold canvas', 100, await cancelled(50, count)));
  const recipe = world.recipes.get('orders');
  if (!recipe) throw new Error('no recipe of orders');
  const load = (signal: AbortSignal) => runImport(world.ctx, world.ctx.sources, recipe, { signal });
  figures.push(alone('cancel an import', 200, await cancelled(150, load)));
  return figures;
};

function cancelled(after: number, work: (signal: AbortSignal) => Promise<unknown>): Promise<Taken> {
  let running: Promise<unknown> = Promise.resolve();
  let controller = new AbortController();
  return repeat({
    prepare: async () => {
      controller = new AbortController();
      running = work(controller.signal).then(
        () => Promise.reject(new Error('it ended before it was cancelled')),
        (error: unknown) => {
          if (!isAppError(error) || error.code !== 'cancelled') throw error;
        },
      );
      await new Promise((resolve) => setTimeout(resolve, after));
    },
    run: async () => {
      controller.abort();
      await running;
    },
  });
}
