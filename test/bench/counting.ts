import type { Campaign } from '../../core/model/campaign';
import type { CountReport } from '../../core/model/report';
import type { TransitionCount } from '../../core/model/run';
import { countCampaign, manyRows } from '../../core/usecases/campaign/count-campaign';
import type { World } from './world';

/** Counts as the window does, which shows the counts when all of them are told; what later counts read is kept after that. */
export interface Counting {
  /** @param many how many counts there are */
  told(campaign: Campaign, many: number): Promise<TransitionCount[]>;
  /** The whole of the count last begun. */
  settled(): Promise<CountReport>;
}

export function counting(world: World): Counting {
  let whole: Promise<CountReport> = Promise.reject(new Error('nothing was counted'));
  whole.catch(() => undefined);
  return {
    told(campaign, many) {
      return new Promise((resolve, reject) => {
        whole = countCampaign(world.ctx, campaign, {
          asOf: world.asOf.instant,
          countsFirst: manyRows,
          onProgress: ({ counted }) => counted.length === many && resolve(counted),
        });
        whole.then(({ counts }) => resolve(counts), reject);
      });
    },
    settled: () => whole,
  };
}
