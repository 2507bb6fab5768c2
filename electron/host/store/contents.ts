import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { type DocumentKind, type DocumentOf, documentKinds } from '../../../core/model/documents';
import { parseDocument } from '../../../core/model/parse';
import type { AuditEntry } from '../../../core/ports/meta-store';

export type Shelves = { [K in DocumentKind]: Map<string, DocumentOf<K>> };

/** One saved document as text; `hash` is over all of it. */
export interface Row {
  kind: DocumentKind;
  id: string;
  format: number;
  json: string;
  hash: string;
}

/** Everything the store holds in memory: documents as values, their rows by kind and id, and the audit log. */
export interface Contents {
  shelves: Shelves;
  rows: Map<string, Row>;
  audit: AuditEntry[];
}

const schemas: { readonly [K in DocumentKind]: z.ZodType<DocumentOf<K>> } = documentKinds;

export const kinds = Object.keys(documentKinds) as DocumentKind[];

export function isDocumentKind(text: string): text is DocumentKind {
  return Object.hasOwn(documentKinds, text);
}

export function emptyShelves(): Shelves {
  return {
    workspace: new Map(),
    entity: new Map(),
    link: new Map(),
    recipe: new Map(),
    campaign: new Map(),
    audience: new Map(),
    filter: new Map(),
    query: new Map(),
    endpoint: new Map(),
    run: new Map(),
    memory: new Map(),
    desk: new Map(),
    statement: new Map(),
  };
}

/** A copy that can be changed without changing the original. The documents themselves are frozen and shared. */
export function copyContents({ shelves, rows, audit }: Contents): Contents {
  const copy = emptyShelves();
  for (const kind of kinds) copyShelf(shelves, copy, kind);
  return { shelves: copy, rows: new Map(rows), audit: [...audit] };
}

function copyShelf<K extends DocumentKind>(from: Shelves, to: Shelves, kind: K): void {
  for (const [id, document] of from[kind]) to[kind].set(id, document);
}

export const rowKey = (kind: string, id: string) => `${kind} ${id}`;

export function hashOf(kind: string, id: string, format: number, json: string): string {
  return createHash('sha256')
    .update(JSON.stringify([kind, id, format, json]))
    .digest('hex');
}

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) freeze(part);
  }
  return value;
}

/**
 * The document as its schema gives it back, frozen: what the store hands out is shared by all who read it.
 * @throws AppError `bad-document`
 */
export function checkedDocument<K extends DocumentKind>(kind: K, id: string, value: unknown): DocumentOf<K> {
  const document: DocumentOf<K> = parseDocument(schemas[kind], value, `${kind} ${id}`);
  return freeze(document);
}

export function putDocument<K extends DocumentKind>(contents: Contents, kind: K, id: string, document: DocumentOf<K>, format: number): Row {
  const json = JSON.stringify(document);
  const row = { kind, id, format, json, hash: hashOf(kind, id, format, json) };
  contents.shelves[kind].set(id, document);
  contents.rows.set(rowKey(kind, id), row);
  return row;
}

export function removeDocument(contents: Contents, kind: DocumentKind, id: string): void {
  contents.shelves[kind].delete(id);
  contents.rows.delete(rowKey(kind, id));
}

/** One hash over everything saved, so that a file that lost or gained a row is noticed. */
export function sealOf(contents: Contents): string {
  const rows = [...contents.rows.values()].map((row) => row.hash).sort();
  const audit = contents.audit.map((entry) => hashOf('audit', entry.at, 0, JSON.stringify([entry.action, entry.details, entry.hash])));
  return createHash('sha256')
    .update(JSON.stringify([rows, audit]))
    .digest('hex');
}
