import type { Command } from 'commander';
import type { Remembered } from '../../../core/model/memory';
import { forgetPassed } from '../../../core/usecases/campaign/forget-passed';
import { named } from '../campaign-of';
import { labelOf } from '../counts';
import { described, engineOption, type WorkspaceOptions } from '../options';
import { count, table } from '../output';
import { perform } from '../perform';
import { withWorkspace } from '../with-workspace';

interface MemoryOptions extends WorkspaceOptions {
  forget?: true | string;
}

export function addMemory(program: Command): void {
  described(program.command('memory'), 'show what the incremental queries of a campaign passed on, or let them begin anew')
    .argument('<workspace>')
    .argument('<campaign>', 'id or name')
    .option('--forget [activity]', 'forget what was passed on; only by this activity when one is named')
    .addOption(engineOption())
    .action((folder: string, word: string, options: MemoryOptions) =>
      perform(options, (io) =>
        withWorkspace(folder, options, io, async (ctx) => {
          const campaign = named(ctx.store.list('campaign'), 'campaign', word);
          const { forget } = options;
          if (forget !== undefined) await forgetPassed(ctx, campaign.id, forget === true ? undefined : forget);
          const queries = ctx.store.read('memory', campaign.id)?.queries ?? [];
          const rows = queries.map((q) => [labelOf(campaign, q.activity), q.asOf, rowsText(q), q.run]);
          const columns = [{ title: 'Activity' }, { title: 'Last run as of' }, { title: 'Passed on', right: true }, { title: 'Run' }];
          const text = rows.length > 0 ? table(columns, rows) : `${campaign.name}: nothing is remembered`;
          return { kind: 'memory', document: { campaign: campaign.id, queries }, text };
        }),
      ),
    );
}

/** Queries by date remember only the moment. */
function rowsText({ rows }: Remembered): string {
  return rows === undefined ? '' : count(rows);
}
