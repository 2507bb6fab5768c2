import type { DocumentKind } from '../model/documents';

/** A saved document of some format, before any schema has seen it. */
export type SavedDocument = Readonly<Record<string, unknown>>;

/** How documents of one kind change from format `from` to the next. Never edited once released. */
export interface Migration {
  readonly kind: DocumentKind;
  readonly from: number;
  change(document: SavedDocument): SavedDocument;
}
