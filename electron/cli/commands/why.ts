import type { Command } from 'commander';
import { whyRow } from '../../../core/usecases/campaign/why-row';
import { basisOf } from '../basis-of';
import { campaignOf } from '../campaign-of';
import { WrongUsage } from '../exit';
import { asOfOption, type BasisOptions, described, engineOption, setOption } from '../options';
import { perform } from '../perform';
import { whyText } from '../why-text';
import { withWorkspace } from '../with-workspace';

interface WhyOptions extends BasisOptions {
  entity?: string;
  key?: string[];
}

export function addWhy(program: Command): void {
  described(program.command('why'), 'tell what became of one row, activity by activity')
    .argument('<workspace>')
    .argument('<campaign>', 'id, name or file')
    .argument('[key]', 'values of the key, with commas between')
    .option('--key <value>', 'one value of the key, once for each', (value: string, before: string[] = []) => [...before, value])
    .option('--entity <name>', 'whose row it is')
    .addOption(asOfOption())
    .addOption(setOption())
    .addOption(engineOption())
    .action((folder: string, word: string, key: string | undefined, options: WhyOptions) =>
      perform(options, async (io) => {
        const values = valuesOf(key, options.key);
        return withWorkspace(folder, options, io, async (ctx) => {
          const campaign = await campaignOf(ctx, word);
          const basis = basisOf(options, campaign);
          const { problems, ...report } = await whyRow(ctx, { campaign, ...basis, key: values, entity: options.entity, signal: io.signal });
          return { kind: 'why', document: report, text: whyText(campaign, report), problems };
        });
      }),
    );
}

function valuesOf(key: string | undefined, values: string[] | undefined): string[] {
  if ((key === undefined) === (values === undefined)) throw new WrongUsage('give a key, or its values with --key');
  return values ?? (key ?? '').split(',').map((value) => value.trim());
}
