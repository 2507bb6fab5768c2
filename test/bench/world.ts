import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { instantOf } from '../../core/base/instant';
import type { FileRecipe } from '../../core/model/recipe';
import type { Connection } from '../../core/ports/engine';
import { sampleAudiences, sampleProfile } from '../../core/sample/documents';
import { type SampleFile, sampleFiles } from '../../core/sample/files';
import { sampleLinks } from '../../core/sample/links';
import { type AsOf, asOfIn } from '../../core/segment/as-of';
import { removeEntity } from '../../core/usecases/data/remove-entity';
import { saveLink } from '../../core/usecases/data/save-link';
import { previewImport } from '../../core/usecases/import/preview-import';
import { runImport } from '../../core/usecases/import/run-import';
import { withConnection } from '../../core/usecases/with-connection';
import { onlyWorkspace } from '../../core/usecases/workspace/only-workspace';
import { type HostContext, openContext } from '../../electron/host/context';
import { createWorkspace } from '../../electron/host/workspace/open-workspace';
import { entities, further, writeData } from './data';

const zone = 'Europe/Paris';

/** A real workspace on disk with the sample in it, at one size. */
export interface World {
  ctx: HostContext;
  customers: number;
  asOf: AsOf;
  /** The recipe each entity was loaded with. */
  recipes: ReadonlyMap<string, FileRecipe>;
  /** A new path in a folder that goes away with the world. */
  scratch(name: string): string;
  sql<T>(work: (connection: Connection) => Promise<T>): Promise<T>;
  /** Loads what only some rows need, while `work` lasts. */
  withFurther<T>(work: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export async function openWorld(customers: number): Promise<World> {
  const folder = await mkdtemp(path.join(tmpdir(), 'muster-bench-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    return await fill(folder, customers, remove);
  } catch (error) {
    await remove();
    throw error;
  }
}

async function fill(folder: string, customers: number, remove: () => Promise<void>): Promise<World> {
  const parts = openContext();
  const workspace = await createWorkspace(path.join(folder, 'workspace'), { name: 'Bench', zone }, parts.workspaceParts);
  const ctx = parts.contextOf(workspace);
  const asOf = asOfIn(instantOf(ctx.clock.now()), zone);
  const recipes = new Map<string, FileRecipe>();
  await mkdir(path.join(folder, 'source'));
  const fillAll = async (wanted: readonly string[]) => {
    for (const file of sampleFiles.filter((f) => wanted.includes(f.entity))) {
      const to = path.join(folder, 'source', `${file.entity}.csv`);
      await withConnection(ctx, (connection) => writeData(connection, file, to, customers, asOf.today));
      recipes.set(file.entity, await load(ctx, file, to));
    }
    const loaded = ctx.store.list('entity').map((e) => e.name);
    const ends = sampleLinks.filter((l) => loaded.includes(l.from) && loaded.includes(l.to));
    for (const link of ends.filter((l) => wanted.includes(l.from) || wanted.includes(l.to))) await saveLink(ctx, link);
  };
  await fillAll(entities);
  await ctx.store.commit([
    { kind: 'workspace', id: onlyWorkspace(ctx).id, document: { ...onlyWorkspace(ctx), profile: sampleProfile } },
    ...sampleAudiences.map((document) => ({ kind: 'audience' as const, id: document.id, document })),
  ]);
  await ctx.engine.checkpoint();
  let made = 0;
  return {
    ctx,
    customers,
    asOf,
    recipes,
    scratch: (name) => path.join(folder, `${made++}-${name}`),
    sql: (work) => withConnection(ctx, work),
    async withFurther(work) {
      await fillAll(further);
      try {
        return await work();
      } finally {
        for (const entity of further) await removeEntity(ctx, entity, { force: true });
      }
    },
    async close() {
      await workspace.close();
      await parts.close();
      await remove();
    },
  };
}

async function load(ctx: HostContext, file: SampleFile, to: string): Promise<FileRecipe> {
  const preview = await previewImport(ctx, ctx.sources, { path: to });
  const recipe: FileRecipe = {
    format: 2,
    kind: 'file',
    id: `bench-${file.entity.replaceAll('_', '-')}`,
    entity: file.entity,
    source: { path: to, format: preview.format, ...(preview.dialect ? { dialect: preview.dialect } : {}) },
    columns: preview.columns,
    key: [...file.key],
    mode: 'replace',
  };
  await runImport(ctx, ctx.sources, recipe);
  return recipe;
}

/** Forgets every kept result, so that the next count is cold. */
export async function forget(world: World): Promise<void> {
  await world.sql(async (connection) => {
    await connection.run('DETACH DATABASE IF EXISTS work; DROP TABLE IF EXISTS muster.worktables');
  });
  await world.ctx.engine.checkpoint();
}
