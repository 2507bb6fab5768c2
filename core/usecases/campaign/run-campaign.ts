import { AppError } from '../../base/errors';
import { sha256Hex } from '../../base/hashing';
import { instantOf } from '../../base/instant';
import { emailTexts } from '../../content/texts';
import { folderName, manifestName, pathIn } from '../../delivery/folder';
import type { Campaign } from '../../model/campaign';
import type { DeliverySummary } from '../../model/report';
import type { Run, Waterfall } from '../../model/run';
import { runFormat } from '../../model/run';
import type { Connection } from '../../ports/engine';
import { recipientsQuery } from '../../send/recipients';
import { duckdb } from '../../sql/dialect/duckdb';
import { printQuery } from '../../sql/print';
import { keepSaves } from '../audience/keep-saves';
import type { Context } from '../context';
import { freezeDelivery } from '../delivery/freeze-delivery';
import { findDocument } from '../find-document';
import { readWaterfall } from '../sending/read-waterfall';
import { withConnection } from '../with-connection';
import { onlyWorkspace } from '../workspace/only-workspace';
import { type ComputedCampaign, computeCampaign, requireReady } from './compute-campaign';
import { exportMessage, type StageOptions } from './export-campaign';
import { exportFolder } from './export-folder';
import type { PlannedMessage } from './messages';
import { savesOf } from './saves-of';

export interface RunResult {
  run: string;
  deliveries: DeliverySummary[];
}

/**
 * Runs a campaign for real: stores the members of the audiences it saves, then freezes its emails as deliveries and writes its
 * mail. The audiences count when the run is done, so that a run that was cut off finds them as they were.
 * Such a run is found by its document and finished with its own moment; doing so repeats nothing.
 * @throws AppError `not-found`, `campaign-not-ready`, `campaign-nothing-to-send`, `campaign-run-outdated`, `delivery-*`, `mail-*`, `cancelled`
 */
export function runCampaign(ctx: Context, id: string, options: StageOptions & { asOf: string }): Promise<RunResult> {
  const campaign = findDocument(ctx, 'campaign', id);
  return withConnection(ctx, async (connection) => {
    const started = unfinishedRun(ctx, id);
    const asOf = started?.asOf ?? options.asOf;
    const computed = await computeCampaign(ctx, connection, campaign, { asOf, ...(options.signal ? { signal: options.signal } : {}) });
    if (started && (await closedAsOutdated(ctx, campaign, started, computed))) return runCampaign(ctx, id, options);
    requireReady(campaign, computed);
    const run = started ?? (await beginRun(ctx, campaign, computed, asOf));
    const members = await keepSaves(ctx, connection, savesOf(campaign, computed), asOf, options.signal);
    const waterfalls: Waterfall[] = [];
    const deliveries: DeliverySummary[] = [];
    const exports: string[] = [];
    for (const message of computed.messages) {
      options.onProgress?.({ stage: message.activity.id, share: waterfalls.length / computed.messages.length });
      const waterfall = await readWaterfall(connection, message.table, message.assessment, message.seeds.length, options.signal);
      waterfalls.push(waterfall);
      if (message.activity.type === 'email') deliveries.push(await freeze(ctx, message, run, waterfall, options));
      else exports.push(await writeMail(ctx, connection, message, campaign, asOf, options));
    }
    const done: Run = { ...run, state: 'done', waterfalls, deliveries: deliveries.map((d) => d.folder), exports };
    const at = instantOf(ctx.clock.now());
    await members.commit([{ kind: 'run', id: run.id, document: done }], {
      at,
      action: 'run',
      details: { campaign: id, run: run.id, deliveries: deliveries.length },
    });
    return { run: run.id, deliveries };
  });
}

function unfinishedRun(ctx: Context, campaign: string): Run | undefined {
  return ctx.store.list('run').find((r) => r.campaign === campaign && r.state === 'freezing');
}

async function beginRun(ctx: Context, campaign: Campaign, computed: ComputedCampaign, asOf: string): Promise<Run> {
  const startedAt = instantOf(ctx.clock.now());
  const id = `r${startedAt.slice(0, 10).replaceAll('-', '')}-${sha256Hex(`${campaign.id} ${startedAt}`).slice(0, 8)}`;
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
  };
  await ctx.store.commit([{ kind: 'run', id, document: run }]);
  return run;
}

function planHash({ plan }: ComputedCampaign): string {
  return sha256Hex(plan.steps.map((s) => s.table.name).join(' '));
}

/**
 * Finishing a run over other data would contact some people twice and others never, so it is closed instead.
 * @throws AppError `campaign-run-outdated` when it had frozen or written something
 */
async function closedAsOutdated(ctx: Context, campaign: Campaign, started: Run, computed: ComputedCampaign): Promise<boolean> {
  if (started.plan === undefined || started.plan === planHash(computed)) return false;
  const deliveries: string[] = [];
  const exports: string[] = [];
  for (const { id, type } of campaign.flow.activities) {
    const delivery = folderName({ campaign: campaign.id, message: id, wave: started.id });
    const mail = exportFolder(campaign.id, id, started.asOf);
    if (type === 'email' && (await ctx.files.exists(pathIn(delivery, manifestName)))) deliveries.push(delivery);
    if (type === 'direct-mail' && (await ctx.files.exists(`${mail}/manifest.json`))) exports.push(mail);
  }
  await ctx.store.commit([{ kind: 'run', id: started.id, document: { ...started, state: 'outdated', deliveries, exports } }]);
  const frozen = deliveries.length + exports.length;
  if (frozen > 0) throw new AppError('campaign-run-outdated', { campaign: campaign.name, started: started.startedAt, frozen });
  return true;
}

function freeze(ctx: Context, planned: PlannedMessage, run: Run, waterfall: Waterfall, options: StageOptions): Promise<DeliverySummary> {
  const { activity, assessment, table } = planned;
  if (activity.type !== 'email') throw new Error(`${activity.id} is no email`);
  const recipients = recipientsQuery(assessment, table, planned.seeds);
  const content = Object.fromEntries(emailTexts(activity.message, []).map((text) => [text.name, text.text]));
  return freezeDelivery(
    ctx,
    {
      campaign: run.campaign,
      message: activity.id,
      channel: assessment.channel,
      wave: run.id,
      frozenAt: run.startedAt,
      columns: recipients.columns,
      select: printQuery(recipients.query, duckdb),
      waterfall,
      content,
      validity: { sendAt: null, zone: onlyWorkspace(ctx).zone, expiresAt: null },
    },
    options.signal ? { signal: options.signal } : {},
  );
}

/** The mail of one message, unless this run has written it before it was cut off. */
async function writeMail(
  ctx: Context,
  connection: Connection,
  message: PlannedMessage,
  campaign: Campaign,
  asOf: string,
  options: StageOptions,
): Promise<string> {
  const folder = exportFolder(campaign.id, message.activity.id, asOf);
  if (await ctx.files.exists(`${folder}/manifest.json`)) return folder;
  // A data file without its manifest is what a run left that was killed in between.
  await ctx.files.remove(folder);
  await exportMessage(ctx, connection, message, { campaign, asOf }, options);
  return folder;
}
