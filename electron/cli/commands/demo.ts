import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { hasErrors } from '../../../core/base/problems';
import { sampleCampaign } from '../../../core/sample/documents';
import { checkCampaign } from '../../../core/usecases/campaign/check-campaign';
import { countCampaign } from '../../../core/usecases/campaign/count-campaign';
import { rehearseCampaign } from '../../../core/usecases/campaign/rehearse-campaign';
import { findDocument } from '../../../core/usecases/find-document';
import type { HostContext } from '../../host/context';
import { saidWaterfalls } from '../counts';
import { demoParts, finishDemoFolder, prepareDemoFolder } from '../demo/folder';
import { syncToOwnEndpoint } from '../demo/own-endpoint';
import { readPackages } from '../demo/packages';
import { demoText } from '../demo/text';
import { described, engineOption, type WorkspaceOptions } from '../options';
import { countOf } from '../output';
import { type Io, type Outcome, perform } from '../perform';
import { momentOf, withNewWorkspace } from '../with-workspace';
import { stepProgress } from './count';
import { customersRange, fillWithSample, sampleCustomers } from './new';
import { runNow } from './run';

interface DemoOptions extends WorkspaceOptions {
  out: string;
  customers: number;
  seed: string;
}

export function addDemo(program: Command): void {
  described(program.command('demo'), 'the whole job on a sample: import, count, rehearse, run, sync to an endpoint of its own')
    .option('--out <dir>', 'folder to make it in; one that a demo made is replaced', 'muster-demo')
    .option('--customers <n>', 'customers of the sample', customersRange, sampleCustomers)
    .option('--seed <text>', 'another sample of the same size', 'muster')
    .addOption(engineOption())
    .action((options: DemoOptions) => perform(options, (io) => demo(options, io)));
}

async function demo(options: DemoOptions, io: Io): Promise<Outcome> {
  const started = performance.now();
  const folder = resolve(options.out);
  await prepareDemoFolder(folder);
  const parts = demoParts(folder);
  const { document, text } = await withNewWorkspace(parts.workspace, 'Muster demo', options, (ctx) => wholeJob(ctx, folder, options, io));
  const milliseconds = Math.round(performance.now() - started);
  const summary = text(milliseconds);
  await finishDemoFolder(folder, summary);
  return { kind: 'demo', document: { folder, milliseconds, ...document }, text: summary };
}

async function wholeJob(ctx: HostContext, folder: string, options: DemoOptions, io: Io) {
  const { signal } = io;
  io.progress.say(`1/6  Writing and importing the files of a sample business (${countOf(options.customers, 'customer')})`);
  const loaded = await fillWithSample(ctx, options, io);
  const campaign = findDocument(ctx, 'campaign', sampleCampaign.id);
  const asOf = momentOf({});
  io.progress.say(`2/6  Checking and counting the campaign “${campaign.name}”`);
  const problems = await checkCampaign(ctx, campaign, { asOf });
  const counted = await countCampaign(ctx, campaign, { asOf, signal, onProgress: stepProgress(io, 'Counting') });
  io.progress.say('3/6  Rehearsing it: who gets what, who is left out and why');
  const rehearsal = await rehearseCampaign(ctx, campaign, { asOf, signal, onProgress: stepProgress(io, 'Rehearsing') });
  io.progress.say('4/6  Running it: freezing the emails, writing the mail');
  const { run } = await runNow(ctx, campaign, { asOf }, io);
  const mail = await readPackages(ctx, run.exports);
  io.progress.say('5/6  Starting a delivery endpoint on this machine and syncing to it');
  const sync = await syncToOwnEndpoint(ctx, join(folder, 'endpoint'), io);
  io.progress.say('6/6  Closing');
  if (hasErrors(problems)) throw new Error('the sample campaign has problems');
  const flags = options.engine === undefined ? '' : ` --engine ${options.engine}`;
  const facts = { folder, flags, loaded, campaign, counted, rehearsal, run, mail, sync };
  const document = {
    workspace: demoParts(folder).workspace,
    entities: loaded.map((s) => ({ name: s.entity.name, rows: s.entity.rows, rejected: s.rejected })),
    campaign: campaign.id,
    asOf,
    counts: counted.counts,
    waterfalls: saidWaterfalls(run.waterfalls),
    deliveries: sync.deliveries,
    mail,
    endpoint: { messages: sync.messages, sentTwice: sync.sentTwice },
  };
  return { document, text: (milliseconds: number) => demoText({ ...facts, milliseconds }) };
}
