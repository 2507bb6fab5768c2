import { type Command, Option } from 'commander';
import { checkCampaign } from '../../../core/usecases/campaign/check-campaign';
import { explainCampaign } from '../../../core/usecases/campaign/explain-campaign';
import { campaignOf } from '../campaign-of';
import { asOfOption, described, engineOption, type MomentOptions } from '../options';
import { perform } from '../perform';
import { momentOf, withWorkspace } from '../with-workspace';

interface ExplainOptions extends MomentOptions {
  dialect: string;
}

export function addExplain(program: Command): void {
  described(program.command('explain'), 'show the SQL of every step of a campaign')
    .argument('<workspace>')
    .argument('<campaign>', 'id, name or file')
    .addOption(new Option('--dialect <name>', 'whose SQL to write').choices(['duckdb']).default('duckdb'))
    .addOption(asOfOption())
    .addOption(engineOption())
    .action((folder: string, word: string, options: ExplainOptions) =>
      perform(options, (io) =>
        withWorkspace(folder, options, io, async (ctx) => {
          const campaign = await campaignOf(ctx, word);
          const asOf = momentOf(options);
          const { steps, script } = await explainCampaign(ctx, campaign, asOf);
          const problems = (await checkCampaign(ctx, campaign, asOf)).filter((p) => p.severity === 'error');
          return {
            kind: 'steps',
            document: { campaign: campaign.id, asOf, dialect: options.dialect, steps },
            text: script,
            problems,
          };
        }),
      ),
    );
}
