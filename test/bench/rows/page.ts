import { countCampaign } from '../../../core/usecases/campaign/count-campaign';
import { readPopulation } from '../../../core/usecases/population/read-population';
import { everyone } from '../campaigns';
import { repeat } from '../measure';
import { alone, type Figure, type Row } from '../row';

/** 200 rows of a worktable of all customers. */
export const pages: Row = async (world) => {
  const asOf = world.asOf.instant;
  await countCampaign(world.ctx, everyone, { asOf });
  const population = { kind: 'output' as const, campaign: everyone, activity: 'facts', output: 'out' };
  const figures: Figure[] = [];
  for (const [at, offset] of [
    ['start', 0],
    ['middle', world.customers / 2],
    ['end', world.customers - 200],
  ] as const) {
    const taken = await repeat({ run: () => readPopulation(world.ctx, { population, asOf, offset, limit: 200 }) }, 5);
    if (taken.last.rows !== 200) throw new Error(`a page of ${taken.last.rows} rows`);
    figures.push(alone(`page of 200 rows at the ${at}`, 30, taken));
  }
  return figures;
};
