import { type CancelSignal, throwIfCancelled } from '../../base/cancellation';
import { AppError } from '../../base/errors';
import { instantOf } from '../../base/instant';
import { type Problem, warning } from '../../base/problems';
import { sameName } from '../../base/same-name';
import type { ImportProgress, ImportSummary } from '../../model/data-report';
import type { Attribute, Entity, Labelling } from '../../model/entity';
import { parseDocument } from '../../model/parse';
import { type ColumnMapping, type FileRecipe, fileRecipe, tableCalled, tableNamed } from '../../model/recipe';
import type { Connection } from '../../ports/engine';
import type { Sources } from '../../ports/sources';
import { ident } from '../../sql/quote';
import type { Context } from '../context';
import { brokenLinks } from '../data/broken-links';
import { deriveAttributes } from '../data/derive';
import { recipeOf } from '../recipe-of';
import { withConnection } from '../with-connection';
import { attributesAfter } from './attributes-after';
import { cancellable } from './cancellable';
import { commitLoad, loadId } from './commit-load';
import { prepareLoads } from './loads';
import { merge } from './merge';
import type { OpenSource } from './open-source';
import { keepRejects } from './rejects';
import { stage } from './stage';
import { badTable, number } from './stage-records';
import { withSource } from './with-source';

export interface ImportOptions {
  /** Computes the summary and changes nothing. */
  dryRun?: boolean | undefined;
  /** Of attributes that it loads; others keep theirs. */
  labels?: readonly Labelling[] | undefined;
  /** Undo takes an entity back that was not there before. */
  undoable?: boolean | undefined;
  signal?: CancelSignal | undefined;
  onProgress?: ((progress: ImportProgress) => void) | undefined;
}

/**
 * Loads a file as its recipe says: everything or, on an error or a cancel, nothing. Refused values are kept for `readRejects`.
 * Data is committed before documents; `reconcileLoads` brings them together after a kill between the two.
 * @throws AppError `import-*`, `entity-exists` where another entity's name differs by its case alone, `cancelled`, and what the store throws
 */
export function runImport(ctx: Context, sources: Sources, recipe: FileRecipe, options: ImportOptions = {}): Promise<ImportSummary> {
  return ctx.engine.sparingly(() => loadWhole(ctx, sources, recipe, options));
}

async function loadWhole(ctx: Context, sources: Sources, recipe: FileRecipe, options: ImportOptions): Promise<ImportSummary> {
  const { dryRun = false, labels = [], signal } = options;
  parseDocument(fileRecipe, recipe, `recipe ${recipe.id}`);
  const taken = ctx.store.list('entity').find((e) => e.name !== recipe.entity && sameName(e.name, recipe.entity));
  if (taken) throw new AppError('entity-exists', { entity: taken.name });
  return withConnection(ctx, async (plain) => {
    throwIfCancelled(signal);
    const connection = cancellable(plain, signal);
    const report = progressOf(options);
    report('reading', 0, 0, 0);
    await ctx.engine.registerFile(recipe.source.path);
    const { bytes, modified } = await sources.stat(recipe.source.path);
    const read = (source: OpenSource) =>
      stage(connection, source, recipe, (share) => report('staging', share * 0.7, 0, Math.floor(share * source.bytes)));
    const expected = recipe.columns.filter((c) => !c.ignore && !c.generated).map((c) => c.source);
    const request = { ...recipe.source, expected, keep: dryRun };
    return withSource({ connection, sources, request, signal }, read, async (source, staged) => {
      report('checking', 0.7, staged.read, source.bytes);
      await prepareLoads(connection);
      await connection.run('BEGIN');
      try {
        const before = ctx.store.read('entity', recipe.entity);
        const merged = await merge(connection, { recipe, staged, before });
        const rejected = recipe.mode === 'append' ? await recount(connection) : staged.rejected;
        const rows = await number(connection, `SELECT count(*) FROM main.${ident(recipe.entity)}`);
        const loaded = entityOf(ctx, recipe, staged.columns, before, rows);
        const entity: Entity = { ...loaded, attributes: relabelled(loaded.attributes, labels), loadedFrom: { bytes, modified } };
        await deriveAttributes(connection, entity);
        const problems = [...(await brokenLinks(ctx, connection, entity)), ...notRefreshed(ctx, recipe, before)];
        if (!dryRun) {
          await keepRejects(connection, sources, source, recipe.entity);
          throwIfCancelled(signal);
          await commitLoad(ctx, plain, recipe, entity, options.undoable === true && before === undefined);
        } else await plain.run('ROLLBACK');
        report('committing', 1, staged.read, source.bytes);
        return {
          load: loadId(entity),
          entity,
          mode: recipe.mode,
          read: staged.read,
          rejected,
          loaded: staged.read - rejected,
          ...merged,
          recipe,
          committed: !dryRun,
          problems,
        };
      } catch (error) {
        await plain.run('ROLLBACK').catch(() => undefined);
        throw error;
      }
    });
  });
}

/** An entity has the recipe of its last load, so that what other files added is not read again. */
function notRefreshed(ctx: Context, { entity, mode, source }: FileRecipe, before: Entity | undefined): Problem[] {
  const last = before && recipeOf(ctx, before);
  if (mode === 'replace' || !last || before.rows === 0) return [];
  const other = last.kind === 'file' ? last.source : undefined;
  if (other && other.path === source.path && other.sheet === source.sheet && other.member === source.member) return [];
  // Files of one name are told apart by where they lie.
  const called = other && tableNamed(other) === tableNamed(source) ? tableCalled : tableNamed;
  const details = { entity, file: called(source), before: other ? called(other) : 'SQL' };
  return [warning('import-refreshed-alone', ['entities', entity, 'recipe'], details)];
}

async function recount(connection: Connection): Promise<number> {
  return number(connection, `SELECT count(DISTINCT record) + count(place) FROM ${badTable}`);
}

function entityOf(ctx: Context, recipe: FileRecipe, columns: readonly ColumnMapping[], before: Entity | undefined, rows: number): Entity {
  return {
    name: recipe.entity,
    attributes: attributesAfter(before?.attributes ?? [], columns, recipe.mode),
    key: recipe.key,
    rows,
    dataVersion: (before?.dataVersion ?? 0) + 1,
    loadedAt: instantOf(ctx.clock.now()),
    recipe: recipe.id,
  };
}

function relabelled(attributes: readonly Attribute[], labels: readonly Labelling[]): Attribute[] {
  const labelOf = new Map(labels.map((l) => [l.attribute, l.personal]));
  return attributes.map((attribute) => {
    const personal = labelOf.get(attribute.name);
    if (personal === undefined) return attribute;
    const { personal: _before, ...rest } = attribute;
    return personal === null ? rest : { ...rest, personal };
  });
}

function progressOf({ onProgress }: ImportOptions) {
  return (stage: ImportProgress['stage'], share: number, rows: number, bytes: number) =>
    onProgress?.({ stage, share: Math.min(1, Math.max(0, share)), rows, bytes });
}
