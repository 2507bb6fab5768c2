import type { Command } from 'commander';
import type { TransitionCount } from '../../../core/model/run';
import { countCampaign } from '../../../core/usecases/campaign/count-campaign';
import { basisOf } from '../basis-of';
import { campaignOf } from '../campaign-of';
import { countTable } from '../counts';
import { asOfOption, type BasisOptions, described, engineOption, setOption } from '../options';
import { type Io, perform } from '../perform';
import { withWorkspace } from '../with-workspace';

export function addCount(program: Command): void {
  described(program.command('count'), 'count every transition of a campaign')
    .argument('<workspace>')
    .argument('<campaign>', 'id, name or file')
    .addOption(asOfOption())
    .addOption(setOption())
    .addOption(engineOption())
    .action((folder: string, campaign: string, options: BasisOptions) =>
      perform(options, (io) =>
        withWorkspace(folder, options, io, async (ctx) => {
          const document = await campaignOf(ctx, campaign);
          const basis = basisOf(options, document);
          const { problems, ...report } = await countCampaign(ctx, document, {
            ...basis,
            signal: io.signal,
            onProgress: stepProgress(io, 'Counting'),
          });
          return {
            kind: 'counts',
            document: { ...report },
            text: `${document.name}, as of ${basis.asOf}\n\n${countTable(document, report.counts)}`,
            problems,
          };
        }),
      ),
    );
}

export function stepProgress(io: Io, what: string): (progress: { done: number; steps: number; counted: TransitionCount[] }) => void {
  return ({ done, steps }) => io.progress.show(what, steps === 0 ? 1 : done / steps);
}
