import { z } from 'zod';
import { instant, name } from './names';

/**
 * The types an attribute may have. `integer` is 64 bits; `decimal` is exact, 18 digits with `scale` after the point;
 * `number` is a double; `timestamp` is wall time in the workspace's zone, without a zone of its own.
 */
export const dataTypes = ['text', 'integer', 'decimal', 'number', 'boolean', 'date', 'timestamp'] as const;
export const dataType = z.enum(dataTypes);
export type DataType = z.infer<typeof dataType>;

/** What kind of personal data an attribute holds; drives masking. */
export const personalLabels = ['name', 'contact', 'address', 'birth-date', 'identifier'] as const;
export type PersonalLabel = (typeof personalLabels)[number];

/** How values that name a person are made comparable: lower case without blanks, E.164, or as they are. */
export const identityKinds = ['email', 'phone', 'id'] as const;
export type IdentityKind = (typeof identityKinds)[number];

/**
 * What a derived attribute is made of: an expression of SQL over the other attributes of the same row, or another attribute made
 * comparable. `country` (ISO 3166-1 alpha-2) is that of phone numbers written without one; values that cannot be read are empty.
 */
export const derivation = z.union([
  z.strictObject({ sql: z.string().min(1).max(4000) }),
  z.strictObject({
    identity: z.enum(identityKinds),
    of: name,
    country: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .optional(),
  }),
]);
export type Derivation = z.infer<typeof derivation>;

export const attribute = z.strictObject({
  name,
  type: dataType,
  scale: z.number().int().min(0).max(18).optional(),
  description: z.string().max(500).optional(),
  personal: z.enum(personalLabels).optional(),
  /** Computed with every load and stored like the others, those before it in the entity first. */
  derived: derivation.optional(),
});
export type Attribute = z.infer<typeof attribute>;

/** What an attribute is to be labelled as; null for nothing. */
export const labelling = z.strictObject({ attribute: name, personal: z.enum(personalLabels).nullable() });
export type Labelling = z.infer<typeof labelling>;

/** A file as it was when it was loaded; `modified` in milliseconds since 1970. */
export const fileState = z.strictObject({ bytes: z.number().int().nonnegative(), modified: z.number() });

/** The data of an entity as a query read it. One that is removed and made anew begins with the first version again. */
export const dataState = z.strictObject({ entity: name, dataVersion: z.number().int().nonnegative(), loadedAt: instant.optional() });
export type DataState = z.infer<typeof dataState>;

/** What a query was when it was run, with all values in their place, as a SHA-256, and the data it read. */
export const queryState = z.strictObject({ sql: z.string(), read: z.array(dataState) });
export type QueryState = z.infer<typeof queryState>;

export const entityFormat = 2;

/** A table of real things. `dataVersion` grows by one with every load. */
export const entity = z.strictObject({
  name,
  attributes: z.array(attribute).min(1),
  key: z.array(name).min(1),
  rows: z.number().int().nonnegative(),
  dataVersion: z.number().int().nonnegative(),
  loadedAt: instant.optional(),
  recipe: z.string().optional(),
  loadedFrom: z.union([fileState, queryState]).optional(),
});
export type Entity = z.infer<typeof entity>;

/** What the query read that an entity was made by; `undefined` for an entity of a file. */
export function readByQuery({ loadedFrom }: Entity): QueryState | undefined {
  return loadedFrom && 'read' in loadedFrom ? loadedFrom : undefined;
}

export function dataStateOf({ name, dataVersion, loadedAt }: Entity): DataState {
  return { entity: name, dataVersion, ...(loadedAt === undefined ? {} : { loadedAt }) };
}

/** Of what was read, the entities that are not as they were, or not there. */
export function changedSince(read: readonly DataState[], entities: readonly Entity[]): string[] {
  const isSame = (then: DataState) =>
    entities.some((e) => e.name === then.entity && e.dataVersion === then.dataVersion && e.loadedAt === then.loadedAt);
  return read.filter((then) => !isSame(then)).map(({ entity }) => entity);
}

/**
 * How rows of two entities belong together. `from` holds the reference: each `from` row belongs to at most one `to` row
 * (`N-1`), or each side to at most one of the other (`1-1`). `name` walks from → to, `reverse` walks to → from.
 */
export const link = z.strictObject({
  name,
  reverse: name,
  from: name,
  to: name,
  on: z.array(z.strictObject({ from: name, to: name })).min(1),
  cardinality: z.enum(['N-1', '1-1']),
});
export type Link = z.infer<typeof link>;

/** Link names to walk one after the other, each forward or reverse name leaving the entity reached so far. */
export const path = z.array(name);

export const dataModel = z.strictObject({ entities: z.array(entity), links: z.array(link) });
/** What the compiler and the screens know of the data: every entity and link of the workspace. */
export type DataModel = z.infer<typeof dataModel>;
