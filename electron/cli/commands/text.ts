import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { TextImport } from '../../../core/model/text-project';
import { exportText } from '../../../core/usecases/text/export-text';
import { importText } from '../../../core/usecases/text/import-text';
import { writeSchemas } from '../../../core/usecases/text/write-schemas';
import { createFiles } from '../../host/files/create-files';
import { described, engineOption, type WorkspaceOptions } from '../options';
import { count, countOf, plain } from '../output';
import { type CommonOptions, perform } from '../perform';
import { withWorkspace } from '../with-workspace';

interface ImportOptions extends WorkspaceOptions {
  remove?: true;
  dryRun?: true;
}

export function addText(program: Command): void {
  const text = program.command('text').description('keep the documents of a workspace as text files, for git and colleagues');
  described(text.command('export'), 'write every document as text: one object per file, without data')
    .argument('<workspace>')
    .argument('<folder>', 'missing, empty, or an earlier export')
    .addOption(engineOption())
    .action((folder: string, to: string, options: WorkspaceOptions) =>
      perform(options, (io) =>
        withWorkspace(folder, options, io, async (ctx) => {
          const made = await exportText(ctx, createFiles(resolve(to)));
          const left = made.leftOut.length > 0 ? [`Snapshots hold data and are left out: ${made.leftOut.map(plain).join(', ')}`] : [];
          const said = `${resolve(to)}: ${countOf(made.files, 'file')}, ${count(made.written.length)} written, ${count(made.removed.length)} removed`;
          return { kind: 'text-export', document: { folder: resolve(to), ...made }, text: [said, ...left].join('\n') };
        }),
      ),
    );
  described(text.command('schemas'), 'write the JSON Schema of every kind of file, so that editors complete and check them')
    .argument('<folder>', 'a text project, or any other folder')
    .action((to: string, options: CommonOptions) =>
      perform(options, async () => {
        const folder = resolve(to);
        const written = await writeSchemas(createFiles(folder));
        return { kind: 'text-schemas', document: { folder, written }, text: `${folder}: ${countOf(written.length, 'file')} written` };
      }),
    );
  described(text.command('import'), 'take over every document of a text project, all or none; rows stay')
    .argument('<workspace>')
    .argument('<folder>', 'what text export wrote, perhaps edited or merged since')
    .option('--dry-run', 'change nothing and say what would change')
    .option('--remove', 'also remove documents the project does not have; never entities or snapshots')
    .addOption(engineOption())
    .action((folder: string, from: string, options: ImportOptions) =>
      perform(options, (io) =>
        withWorkspace(folder, options, io, async (ctx) => {
          const { remove = false, dryRun: look = false } = options;
          const made = await importText(ctx, createFiles(resolve(from)), { remove, look });
          return { kind: 'text-import', document: { folder: resolve(from), dryRun: look, ...made }, text: importedText(made, look) };
        }),
      ),
    );
}

function importedText({ changes, unchanged, removed }: TextImport, look: boolean): string {
  const words = { new: 'new', changed: 'changed', absent: removed ? 'removed' : 'not in the project, kept' };
  const lines = changes.map(({ kind, id, state }) => {
    const kept = state === 'absent' && kind === 'entity' ? 'not in the project, kept' : words[state];
    return `  ${kind} ${plain(id)}: ${kept}`;
  });
  const head = `${countOf(changes.filter((c) => c.state !== 'absent').length, 'document')} ${look ? 'would change' : 'changed'}, ${countOf(unchanged, 'is', 'are')} the same`;
  return [head, ...lines].join('\n');
}
