import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { ExportSummary } from '../../../core/model/report';
import { exportCampaign } from '../../../core/usecases/campaign/export-campaign';
import { createFiles } from '../../host/files/create-files';
import { basisOf } from '../basis-of';
import { campaignOf } from '../campaign-of';
import { asOfOption, type BasisOptions, described, engineOption, setOption } from '../options';
import { bytes, count, table } from '../output';
import { perform } from '../perform';
import { withWorkspace } from '../with-workspace';

interface ExportOptions extends BasisOptions {
  message?: string;
  out: string;
}

export function addExport(program: Command): void {
  described(program.command('export'), 'write the direct-mail package of a campaign: data file and manifest')
    .argument('<workspace>')
    .argument('<campaign>', 'id, name or file')
    .requiredOption('--out <dir>', 'folder to write to; one folder per message is made in it')
    .option('--message <id>', 'only this direct mail')
    .addOption(asOfOption())
    .addOption(setOption())
    .addOption(engineOption())
    .action((folder: string, word: string, options: ExportOptions) =>
      perform(options, (io) =>
        withWorkspace(folder, options, io, async (ctx) => {
          const campaign = await campaignOf(ctx, word);
          const out = resolve(options.out);
          const written = await exportCampaign(
            ctx,
            { campaign, message: options.message, ...basisOf(options, campaign), destination: createFiles(out) },
            { signal: io.signal, onProgress: ({ stage, share }) => io.progress.show(`Writing ${stage}`, share) },
          );
          return {
            kind: 'export',
            document: { campaign: campaign.id, out, messages: written },
            text: exportText(written, (file) => resolve(out, file)),
          };
        }),
      ),
    );
}

export function exportText(written: readonly ExportSummary[], absolute: (path: string) => string): string {
  const files = written.flatMap((w) =>
    w.files.map((f) => [absolute(`${w.folder}/${f.file}`), count(f.rows), count(w.seeds), bytes(f.bytes), f.sha256]),
  );
  const manifests = written.map((w) => [absolute(w.manifest), '', '', '', '']);
  return table(
    [
      { title: 'File' },
      { title: 'Rows', right: true },
      { title: 'Of them seeds', right: true },
      { title: 'Size', right: true },
      { title: 'SHA-256' },
    ],
    [...files, ...manifests],
  );
}
