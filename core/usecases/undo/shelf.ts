import { isFields } from '../../base/fields';
import { broughtUp } from '../../migrate/migrate';
import type { DocumentKind } from '../../model/documents';
import type { Json } from '../../model/journal';
import type { UndoPlace } from '../../model/undo';
import type { Context } from '../context';

/** The documents that the steps of a place are about, by `kind id`; what is not there is absent. */
export type Shelf = Readonly<Record<string, Json>>;

/** Whose undo takes back what is done to a document. Recipes go with their entities; memories and runs with their campaigns. What lies open where SQL is written, and what ran there, never are. */
export const placeOfKind = {
  entity: 'data',
  link: 'data',
  recipe: 'data',
  audience: 'audiences',
  filter: 'audiences',
  campaign: 'campaigns',
  memory: 'campaigns',
  run: 'campaigns',
  query: 'sql',
  desk: 'sql',
  statement: 'sql',
  endpoint: 'delivery',
  workspace: 'settings',
} as const satisfies Record<DocumentKind, UndoPlace>;

export const shelfKey = (kind: DocumentKind, id: string) => `${kind} ${id}`;

export function ofKey(key: string): { kind: DocumentKind; id: string } {
  const at = key.indexOf(' ');
  return { kind: key.slice(0, at) as DocumentKind, id: key.slice(at + 1) };
}

export function stored(ctx: Context, key: string): Json | undefined {
  const { kind, id } = ofKey(key);
  return ctx.store.read(kind, id) as Json | undefined;
}

/** A step may be older than the format its documents have now. */
export function inFormatNow(key: string, document: Json | undefined): Json | undefined {
  return isFields(document) ? (broughtUp(ofKey(key).kind, document, key) as Json) : document;
}

/** The shelf with what is given for some keys. */
export function shelfWith(shelf: Shelf, documents: ReadonlyMap<string, Json | undefined>): Shelf {
  const kept = Object.entries(shelf).filter(([key]) => !documents.has(key));
  const put = [...documents].flatMap(([key, document]): [string, Json][] => (document === undefined ? [] : [[key, document]]));
  return Object.fromEntries([...kept, ...put]);
}

/** Keys of documents that are not the same on both sides. Sides of one step share those that are. */
export function changedKeys(before: Shelf, after: Shelf): string[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].filter((key) => before[key] !== after[key]);
}
