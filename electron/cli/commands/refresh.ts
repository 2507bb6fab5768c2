import type { Command } from 'commander';
import type { Problem } from '../../../core/base/problems';
import type { Refreshed } from '../../../core/model/data-report';
import { refreshEntities } from '../../../core/usecases/import/refresh';
import type { HostContext } from '../../host/context';
import { described, engineOption, type WorkspaceOptions } from '../options';
import { count, table } from '../output';
import { type Io, type Outcome, perform } from '../perform';
import { withWorkspace } from '../with-workspace';

interface RefreshOptions extends WorkspaceOptions {
  dryRun?: true;
}

export function addRefresh(program: Command): void {
  described(program.command('refresh'), 'load entities again from the files or the queries they came from')
    .argument('<workspace>')
    .argument('[entities...]', 'those to load in any case; when left out every one whose file, or what its query reads, has changed')
    .option('--dry-run', 'count what would change and change nothing')
    .addOption(engineOption())
    .action((folder: string, entities: string[], options: RefreshOptions) =>
      perform(options, (io) => withWorkspace(folder, options, io, (ctx) => refresh(ctx, entities, options, io))),
    );
}

async function refresh(ctx: HostContext, names: readonly string[], { dryRun }: RefreshOptions, io: Io): Promise<Outcome> {
  const request = { entities: names.length === 0 ? undefined : names, dryRun };
  const entities = await refreshEntities(ctx, ctx.sources, request, {
    signal: io.signal,
    onProgress: ({ entity, stage, share }) => io.progress.show(`${entity}: ${stage}`, share),
  });
  const problems = entities.flatMap((e) => [...(e.problem ? [e.problem] : []), ...(e.summary?.problems ?? [])] satisfies Problem[]);
  return { kind: 'refresh', document: { entities }, text: refreshedText(entities, dryRun === true), problems };
}

const words: Readonly<Record<Refreshed['outcome'], string>> = {
  loaded: 'loaded',
  checked: 'checked',
  follows: 'after what it reads',
  same: 'unchanged',
  failed: 'failed',
};

function refreshedText(entities: readonly Refreshed[], dryRun: boolean): string {
  if (entities.length === 0) return 'No entity came from a file or a query';
  const figures = ['New', 'Changed', 'Unchanged', 'Deleted', 'Rejected', 'Rows'].map((title) => ({ title, right: true }));
  const rows = entities.map(({ entity, outcome, summary: s }) => [
    entity,
    words[outcome],
    ...(s ? [s.added, s.changed, s.unchanged, s.deleted, s.rejected, s.entity.rows].map(count) : []),
  ]);
  const text = table([{ title: 'Entity' }, { title: '' }, ...figures], rows);
  return dryRun ? `${text}\nNothing was changed (dry run).` : text;
}
