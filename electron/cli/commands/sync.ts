import type { Command } from 'commander';
import { AppError } from '../../../core/base/errors';
import { type Endpoint, endpointFormat, endpoint as endpointSchema } from '../../../core/model/endpoint';
import { parseDocument } from '../../../core/model/parse';
import type { DeliverySummary } from '../../../core/model/report';
import { auditSync } from '../../../core/usecases/delivery/audit-sync';
import { listDeliveries } from '../../../core/usecases/delivery/list-deliveries';
import { syncDeliveries } from '../../../core/usecases/delivery/sync-deliveries';
import type { HostContext } from '../../host/context';
import { named } from '../campaign-of';
import { WrongUsage } from '../exit';
import { described, engineOption, type WorkspaceOptions } from '../options';
import { count, table } from '../output';
import { type Io, type Outcome, perform } from '../perform';
import { secretIn } from '../secret-in';
import { withWorkspace } from '../with-workspace';

interface SyncOptions extends WorkspaceOptions {
  endpoint?: string;
  url?: string;
  secretEnv?: string;
  allowPrivate?: true;
}

export function addSync(program: Command): void {
  described(program.command('sync'), 'deliver what is frozen, from wherever it was cut off')
    .argument('<workspace>')
    .argument('[campaign]', 'only the deliveries of this campaign')
    .option('--endpoint <name>', 'an endpoint of the workspace, by id or name')
    .option('--url <url>', 'an endpoint that is not saved')
    .option('--secret-env <variable>', 'environment variable with the signing secret')
    .option('--allow-private', 'with --url: addresses of this machine and of private networks too')
    .addOption(engineOption())
    .action((folder: string, campaign: string | undefined, options: SyncOptions) =>
      perform(options, async (io) => {
        if (options.url !== undefined && options.endpoint !== undefined) throw new WrongUsage('--endpoint and --url exclude each other');
        if (options.url !== undefined && options.secretEnv === undefined) throw new WrongUsage('--url needs --secret-env');
        if (options.url === undefined && options.allowPrivate) throw new WrongUsage('--allow-private goes with --url');
        return withWorkspace(folder, options, io, async (ctx) => syncTo(ctx, await endpointOf(ctx, options), campaign, io));
      }),
    );
}

async function endpointOf(ctx: HostContext, { endpoint, url, secretEnv, allowPrivate }: SyncOptions): Promise<Endpoint> {
  const saved = ctx.store.list('endpoint');
  const found =
    url === undefined ? (endpoint === undefined ? only(saved) : named(saved, 'endpoint', endpoint)) : unsaved(url, allowPrivate === true);
  // Kept by this process alone: nothing secret is saved.
  if (secretEnv !== undefined) await ctx.secrets.write(found.secret, secretIn(secretEnv));
  return found;
}

function only(saved: readonly Endpoint[]): Endpoint {
  const [first, ...others] = saved;
  if (first && others.length === 0) return first;
  throw new AppError('cli-no-endpoint', { known: saved.map((e) => e.id).join(', ') || '–' });
}

function unsaved(url: string, allowPrivate: boolean): Endpoint {
  return parseDocument(
    endpointSchema,
    { format: endpointFormat, id: 'command-line', name: url, url, secret: 'command-line', allowPrivate },
    '--url',
  );
}

/** Syncs what is frozen and not delivered. */
export async function syncTo(ctx: HostContext, endpoint: Endpoint, campaign: string | undefined, io: Io): Promise<Outcome> {
  const all = await listDeliveries(ctx);
  const wanted = campaign === undefined ? all : ofCampaign(ctx, all, campaign);
  const folders = wanted.filter((d) => d.state !== 'delivered').map((d) => d.folder);
  const synced = await syncDeliveries(ctx, endpoint, folders, {
    signal: io.signal,
    onProgress: ({ folder, chunksDone, chunks, waitingSeconds }) =>
      waitingSeconds === undefined
        ? io.progress.show(`Syncing ${folder}`, chunks === 0 ? 1 : chunksDone / chunks)
        : io.progress.show(`${folder} waits ${Math.ceil(waitingSeconds)} s`),
  });
  await auditSync(ctx, endpoint, synced);
  const delivered = wanted.length - folders.length;
  const rows = synced.map((d) => [d.folder, d.channel, count(d.recipients), d.state, d.deliveredAt ?? '']);
  const columns = [
    { title: 'Delivery' },
    { title: 'Channel' },
    { title: 'Recipients', right: true },
    { title: 'State' },
    { title: 'Delivered at' },
  ];
  const text = [
    ...(synced.length > 0 ? [table(columns, rows)] : ['Nothing to sync']),
    ...(delivered > 0 ? [`${count(delivered)} delivered before`] : []),
  ].join('\n\n');
  const problems = synced.flatMap((d) => (d.problem ? [d.problem] : []));
  return { kind: 'sync', document: { endpoint: endpoint.url, deliveries: synced, deliveredBefore: delivered }, text, problems };
}

function ofCampaign(ctx: HostContext, all: readonly DeliverySummary[], word: string): DeliverySummary[] {
  const frozen = [...new Set(all.map((d) => d.campaign))].map((id) => ({ id, name: ctx.store.read('campaign', id)?.name ?? id }));
  const saved = ctx.store.list('campaign').filter((c) => !frozen.some((f) => f.id === c.id));
  const { id } = named([...frozen, ...saved], 'campaign', word);
  return all.filter((d) => d.campaign === id);
}
