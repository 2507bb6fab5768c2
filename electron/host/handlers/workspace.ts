import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../../core/base/errors';
import { instantOf } from '../../../core/base/instant';
import { createSample } from '../../../core/usecases/sample/create-sample';
import { exportText } from '../../../core/usecases/text/export-text';
import { importText } from '../../../core/usecases/text/import-text';
import { engineState } from '../../../core/usecases/workspace/engine-state';
import { freeWorktables } from '../../../core/usecases/workspace/free-worktables';
import { onlyWorkspace } from '../../../core/usecases/workspace/only-workspace';
import { saveWorkspace } from '../../../core/usecases/workspace/save-workspace';
import { summariseWorkspace } from '../../../core/usecases/workspace/summarise-workspace';
import { createFiles } from '../files/create-files';
import type { HostState } from '../host-state';
import { writeSampleFiles } from '../sample/write-sample-files';
import type { Group } from './group';

export function workspaceHandlers(state: HostState): Group<'workspace'> {
  const { session, works } = state;
  const summary = async () => {
    return summariseWorkspace(state.context(), { folder: session.current().folder, notices: state.notices() });
  };
  const opened = async () => {
    await state.settle();
    state.renewAsOf();
    const found = await summary();
    await state.recent.add({ folder: found.folder, name: found.name, openedAt: instantOf(state.context().clock.now()) });
    return found;
  };
  /** Half a sample is worth nothing: its folder is emptied again, and the workspace of before is back. */
  const discard = async (folder: string, before: string | undefined) => {
    await session.close();
    for (const found of await readdir(folder)) await rm(path.join(folder, found), { recursive: true });
    if (before !== undefined) await session.open(before);
  };
  return {
    'workspace.create': async ({ folder, name, sample, stop }, { signal, progress }) => {
      const before = session.isOpen() ? session.current().folder : undefined;
      const settings = { name, zone: Intl.DateTimeFormat().resolvedOptions().timeZone };
      await works.leave(stop ?? false, (end) => session.create(folder, settings, end));
      if (sample) {
        const size = { customers: sample.customers, seed: 'muster' };
        await works.during('sample', signal, async (stopped) => {
          const ctx = state.context();
          // Another window may have been waiting to leave it.
          if (!session.isAt(folder)) throw new AppError('workspace-left', { folder, now: session.current().folder });
          await createSample(ctx, ctx.sources, writeSampleFiles, size, { signal: stopped, onProgress: progress }).catch(
            async (error: unknown) => {
              await discard(folder, before);
              throw error;
            },
          );
        });
      }
      return opened();
    },
    'workspace.open': async ({ folder, stop }) => {
      if (!session.isAt(folder)) await works.leave(stop ?? false, (end) => session.open(folder, end));
      return opened();
    },
    'workspace.close': async ({ stop }) => {
      await works.leave(stop ?? false, async (end) => {
        await end();
        await session.close();
      });
      return {};
    },
    'workspace.idle': async (_, { signal }) => {
      await works.idle(signal);
      return {};
    },
    'workspace.current': () => (session.isOpen() ? summary() : null),
    'workspace.engine': () => engineState(state.context()),
    'workspace.freeWorktables': async () => {
      await freeWorktables(state.context());
      return engineState(state.context());
    },
    'workspace.settings': () => onlyWorkspace(state.context()),
    'workspace.saveSettings': async ({ workspace }) => {
      await saveWorkspace(state.context(), workspace);
      return {};
    },
    'workspace.exportText': ({ folder }) => exportText(state.context(), createFiles(folder)),
    'workspace.importText': ({ folder, ...options }) => importText(state.context(), createFiles(folder), options),
  };
}
