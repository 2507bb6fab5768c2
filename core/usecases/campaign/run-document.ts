import { AppError } from '../../base/errors';
import { sha256Hex } from '../../base/hashing';
import { instantOf } from '../../base/instant';
import { folderName, manifestName, pathIn } from '../../delivery/folder';
import type { Campaign } from '../../model/campaign';
import type { DeliverySummary } from '../../model/report';
import { type Run, runFormat } from '../../model/run';
import type { Given } from '../../model/variable';
import type { Connection } from '../../ports/engine';
import type { Context } from '../context';
import type { ComputedCampaign } from './compute-campaign';
import { mailFolder } from './export-folder';
import { confirmMemory, versionsToMake } from './run-memory';

export interface RunResult {
  run: string;
  /** Its own, and those of the campaigns it started. */
  deliveries: DeliverySummary[];
}

/** What a run begins with. */
export interface RunStart {
  asOf: string;
  variables?: Given | undefined;
  startedBy?: Run['startedBy'];
  /** Now, when absent. What a run starts has its moment, so that it has the same name however often the run is cut off. */
  startedAt?: string;
}

export function unfinishedRuns(ctx: Context, campaign: string): Run[] {
  return ctx.store.list('run').filter((r) => r.campaign === campaign && (r.state === 'freezing' || r.state === 'signalling'));
}

/** Saves the document of a run before anything of it lasts. */
export async function beginRun(ctx: Context, campaign: Campaign, computed: ComputedCampaign, start: RunStart): Promise<Run> {
  const { asOf, variables = {}, startedBy, startedAt = instantOf(ctx.clock.now()) } = start;
  const id = runId(ctx, campaign, startedAt, startedBy);
  requireLater(ctx, campaign, computed, asOf);
  const memory = versionsToMake(ctx, campaign, computed);
  const { alerts, signals } = computed.outcome;
  const run: Run = {
    format: runFormat,
    id,
    campaign: campaign.id,
    state: 'freezing',
    asOf,
    startedAt,
    plan: planHash(computed),
    counts: computed.counts,
    waterfalls: [],
    deliveries: [],
    exports: [],
    ...(Object.keys(variables).length > 0 ? { variables } : {}),
    ...(startedBy ? { startedBy } : {}),
    ...(memory.length > 0 ? { memory } : {}),
    ...(alerts.length > 0 ? { alerts } : {}),
    ...(signals.length > 0 ? { signals } : {}),
  };
  await ctx.store.commit([{ kind: 'run', id, document: run }]);
  return run;
}

/** A clock that was set back may show a moment a second time, and a run of that moment has a name already. */
function runId(ctx: Context, { id: campaign }: Campaign, startedAt: string, by: Run['startedBy']): string {
  const name = `${campaign} ${startedAt}${by ? ` ${by.run} ${by.activity}` : ''}`;
  const idOf = (text: string) => `r${startedAt.slice(0, 10).replaceAll('-', '')}-${sha256Hex(text).slice(0, 8)}`;
  let id = idOf(name);
  // A run that another one started is begun anew under its own name.
  for (let n = 2; by === undefined && ctx.store.read('run', id); n++) id = idOf(`${name} ${n}`);
  return id;
}

/**
 * What an incremental query passed on is known as of the run that did. As of an earlier moment it would be passed on again.
 * @throws AppError `campaign-run-earlier`
 */
function requireLater(ctx: Context, campaign: Campaign, { outcome }: ComputedCampaign, asOf: string): void {
  const last = (ctx.store.read('memory', campaign.id)?.queries ?? [])
    .filter((q) => outcome.reached.activity(q.activity))
    .map((q) => q.asOf)
    .sort((a, b) => Date.parse(a) - Date.parse(b))
    .at(-1);
  if (last !== undefined && Date.parse(asOf) < Date.parse(last))
    throw new AppError('campaign-run-earlier', { campaign: campaign.name, asOf, last });
}

function planHash({ plan }: ComputedCampaign): string {
  return sha256Hex(plan.steps.map((s) => s.table.name).join(' '));
}

/**
 * Finishing a run over other data would contact some people twice and others never, so it is closed instead. Whom it had begun
 * to contact stays remembered.
 * @throws AppError `campaign-run-outdated` when it had frozen or written something
 */
export async function closedAsOutdated(
  ctx: Context,
  connection: Connection,
  campaign: Campaign,
  started: Run,
  computed: ComputedCampaign,
): Promise<boolean> {
  if (started.plan === undefined || started.plan === planHash(computed)) return false;
  const deliveries: string[] = [];
  const exports: string[] = [];
  for (const { id, type } of campaign.flow.activities) {
    const delivery = folderName({ campaign: campaign.id, message: id, wave: started.id });
    const mail = mailFolder(started, id);
    if (type === 'email' && (await ctx.files.exists(pathIn(delivery, manifestName)))) deliveries.push(delivery);
    if (type === 'direct-mail' && (await ctx.files.exists(`${mail}/manifest.json`))) exports.push(mail);
  }
  const frozen = deliveries.length + exports.length;
  const memory = frozen > 0 ? await confirmMemory(ctx, connection, started) : [];
  await ctx.store.commit([...memory, { kind: 'run', id: started.id, document: { ...started, state: 'outdated', deliveries, exports } }]);
  if (frozen > 0) throw new AppError('campaign-run-outdated', { campaign: campaign.name, started: started.startedAt, frozen });
  return true;
}
