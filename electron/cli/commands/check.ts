import type { Command } from 'commander';
import { checkCampaign } from '../../../core/usecases/campaign/check-campaign';
import { basisOf } from '../basis-of';
import { campaignOf } from '../campaign-of';
import { asOfOption, type BasisOptions, described, engineOption, setOption } from '../options';
import { perform } from '../perform';
import { withWorkspace } from '../with-workspace';

export function addCheck(program: Command): void {
  described(program.command('check'), 'list every problem of a campaign with its place')
    .argument('<workspace>')
    .argument('<campaign>', 'id, name or file')
    .addOption(asOfOption())
    .addOption(setOption())
    .addOption(engineOption())
    .action((folder: string, word: string, options: BasisOptions) =>
      perform(options, (io) =>
        withWorkspace(folder, options, io, async (ctx) => {
          const campaign = await campaignOf(ctx, word);
          const problems = await checkCampaign(ctx, campaign, basisOf(options, campaign));
          const errors = problems.filter((p) => p.severity === 'error').length;
          const text =
            problems.length === 0
              ? `${campaign.name}: no problems`
              : `${campaign.name}: ${errors} errors, ${problems.length - errors} warnings`;
          return { kind: 'check', document: { campaign: campaign.id, errors, warnings: problems.length - errors }, text, problems };
        }),
      ),
    );
}
