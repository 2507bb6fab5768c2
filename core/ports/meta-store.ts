import type { DocumentKind, DocumentOf } from '../model/documents';

export type Write =
  | { [K in DocumentKind]: { kind: K; id: string; document: DocumentOf<K> } }[DocumentKind]
  | { kind: DocumentKind; id: string; document: null };

export interface AuditEntry {
  at: string;
  /** What was done: `export`, `sync`, `run`, `import`… */
  action: string;
  details: Readonly<Record<string, string | number>>;
  /** SHA-256 over the previous entry's hash and this entry. */
  hash: string;
}

/** Documents of a workspace. Reads are from memory; `commit` is durable when it resolves. */
export interface MetaStore {
  read<K extends DocumentKind>(kind: K, id: string): DocumentOf<K> | undefined;
  /** In order of id. */
  list<K extends DocumentKind>(kind: K): DocumentOf<K>[];
  /** All of the writes or none. @throws AppError `disk-full`, `save-failed` */
  commit(writes: readonly Write[], audit?: Omit<AuditEntry, 'hash'>): Promise<void>;
  audit(): AuditEntry[];
  close(): Promise<void>;
}
