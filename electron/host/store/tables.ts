import type { Database, SqlValue } from 'sql.js';
import { AppError } from '../../../core/base/errors';
import type { AuditEntry } from '../../../core/ports/meta-store';
import type { Row } from './contents';
import { DamagedStore } from './damage';

/** "Must" in ASCII, in SQLite's header: lets `file` and people tell a document store from any other database. */
const applicationId = 0x4d757374;

/** The shape of the tables themselves; documents have formats of their own. */
export const tablesFormat = 1;

export interface SavedRow extends Omit<Row, 'kind'> {
  kind: string;
}

export interface SavedTables {
  documents: SavedRow[];
  audit: AuditEntry[];
  seal: string;
}

export function createTables(database: Database): void {
  database.run(`
    PRAGMA application_id = ${applicationId};
    PRAGMA user_version = ${tablesFormat};
    CREATE TABLE document (
      kind TEXT NOT NULL, id TEXT NOT NULL, format INTEGER NOT NULL, json TEXT NOT NULL, hash TEXT NOT NULL,
      PRIMARY KEY (kind, id)
    ) WITHOUT ROWID;
    CREATE TABLE audit (entry INTEGER PRIMARY KEY, at TEXT NOT NULL, action TEXT NOT NULL, details TEXT NOT NULL, hash TEXT NOT NULL);
    CREATE TABLE seal (hash TEXT NOT NULL);
    INSERT INTO seal VALUES ('');
  `);
}

function rowsOf(database: Database, sql: string): SqlValue[][] {
  return database.exec(sql)[0]?.values ?? [];
}

function text(value: SqlValue | undefined): string {
  if (typeof value !== 'string') throw new DamagedStore('a text is missing');
  return value;
}

function whole(value: SqlValue | undefined): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw new DamagedStore('a number is missing');
  return value;
}

function auditEntry([at, action, details, hash]: SqlValue[]): AuditEntry {
  return { at: text(at), action: text(action), details: JSON.parse(text(details)), hash: text(hash) };
}

function readAll(database: Database): SavedTables {
  const check = text(rowsOf(database, 'PRAGMA integrity_check')[0]?.[0]);
  if (check !== 'ok') throw new DamagedStore(check);
  return {
    documents: rowsOf(database, 'SELECT kind, id, format, json, hash FROM document').map(([kind, id, format, json, hash]) => ({
      kind: text(kind),
      id: text(id),
      format: whole(format),
      json: text(json),
      hash: text(hash),
    })),
    audit: rowsOf(database, 'SELECT at, action, details, hash FROM audit ORDER BY entry').map(auditEntry),
    seal: text(rowsOf(database, 'SELECT hash FROM seal')[0]?.[0]),
  };
}

/**
 * Everything in the tables, after SQLite's own check of the file.
 * @throws DamagedStore; AppError `workspace-too-new`
 */
export function readTables(database: Database, file: string): SavedTables {
  try {
    if (rowsOf(database, 'PRAGMA application_id')[0]?.[0] !== applicationId) throw new DamagedStore('it is not a document store');
    const format = whole(rowsOf(database, 'PRAGMA user_version')[0]?.[0]);
    if (format > tablesFormat) throw new AppError('workspace-too-new', { what: file, format, known: tablesFormat });
    return readAll(database);
  } catch (error) {
    if (error instanceof AppError || error instanceof DamagedStore) throw error;
    throw new DamagedStore(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

/** What one save changes. */
export interface Changes {
  saved: readonly Row[];
  removed: readonly { kind: string; id: string }[];
  audit: readonly AuditEntry[];
  seal: string;
}

export function writeTables(database: Database, { saved, removed, audit, seal }: Changes): void {
  database.run('BEGIN');
  for (const { kind, id } of removed) database.run('DELETE FROM document WHERE kind = ? AND id = ?', [kind, id]);
  for (const row of saved) {
    database.run('INSERT OR REPLACE INTO document VALUES (?, ?, ?, ?, ?)', [row.kind, row.id, row.format, row.json, row.hash]);
  }
  for (const entry of audit) {
    database.run('INSERT INTO audit (at, action, details, hash) VALUES (?, ?, ?, ?)', [
      entry.at,
      entry.action,
      JSON.stringify(entry.details),
      entry.hash,
    ]);
  }
  database.run('UPDATE seal SET hash = ?', [seal]);
  database.run('COMMIT');
}
