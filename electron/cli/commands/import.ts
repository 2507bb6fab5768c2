import { basename, resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { z } from 'zod';
import { isFields } from '../../../core/base/fields';
import type { Problem } from '../../../core/base/problems';
import { broughtUp } from '../../../core/migrate/migrate';
import type { ImportPreview, ImportSummary } from '../../../core/model/data-report';
import { type Dialect, encodings, type FileRecipe, fileRecipe, loadModes } from '../../../core/model/recipe';
import { entityName } from '../../../core/usecases/import/header';
import { previewImport } from '../../../core/usecases/import/preview-import';
import { runImport } from '../../../core/usecases/import/run-import';
import { writeRefused } from '../../../core/usecases/import/write-refused';
import type { HostContext } from '../../host/context';
import { WrongUsage } from '../exit';
import type { ImportOptions } from '../import-options';
import { dialectOf, mendedDialect, onlyOf, recipeFor } from '../import-recipe';
import { described, engineOption, names } from '../options';
import { bytes, count, plain, table } from '../output';
import { type Io, type Outcome, perform } from '../perform';
import { readJson } from '../read-json';
import { withWorkspace } from '../with-workspace';
import { writeRejects } from '../write-rejects';

/** Recipes of earlier formats too. */
const recipeFile = z.preprocess((value) => (isFields(value) ? broughtUp('recipe', value, 'the recipe') : value), fileRecipe);

interface Loaded {
  preview: ImportPreview;
  recipe: FileRecipe;
  summary: ImportSummary;
}

export function addImport(program: Command): void {
  described(program.command('import'), 'load files: CSV, XLSX, JSON, NDJSON, Parquet, also in a ZIP archive')
    .argument('<workspace>')
    .argument('<files...>')
    .option('--entity <name>', 'name of the entity; the file’s name when left out')
    .option('--key <a,b>', 'the columns that name a row; found when left out', names)
    .addOption(new Option('--mode <mode>', 'what becomes of rows that are there; replace when left out').choices(loadModes))
    .option('--recipe <file>', 'load as this recipe says')
    .option('--dry-run', 'count what would change and change nothing')
    .option('--rejects <file>', 'write what was refused as CSV')
    .option('--refused <file>', 'write the records that were refused as the file has them, to be mended')
    .option('--mended', 'read the file as the last one of the entity was read, and add its records')
    .option('--delimiter <text>', 'what stands between values; \\t for a tabulator')
    .option('--quote <sign>', 'what stands around values; empty for nothing')
    .option('--widths <n,n>', 'characters of each column, where values stand in columns', widths)
    .option('--skip <lines>', 'lines before the table', Number)
    .option('--no-header', 'the first line is a record')
    .addOption(new Option('--encoding <name>', 'encoding of a text file').choices(encodings))
    .option('--sheet <name>', 'sheet of a workbook')
    .option('--flatten', 'JSON: make columns of the fields of nested objects')
    .option('--all-fields', 'JSON: look for fields in all objects, not in the first alone')
    .option('--only <a,b>', 'take only these columns; a file with more than 4,096 needs it', names)
    .option('--member <name>', 'file of a ZIP archive; all that are in it when left out')
    .addOption(engineOption())
    .action((folder: string, files: string[], options: ImportOptions) =>
      perform(options, async (io) => {
        checkUsage(options);
        checkAlone(files.length, options);
        const given = options.recipe === undefined ? undefined : await readJson(options.recipe, recipeFile);
        return withWorkspace(folder, options, io, (ctx) => loadAll(ctx, files, options, given, io));
      }),
    );
}

function widths(text: string): number[] {
  const all = text.split(',').map(Number);
  if (all.length < 2 || all.some((n) => !Number.isInteger(n) || n < 1)) throw new WrongUsage('--widths takes whole numbers: 8,20,5');
  return all;
}

function checkUsage(options: ImportOptions): void {
  if (options.mended && options.entity === undefined) throw new WrongUsage('--mended needs --entity: whose records were mended');
  if (options.skip !== undefined && !(Number.isInteger(options.skip) && options.skip >= 0))
    throw new WrongUsage('--skip takes a number of lines');
  const kept = (['rejects', 'refused'] as const).find((name) => options[name] !== undefined);
  if (options.dryRun && kept) throw new WrongUsage(`--dry-run keeps nothing, so there is nothing for --${kept}`);
}

/** A file, or one in an archive. */
interface Part {
  path: string;
  member?: string;
}

async function partsOf(ctx: HostContext, files: readonly string[], options: ImportOptions): Promise<Part[]> {
  const parts: Part[] = [];
  for (const path of files.map((file) => resolve(file))) {
    await ctx.sources.stat(path);
    const packed = options.member === undefined && (await ctx.sources.looksLike(path)) === 'zip';
    if (packed) parts.push(...(await ctx.sources.members(path)).map((member) => ({ path, member })));
    else parts.push({ path, ...(options.member === undefined ? {} : { member: options.member }) });
  }
  checkAlone(parts.length, options);
  checkApart(parts, options);
  return parts;
}

function checkAlone(files: number, options: ImportOptions): void {
  const single = ['entity', 'key', 'recipe', 'rejects', 'refused', 'mended', 'sheet', 'member', 'only'] as const;
  const alone = single.find((name) => options[name] !== undefined);
  if (files > 1 && alone) throw new WrongUsage(`--${alone} is for one file, and there are ${files}`);
}

/** What replaces an entity must not be replaced by the next file. */
function checkApart(parts: readonly Part[], { mode = 'replace' }: ImportOptions): void {
  if (mode !== 'replace') return;
  const seen = new Map<string, string>();
  for (const { path, member = path } of parts) {
    const entity = entityName(basename(member));
    const other = seen.get(entity.toLowerCase());
    if (other !== undefined)
      throw new WrongUsage(
        `${other} and ${member} would both become “${entity}”: load them one by one with --entity (of an archive with --member), or into one with --mode append`,
      );
    seen.set(entity.toLowerCase(), member);
  }
}

async function loadAll(
  ctx: HostContext,
  files: readonly string[],
  options: ImportOptions,
  given: FileRecipe | undefined,
  io: Io,
): Promise<Outcome> {
  const loaded: Loaded[] = [];
  for (const part of await partsOf(ctx, files, options)) loaded.push(await load(ctx, part, options, given, io));
  const [first] = loaded;
  if (options.rejects !== undefined && first) await writeRejects(ctx, first.summary.entity.name, resolve(options.rejects), io.signal);
  if (options.refused !== undefined && first) await writeRefused(ctx, first.summary.entity.name, resolve(options.refused));
  const problems = loaded.flatMap((l) => warningsOf(l));
  const document = {
    files: loaded.map(({ preview, summary: { problems: _shown, ...summary } }) => ({ ...fileDocument(preview), ...summary })),
    ...(options.rejects === undefined ? {} : { rejects: resolve(options.rejects) }),
    ...(options.refused === undefined ? {} : { refused: resolve(options.refused) }),
  };
  return { kind: 'import', document, text: loaded.map((l) => loadedText(l, options)).join('\n\n'), problems };
}

async function load(
  ctx: HostContext,
  { path, member }: Part,
  options: ImportOptions,
  given: FileRecipe | undefined,
  io: Io,
): Promise<Loaded> {
  io.progress.show(`Reading ${member ?? path}`);
  const dialect = given?.source.dialect ?? (options.mended ? mendedDialect(ctx, options) : dialectOf(options));
  const format = given?.source.format;
  const sheet = options.sheet ?? given?.source.sheet;
  const preview = await previewImport(ctx, ctx.sources, {
    path,
    format,
    dialect,
    sheet,
    member,
    flatten: options.flatten ?? given?.source.flatten,
    allFields: options.allFields ?? given?.source.allFields,
    only: given?.source.only ?? onlyOf(ctx, options),
    entity: given?.entity ?? options.entity,
  });
  const recipe = given ? { ...given, source: { ...given.source, path } } : recipeFor(ctx, preview, options);
  const summary = await runImport(ctx, ctx.sources, recipe, {
    dryRun: options.dryRun ?? false,
    undoable: true,
    signal: io.signal,
    onProgress: ({ stage, share }) => io.progress.show(`${recipe.entity}: ${stage}`, share),
  });
  return { preview, recipe, summary };
}

/** What was found in the file; `problems` are shown for all files together. */
function fileDocument({ path, format, bytes: size, dialect, confidence, sheet }: ImportPreview) {
  return { path, fileFormat: format, bytes: size, dialect: dialect ?? null, confidence: confidence ?? null, sheet: sheet ?? null };
}

function warningsOf({ preview, summary }: Loaded): Problem[] {
  return [...preview.problems.map((p) => ({ ...p, place: [summary.entity.name, ...p.place] })), ...summary.problems];
}

function loadedText({ preview, recipe, summary }: Loaded, options: ImportOptions): string {
  const { entity } = summary;
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
  const marks = dialect ? (format === 'ndjson' ? [dialect.encoding] : describeDialect(dialect)) : [];
  return [
    format.toUpperCase(),
    bytes(size),
    ...(sheet === undefined ? [] : [`sheet ${plain(sheet)}`]),
    ...marks,
    ...(confidence === 'tolerant' ? ['with irregularities'] : []),
  ].join(', ');
}

function describeDialect(dialect: Dialect): string[] {
  const { delimiter, quote, skip, headerRows, footer, terminator } = dialect;
  const between = dialect.starts
    ? 'values in columns'
    : dialect.aligned
      ? 'values between blanks'
      : dialect.ruled
        ? 'a table with lines'
        : `values between ${JSON.stringify(delimiter)}`;
  return [
    dialect.encoding,
    ...(terminator === undefined ? [] : [`records end with ${JSON.stringify(terminator)}`]),
    between,
    quote === '' ? 'no quotes' : `quotes ${quote}`,
    ...(skip === 0 ? [] : [`${count(skip)} lines before`]),
    headerRows === undefined ? (dialect.header ? 'header' : 'no header') : `header of ${headerRows} rows`,
    ...(dialect.rowNames ? ['first column without a name'] : []),
    ...(footer === undefined ? [] : [`${count(footer)} lines after`]),
  ];
}

function typeOf({ type, scale, dateFormat, zone, decimalComma }: FileRecipe['columns'][number]): string {
  return [
    type === 'decimal' ? `decimal(18, ${scale ?? 0})` : type,
    ...(decimalComma ? ['with a comma'] : []),
    ...(dateFormat === undefined ? [] : [dateFormat]),
    ...(zone === undefined ? [] : [`in ${zone}`]),
  ].join(' ');
}
