import type { Command } from 'commander';
import type { Campaign } from '../../../core/model/campaign';
import type { Rehearsal } from '../../../core/model/report';
import { rehearseCampaign } from '../../../core/usecases/campaign/rehearse-campaign';
import { findDocument } from '../../../core/usecases/find-document';
import type { HostContext } from '../../host/context';
import { basisOf } from '../basis-of';
import { campaignOf } from '../campaign-of';
import { countTable, labelOf, saidWaterfalls, waterfallText } from '../counts';
import { asOfOption, type BasisOptions, described, engineOption, setOption } from '../options';
import { count, table } from '../output';
import { perform } from '../perform';
import { alertTables, signalTables, skippedLines } from '../steering-text';
import { withWorkspace } from '../with-workspace';
import { stepProgress } from './count';

export function addRehearse(program: Command): void {
  described(program.command('rehearse'), 'run a campaign without sending: counts, who is left out and why, files it would write')
    .argument('<workspace>')
    .argument('<campaign>', 'id, name or file')
    .addOption(asOfOption())
    .addOption(setOption())
    .addOption(engineOption())
    .action((folder: string, word: string, options: BasisOptions) =>
      perform(options, (io) =>
        withWorkspace(folder, options, io, async (ctx) => {
          const campaign = await campaignOf(ctx, word);
          const report = await rehearseCampaign(ctx, campaign, {
            ...basisOf(options, campaign),
            signal: io.signal,
            onProgress: stepProgress(io, 'Rehearsing'),
          });
          return {
            kind: 'rehearsal',
            document: { ...rehearsalDocument(report) },
            text: rehearsalsText(ctx, campaign, report),
            problems: report.problems,
          };
        }),
      ),
    );
}

export interface RehearsalDocument extends Omit<Rehearsal, 'problems' | 'waterfalls' | 'chained'> {
  waterfalls: ReturnType<typeof saidWaterfalls>;
  chained: RehearsalDocument[];
}

export function rehearsalDocument({ problems: _, ...report }: Rehearsal): RehearsalDocument {
  return { ...report, waterfalls: saidWaterfalls(report.waterfalls), chained: report.chained.map(rehearsalDocument) };
}

/** A rehearsal, and those of the campaigns it would start. */
export function rehearsalsText(ctx: HostContext, campaign: Campaign, report: Rehearsal): string {
  const chained = report.chained.map((next) => rehearsalsText(ctx, findDocument(ctx, 'campaign', next.campaign), next));
  return [rehearsalText(campaign, report), ...chained].join('\n\n\n');
}

const saveColumns = [
  { title: 'Would save' },
  { title: 'Mode' },
  ...['Come', 'Go', 'Stay', 'Members'].map((title) => ({ title, right: true })),
];

function rehearsalText(campaign: Campaign, report: Rehearsal): string {
  const missing = report.missing.map((m) => [
    labelOf(campaign, m.activity),
    m.field,
    count(m.rows),
    m.required ? 'left out' : 'sent with it empty',
  ]);
  const saves = report.saves.map((s) => [s.audience, s.mode, count(s.added), count(s.removed), count(s.kept), count(s.rows)]);
  const files = report.files.map((f) => [f.file, count(f.rows), f.sendAt ?? 'at once']);
  return [
    `${campaign.name}, as of ${report.asOf}`,
    countTable(campaign, report.counts),
    ...report.waterfalls.map((w) => waterfallText(campaign, w)),
    ...(missing.length > 0
      ? [table([{ title: 'Message' }, { title: 'Empty field' }, { title: 'Rows', right: true }, { title: '' }], missing)]
      : []),
    ...(saves.length > 0 ? [table(saveColumns, saves)] : []),
    ...(files.length > 0 ? [table([{ title: 'Would write' }, { title: 'Rows', right: true }, { title: 'Goes out' }], files)] : []),
    ...alertTables(campaign, report.alerts),
    ...signalTables(campaign, report.signals),
    ...skippedLines(campaign, report.skipped),
  ].join('\n\n');
}
