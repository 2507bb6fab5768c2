import type { Campaign } from '../../../core/model/campaign';
import { countCampaign } from '../../../core/usecases/campaign/count-campaign';
import { runCampaign } from '../../../core/usecases/campaign/run-campaign';
import { runImport } from '../../../core/usecases/import/run-import';
import { openContext } from '../../../electron/host/context';
import { openWorkspace } from '../../../electron/host/workspace/open-workspace';

/** Opens the workspace given, says `ready`, does one kind of work at a fixed moment, and says `done`. */
const [folder, work, asOf] = process.argv.slice(2);
if (folder === undefined || asOf === undefined) throw new Error('folder, work and moment are needed');

const parts = openContext();
const workspace = await openWorkspace(folder, { ...parts.workspaceParts, clock: { now: () => Date.parse(asOf) } });
const ctx = parts.contextOf(workspace);
const [campaign] = ctx.store.list('campaign');
if (!campaign) throw new Error('the workspace has a campaign');

async function save(from: Campaign): Promise<void> {
  for (let n = 1; n <= 200; n++) {
    const document = { ...from, description: `${n}` };
    const written = [
      { kind: 'campaign' as const, id: from.id, document },
      { kind: 'campaign' as const, id: 'twin', document: { ...document, id: 'twin' } },
    ];
    await ctx.store.commit(written);
  }
}

process.stdout.write('ready\n');
if (work === 'run') await runCampaign(ctx, campaign.id, { asOf });
else if (work === 'count') await countCampaign(ctx, campaign, { asOf });
else if (work === 'save') await save(campaign);
else if (work === 'import') {
  const recipe = ctx.store.list('recipe').find((r) => r.entity === 'customers');
  if (recipe?.kind !== 'file') throw new Error('customers come from a file');
  await runImport(ctx, ctx.sources, recipe);
} else throw new Error(`unknown work ${work}`);
process.stdout.write('done\n');
await workspace.close();
await parts.close();
