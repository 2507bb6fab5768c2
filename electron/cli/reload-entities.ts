import { AppError } from '../../core/base/errors';
import { runImport } from '../../core/usecases/import/run-import';
import type { HostContext } from '../host/context';
import type { Io } from './perform';

/** Fills an engine that keeps nothing from the files the entities came from. The workspace's documents stay as they are. */
export async function reloadEntities(ctx: HostContext, io: Io): Promise<void> {
  const reading = { ...ctx, store: { ...ctx.store, commit: async () => undefined } };
  for (const entity of ctx.store.list('entity')) {
    const recipe = entity.recipe === undefined ? undefined : ctx.store.read('recipe', entity.recipe);
    if (recipe?.mode !== 'replace') throw new AppError('cli-engine-forgets', { entity: entity.name });
    io.progress.show(`Loading ${entity.name} into the portable engine`);
    await runImport(reading, ctx.sources, recipe, { signal: io.signal });
  }
}
