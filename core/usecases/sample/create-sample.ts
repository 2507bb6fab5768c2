import { throwIfCancelled } from '../../base/cancellation';
import { instantOf } from '../../base/instant';
import type { ImportSummary } from '../../model/data-report';
import type { Entity } from '../../model/entity';
import { type FileRecipe, recipeFormat } from '../../model/recipe';
import type { StatementOptions } from '../../ports/engine';
import type { Sources } from '../../ports/sources';
import { sampleAudiences, sampleCampaign, sampleProfile } from '../../sample/documents';
import { type SampleFile, sampleFilesFor } from '../../sample/files';
import { sampleLinks } from '../../sample/links';
import { samplePersonal } from '../../sample/personal';
import { type Sample, sampleOf } from '../../sample/sample';
import { asOfIn } from '../../segment/as-of';
import type { Context } from '../context';
import { linkId, requireLink } from '../data/save-link';
import { findDocument } from '../find-document';
import { previewImport } from '../import/preview-import';
import { runImport } from '../import/run-import';
import { onlyWorkspace } from '../workspace/only-workspace';

/** Writes files of a sample into a folder of the workspace and tells where each is. */
export type WriteSampleFiles = (
  folder: string,
  files: readonly SampleFile[],
  sample: Sample,
  signal: StatementOptions['signal'],
  onFile: (name: string) => void,
) => Promise<Map<string, string>>;

export interface SampleOptions {
  signal?: StatementOptions['signal'];
  onProgress?: (progress: { stage: string; share: number }) => void;
}

/**
 * Fills an empty workspace with a business to try things on: its files are written as such a business would export them,
 * imported like anybody's, linked, and given a profile, an audience and a campaign.
 */
export async function createSample(
  ctx: Context,
  sources: Sources,
  write: WriteSampleFiles,
  size: { customers: number; seed: string },
  options: SampleOptions = {},
): Promise<ImportSummary[]> {
  const { signal } = options;
  const { today } = asOfIn(instantOf(ctx.clock.now()), onlyWorkspace(ctx).zone);
  const sample = sampleOf({ ...size, today });
  const files = sampleFilesFor(ctx.engine.can);
  const steps = files.length * 2 + 1;
  let done = 0;
  const report = (stage: string) => options.onProgress?.({ stage, share: done++ / steps });
  await ctx.files.makeFolder('source');
  const paths = await write(ctx.files.resolve('source'), files, sample, signal, report);
  const loaded: ImportSummary[] = [];
  for (const file of files) {
    throwIfCancelled(signal);
    report(file.name);
    loaded.push(await load(ctx, sources, file, paths.get(file.name) ?? '', options));
  }
  report('links');
  for (const link of sampleLinks) {
    await requireLink(ctx, link);
    await ctx.store.commit([{ kind: 'link', id: linkId(link), document: link }]);
  }
  await ctx.store.commit([
    { kind: 'workspace', id: onlyWorkspace(ctx).id, document: { ...onlyWorkspace(ctx), profile: sampleProfile } },
    ...labelled(ctx),
    ...sampleAudiences.map((document) => ({ kind: 'audience' as const, id: document.id, document })),
    { kind: 'campaign', id: sampleCampaign.id, document: sampleCampaign },
  ]);
  return loaded;
}

/** The entities that hold something personal, with what that is. */
function labelled(ctx: Context): { kind: 'entity'; id: string; document: Entity }[] {
  return Object.entries(samplePersonal).map(([id, labels]) => {
    const entity = findDocument(ctx, 'entity', id);
    const attributes = entity.attributes.map((a) => ({ ...a, ...(labels[a.name] && { personal: labels[a.name] }) }));
    return { kind: 'entity', id, document: { ...entity, attributes } };
  });
}

async function load(ctx: Context, sources: Sources, file: SampleFile, path: string, options: SampleOptions): Promise<ImportSummary> {
  const preview = await previewImport(ctx, sources, { path });
  const recipe: FileRecipe = {
    format: recipeFormat,
    kind: 'file',
    id: `sample-${file.entity.replaceAll('_', '-')}`,
    entity: file.entity,
    source: { path, format: preview.format, ...(preview.dialect ? { dialect: preview.dialect } : {}) },
    columns: preview.columns,
    key: [...file.key],
    mode: 'replace',
  };
  return runImport(ctx, sources, recipe, options.signal ? { signal: options.signal } : {});
}
