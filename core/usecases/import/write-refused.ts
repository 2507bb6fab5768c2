import { AppError } from '../../base/errors';
import { ident } from '../../sql/quote';
import type { Context } from '../context';
import { findDocument } from '../find-document';
import { recipeOf } from '../recipe-of';
import { withConnection } from '../with-connection';
import { openSource } from './open-source';
import { fileState } from './source-state';
import { numbers } from './stage-records';

/**
 * Writes the records that the last load of an entity refused as they stand in its file, after its header and in its encoding,
 * so that they can be mended and loaded; of a sheet as CSV, of JSON as lines. What ended the file and was no record is left out.
 * Where there are none, nothing is written. @returns records written
 * @throws AppError `not-found`, `rejects-file-changed`, `rejects-no-text`, and what reading the file throws
 */
export async function writeRefused(ctx: Context, entity: string, to: string): Promise<number> {
  const document = findDocument(ctx, 'entity', entity);
  const recipe = recipeOf(ctx, document);
  if (recipe?.kind !== 'file' || (await fileState(ctx.sources, document, recipe)) !== 'same')
    throw new AppError('rejects-file-changed', { entity, file: recipe?.kind === 'file' ? recipe.source.path : '–' });
  return withConnection(ctx, async (connection) => {
    const lines = await numbers(connection, `SELECT DISTINCT line FROM rejects.${ident(entity)} WHERE reason <> 'footer' ORDER BY line`);
    if (lines.length === 0) return 0;
    await ctx.engine.registerFile(recipe.source.path);
    const source = await openSource(connection, ctx.sources, recipe.source);
    try {
      if (!source.origin) throw new AppError('rejects-no-text', { entity, format: source.format });
      await ctx.sources.pickRecords(source.origin.path, to, { ...source.origin, lines });
    } finally {
      await source.release();
    }
    return lines.length;
  });
}
