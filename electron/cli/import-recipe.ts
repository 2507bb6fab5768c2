import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { AppError } from '../../core/base/errors';
import { sameName } from '../../core/base/same-name';
import type { ImportPreview } from '../../core/model/data-report';
import type { Entity } from '../../core/model/entity';
import { parseDocument } from '../../core/model/parse';
import { type ColumnMapping, type Dialect, type FileRecipe, type FileSource, fileRecipe, recipeFormat } from '../../core/model/recipe';
import { asAttribute } from '../../core/usecases/import/declared';
import { changeColumn } from '../../core/usecases/import/stage';
import { fileRecipeOf } from '../../core/usecases/recipe-of';
import type { HostContext } from '../host/context';
import type { ImportOptions } from './import-options';

/** What the command line says about a text file; the rest is found. */
export function dialectOf({ delimiter, quote, widths, skip, header, encoding }: ImportOptions): Partial<Dialect> {
  const starts = widths?.map((_, n) => widths.slice(0, n).reduce((sum, width) => sum + width, 0));
  return {
    ...(delimiter === undefined ? {} : { delimiter: delimiter.replaceAll('\\t', '\t') }),
    ...(quote === undefined ? {} : { quote, escape: quote }),
    ...(starts === undefined ? {} : { starts }),
    ...(skip === undefined ? {} : { skip }),
    ...(header === false ? { header } : {}),
    ...(encoding === undefined ? {} : { encoding }),
  };
}

/** How the file was read that the records come from; what stood around its table is not around theirs. */
export function mendedDialect(ctx: HostContext, options: ImportOptions): Partial<Dialect> {
  const before = lastSource(ctx, options)?.dialect;
  if (!before) return dialectOf(options);
  const { footer: _, ...dialect } = before;
  return { ...dialect, skip: 0, ...dialectOf(options) };
}

/** The columns to take: those that are named, or those of the file that the records come from. */
export function onlyOf(ctx: HostContext, options: ImportOptions): string[] | undefined {
  return options.only ?? (options.mended ? lastSource(ctx, options)?.only : undefined);
}

function lastSource(ctx: HostContext, { entity }: ImportOptions): FileSource | undefined {
  return entity === undefined ? undefined : fileRecipeOf(ctx, entity)?.source;
}

/** How to load a file: what was found in it, with what the command line says instead. @throws AppError `import-no-key`, `bad-document` */
export function recipeFor(ctx: HostContext, preview: ImportPreview, options: ImportOptions): FileRecipe {
  const { entity } = preview;
  const mode = options.mode ?? (options.mended ? 'append' : 'replace');
  const known = ctx.store.read('entity', entity);
  const before = mode === 'replace' ? undefined : fileRecipeOf(ctx, entity);
  const key = options.key ?? (mode === 'replace' ? undefined : known?.key) ?? preview.key;
  if (key.length === 0) throw new AppError('import-no-key', { file: basename(preview.path) });
  const columns = preview.columns
    .filter((c) => (mode !== 'changes' || c.source !== changeColumn) && (c.generated === undefined || key.includes(c.attribute)))
    .map((c) => (mode === 'replace' ? c : asBefore(known, before, c)));
  const only = onlyOf(ctx, options);
  const source = {
    path: preview.path,
    format: preview.format,
    ...(preview.dialect ? { dialect: preview.dialect } : {}),
    ...(preview.sheet === undefined ? {} : { sheet: preview.sheet }),
    ...(preview.member === undefined ? {} : { member: preview.member }),
    ...(options.flatten ? { flatten: true } : {}),
    ...(options.allFields ? { allFields: true } : {}),
    ...(only ? { only } : {}),
  };
  return parseDocument(
    fileRecipe,
    { format: recipeFormat, kind: 'file', id: recipeId(entity), entity, source, columns, key, mode },
    'the recipe',
  );
}

/** A file that adds to an entity is read with the types it has, whatever this file alone looks like. */
function asBefore(known: Entity | undefined, before: FileRecipe | undefined, column: ColumnMapping): ColumnMapping {
  const same = before?.columns.find((c) => c.source === column.source);
  if (same) return same;
  const attribute = known?.attributes.find((a) => a.derived === undefined && sameName(a.name, column.attribute));
  return attribute ? asAttribute(attribute, column) : column;
}

/** One recipe per entity; names that differ only in what an id cannot hold stay apart. */
function recipeId(entity: string): string {
  const plain = entity
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 40);
  return plain === entity
    ? `import-${plain}`
    : `import-${plain}-${createHash('sha256').update(entity).digest('hex').slice(0, 8)}`.replace('--', '-');
}
