import { AppError } from '../../base/errors';
import { problem } from '../../base/problems';
import type { Campaign } from '../../model/campaign';
import type { DeliverySummary } from '../../model/report';
import type { Run } from '../../model/run';
import type { Context } from '../context';
import { findDocument } from '../find-document';
import { type RunResult, type RunStart, unfinishedRuns } from './run-document';

/** How a campaign is run. */
export interface Runner {
  start(campaign: Campaign, start: RunStart): Promise<RunResult>;
  /** `undefined` when the run was closed instead. */
  finish(campaign: Campaign, run: Run): Promise<RunResult | undefined>;
}

type Sent = NonNullable<Run['signals']>[number];

/**
 * Starts the campaigns a run signals, at its own moment, each once; then the run is done. A campaign that cannot begin is
 * noted in the run; one that has begun is finished, so that what it throws leaves this run to be gone on with.
 */
export async function sendSignals(ctx: Context, run: Run, own: DeliverySummary[], runner: Runner): Promise<RunResult> {
  if (run.state !== 'signalling') return { run: run.id, deliveries: own };
  const deliveries = [...own];
  const signals: Sent[] = [];
  for (const signal of run.signals ?? []) {
    const { sent, result } = await sendOne(ctx, run, signal, runner);
    signals.push(sent);
    deliveries.push(...(result?.deliveries ?? []));
  }
  await ctx.store.commit([{ kind: 'run', id: run.id, document: { ...run, signals, state: 'done' } }]);
  return { run: run.id, deliveries };
}

async function sendOne(ctx: Context, run: Run, signal: Sent, runner: Runner): Promise<{ sent: Sent; result?: RunResult }> {
  try {
    const result = await runSignalled(ctx, run, signal, runner);
    return { sent: { ...signal, run: result.run }, result };
  } catch (error) {
    const begun = runOf(ctx, run, signal);
    const open = begun?.state === 'freezing' || begun?.state === 'signalling';
    if (!(error instanceof AppError) || error.code === 'cancelled' || open) throw error;
    const why = problem(error.code, ['activities', signal.activity], error.details);
    return { sent: { ...signal, ...(begun ? { run: begun.id } : {}), problem: why } };
  }
}

async function runSignalled(ctx: Context, run: Run, signal: Sent, runner: Runner): Promise<RunResult> {
  const begun = runOf(ctx, run, signal);
  if (begun?.state === 'done') return { run: begun.id, deliveries: [] };
  const campaign = findDocument(ctx, 'campaign', signal.campaign);
  for (const other of unfinishedRuns(ctx, campaign.id)) if (other.id !== begun?.id) await runner.finish(campaign, other);
  if (begun?.state === 'outdated' && begun.deliveries.length + begun.exports.length > 0) throw outdated(campaign.name, begun);
  const finished = begun && begun.state !== 'outdated' && (await runner.finish(campaign, begun));
  if (finished) return finished;
  const { asOf, startedAt } = run;
  const startedBy = { run: run.id, activity: signal.activity };
  return runner.start(campaign, { asOf, startedAt, startedBy, variables: signal.variables });
}

/** The run that came of a signal. */
function runOf(ctx: Context, run: Run, signal: Sent): Run | undefined {
  return ctx.store.list('run').find((r) => r.startedBy?.run === run.id && r.startedBy.activity === signal.activity);
}

function outdated(campaign: string, { startedAt, deliveries, exports }: Run): AppError {
  return new AppError('campaign-run-outdated', { campaign, started: startedAt, frozen: deliveries.length + exports.length });
}
