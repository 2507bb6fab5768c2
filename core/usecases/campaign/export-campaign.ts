import { AppError } from '../../base/errors';
import { instantOf } from '../../base/instant';
import type { Campaign } from '../../model/campaign';
import type { ExportSummary } from '../../model/report';
import type { Connection, StatementOptions } from '../../ports/engine';
import type { Files } from '../../ports/files';
import type { Context } from '../context';
import { exportMail } from '../mail/export-mail';
import { readWaterfall } from '../sending/read-waterfall';
import { withConnection } from '../with-connection';
import { type ComputedCampaign, computeCampaign, requireReady } from './compute-campaign';
import { exportFolder } from './export-folder';
import type { PlannedMessage } from './messages';
import type { Basis } from './plan-for';
import { sendTime } from './send-time';

export interface ExportCampaignRequest extends Basis {
  campaign: Campaign;
  /** Only this message; every direct mail when absent. */
  message?: string | undefined;
  /** Where to write, when not into the workspace's own `exports`; one folder per message is made in it. */
  destination?: Files | undefined;
}

export interface StageOptions {
  signal?: StatementOptions['signal'];
  onProgress?: (progress: { stage: string; share: number }) => void;
}

/** Writes the direct-mail packages of a campaign: data file and manifest, whole or not at all. @throws AppError `campaign-not-ready`, `mail-*` */
export function exportCampaign(ctx: Context, request: ExportCampaignRequest, options: StageOptions = {}): Promise<ExportSummary[]> {
  return withConnection(ctx, async (connection) => {
    const { campaign, asOf, variables } = request;
    const computed = await computeCampaign(ctx, connection, campaign, {
      asOf,
      variables,
      ...(options.signal ? { signal: options.signal } : {}),
    });
    requireReady(campaign, computed);
    const mails = mailsOf(computed, request.message);
    const written: ExportSummary[] = [];
    for (const message of mails) {
      const sendAt = sendTime(ctx, campaign, computed, message.activity.id, asOf);
      written.push(await exportMessage(ctx, connection, message, { ...request, sendAt }, options));
    }
    return written;
  });
}

function mailsOf(computed: ComputedCampaign, wanted: string | undefined): PlannedMessage[] {
  const mails = computed.messages.filter((m) => m.activity.type === 'direct-mail');
  const found = wanted === undefined ? mails : mails.filter((m) => m.activity.id === wanted);
  if (found.length > 0) return found;
  const known = mails.map((m) => m.activity.id).join(', ') || '–';
  throw new AppError('not-found', { kind: 'direct mail', name: wanted ?? '–', known });
}

/** One message's mail package, noted in the audit log. */
export async function exportMessage(
  ctx: Context,
  connection: Connection,
  planned: PlannedMessage,
  request: ExportCampaignRequest & { folder?: string; sendAt: string | null },
  options: StageOptions,
): Promise<ExportSummary> {
  const { activity, assessment, table } = planned;
  if (activity.type !== 'direct-mail') throw new Error(`${activity.id} is no direct mail`);
  const { campaign, asOf, destination } = request;
  const { signal, onProgress } = options;
  const waterfall = await readWaterfall(connection, table, assessment, planned.seeds.length, signal);
  const folder = destination ? activity.id : (request.folder ?? exportFolder(campaign.id, activity.id, asOf));
  const summary = await exportMail(
    { ...ctx, files: destination ?? ctx.files },
    {
      table,
      assessment,
      message: activity.message,
      campaign,
      waterfall,
      folder,
      asOf,
      sendAt: request.sendAt,
      ...(signal ? { signal } : {}),
      ...(onProgress ? { onProgress: (share: number) => onProgress({ stage: activity.id, share }) } : {}),
    },
  );
  const at = instantOf(ctx.clock.now());
  const rows = waterfall.sent + waterfall.seeds;
  const [file] = summary.files;
  await ctx.store.commit([], {
    at,
    action: 'export',
    details: {
      campaign: campaign.id,
      message: activity.id,
      rows,
      sha256: file?.sha256 ?? '',
      // Nothing else remembers what was written elsewhere.
      ...(destination && file
        ? { folder: destination.resolve(folder), file: file.file, bytes: file.bytes, asOf, name: campaign.name }
        : {}),
    },
  });
  return summary;
}
