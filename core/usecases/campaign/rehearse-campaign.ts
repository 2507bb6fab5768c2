import { instantOf } from '../../base/instant';
import { hasErrors } from '../../base/problems';
import type { Campaign } from '../../model/campaign';
import type { Rehearsal } from '../../model/report';
import type { Waterfall } from '../../model/run';
import type { Connection } from '../../ports/engine';
import type { Context } from '../context';
import { findDocument } from '../find-document';
import { missingValues } from '../sending/missing-values';
import { readWaterfall } from '../sending/read-waterfall';
import { withConnection } from '../with-connection';
import { computeCampaign } from './compute-campaign';
import type { CountOptions } from './count-campaign';
import { exportFolder } from './export-folder';
import type { PlannedMessage } from './messages';
import { rehearseSaves } from './rehearse-saves';
import { savesOf } from './saves-of';
import { sendTime } from './send-time';
import { logged, type Notes } from './work-log';

/**
 * The whole campaign without sending anything: counts, who is left out and why, empty personalisation, the files a run would
 * write, the alerts it would raise; and the same of the campaigns it would start, over what is saved now.
 */
export async function rehearseCampaign(ctx: Context, campaign: Campaign, options: CountOptions): Promise<Rehearsal> {
  const own = await logged(ctx, { campaign: campaign.id, kind: 'rehearsal', asOf: options.asOf }, (notes) =>
    withConnection(ctx, (connection) => rehearseOne(ctx, connection, campaign, options, notes)),
  );
  const chained: Rehearsal[] = [];
  if (hasErrors(own.problems)) return { ...own, chained };
  for (const signal of own.signals)
    chained.push(await rehearseCampaign(ctx, findDocument(ctx, 'campaign', signal.campaign), { ...options, variables: signal.variables }));
  return { ...own, chained };
}

async function rehearseOne(
  ctx: Context,
  connection: Connection,
  campaign: Campaign,
  options: CountOptions,
  notes: Notes,
): Promise<Omit<Rehearsal, 'chained'>> {
  const computed = await computeCampaign(ctx, connection, campaign, options, notes);
  const { counts, messages, problems, outcome } = computed;
  const waterfalls: Waterfall[] = [];
  const missing: Rehearsal['missing'] = [];
  const failed = new Set(problems.filter((p) => p.severity === 'error').map((p) => p.place[1]));
  const assessed = messages.filter((m) => !failed.has(m.activity.id));
  for (const { activity, assessment, table, seeds } of assessed) {
    if (!counts.some((c) => c.activity === activity.id)) continue;
    waterfalls.push(await readWaterfall(connection, table, assessment, seeds.length, options.signal));
    missing.push(...(await missingValues(connection, table, assessment, options.signal)));
  }
  const saves = savesOf(campaign, computed).filter((s) => !failed.has(s.activity));
  const saved = await rehearseSaves(ctx, connection, saves, options);
  notes.problems = [...problems, ...saved.problems];
  return {
    campaign: campaign.id,
    name: campaign.name,
    asOf: options.asOf,
    rehearsedAt: instantOf(ctx.clock.now()),
    counts,
    waterfalls,
    missing: missing.filter((m) => m.rows > 0 || m.required),
    files: plannedFiles(campaign, assessed, waterfalls, options.asOf, (id) => sendTime(ctx, campaign, computed, id, options.asOf)),
    saves: saved.changes,
    skipped: outcome.skipped,
    alerts: outcome.alerts,
    signals: outcome.signals,
    problems: [...notes.problems],
  };
}

function plannedFiles(
  campaign: Campaign,
  messages: readonly PlannedMessage[],
  waterfalls: readonly Waterfall[],
  asOf: string,
  sendAt: (activity: string) => string | null,
): Rehearsal['files'] {
  return waterfalls.flatMap((w) => {
    const message = messages.find((m) => m.activity.id === w.activity);
    if (!message) return [];
    const mail = message.activity.type === 'direct-mail';
    const file = mail ? `${exportFolder(campaign.id, w.activity, asOf)}/${w.activity}.csv` : `deliveries/${campaign.id}-${w.activity}`;
    return [{ activity: w.activity, file, rows: w.sent + w.seeds, sendAt: sendAt(w.activity) }];
  });
}
