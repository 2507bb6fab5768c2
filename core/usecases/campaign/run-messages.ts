import { emailTexts } from '../../content/texts';
import type { Campaign } from '../../model/campaign';
import type { DeliverySummary } from '../../model/report';
import type { Run, Waterfall } from '../../model/run';
import type { Connection } from '../../ports/engine';
import { recipientsQuery } from '../../send/recipients';
import { duckdb } from '../../sql/dialect/duckdb';
import { printQuery } from '../../sql/print';
import type { Context } from '../context';
import { freezeDelivery } from '../delivery/freeze-delivery';
import { readWaterfall } from '../sending/read-waterfall';
import { onlyWorkspace } from '../workspace/only-workspace';
import type { ComputedCampaign } from './compute-campaign';
import { exportMessage, type StageOptions } from './export-campaign';
import { mailFolder } from './export-folder';
import type { PlannedMessage } from './messages';
import { sendTime } from './send-time';

export interface WrittenMessages {
  waterfalls: Waterfall[];
  deliveries: DeliverySummary[];
  exports: string[];
}

/** Freezes the emails a run comes to and writes its mail; what it has done before it was cut off is found and not repeated. */
export async function writeMessages(
  ctx: Context,
  connection: Connection,
  campaign: Campaign,
  run: Run,
  computed: ComputedCampaign,
  options: StageOptions,
): Promise<WrittenMessages> {
  const written: WrittenMessages = { waterfalls: [], deliveries: [], exports: [] };
  const { messages } = computed;
  for (const message of messages) {
    options.onProgress?.({ stage: message.activity.id, share: written.waterfalls.length / messages.length });
    const waterfall = await readWaterfall(connection, message.table, message.assessment, message.seeds.length, options.signal);
    written.waterfalls.push(waterfall);
    const sendAt = sendTime(ctx, campaign, computed, message.activity.id, run.asOf);
    if (message.activity.type === 'email') written.deliveries.push(await freeze(ctx, message, run, waterfall, sendAt, options));
    else written.exports.push(await writeMail(ctx, connection, message, campaign, run, sendAt, options));
  }
  return written;
}

function freeze(
  ctx: Context,
  planned: PlannedMessage,
  run: Run,
  waterfall: Waterfall,
  sendAt: string | null,
  options: StageOptions,
): Promise<DeliverySummary> {
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
      validity: { sendAt, zone: onlyWorkspace(ctx).zone, expiresAt: null },
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
  run: Run,
  sendAt: string | null,
  options: StageOptions,
): Promise<string> {
  const folder = mailFolder(run, message.activity.id);
  if (await ctx.files.exists(`${folder}/manifest.json`)) return folder;
  // A data file without its manifest is what a run left that was killed in between.
  await ctx.files.remove(folder);
  await exportMessage(ctx, connection, message, { campaign, asOf: run.asOf, folder, sendAt }, options);
  return folder;
}
