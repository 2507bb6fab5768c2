import type { Campaign } from '../../model/campaign';
import type { CountReport } from '../../model/report';
import type { TransitionCount } from '../../model/run';
import type { Plan } from '../../plan/plan';
import type { StatementOptions } from '../../ports/engine';
import type { Context } from '../context';
import { withConnection } from '../with-connection';
import { computeSteps } from './compute-steps';
import type { ComputeOptions } from './computed';
import { type Basis, planFor } from './plan-for';
import { logged, type Notes } from './work-log';

/** Reading fewer rows is kept in less time than it takes to ask twice. */
export const manyRows = 100_000;

export interface CountOptions extends Basis {
  countsFirst?: ComputeOptions['countsFirst'];
  signal?: StatementOptions['signal'];
  onProgress?: (progress: { done: number; steps: number; counted: TransitionCount[] }) => void;
}

/** Exact counts of every transition that can be counted; what cannot has a problem at its activity. */
export function countCampaign(ctx: Context, campaign: Campaign, options: CountOptions): Promise<CountReport> {
  const { asOf, signal, countsFirst } = options;
  return logged(ctx, { campaign: campaign.id, kind: 'count', asOf }, (notes) =>
    withConnection(ctx, async (connection) => {
      const plan = await planFor(ctx, connection, campaign, options);
      const computed = await computeSteps(ctx, connection, plan, {
        ...noted(notes, plan, options),
        supersedes: true,
        ...(countsFirst === undefined ? {} : { countsFirst }),
        ...(signal ? { signal } : {}),
      });
      const problems = [...plan.problems, ...computed.problems];
      notes.problems = problems;
      const { rows, reused } = computed;
      return { campaign: campaign.id, asOf, counts: countsOf(plan, rows), reused, computed: computed.computed, problems };
    }),
  );
}

/** Writes down what is done, and reports it where somebody listens. */
export function noted(notes: Notes, plan: Plan, { onProgress }: CountOptions): Pick<ComputeOptions, 'onMade' | 'onStep'> {
  notes.plan = plan;
  return {
    onMade: (made) => notes.made.push(made),
    onStep: (done, steps, rows) => {
      notes.rows = rows;
      onProgress?.({ done, steps, counted: countsOf(plan, rows) });
    },
  };
}

/** Transitions whose table is counted, in the order of the plan. */
export function countsOf(plan: Plan, rows: ReadonlyMap<string, number>): TransitionCount[] {
  return plan.outputs.flatMap(({ activity, output, population }) => {
    const count = rows.get(population.table.name);
    return count === undefined ? [] : [{ activity, output, rows: count }];
  });
}
