import { AppError } from '../../../core/base/errors';
import { isFields } from '../../../core/base/fields';
import { knownFormats } from '../../../core/migrate/formats';
import { migrate } from '../../../core/migrate/migrate';
import type { SavedDocument } from '../../../core/migrate/migration';
import type { DocumentKind } from '../../../core/model/documents';
import { type Contents, checkedDocument, emptyShelves, hashOf, isDocumentKind, putDocument, type Row, rowKey, sealOf } from './contents';
import { DamagedStore } from './damage';
import type { SavedRow, SavedTables } from './tables';

function parsed(row: SavedRow): SavedDocument {
  const value: unknown = JSON.parse(row.json);
  if (!isFields(value)) throw new DamagedStore(`${row.kind} ${row.id} is not an object`);
  return Object.fromEntries(Object.entries(value));
}

function intact(row: SavedRow): Row {
  const { kind } = row;
  if (row.hash !== hashOf(kind, row.id, row.format, row.json)) throw new DamagedStore(`${kind} ${row.id} does not match its checksum`);
  if (!isDocumentKind(kind)) throw new AppError('workspace-too-new', { what: `${kind} ${row.id}`, format: row.format, known: 0 });
  return { ...row, kind };
}

function read<K extends DocumentKind>(contents: Contents, kind: K, row: Row): Row | undefined {
  const document = migrate(kind, row.format, parsed(row), `${kind} ${row.id}`);
  const checked = checkedDocument(kind, row.id, document);
  if (row.format === knownFormats[kind]) {
    contents.shelves[kind].set(row.id, checked);
    return undefined;
  }
  return putDocument(contents, kind, row.id, checked, knownFormats[kind]);
}

/**
 * Checks every saved row and makes documents of them, in the formats known now.
 * @returns the contents, and the rows that a migration changed, to be saved with the next commit
 * @throws DamagedStore; AppError `workspace-too-new`, `bad-document`
 */
export function readContents(saved: SavedTables): { contents: Contents; migrated: Row[] } {
  const rows = saved.documents.map(intact);
  const contents: Contents = { shelves: emptyShelves(), rows: new Map(rows.map((r) => [rowKey(r.kind, r.id), r])), audit: saved.audit };
  if (sealOf(contents) !== saved.seal) throw new DamagedStore('its checksum does not match');
  const migrated = rows.flatMap((row) => read(contents, row.kind, row) ?? []);
  return { contents, migrated };
}
