import type { Campaign } from '../../model/campaign';
import type { CountReport } from '../../model/report';
import type { TransitionCount } from '../../model/run';
import type { Plan } from '../../plan/plan';
import type { StatementOptions } from '../../ports/engine';
import type { Context } from '../context';
import { withConnection } from '../with-connection';
import { computeSteps } from './compute-steps';
import { type Basis, planFor } from './plan-for';

export interface CountOptions extends Basis {
  signal?: StatementOptions['signal'];
  onProgress?: (progress: { done: number; steps: number; counted: TransitionCount[] }) => void;
}

/** Exact counts of every transition that can be counted; what cannot has a problem at its activity. */
export function countCampaign(ctx: Context, campaign: Campaign, options: CountOptions): Promise<CountReport> {
  return withConnection(ctx, async (connection) => {
    const plan = await planFor(ctx, connection, campaign, options);
    const { onProgress } = options;
    const computed = await computeSteps(ctx, connection, plan, {
      ...(options.signal ? { signal: options.signal } : {}),
      ...(onProgress ? { onStep: (done, steps, rows) => onProgress({ done, steps, counted: countsOf(plan, rows) }) } : {}),
    });
    return {
      campaign: campaign.id,
      asOf: options.asOf,
      counts: countsOf(plan, computed.rows),
      reused: computed.reused,
      computed: computed.computed,
      problems: [...plan.problems, ...computed.problems],
    };
  });
}

/** Transitions whose table is counted, in the order of the plan. */
export function countsOf(plan: Plan, rows: ReadonlyMap<string, number>): TransitionCount[] {
  return plan.outputs.flatMap(({ activity, output, population }) => {
    const count = rows.get(population.table.name);
    return count === undefined ? [] : [{ activity, output, rows: count }];
  });
}
