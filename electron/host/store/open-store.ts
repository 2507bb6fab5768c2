import { AppError } from '../../../core/base/errors';
import type { Files } from '../../../core/ports/files';
import type { MetaStore } from '../../../core/ports/meta-store';
import { emptyStore, loadStore } from './load';
import { databaseFrom, loadSqlite } from './sqlite';
import { type Commit, checkedChange, stage } from './stage';
import { writeTables } from './tables';

/** The name under which the file before the last commit stays. */
export const previousOf = (path: string) => `${path}.previous`;

interface Waiting extends Commit {
  resolve: () => void;
  reject: (error: unknown) => void;
}

/**
 * Opens the document store in the file `path`, or an empty one that becomes a file with its first commit.
 * Commits made while another is being written are written together; each resolves when its bytes last.
 * @throws DamagedStore; AppError `workspace-too-new`, `bad-document`, `read-failed`
 */
export async function openStore(files: Files, path: string): Promise<MetaStore> {
  const sqlite = await loadSqlite();
  let durable = (await files.exists(path)) ? await files.read(path) : undefined;
  const loaded = durable === undefined ? emptyStore(sqlite) : loadStore(sqlite, durable, files.resolve(path));
  let { database, contents, migrated } = loaded;
  let waiting: Waiting[] = [];
  let writing: Promise<void> | undefined;
  let closed = false;

  async function write(batch: readonly Waiting[]): Promise<void> {
    const { next, changes } = stage(contents, batch, migrated);
    // A folder without its file is what a drive leaves behind: what is written there would be gone once the drive is back.
    if (durable !== undefined && !(await files.exists(path))) throw new AppError('file-missing', { file: files.resolve(path) });
    try {
      writeTables(database, changes);
      const bytes = database.export();
      await files.write(path, bytes, { keep: previousOf(path) });
      durable = bytes;
    } catch (error) {
      database.close();
      database = durable === undefined ? emptyStore(sqlite).database : databaseFrom(sqlite, durable);
      throw error;
    }
    contents = next;
    migrated = [];
  }

  async function writeAll(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      try {
        await write(batch);
        for (const commit of batch) commit.resolve();
      } catch (error) {
        for (const commit of batch) commit.reject(error);
      }
    }
    writing = undefined;
  }

  return {
    read: (kind, id) => contents.shelves[kind].get(id),
    list: (kind) => [...contents.shelves[kind]].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, document]) => document),
    async commit(writes, audit) {
      if (closed) throw new AppError('workspace-not-open');
      const changes = writes.map((w) => checkedChange(w.kind, w.id, w.document));
      if (changes.length === 0 && audit === undefined) return;
      await new Promise<void>((resolve, reject) => {
        waiting.push({ changes, audit, resolve, reject });
        writing ??= writeAll();
      });
    },
    audit: () => [...contents.audit],
    async close() {
      if (closed) return;
      closed = true;
      await writing;
      database.close();
    },
  };
}
