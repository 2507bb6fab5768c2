import { instantOf } from '../../base/instant';
import type { Campaign } from '../../model/campaign';
import type { DeliverySummary } from '../../model/report';
import type { Run } from '../../model/run';
import type { Connection } from '../../ports/engine';
import { keepSaves } from '../audience/keep-saves';
import type { Context } from '../context';
import { listDeliveries } from '../delivery/list-deliveries';
import { findDocument } from '../find-document';
import { withConnection } from '../with-connection';
import { type ComputedCampaign, computeCampaign, requireReady } from './compute-campaign';
import type { StageOptions } from './export-campaign';
import type { Basis } from './plan-for';
import { beginRun, closedAsOutdated, type RunResult, type RunStart, unfinishedRuns } from './run-document';
import { confirmMemory, keepPassed } from './run-memory';
import { writeMessages } from './run-messages';
import { type Runner, sendSignals } from './run-signals';
import { savesOf } from './saves-of';

/**
 * Runs a campaign for real: keeps what its incremental queries passed on and the members of the audiences it saves, then
 * freezes its emails as deliveries and writes its mail. Memory and audiences count when all that is done, so that a run that
 * was cut off finds them as they were. Last it starts the campaigns that it signals.
 * A run that was cut off is found by its document and finished with its own moment and values; doing so repeats nothing.
 * @throws AppError `not-found`, `campaign-not-ready`, `campaign-nothing-to-send`, `campaign-run-outdated`, `delivery-*`, `mail-*`, `cancelled`
 */
export async function runCampaign(ctx: Context, id: string, options: StageOptions & Basis): Promise<RunResult> {
  const campaign = findDocument(ctx, 'campaign', id);
  const [unfinished] = unfinishedRuns(ctx, id);
  const finished = unfinished && (await finishRun(ctx, campaign, unfinished, options));
  if (finished) return finished;
  return startRun(ctx, campaign, unfinished?.startedBy ? againOf(unfinished) : options, options);
}

/** What a run that another one started began with. */
function againOf({ asOf, startedAt, startedBy, variables }: Run): RunStart {
  return { asOf, startedAt, startedBy, variables };
}

/** Begins a run and carries it out. */
async function startRun(ctx: Context, campaign: Campaign, start: RunStart, options: StageOptions): Promise<RunResult> {
  const done = await withConnection(ctx, async (connection) => {
    const computed = await compute(ctx, connection, campaign, start, options);
    requireReady(campaign, computed);
    return carryOut(ctx, connection, campaign, await beginRun(ctx, campaign, computed, start), computed, options);
  });
  return sendSignals(ctx, done.run, done.deliveries, runnerOf(ctx, options));
}

/** Finishes a run that was cut off; `undefined` when it was closed instead, since its data changed. */
async function finishRun(ctx: Context, campaign: Campaign, run: Run, options: StageOptions): Promise<RunResult | undefined> {
  if (run.state === 'signalling') {
    const own = (await listDeliveries(ctx)).filter((d) => run.deliveries.includes(d.folder));
    return sendSignals(ctx, run, own, runnerOf(ctx, options));
  }
  const done = await withConnection(ctx, async (connection) => {
    const known = Object.entries(run.variables ?? {}).filter(([name]) => campaign.variables?.some((v) => v.name === name));
    const computed = await compute(ctx, connection, campaign, { asOf: run.asOf, variables: Object.fromEntries(known) }, options);
    if (await closedAsOutdated(ctx, connection, campaign, run, computed)) return undefined;
    requireReady(campaign, computed);
    return carryOut(ctx, connection, campaign, run, computed, options);
  });
  return done && sendSignals(ctx, done.run, done.deliveries, runnerOf(ctx, options));
}

function runnerOf(ctx: Context, options: StageOptions): Runner {
  return {
    start: (campaign, start) => startRun(ctx, campaign, start, options),
    finish: (campaign, run) => finishRun(ctx, campaign, run, options),
  };
}

function compute(ctx: Context, connection: Connection, campaign: Campaign, { asOf, variables }: Basis, { signal }: StageOptions) {
  return computeCampaign(ctx, connection, campaign, { asOf, variables, ...(signal ? { signal } : {}) });
}

/** Everything a run does itself. */
async function carryOut(
  ctx: Context,
  connection: Connection,
  campaign: Campaign,
  run: Run,
  computed: ComputedCampaign,
  options: StageOptions,
): Promise<{ run: Run; deliveries: DeliverySummary[] }> {
  await keepPassed(connection, run, computed);
  const members = await keepSaves(ctx, connection, savesOf(campaign, computed), run.asOf, options.signal);
  const { waterfalls, deliveries, exports } = await writeMessages(ctx, connection, campaign, run, computed, options);
  const state = run.signals ? ('signalling' as const) : ('done' as const);
  const carried: Run = { ...run, state, waterfalls, deliveries: deliveries.map((d) => d.folder), exports };
  const memory = await confirmMemory(ctx, connection, run);
  await members.commit([{ kind: 'run', id: run.id, document: carried }, ...memory], {
    at: instantOf(ctx.clock.now()),
    action: 'run',
    details: { campaign: campaign.id, run: run.id, deliveries: deliveries.length },
  });
  return { run: carried, deliveries };
}
