import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { AppError } from '../../../core/base/errors';
import type { Problem } from '../../../core/base/problems';
import { workspaceFormat } from '../../../core/model/workspace';
import type { Clock } from '../../../core/ports/clock';
import type { Engine } from '../../../core/ports/engine';
import type { Files } from '../../../core/ports/files';
import type { MetaStore } from '../../../core/ports/meta-store';
import type { Secrets } from '../../../core/ports/secrets';
import type { OpenedEngine } from '../engine/open';
import { removeLeftovers } from '../files/clean';
import { createFiles } from '../files/create-files';
import { openStore } from '../store/open-store';
import { checkNewFolder, checkWorkspaceFolder } from './check-folder';
import { layout } from './layout';
import { lockWorkspace } from './lock';
import { auditNotices, fallbackNotices, recoveryNotices } from './notices';
import { openDocuments } from './open-documents';

/** What a workspace needs from the host that opens it. */
export interface WorkspaceParts {
  clock: Clock;
  secrets: Secrets;
  openEngine(options: { folder: string }): Promise<OpenedEngine>;
}

/** A workspace held by this process, with everything a use case works on. */
export interface OpenWorkspace {
  readonly folder: string;
  readonly files: Files;
  readonly store: MetaStore;
  readonly engine: Engine;
  readonly clock: Clock;
  readonly secrets: Secrets;
  /** What was found or recovered at opening. */
  readonly notices: readonly Problem[];
  close(): Promise<void>;
}

/** Undoes what was done, last first; every step is tried, and the first failure is thrown. */
async function undo(steps: readonly (() => Promise<void>)[]): Promise<void> {
  const failures: unknown[] = [];
  for (const step of steps.toReversed()) await step().catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw failures[0];
}

async function makeFolders(files: Files): Promise<void> {
  for (const folder of layout.folders) await files.makeFolder(folder);
}

async function clean(files: Files): Promise<void> {
  await files.remove(layout.scratch);
  await removeLeftovers(files.resolve('.'));
  await makeFolders(files);
}

async function emptyScratch(files: Files): Promise<void> {
  await files.remove(layout.scratch);
  await files.makeFolder(layout.scratch);
}

/**
 * Opens the workspace in `folder` and holds it until `close`.
 * @throws AppError `folder-missing`, `folder-is-file`, `folder-not-readable`, `folder-not-writable`, `not-a-workspace`,
 *   `workspace-in-use`, `workspace-damaged`, `workspace-damaged-no-backup`, `workspace-too-new`, and what the engine throws
 */
export async function openWorkspace(folder: string, { clock, secrets, openEngine }: WorkspaceParts): Promise<OpenWorkspace> {
  const root = resolve(folder);
  await checkWorkspaceFolder(root);
  const lock = await lockWorkspace(root, clock);
  const opened = [() => lock.release()];
  try {
    const files = createFiles(root);
    const store = await openDocuments(files);
    opened.push(() => store.close());
    await clean(files);
    opened.push(() => emptyScratch(files));
    const { engine, fallback } = await openEngine({ folder: root });
    opened.push(() => engine.close());
    const notices = [...fallbackNotices(fallback), ...recoveryNotices(engine.recovery), ...auditNotices(store.audit())];
    let closing: Promise<void> | undefined;
    return {
      folder: root,
      files,
      store,
      engine,
      clock,
      secrets,
      notices,
      close() {
        closing ??= undo(opened);
        return closing;
      },
    };
  } catch (error) {
    // What failed first is what must be told.
    await undo(opened).catch(() => undefined);
    throw error;
  }
}

function checkZone(zone: string): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
  } catch {
    throw new AppError('unknown-zone', { zone });
  }
}

/**
 * Makes an empty workspace in `folder`, which must be missing or empty, and opens it.
 * @param settings.zone an IANA time zone
 * @throws AppError `unknown-zone`, `bad-document`, `workspace-exists`, `folder-not-empty`, and those of `openWorkspace`
 */
export async function createWorkspace(
  folder: string,
  settings: { name: string; zone: string },
  parts: WorkspaceParts,
): Promise<OpenWorkspace> {
  const root = resolve(folder);
  checkZone(settings.zone);
  await checkNewFolder(root);
  const files = createFiles(root);
  await files.makeFolder('.');
  const lock = await lockWorkspace(root, parts.clock);
  try {
    const id = `w${randomBytes(8).toString('hex')}`;
    const store = await openStore(files, layout.documents);
    try {
      await store.commit([{ kind: 'workspace', id, document: { format: workspaceFormat, id, name: settings.name, zone: settings.zone } }]);
    } finally {
      await store.close();
    }
  } finally {
    await lock.release();
  }
  return openWorkspace(root, parts);
}
