import { instantOf } from '../../core/base/instant';
import { createMutex, type Mutex } from '../../core/base/mutex';
import type { Problem } from '../../core/base/problems';
import { settleWorkspace } from '../../core/usecases/workspace/settle-workspace';
import { systemClock } from './clock';
import { type HostContext, openContext } from './context';
import { type RecentWorkspaces, recentWorkspaces } from './workspace/recent';
import { createSession, type Session } from './workspace/session';
import { createWorks, type Works } from './workspace/works';

export interface HostOptions {
  shell: 'electron' | 'web' | 'test';
  /** Folder for what belongs to no workspace. */
  home: string;
  /** The native one where it can be loaded, when absent. */
  engine?: 'native' | 'wasm';
}

/** What the handlers of one host share. */
export interface HostState {
  options: HostOptions;
  session: Session;
  works: Works;
  /** One window at a time reads or writes what lies open where SQL is written. */
  deskTurns: Mutex;
  recent: RecentWorkspaces;
  /** @throws AppError `workspace-not-open` */
  context(): HostContext;
  /** The moment counts are made for: fixed while someone works, so that results are reused, and renewed after loads. */
  asOf(given: string | undefined): string;
  renewAsOf(): void;
  /** Brings data and documents of a workspace just opened together; what it finds is shown with the other notices. */
  settle(): Promise<void>;
  notices(): readonly Problem[];
  close(): Promise<void>;
}

/** Long enough to work on stable numbers, short enough that nobody takes them for another day's. */
const asOfLasts = 60 * 60 * 1000;

const idleAfter = 2 * 60 * 1000;

export function createHostState(options: HostOptions): HostState {
  const parts = openContext(options.engine ? { engine: options.engine } : {});
  const session = createSession(parts.workspaceParts);
  const contexts = new WeakMap<object, HostContext>();
  const found = new WeakMap<object, readonly Problem[]>();
  let asOf = systemClock.now();
  let idle: NodeJS.Timeout | undefined;
  const context = () => {
    const workspace = session.current();
    clearTimeout(idle);
    idle = setTimeout(() => {
      // What cannot be put into the file now stays in its log.
      if (session.isOpen())
        session
          .current()
          .engine.checkpoint()
          .catch(() => undefined);
    }, idleAfter).unref();
    const made = contexts.get(workspace) ?? parts.contextOf(workspace);
    contexts.set(workspace, made);
    return made;
  };
  return {
    options,
    session,
    works: createWorks(),
    deskTurns: createMutex(),
    recent: recentWorkspaces(options.home),
    context,
    asOf(given) {
      if (given !== undefined) return given;
      if (systemClock.now() - asOf > asOfLasts) asOf = systemClock.now();
      return instantOf(asOf);
    },
    async settle() {
      const ctx = context();
      found.set(session.current(), await settleWorkspace(ctx, ctx.sources));
    },
    notices() {
      const workspace = session.current();
      return [...workspace.notices, ...(found.get(workspace) ?? [])];
    },
    renewAsOf() {
      asOf = systemClock.now();
    },
    async close() {
      clearTimeout(idle);
      await session.close();
      await parts.close();
    },
  };
}
