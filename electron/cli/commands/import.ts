import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import type { Problem } from '../../../core/base/problems';
import { type LoadMode, loadModes, type Recipe, recipe as recipeSchema } from '../../../core/model/recipe';
import type { ImportPreview, ImportSummary } from '../../../core/model/report';
import { previewImport } from '../../../core/usecases/import/preview-import';
import { runImport } from '../../../core/usecases/import/run-import';
import type { HostContext } from '../../host/context';
import { WrongUsage } from '../exit';
import { dialectOf, encodings, recipeFor } from '../import-recipe';
import { described, engineOption, names, type WorkspaceOptions } from '../options';
import { bytes, count, plain, table } from '../output';
import { type Io, type Outcome, perform } from '../perform';
import { readJson } from '../read-json';
import { withWorkspace } from '../with-workspace';
import { writeRejects } from '../write-rejects';

export interface ImportOptions extends WorkspaceOptions {
  entity?: string;
  key?: string[];
  mode?: LoadMode;
  recipe?: string;
  dryRun?: true;
  rejects?: string;
  delimiter?: string;
  encoding?: (typeof encodings)[number];
  sheet?: string;
}

interface Loaded {
  preview: ImportPreview;
  summary: ImportSummary;
}

export function addImport(program: Command): void {
  described(program.command('import'), 'load files: CSV, XLSX, JSON, NDJSON, Parquet')
    .argument('<workspace>')
    .argument('<files...>')
    .option('--entity <name>', 'name of the entity; the file’s name when left out')
    .option('--key <a,b>', 'the columns that name a row; found when left out', names)
    .addOption(new Option('--mode <mode>', 'what becomes of rows that are there; replace when left out').choices(loadModes))
    .option('--recipe <file>', 'load as this recipe says')
    .option('--dry-run', 'count what would change and change nothing')
    .option('--rejects <file>', 'write what was refused as CSV')
    .option('--delimiter <text>', 'what stands between values; \\t for a tabulator')
    .addOption(new Option('--encoding <name>', 'encoding of a text file').choices(encodings))
    .option('--sheet <name>', 'sheet of a workbook')
    .addOption(engineOption())
    .action((folder: string, files: string[], options: ImportOptions) =>
      perform(options, async (io) => {
        checkUsage(files, options);
        const given = options.recipe === undefined ? undefined : await readJson(options.recipe, recipeSchema);
        return withWorkspace(folder, options, io, (ctx) => loadAll(ctx, files, options, given, io));
      }),
    );
}

function checkUsage(files: readonly string[], options: ImportOptions): void {
  const single = ['entity', 'key', 'recipe', 'rejects', 'sheet'] as const;
  const alone = single.find((name) => options[name] !== undefined);
  if (files.length > 1 && alone) throw new WrongUsage(`--${alone} is for one file, and there are ${files.length}`);
  if (options.dryRun && options.rejects !== undefined) throw new WrongUsage('--dry-run keeps nothing, so there is nothing for --rejects');
}

async function loadAll(
  ctx: HostContext,
  files: readonly string[],
  options: ImportOptions,
  given: Recipe | undefined,
  io: Io,
): Promise<Outcome> {
  const loaded: Loaded[] = [];
  for (const file of files) loaded.push(await load(ctx, resolve(file), options, given, io));
  const [first] = loaded;
  if (options.rejects !== undefined && first) await writeRejects(ctx, first.summary.entity.name, resolve(options.rejects), io.signal);
  const problems = loaded.flatMap((l) => warningsOf(l));
  const document = {
    files: loaded.map(({ preview, summary: { problems: _shown, ...summary } }) => ({ ...fileDocument(preview), ...summary })),
    ...(options.rejects === undefined ? {} : { rejects: resolve(options.rejects) }),
  };
  return { kind: 'import', document, text: loaded.map((l) => loadedText(l, options)).join('\n\n'), problems };
}

async function load(ctx: HostContext, path: string, options: ImportOptions, given: Recipe | undefined, io: Io): Promise<Loaded> {
  io.progress.show(`Reading ${path}`);
  const dialect = given?.source.dialect ?? dialectOf(options);
  const format = given?.source.format;
  const sheet = options.sheet ?? given?.source.sheet;
  const preview = await previewImport(ctx, ctx.sources, { path, format, dialect, sheet, entity: given?.entity ?? options.entity });
  const recipe = given ? { ...given, source: { ...given.source, path } } : recipeFor(ctx, preview, options);
  const summary = await runImport(ctx, ctx.sources, recipe, {
    dryRun: options.dryRun ?? false,
    signal: io.signal,
    onProgress: ({ stage, share }) => io.progress.show(`${recipe.entity}: ${stage}`, share),
  });
  return { preview, summary };
}

/** What was found in the file; `problems` are shown for all files together. */
function fileDocument({ path, format, bytes: size, dialect, confidence, sheet }: ImportPreview) {
  return { path, fileFormat: format, bytes: size, dialect: dialect ?? null, confidence: confidence ?? null, sheet: sheet ?? null };
}

function warningsOf({ preview, summary }: Loaded): Problem[] {
  return [...preview.problems.map((p) => ({ ...p, place: [summary.entity.name, ...p.place] })), ...summary.problems];
}

function loadedText({ preview, summary }: Loaded, options: ImportOptions): string {
  const { entity, recipe } = summary;
  const columns = recipe.columns.filter((c) => !c.ignore);
  const types = columns.map((c) => [
    plain(c.source),
    c.attribute === c.source ? '' : plain(c.attribute),
    typeOf(c),
    entity.key.includes(c.attribute) ? 'key' : '',
  ]);
  const numbers = [
    `read ${count(summary.read)}`,
    `new ${count(summary.added)}`,
    `changed ${count(summary.changed)}`,
    `unchanged ${count(summary.unchanged)}`,
    `deleted ${count(summary.deleted)}`,
    `rejected ${count(summary.rejected)}`,
  ];
  const rejected = summary.rejected > 0 && options.rejects === undefined ? ['To see what was refused and why: --rejects FILE'] : [];
  return [
    `${entity.name} ← ${preview.path}`,
    `  ${describeFile(preview)}`,
    table([{ title: 'Column' }, { title: 'Attribute' }, { title: 'Type' }, { title: '' }], types),
    `Mode ${summary.mode}: ${numbers.join(', ')}. ${entity.name} ${summary.committed ? 'has' : 'would have'} ${count(entity.rows)} rows.`,
    ...(summary.committed ? [] : ['Nothing was changed (dry run).']),
    ...rejected,
  ].join('\n');
}

function describeFile({ format, bytes: size, dialect, confidence, sheet }: ImportPreview): string {
  const marks = dialect
    ? [
        dialect.encoding,
        `values between ${JSON.stringify(dialect.delimiter)}`,
        dialect.quote === '' ? 'no quotes' : `quotes ${dialect.quote}`,
        dialect.header ? 'header' : 'no header',
      ]
    : [];
  return [
    format.toUpperCase(),
    bytes(size),
    ...(sheet === undefined ? [] : [`sheet ${plain(sheet)}`]),
    ...marks,
    ...(confidence === 'tolerant' ? ['with irregularities'] : []),
  ].join(', ');
}

function typeOf({ type, scale, dateFormat, decimalComma }: Recipe['columns'][number]): string {
  return [
    type === 'decimal' ? `decimal(18, ${scale ?? 0})` : type,
    ...(decimalComma ? ['with a comma'] : []),
    ...(dateFormat === undefined ? [] : [dateFormat]),
  ].join(' ');
}
