import type { DataType } from '../model/entity';

/** Where a field of the content is found: its objects in Liquid. */
export const contentObjects = ['profile', 'target', 'secondary', 'enrichment', 'campaign'] as const;
export type ContentObject = (typeof contentObjects)[number];

/** A field as content calls it, `profile.first_name`, and the column that holds it. */
export interface ContentField {
  path: string;
  object: ContentObject;
  name: string;
  column: string;
  type: DataType | 'list';
}

/** `profile.first_name` as its two halves, or `undefined` when it is no field of a known object. */
export function splitPath(path: string): { object: ContentObject; name: string } | undefined {
  const dot = path.indexOf('.');
  const object = contentObjects.find((o) => o === path.slice(0, dot));
  return object && dot > 0 && dot < path.length - 1 ? { object, name: path.slice(dot + 1) } : undefined;
}
