import type { Command } from 'commander';
import type { Campaign } from '../../../core/model/campaign';
import type { Rehearsal } from '../../../core/model/report';
import { exportsOf } from '../../../core/usecases/campaign/exports-of';
import type { Basis } from '../../../core/usecases/campaign/plan-for';
import { rehearseCampaign } from '../../../core/usecases/campaign/rehearse-campaign';
import { runCampaign } from '../../../core/usecases/campaign/run-campaign';
import { findDocument } from '../../../core/usecases/find-document';
import type { HostContext } from '../../host/context';
import { basisOf } from '../basis-of';
import { campaignOf, isFile } from '../campaign-of';
import { saidWaterfalls, waterfallText } from '../counts';
import { asOfOption, type BasisOptions, described, engineOption, setOption } from '../options';
import { count, table } from '../output';
import { type Io, type Outcome, perform } from '../perform';
import { said } from '../says';
import { alertTables, startedTables } from '../steering-text';
import { withWorkspace } from '../with-workspace';
import { stepProgress } from './count';
import { rehearsalDocument, rehearsalsText } from './rehearse';

interface RunOptions extends BasisOptions {
  confirm?: true;
}

export function addRun(program: Command): void {
  described(program.command('run'), 'run a campaign: freeze its deliveries and write its mail')
    .argument('<workspace>')
    .argument('<campaign>', 'id, name or file; a file is saved into the workspace')
    .option('--confirm', 'really do it')
    .addOption(asOfOption())
    .addOption(setOption())
    .addOption(engineOption())
    .action((folder: string, word: string, options: RunOptions) =>
      perform(options, (io) =>
        withWorkspace(folder, options, io, async (ctx) => {
          const campaign = await campaignOf(ctx, word);
          const basis = basisOf(options, campaign);
          if (!options.confirm)
            return notConfirmed(
              ctx,
              campaign,
              await rehearseCampaign(ctx, campaign, { ...basis, signal: io.signal, onProgress: stepProgress(io, 'Rehearsing') }),
            );
          if (isFile(word)) await ctx.store.commit([{ kind: 'campaign', id: campaign.id, document: campaign }]);
          return confirmed(ctx, campaign, basis, io);
        }),
      ),
    );
}

function notConfirmed(ctx: HostContext, campaign: Campaign, report: Rehearsal): Outcome {
  const sends = (type: string) =>
    report.waterfalls
      .filter((w) => campaign.flow.activities.some((a) => a.id === w.activity && a.type === type))
      .reduce((sum, w) => sum + w.sent + w.seeds, 0);
  const refusal = said('cli-not-confirmed', { campaign: campaign.name, emails: sends('email'), mail: sends('direct-mail') });
  return {
    kind: 'rehearsal',
    document: { ...rehearsalDocument(report) },
    text: rehearsalsText(ctx, campaign, report),
    problems: report.problems,
    refusal,
  };
}

async function confirmed(ctx: HostContext, campaign: Campaign, basis: Basis, io: Io): Promise<Outcome> {
  const { document, deliveries, run, text } = await runNow(ctx, campaign, basis, io);
  const next = deliveries.length > 0 ? '\n\nNext: muster sync, to deliver what is frozen' : '';
  const problems = (run.signals ?? []).flatMap((s) => s.problem ?? []);
  return { kind: 'run', document, text: `${text}${next}`, problems };
}

/** Runs a saved campaign and tells what was written where. */
export async function runNow(ctx: HostContext, campaign: Campaign, basis: Basis, io: Io) {
  const onProgress = ({ stage, share }: { stage: string; share: number }) => io.progress.show(`Running: ${stage}`, share);
  const { run, deliveries } = await runCampaign(ctx, campaign.id, { ...basis, signal: io.signal, onProgress });
  const done = findDocument(ctx, 'run', run);
  const written = [
    ...deliveries.map((d) => ['delivery', ctx.files.resolve(`deliveries/${d.folder}`), count(d.recipients)]),
    ...exportsOf(ctx, done).map((folder) => ['mail', ctx.files.resolve(folder), '']),
  ];
  const text = [
    `${campaign.name}: run ${run}, as of ${done.asOf}`,
    ...done.waterfalls.map((w) => waterfallText(campaign, w)),
    table([{ title: 'Written' }, { title: 'Folder' }, { title: 'Recipients', right: true }], written),
    ...alertTables(campaign, done.alerts ?? []),
    ...startedTables(campaign, done.signals ?? []),
  ].join('\n\n');
  const document = {
    run,
    campaign: campaign.id,
    asOf: done.asOf,
    counts: done.counts,
    waterfalls: saidWaterfalls(done.waterfalls),
    deliveries,
    exports: done.exports,
    variables: done.variables ?? {},
    alerts: done.alerts ?? [],
    signals: done.signals ?? [],
  };
  return { document, deliveries, run: done, text };
}
