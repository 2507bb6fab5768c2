import { basename, resolve } from 'node:path';
import type { Command } from 'commander';
import type { ImportSummary } from '../../../core/model/data-report';
import { createSample } from '../../../core/usecases/sample/create-sample';
import { onlyWorkspace } from '../../../core/usecases/workspace/only-workspace';
import type { HostContext } from '../../host/context';
import { writeSampleFiles } from '../../host/sample/write-sample-files';
import { WrongUsage } from '../exit';
import { described, engineOption, type WorkspaceOptions, wholeNumber } from '../options';
import { count, table } from '../output';
import { type Io, perform } from '../perform';
import { withNewWorkspace } from '../with-workspace';

interface NewOptions extends WorkspaceOptions {
  sample?: true;
  customers?: number;
  seed?: string;
}

export const sampleCustomers = 20_000;
export const customersRange = wholeNumber(10, 10_000_000);

export function addNew(program: Command): void {
  described(program.command('new'), 'make a workspace')
    .argument('<workspace>', 'folder, missing or empty')
    .option('--sample', 'fill it with the sample business')
    .option('--customers <n>', 'customers of the sample', customersRange)
    .option('--seed <text>', 'another sample of the same size')
    .addOption(engineOption())
    .action((folder: string, options: NewOptions) => perform(options, (io) => make(folder, options, io)));
}

async function make(folder: string, options: NewOptions, io: Io) {
  if (!options.sample && (options.customers !== undefined || options.seed !== undefined))
    throw new WrongUsage('--customers and --seed belong to --sample');
  const root = resolve(folder);
  return withNewWorkspace(root, basename(root), options, async (ctx) => {
    const loaded = options.sample
      ? await fillWithSample(ctx, { customers: options.customers ?? sampleCustomers, seed: options.seed ?? 'muster' }, io)
      : [];
    const { name, zone } = onlyWorkspace(ctx);
    const entities = loaded.map((s) => ({ name: s.entity.name, rows: s.entity.rows, rejected: s.rejected }));
    const campaigns = ctx.store.list('campaign').map((c) => c.id);
    const text = [
      `Made the workspace ${root}`,
      ...(loaded.length > 0 ? ['', loadedTable(loaded), '', `Next: muster rehearse ${folder} ${campaigns[0] ?? ''}`] : []),
    ];
    return { kind: 'workspace', document: { folder: root, name, zone, entities, campaigns }, text: text.join('\n') };
  });
}

export function fillWithSample(ctx: HostContext, size: { customers: number; seed: string }, io: Io): Promise<ImportSummary[]> {
  const onProgress = ({ stage, share }: { stage: string; share: number }) => io.progress.show(`Sample: ${stage}`, share);
  return createSample(ctx, ctx.sources, writeSampleFiles, size, { signal: io.signal, onProgress });
}

export function loadedTable(loaded: readonly ImportSummary[]): string {
  const columns = [{ title: 'Entity' }, { title: 'Key' }, { title: 'Rows', right: true }, { title: 'Rejected', right: true }];
  return table(
    columns,
    loaded.map((s) => [s.entity.name, s.entity.key.join(', '), count(s.entity.rows), count(s.rejected)]),
  );
}
