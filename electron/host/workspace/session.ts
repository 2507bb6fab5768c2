import { resolve } from 'node:path';
import { AppError } from '../../../core/base/errors';
import { createWorkspace, type OpenWorkspace, openWorkspace, type WorkspaceParts } from './open-workspace';

/** The one workspace that a host has open. */
export interface Session {
  /** @throws AppError `workspace-not-open` */
  current(): OpenWorkspace;
  isOpen(): boolean;
  /** Whether it is the one in this folder. */
  isAt(folder: string): boolean;
  /**
   * Opens another workspace, then closes the one before; when opening fails the one before stays open.
   * @param leave is waited for before the one before is closed
   */
  open(folder: string, leave?: () => Promise<void>): Promise<OpenWorkspace>;
  create(folder: string, settings: { name: string; zone: string }, leave?: () => Promise<void>): Promise<OpenWorkspace>;
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

  const isAt = (folder: string) => current?.folder === resolve(folder);

  async function become(opening: Promise<OpenWorkspace>, leave?: () => Promise<void>): Promise<OpenWorkspace> {
    const next = await opening;
    await leave?.();
    await replace(next);
    return next;
  }

  return {
    current() {
      if (current === undefined) throw new AppError('workspace-not-open');
      return current;
    },
    isOpen: () => current !== undefined,
    isAt,
    open: (folder, leave) => inTurn(async () => (current && isAt(folder) ? current : become(openWorkspace(folder, parts), leave))),
    create: (folder, settings, leave) => inTurn(() => become(createWorkspace(folder, settings, parts), leave)),
    close: () => inTurn(() => replace(undefined)),
  };
}
