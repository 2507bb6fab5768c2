import { AppError } from '../../../core/base/errors';
import { listParts } from '../../../core/usecases/import/list-parts';
import { previewImport } from '../../../core/usecases/import/preview-import';
import { readRejects } from '../../../core/usecases/import/read-rejects';
import { refreshEntities } from '../../../core/usecases/import/refresh';
import { runImport } from '../../../core/usecases/import/run-import';
import { tryReading } from '../../../core/usecases/import/try-reading';
import type { HostState } from '../host-state';
import { storeUpload } from '../import/store-upload';
import type { Group } from './group';

export function importHandlers(state: HostState): Group<'import' | 'files'> {
  return {
    'files.upload': async (part) => {
      const { folder } = state.session.current();
      if (part.bytes.length > 8 * 1024 * 1024) throw new AppError('import-upload-too-large', { bytes: part.bytes.length });
      return { path: await storeUpload(folder, part) };
    },
    'import.preview': (request, { signal }) => previewImport(state.context(), state.context().sources, request, signal),
    'import.parts': (request, { signal }) => listParts(state.context(), state.context().sources, request, signal),
    'import.try': (request, { signal }) => tryReading(state.context(), state.context().sources, request, signal),
    'import.run': async ({ recipe, labels, dryRun }, { signal, progress }) => {
      const summary = await runImport(state.context(), state.context().sources, recipe, {
        dryRun: dryRun ?? false,
        labels,
        undoable: true,
        signal,
        onProgress: progress,
      });
      if (summary.committed) await state.context().engine.checkpoint();
      state.renewAsOf();
      return summary;
    },
    'import.refresh': async (request, { signal, progress }) => {
      const refreshed = await refreshEntities(state.context(), state.context().sources, request, { signal, onProgress: progress });
      if (refreshed.some((r) => r.outcome === 'loaded')) {
        await state.context().engine.checkpoint();
        state.renewAsOf();
      }
      return refreshed;
    },
    'import.rejects': ({ entity, offset, limit }) => readRejects(state.context(), { entity, offset, limit }),
  };
}
