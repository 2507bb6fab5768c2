import { AppError } from '../../base/errors';
import { type Problem, problem } from '../../base/problems';
import { type FileStamp, type Load, type Plan, type Step, worktableSchema } from '../../plan/plan';
import type { StatementOptions } from '../../ports/engine';
import { ident } from '../../sql/quote';
import type { Context } from '../context';
import { readFileInto } from '../import/read-file-into';
import { withConnection } from '../with-connection';
import { since } from './work-log';
import { type CountedTable, dropTable, type KnownTable } from './worktables';

export interface LoadedFiles {
  loaded: (CountedTable & { milliseconds: number })[];
  /** Tables that could not be made. */
  failed: Set<string>;
  problems: Problem[];
}

/** Reads the files that the steps to run ask for and that are not kept yet. */
export async function loadFiles(
  ctx: Context,
  plan: Plan,
  steps: readonly Step[],
  known: ReadonlyMap<string, KnownTable>,
  signal: StatementOptions['signal'],
): Promise<LoadedFiles> {
  const wanted = new Set(steps.flatMap((s) => s.reads));
  const result: LoadedFiles = { loaded: [], failed: new Set(), problems: [] };
  for (const load of plan.loads) {
    const { name } = load.table;
    if (!wanted.has(name) || known.get(name)?.stored) continue;
    try {
      const began = ctx.clock.now();
      const rows = await loadOne(ctx, load, signal);
      result.loaded.push({ name, rows, columns: load.columns.length, milliseconds: since(ctx.clock, began) });
    } catch (error) {
      if (!(error instanceof AppError) || error.code === 'cancelled') throw error;
      result.problems.push(problem(error.code, load.place, error.details));
      result.failed.add(name);
    }
  }
  return result;
}

/** On a connection of its own, whose temporary tables go with it. @throws AppError `import-*`, `load-*`, `cancelled` */
function loadOne(ctx: Context, load: Load, signal: StatementOptions['signal']): Promise<number> {
  return withConnection(ctx, async (connection) => {
    await requireUnchanged(ctx, load);
    await ctx.engine.registerFile(load.file.source.path);
    const table = `${worktableSchema}.${ident(load.table.name)}`;
    try {
      const rows = await readFileInto(connection, ctx.sources, { ...load.file, table }, signal);
      await requireUnchanged(ctx, load);
      return rows;
    } catch (error) {
      await dropTable(connection, ctx.worktables.registry, load.table.name);
      throw error;
    }
  });
}

async function requireUnchanged(ctx: Context, { file, stamp }: Load): Promise<void> {
  const now: FileStamp = await ctx.sources.stat(file.source.path);
  if (now.bytes !== stamp.bytes || now.modified !== stamp.modified) throw new AppError('load-changed', { file: file.source.path });
}
