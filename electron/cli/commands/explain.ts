import { type Command, Option } from 'commander';
import { checkCampaign } from '../../../core/usecases/campaign/check-campaign';
import { explainCampaign } from '../../../core/usecases/campaign/explain-campaign';
import { basisOf } from '../basis-of';
import { campaignOf } from '../campaign-of';
import { asOfOption, type BasisOptions, described, engineOption, setOption } from '../options';
import { perform } from '../perform';
import { withWorkspace } from '../with-workspace';

interface ExplainOptions extends BasisOptions {
  dialect: string;
}

export function addExplain(program: Command): void {
  described(program.command('explain'), 'show the SQL of every step of a campaign')
    .argument('<workspace>')
    .argument('<campaign>', 'id, name or file')
    .addOption(new Option('--dialect <name>', 'whose SQL to write').choices(['duckdb']).default('duckdb'))
    .addOption(asOfOption())
    .addOption(setOption())
    .addOption(engineOption())
    .action((folder: string, word: string, options: ExplainOptions) =>
      perform(options, (io) =>
        withWorkspace(folder, options, io, async (ctx) => {
          const campaign = await campaignOf(ctx, word);
          const basis = basisOf(options, campaign);
          const { steps, script } = await explainCampaign(ctx, campaign, basis);
          const problems = (await checkCampaign(ctx, campaign, basis)).filter((p) => p.severity === 'error');
          return {
            kind: 'steps',
            document: { campaign: campaign.id, asOf: basis.asOf, dialect: options.dialect, steps },
            text: script,
            problems,
          };
        }),
      ),
    );
}
