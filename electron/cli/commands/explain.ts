import type { Command } from 'commander';
import { campaignSql } from '../../../core/usecases/campaign/campaign-sql';
import { checkCampaign } from '../../../core/usecases/campaign/check-campaign';
import { campaignOf } from '../campaign-of';
import { asOfOption, described, engineOption, type MomentOptions } from '../options';
import { perform } from '../perform';
import { momentOf, withWorkspace } from '../with-workspace';

export function addExplain(program: Command): void {
  described(program.command('explain'), 'show the SQL of every step of a campaign')
    .argument('<workspace>')
    .argument('<campaign>', 'id, name or file')
    .addOption(asOfOption())
    .addOption(engineOption())
    .action((folder: string, word: string, options: MomentOptions) =>
      perform(options, (io) =>
        withWorkspace(folder, options, io, async (ctx) => {
          const campaign = await campaignOf(ctx, word);
          const asOf = momentOf(options);
          const steps = await campaignSql(ctx, campaign, asOf);
          const problems = (await checkCampaign(ctx, campaign, asOf)).filter((p) => p.severity === 'error');
          const statements = steps.map((s) => `-- ${s.activity}:${s.output}\nCREATE TABLE work."${s.table}" AS\n${s.sql};`);
          const text = ["ATTACH ':memory:' AS work;", ...statements].join('\n\n');
          return { kind: 'steps', document: { campaign: campaign.id, asOf, steps }, text, problems };
        }),
      ),
    );
}
