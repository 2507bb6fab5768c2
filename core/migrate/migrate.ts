import { AppError } from '../base/errors';
import type { DocumentKind } from '../model/documents';
import { knownFormats } from './formats';
import type { Migration, SavedDocument } from './migration';
import { migrations } from './migrations';

export interface MigrationTable {
  known: Readonly<Record<DocumentKind, number>>;
  migrations: readonly Migration[];
}

const released: MigrationTable = { known: knownFormats, migrations };

/**
 * Brings a saved document to the format known now, one format at a time.
 * @param what names the document in the error
 * @throws AppError `workspace-too-new` when its format is above the known one
 */
export function migrate(kind: DocumentKind, format: number, document: SavedDocument, what: string, table = released): SavedDocument {
  const known = table.known[kind];
  if (format > known) throw new AppError('workspace-too-new', { what, format, known });
  let current = document;
  for (let at = format; at < known; at += 1) {
    const step = table.migrations.find((m) => m.kind === kind && m.from === at);
    if (step === undefined) throw new Error(`no migration of ${kind} from format ${at}`);
    const changed = step.change(current);
    current = 'format' in current ? { ...changed, format: at + 1 } : changed;
  }
  return current;
}

/** A document that was not kept by the store, in the format known now. Its format is in it; those without one are of the first. */
export function broughtUp(kind: DocumentKind, document: SavedDocument, what: string): SavedDocument {
  return migrate(kind, typeof document.format === 'number' ? document.format : 1, document, what);
}
