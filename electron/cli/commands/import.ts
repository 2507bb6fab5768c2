import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { z } from 'zod';
import { isAppError } from '../../../core/base/errors';
import { isFields } from '../../../core/base/fields';
import { type Problem, problem, warning } from '../../../core/base/problems';
import { broughtUp } from '../../../core/migrate/migrate';
import type { ImportPreview, ImportSummary } from '../../../core/model/data-report';
import {
  type ColumnMapping,
  type Dialect,
  encodings,
  type FileRecipe,
  fileRecipe,
  labelledAsProposed,
  loadModes,
  tableCalled,
} from '../../../core/model/recipe';
import { previewImport } from '../../../core/usecases/import/preview-import';
import { runImport } from '../../../core/usecases/import/run-import';
import type { TableIn } from '../../../core/usecases/import/tables-in';
import { writeRefused } from '../../../core/usecases/import/write-refused';
import type { HostContext } from '../../host/context';
import { WrongUsage } from '../exit';
import type { ImportOptions } from '../import-options';
import { dialectOf, mendedDialect, onlyOf, recipeFor } from '../import-recipe';
import { checkAlone, tablesOf } from '../import-tables';
import { described, engineOption, names, repeated } from '../options';
import { bytes, count, countOf, plain, table } from '../output';
import { type Io, type Outcome, perform } from '../perform';
import { readJson } from '../read-json';
import { said } from '../says';
import { withWorkspace } from '../with-workspace';
import { writeRejects } from '../write-rejects';

/** Recipes of earlier formats too. */
const recipeFile = z.preprocess((value) => (isFields(value) ? broughtUp('recipe', value, 'the recipe') : value), fileRecipe);

interface Loaded {
  preview: ImportPreview;
  recipe: FileRecipe;
  summary: ImportSummary;
  /** Attributes that the entity, which was there, did not have. */
  fresh: string[];
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
    .option(
      '--sheet <name>',
      'sheet of a workbook, or list within the object that JSON is; all that are not hidden when left out; may be repeated',
      repeated,
    )
    .option('--flatten', 'JSON: make columns of the fields of nested objects')
    .option('--all-fields', 'JSON: look for fields in all objects, not in the first alone')
    .option('--only <a,b>', 'take only these columns; a file with more than 4,096 needs it', names)
    .option('--member <name>', 'file of a ZIP archive; all that may be tables when left out; may be repeated', repeated)
    .addOption(engineOption())
    .action((folder: string, files: string[], options: ImportOptions) =>
      perform(options, async (io) => {
        checkUsage(files, options);
        checkAlone(files, options);
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

function checkUsage(files: readonly string[], options: ImportOptions): void {
  if (options.mended && options.entity === undefined) throw new WrongUsage('--mended needs --entity: whose records were mended');
  if (options.skip !== undefined && !(Number.isInteger(options.skip) && options.skip >= 0))
    throw new WrongUsage('--skip takes a number of lines');
  const kept = (['rejects', 'refused'] as const).find((name) => options[name] !== undefined);
  const taken = (['rejects', 'refused'] as const).find((name) => {
    const written = options[name];
    return written !== undefined && files.some((file) => resolve(file) === resolve(written));
  });
  if (taken) throw new WrongUsage(`--${taken} would write over ${options[taken]}, which is to be loaded`);
  if (options.dryRun && kept) throw new WrongUsage(`--dry-run keeps nothing, so there is nothing for --${kept}`);
}

async function loadAll(
  ctx: HostContext,
  files: readonly string[],
  options: ImportOptions,
  given: FileRecipe | undefined,
  io: Io,
): Promise<Outcome> {
  const { tables, hidden, beside } = await tablesOf(ctx, files, options, given, io.signal);
  const loaded: Loaded[] = [];
  const failed: Problem[] = [];
  let unloaded: string[] = [];
  for (const [n, part] of tables.entries()) {
    try {
      loaded.push(await load(ctx, part, options, given, io));
    } catch (error) {
      if (!isAppError(error) || tables.length === 1) throw error;
      if (error.code === 'cancelled') {
        unloaded = tables.slice(n).map(tableCalled);
        break;
      }
      // One that cannot be loaded does not hold up the others.
      const told = error.code === 'import-sheet-empty' && options.sheet === undefined ? warning : problem;
      failed.push(told(error.code, [tableCalled(part)], error.details));
    }
  }
  const [first] = loaded;
  const written = {
    rejects: await keptIn(options.rejects, first, (entity, to) => writeRejects(ctx, entity, to, io.signal)),
    refused: await keptIn(options.refused, first, (entity, to) => writeRefused(ctx, entity, to)),
  };
  const left = hidden.map(({ file, sheet }) => warning('import-sheet-hidden', [file, sheet], { file, sheet }));
  const last = (l: Loaded) => loaded.findLast((other) => other.recipe.entity === l.recipe.entity);
  const told = loaded.flatMap((l) => warningsOf(l).filter((p) => p.code !== 'import-refreshed-alone' || l === last(l)));
  const problems = [...told, ...left, ...beside, ...failed];
  const document = {
    files: loaded.map(({ preview, summary: { problems: _shown, ...summary } }) => ({ ...fileDocument(preview), ...summary })),
    ...written,
    ...(unloaded.length === 0 ? {} : { unloaded }),
  };
  const text = [
    ...loaded.map((l) => loadedText(l, options)),
    ...(options.rejects === undefined || written.rejects !== undefined
      ? []
      : [`Nothing was refused, so there is no ${plain(options.rejects)}.`]),
    ...(options.refused === undefined || written.refused !== undefined
      ? []
      : [`No record was refused, so there is no ${plain(options.refused)}.`]),
    ...(unloaded.length === 0 ? [] : [stoppedText(tables.length, unloaded)]),
  ].join('\n\n');
  return { kind: 'import', document, text, problems, ...(unloaded.length === 0 ? {} : { refusal: said('cancelled', {}) }) };
}

/** Where nothing was refused there is no file, nor one that an earlier load left. @returns the file, where there is one */
async function keptIn(
  asked: string | undefined,
  loaded: Loaded | undefined,
  write: (entity: string, to: string) => Promise<number>,
): Promise<string | undefined> {
  if (asked === undefined) return undefined;
  const to = resolve(asked);
  if (loaded && (await write(loaded.summary.entity.name, to)) > 0) return to;
  await rm(to, { force: true });
  return undefined;
}

/** What was loaded stays; what was being loaded when it was stopped left no trace. */
function stoppedText(tables: number, unloaded: readonly string[]): string {
  return [
    `Stopped: ${count(tables - unloaded.length)} of ${count(tables)} tables were dealt with. Not loaded:`,
    ...unloaded.map((name) => `  ${plain(name)}`),
  ].join('\n');
}

async function load(ctx: HostContext, part: TableIn, options: ImportOptions, given: FileRecipe | undefined, io: Io): Promise<Loaded> {
  const { path, member, sheet } = part;
  io.progress.show(`Reading ${tableCalled(part)}`);
  const dialect = given?.source.dialect ?? (options.mended ? mendedDialect(ctx, options) : dialectOf(options));
  const preview = await previewImport(ctx, ctx.sources, {
    path,
    format: given?.source.format,
    dialect,
    sheet,
    member,
    flatten: options.flatten ?? given?.source.flatten,
    allFields: options.allFields ?? given?.source.allFields,
    only: given?.source.only ?? onlyOf(ctx, options),
    entity: given?.entity ?? options.entity,
  });
  const recipe = given ? { ...given, source: { ...given.source, ...chosenOf(part) } } : recipeFor(ctx, preview, options);
  const before = ctx.store.read('entity', recipe.entity);
  const columns = recipe.columns.filter((c) => !c.ignore);
  const known = (c: ColumnMapping) => before?.attributes.find((a) => a.name === c.attribute);
  const fresh = before ? columns.filter((c) => !known(c)).map((c) => c.attribute) : [];
  // Whoever took a label off an attribute that was loaded meant it.
  const unlabelled = columns.filter((c) => !known(c) || (before?.loadedAt === undefined && known(c)?.personal === undefined));
  const summary = await runImport(ctx, ctx.sources, recipe, {
    dryRun: options.dryRun ?? false,
    labels: labelledAsProposed(unlabelled, preview.labels),
    undoable: true,
    signal: io.signal,
    onProgress: ({ stage, share }) => io.progress.show(`${recipe.entity}: ${stage}`, share),
  });
  return { preview, recipe, summary, fresh };
}

const chosenOf = ({ entity: _, ...chosen }: TableIn) => chosen;

/** What was found in the file; `problems` are shown for all files together. */
function fileDocument({ path, format, bytes: size, dialect, confidence, member, sheet }: ImportPreview) {
  const found = { dialect: dialect ?? null, confidence: confidence ?? null, member: member ?? null, sheet: sheet ?? null };
  return { path, fileFormat: format, bytes: size, ...found };
}

function warningsOf({ preview, recipe, summary, fresh }: Loaded): Problem[] {
  const numbered = recipe.columns.some((c) => c.generated !== undefined);
  const partly = recipe.mode === 'upsert' || recipe.mode === 'changes';
  const told = preview.problems.flatMap((p): Problem[] => {
    // Where the key was given or the entity had one, it does not matter that none was found.
    if (p.code === 'import-no-key') return numbered ? [p] : [];
    // Rows of which only some attributes come are what these modes are for.
    if (p.code !== 'import-header-changed' || !partly) return [p];
    return fresh.length === 0 ? [] : [{ ...p, details: { missing: '–', added: fresh.join(', ') } }];
  });
  return [...told.map((p) => ({ ...p, place: [summary.entity.name, ...p.place] })), ...summary.problems];
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
  const personal = columns.flatMap(({ attribute }) => {
    const label = entity.attributes.find((a) => a.name === attribute)?.personal;
    return label === undefined ? [] : [`${plain(attribute)} (${label})`];
  });
  const rejected = summary.rejected > 0 && options.rejects === undefined ? ['To see what was refused and why: --rejects FILE'] : [];
  return [
    `${entity.name} ← ${plain(preview.path)}${preview.member === undefined ? '' : ` › ${plain(preview.member)}`}`,
    `  ${describeFile(preview)}`,
    table([{ title: 'Column' }, { title: 'Attribute' }, { title: 'Type' }, { title: '' }], types),
    ...(personal.length === 0 ? [] : [`Labelled as personal data: ${personal.join(', ')}`]),
    `Mode ${summary.mode}: ${numbers.join(', ')}. ${entity.name} ${summary.committed ? 'has' : 'would have'} ${countOf(entity.rows, 'row')}.`,
    ...(summary.committed ? [] : ['Nothing was changed (dry run).']),
    ...rejected,
  ].join('\n');
}

function describeFile({ format, bytes: size, dialect, confidence, sheet }: ImportPreview): string {
  const marks = dialect ? marksOf(format, dialect) : [];
  return [
    format.toUpperCase(),
    bytes(size),
    ...(sheet === undefined ? [] : [`sheet ${plain(sheet)}`]),
    ...marks,
    ...(confidence === 'tolerant' ? ['with irregularities'] : []),
  ].join(', ');
}

/** Sheets have neither encoding nor quotes, and objects no lines around them. */
function marksOf(format: ImportPreview['format'], dialect: Dialect): string[] {
  if (format === 'xlsx') return describeTable(dialect);
  return format === 'ndjson' ? [dialect.encoding] : [...describeText(dialect), ...describeTable(dialect)];
}

function describeText(dialect: Dialect): string[] {
  const { delimiter, quote, terminator } = dialect;
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
  ];
}

/** What stands around the records. */
function describeTable({ skip, header, headerRows, footer, rowNames }: Dialect): string[] {
  return [
    ...(skip === 0 ? [] : [`${countOf(skip, 'line')} before`]),
    headerRows === undefined ? (header ? 'header' : 'no header') : `header of ${countOf(headerRows, 'row')}`,
    ...(rowNames ? ['first column without a name'] : []),
    ...(footer === undefined ? [] : [`${countOf(footer, 'line')} after`]),
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
