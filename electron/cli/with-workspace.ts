import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { instantOf } from '../../core/base/instant';
import { settleWorkspace } from '../../core/usecases/workspace/settle-workspace';
import { systemClock } from '../host/clock';
import { type ContextParts, type HostContext, openContext } from '../host/context';
import { furniture } from '../host/workspace/layout';
import { createWorkspace, type OpenWorkspace, openWorkspace } from '../host/workspace/open-workspace';
import type { WorkspaceOptions } from './options';
import type { Io } from './perform';
import { problemLines } from './says';

/** Opens a workspace for the time of one command and closes it whatever happens. */
export function withWorkspace<T>(folder: string, options: WorkspaceOptions, io: Io, work: (ctx: HostContext) => Promise<T>): Promise<T> {
  return within(
    options,
    (parts) => openWorkspace(folder, parts.workspaceParts),
    async (ctx, workspace) => {
      const notices = [...workspace.notices, ...(await settleWorkspace(ctx, ctx.sources))];
      for (const line of notices.flatMap(problemLines)) io.progress.say(line);
      return work(ctx);
    },
  );
}

/** Makes a workspace in a folder that is missing or empty; when the work in it fails, the folder is empty again. */
export async function withNewWorkspace<T>(
  folder: string,
  name: string,
  options: WorkspaceOptions,
  work: (ctx: HostContext) => Promise<T>,
): Promise<T> {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  let made = false;
  try {
    const create = (parts: ContextParts) => createWorkspace(folder, { name, zone }, parts.workspaceParts);
    return await within(options, create, (ctx) => {
      made = true;
      return work(ctx);
    });
  } catch (error) {
    if (made)
      for (const found of await readdir(folder))
        if (!furniture.includes(found)) await rm(join(folder, found), { recursive: true, force: true });
    throw error;
  }
}

async function within<T>(
  options: WorkspaceOptions,
  open: (parts: ContextParts) => Promise<OpenWorkspace>,
  work: (ctx: HostContext, workspace: OpenWorkspace) => Promise<T>,
): Promise<T> {
  const parts = openContext(options.engine ? { engine: options.engine } : {});
  try {
    const workspace = await open(parts);
    try {
      return await work(parts.contextOf(workspace), workspace);
    } finally {
      await workspace.close();
    }
  } finally {
    await parts.close();
  }
}

/** The moment a command takes for now. */
export const momentOf = (options: { asOf?: string }): string => options.asOf ?? instantOf(systemClock.now());
