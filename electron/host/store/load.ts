import type { Database, SqlJsStatic } from 'sql.js';
import { type Contents, emptyShelves, type Row } from './contents';
import { DamagedStore } from './damage';
import { readContents } from './read-contents';
import { databaseFrom, loadSqlite } from './sqlite';
import { createTables, readTables } from './tables';

export interface Loaded {
  database: Database;
  contents: Contents;
  /** Rows that a migration changed; the database does not hold them yet. */
  migrated: Row[];
}

export function emptyStore(sqlite: SqlJsStatic): Loaded {
  const database = new sqlite.Database();
  createTables(database);
  return { database, contents: { shelves: emptyShelves(), rows: new Map(), audit: [] }, migrated: [] };
}

/** @throws DamagedStore; AppError `workspace-too-new`, `bad-document` */
export function loadStore(sqlite: SqlJsStatic, bytes: Uint8Array, file: string): Loaded {
  if (bytes.length === 0) throw new DamagedStore('it is empty');
  const database = databaseFrom(sqlite, bytes);
  try {
    return { database, ...readContents(readTables(database, file)) };
  } catch (error) {
    database.close();
    throw error;
  }
}

/**
 * Whether these bytes are a whole document store that this version can open.
 * @throws DamagedStore; AppError `workspace-too-new`, `bad-document`
 */
export async function checkStore(bytes: Uint8Array, file: string): Promise<void> {
  loadStore(await loadSqlite(), bytes, file).database.close();
}
