import { resolve } from 'node:path';
import { AppError } from '../../../core/base/errors';
import { createWorkspace, type OpenWorkspace, openWorkspace, type WorkspaceParts } from './open-workspace';

/** The one workspace that a host has open. */
export interface Session {
  /** @throws AppError `workspace-not-open` */
  current(): OpenWorkspace;
  isOpen(): boolean;
  /** Opens another workspace, then closes the one before; when opening fails the one before stays open. */
  open(folder: string): Promise<OpenWorkspace>;
  create(folder: string, settings: { name: string; zone: string }): Promise<OpenWorkspace>;
  close(): Promise<void>;
}

export function createSession(parts: WorkspaceParts): Session {
  let current: OpenWorkspace | undefined;
  let last: Promise<unknown> = Promise.resolve();

  /** One opening or closing at a time. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  }

  async function replace(next: OpenWorkspace | undefined): Promise<void> {
    const before = current;
    current = next;
    await before?.close();
  }

  async function become(opening: Promise<OpenWorkspace>): Promise<OpenWorkspace> {
    const next = await opening;
    await replace(next);
    return next;
  }

  return {
    current() {
      if (current === undefined) throw new AppError('workspace-not-open');
      return current;
    },
    isOpen: () => current !== undefined,
    open: (folder) => inTurn(async () => (current?.folder === resolve(folder) ? current : become(openWorkspace(folder, parts)))),
    create: (folder, settings) => inTurn(() => become(createWorkspace(folder, settings, parts))),
    close: () => inTurn(() => replace(undefined)),
  };
}
