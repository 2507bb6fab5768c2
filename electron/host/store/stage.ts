import { knownFormats } from '../../../core/migrate/formats';
import type { DocumentKind } from '../../../core/model/documents';
import type { AuditEntry } from '../../../core/ports/meta-store';
import { chained, type NewAuditEntry } from './audit-chain';
import { type Contents, checkedDocument, copyContents, putDocument, type Row, removeDocument, rowKey, sealOf } from './contents';
import type { Changes } from './tables';

/** One checked write. Says what became of the document's row: its new form, or null when it is gone. */
export interface Change {
  kind: DocumentKind;
  id: string;
  apply(contents: Contents): Row | null;
}

/** @throws AppError `bad-document` */
export function checkedChange<K extends DocumentKind>(kind: K, id: string, value: unknown): Change {
  if (value === null) {
    return {
      kind,
      id,
      apply(contents) {
        removeDocument(contents, kind, id);
        return null;
      },
    };
  }
  const document = checkedDocument(kind, id, value);
  return { kind, id, apply: (contents) => putDocument(contents, kind, id, document, knownFormats[kind]) };
}

export interface Commit {
  changes: readonly Change[];
  audit: NewAuditEntry | undefined;
}

/** What memory and file will hold once these commits have lasted. `migrated` rows are saved along. */
export function stage(now: Contents, commits: readonly Commit[], migrated: readonly Row[]): { next: Contents; changes: Changes } {
  const next = copyContents(now);
  const saved = new Map(migrated.map((row) => [rowKey(row.kind, row.id), row]));
  const removed = new Map<string, { kind: string; id: string }>();
  const audit: AuditEntry[] = [];
  for (const commit of commits) {
    for (const { kind, id, apply } of commit.changes) {
      const key = rowKey(kind, id);
      const row = apply(next);
      saved.delete(key);
      removed.delete(key);
      if (row === null) removed.set(key, { kind, id });
      else saved.set(key, row);
    }
    if (commit.audit === undefined) continue;
    const entry = chained(next.audit, commit.audit);
    next.audit.push(entry);
    audit.push(entry);
  }
  return { next, changes: { saved: [...saved.values()], removed: [...removed.values()], audit, seal: sealOf(next) } };
}
